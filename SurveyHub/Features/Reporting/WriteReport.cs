using System.Data.Common;
using SurveyHub.Editions;
using SurveyHub.Features.Reporting.Following;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Results.Weights;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Reporting;

/// <summary>
/// The command <c>report</c>: every table of a survey's closed editions as files, to be set beside another program's results. What the
/// pages hide has no numbers in the files either.
/// </summary>
public sealed class WriteReport(EditionStore editions, ReportTableStore reports, AuditLog audit)
{
    /// <param name="survey">The survey's key.</param>
    /// <param name="folder">Where the files go; made if it is not there. Files of an earlier run are replaced.</param>
    /// <param name="output">Takes the names of the files, or the problem.</param>
    /// <param name="cancellation">Stops between two files.</param>
    /// <returns>0 when everything was written, 1 when not.</returns>
    public async Task<int> RunAsync(string survey, string folder, TextWriter output, CancellationToken cancellation = default)
    {
        var published = await reports.OfSurveyAsync(survey, cancellation);
        if (published.Count == 0)
        {
            output.WriteLine(await WhyNothingAsync(survey, cancellation));
            return 1;
        }
        try
        {
            Directory.CreateDirectory(folder);
            await audit.RecordAsync(AuditLog.System, "exported", survey, "every report table, by the command");
            await WriteAllAsync(new(await editions.OfSurveyAsync(survey, cancellation), published), folder, output, cancellation);
            return 0;
        }
        catch (DbException)
        {
            output.WriteLine("Nothing was written: the audit log could not note it. If a server is storing an import, try again when it has finished.");
            return 1;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            output.WriteLine($"The files cannot be written: {error.Message} Name a folder that may be written to with --out.");
            return 1;
        }
    }

    private static async Task WriteAllAsync(PublishedSurvey survey, string folder, TextWriter output, CancellationToken cancellation)
    {
        var published = survey.Reports;
        await WriteAsync(ServiceYearRow.Table);
        await WriteAsync(ServiceYearRow.AspectTable);
        await WriteAsync(ChangeRow.Table, r => (r.YearFrom, r.YearTo));
        await WriteAsync(HeadlineRow.Table);
        await WriteAsync(HeadlineChangeRow.Table, r => (r.YearFrom, r.YearTo));
        await WriteAsync(LowestRatedRow.Table);
        await WriteAsync(PairwiseRow.Table);
        await WriteAsync(SegmentRow.Table, attribute: r => (r.Attribute, r.Segment));
        await WriteAsync(PooledRow.Table);
        await WriteAsync(ResponseRateRow.Table, attribute: r => (r.Attribute, r.Value));
        await WriteAsync(RepresentationRow.Table);
        await WriteAsync(StabilityRow.Table);
        await WriteAsync(WeightingRow.Table);
        await WriteAsync(DistributionRow.Table);
        await WriteAsync(ImportanceRow.Table);
        await WriteAsync(DriverRow.Table);
        await WriteAsync(LedgerRow.FileTable);
        await WriteRowsAsync(SeriesRow.Table, SeriesRow.All(survey), []);
        await WriteAsync(GapRow.Table);
        await WriteAsync(HeadlineChangeRow.FurtherTable);
        await WriteAsync(LedgerRow.OfEditionsTable);

        // Each edition against the one before, then the last against the first.
        async Task WriteAsync<TRow>(ReportTable<TRow> table, Func<TRow, (int From, int To)>? years = null, Func<TRow, (string Attribute, string Value)>? attribute = null)
        {
            cancellation.ThrowIfCancellationRequested();
            var rows = published.SelectMany(report => report.Rows(table));
            if (years is not null) rows = rows.OrderBy(row => IsLongWay(years(row)));
            await WriteRowsAsync(table, rows, attribute is null ? [] : AttributeColumns(table, attribute));
        }

        async Task WriteRowsAsync<TRow>(ReportTable<TRow> table, IEnumerable<TRow> rows, (string, Func<TRow, string?>)[] more)
        {
            var file = Path.Combine(folder, $"{table.Name}.csv");
            await using (var stream = File.Create(file))
                await ReportTableCsv.WriteAsync(CsvWriter.To(stream), table, rows, more, cancellation);
            output.WriteLine(file);
        }

        // One column a customer group, called by its key, as other programs' files have them; a key that is a column already gets a name of its own.
        // The latest edition's first: an earlier year that is imported later adds columns at the end and moves none.
        (string, Func<TRow, string?>)[] AttributeColumns<TRow>(ReportTable table, Func<TRow, (string Attribute, string Value)> of) =>
            [.. from key in published.Reverse().SelectMany(r => r.Edition.Questionnaire.Groups).Select(g => g.Key).Distinct()
                let name = table.Columns.Any(c => c.Name == key) ? $"group_{key}" : key
                select (name, (Func<TRow, string?>)(row => of(row) is var (attribute, value) && (attribute.Length == 0 || attribute == key) ? value : null))];

        bool IsLongWay((int From, int To) years) => published.Count > 2 && years == (published[0].Edition.Year, published[^1].Edition.Year);
    }

    private async Task<string> WhyNothingAsync(string survey, CancellationToken cancellation)
    {
        var known = await editions.SurveysAsync(cancellation);
        if (known.Any(s => s.Key == survey)) return $"No edition of the survey “{survey}” is closed yet. A report is made when an edition is closed.";
        return known.Count == 0
            ? $"There is no survey “{survey}”: the database has none yet."
            : $"There is no survey “{survey}”. The database has: {string.Join(", ", known.Select(s => s.Key))}.";
    }
}
