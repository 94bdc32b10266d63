using Microsoft.Extensions.Options;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Results.Tables;
using SurveyHub.Shell.Csv;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Exporting;

/// <summary>benchmark_v1.csv: the figures of an edition in the form in which organisations exchange them, without a vendor between.</summary>
public sealed class BenchmarkCsv(IOptions<BenchmarkOptions> options)
{
    public Task WriteAsync(Stream output, EditionReport report, CancellationToken cancellation) =>
        new CsvTable<BenchmarkRow>([.. Organisation(report), .. Figure(report), .. Counted(report), .. Shares()])
            .WriteAsync(CsvWriter.To(output), BenchmarkRows.Of(report), cancellation);

    private IEnumerable<(string, Action<CsvWriter, BenchmarkRow>)> Organisation(EditionReport report)
    {
        var (edition, organisation) = (report.Edition, options.Value);
        return
        [
            ("schema_version", (csv, _) => csv.Write(1)),
            ("org_id", (csv, _) => csv.Write(organisation.IdIn(edition.Questionnaire))),
            ("org_label", (csv, _) => csv.Write(organisation.OrganisationLabel)),
            ("sector", (csv, _) => csv.Write(organisation.Sector)),
            ("size_band", (csv, _) => csv.Write(organisation.SizeBand)),
            ("country", (csv, _) => csv.Write(organisation.Country)),
            ("year", (csv, _) => csv.Write(edition.Year)),
            ("field_start", (csv, _) => csv.Write(edition.DaysAreKnown ? edition.OpensOn : null)),
            ("field_end", (csv, _) => csv.Write(edition.DaysAreKnown ? edition.ClosesOn : null)),
        ];
    }

    private static IEnumerable<(string, Action<CsvWriter, BenchmarkRow>)> Figure(EditionReport report) =>
    [
        ("service_concept", (csv, row) => csv.Write(row.Concept)),
        ("service_label", (csv, row) => csv.Write(row.Label)),
        ("dimension", (csv, row) => csv.Write(row.Dimension)),
        ("customer_group", (csv, row) => csv.Write(row.Group)),
        ("item_hash", (csv, row) => csv.Write(row.ItemHash)),
        ("scale_points", (csv, row) => csv.Write(row.ScalePoints)),
        ("scale_hash", (csv, row) => csv.Write(row.ScaleHash)),
        ("lang", (csv, _) => csv.Write(report.Edition.Questionnaire.Languages[0])),
    ];

    private static IEnumerable<(string, Action<CsvWriter, BenchmarkRow>)> Counted(EditionReport report)
    {
        var invited = report.Rows(ResponseRateRow.Table).FirstOrDefault(r => r.Attribute.Length == 0);
        var responses = report.Rows(HeadlineRow.Table)[0].Respondents;
        return
        [
            // Of a group they are not known: whoever came by an open link is on no list.
            ("n_invited", (csv, row) => csv.Write(row.IsOfAll ? invited?.Listed - invited?.Ineligible : null)),
            ("n_responses", (csv, row) => csv.Write(row.IsOfAll ? responses : null)),
            ("n_valid", (csv, row) => csv.Write(row.Valid)),
            ("n_cannot_judge", (csv, row) => csv.Write(row.CannotJudge)),
            .. Enumerable.Range(0, BenchmarkRow.MostPoints).Select(Point),
        ];
    }

    private static (string, Action<CsvWriter, BenchmarkRow>) Point(int point) =>
        ($"c{point + 1}", (csv, row) => csv.Write(point < row.Counts.Count ? row.Counts[point] : (long?)null));

    private static IEnumerable<(string, Action<CsvWriter, BenchmarkRow>)> Shares() =>
    [
        ("good_excellent_pct", (csv, row) => csv.Write(100 * row.Share)),
        ("ci_low", (csv, row) => csv.Write(100 * row.Lower)),
        ("ci_high", (csv, row) => csv.Write(100 * row.Upper)),
        ("mean", (csv, row) => csv.Write(row.Mean)),
        ("method_note", (csv, row) => csv.Write(row.Blurred is { } blurred ? $"{blurred}, {MethodVersion.Current}" : $"Wilson 95 %, unweighted, {MethodVersion.Current}")),
    ];
}
