using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Shell.Csv;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Exporting;

/// <summary>benchmark_v1.csv: the figures of an edition in the form in which organisations exchange them, without a vendor between.</summary>
public sealed class BenchmarkCsv(IOptions<BenchmarkOptions> options)
{
    private static readonly string[] Columns =
    [
        "schema_version", "org_id", "org_label", "sector", "size_band", "country", "year", "field_start", "field_end", "service_concept", "service_label",
        "dimension", "customer_group", "item_hash", "scale_points", "scale_hash", "lang", "n_invited", "n_responses", "n_valid", "n_cannot_judge",
        "c1", "c2", "c3", "c4", "c5", "c6", "c7", "good_excellent_pct", "ci_low", "ci_high", "mean", "method_note",
    ];

    public async Task WriteAsync(Stream output, EditionReport report, CancellationToken cancellation)
    {
        var csv = CsvWriter.To(output);
        await csv.WriteRowAsync(Columns, cancellation);
        var invited = report.Rows(ResponseRateRow.Table).FirstOrDefault(r => r.Attribute.Length == 0);
        var responses = report.Rows(HeadlineRow.Table)[0].Respondents;
        foreach (var row in BenchmarkRows.Of(report))
        {
            WriteOrganisation(csv, report);
            csv.Write(row.Concept);
            csv.Write(row.Label);
            csv.Write(row.Dimension);
            csv.Write(row.Group);
            csv.Write(row.ItemHash);
            csv.Write(row.ScalePoints);
            csv.Write(row.ScaleHash);
            csv.Write(report.Edition.Questionnaire.Languages[0]);
            // Of a group they are not known: whoever came by an open link is on no list.
            csv.Write(row.IsOfAll ? invited?.Listed - invited?.Ineligible : null);
            csv.Write(row.IsOfAll ? responses : null);
            WriteFigures(csv, row);
            csv.Write($"Wilson 95 %, unweighted, {MethodVersion.Current}");
            await csv.EndRowAsync(cancellation);
        }
        await csv.FlushAsync(cancellation);
    }

    private void WriteOrganisation(CsvWriter csv, EditionReport report)
    {
        var (edition, organisation) = (report.Edition, options.Value);
        csv.Write(1);
        csv.Write(organisation.OrganisationId is { Length: > 0 } id ? id : ShortHash(edition.Questionnaire.Organisation.ToString()));
        csv.Write(organisation.OrganisationLabel);
        csv.Write(organisation.Sector);
        csv.Write(organisation.SizeBand);
        csv.Write(organisation.Country);
        csv.Write(edition.Year);
        csv.Write(edition.DaysAreKnown ? edition.OpensOn : null);
        csv.Write(edition.DaysAreKnown ? edition.ClosesOn : null);
    }

    private static void WriteFigures(CsvWriter csv, BenchmarkRow row)
    {
        csv.Write(row.Valid);
        csv.Write(row.CannotJudge);
        for (var point = 0; point < BenchmarkRow.MostPoints; point++) csv.Write(point < row.Counts.Count ? row.Counts[point] : (long?)null);
        csv.Write(100 * row.Share);
        csv.Write(100 * row.Lower);
        csv.Write(100 * row.Upper);
        csv.Write(row.Mean);
    }

    private static string ShortHash(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..12];
}
