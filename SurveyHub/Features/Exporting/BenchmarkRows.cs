using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>
/// The figures of a published report as other organisations can use them. Read from the report's own tables, so that nothing is in the file
/// that no page shows: hidden figures have no row, and answers per scale point stand only where the report gives their distribution.
/// </summary>
internal static class BenchmarkRows
{
    public static IEnumerable<BenchmarkRow> Of(EditionReport report)
    {
        var decided = report.Rows(LedgerRow.Table).Where(r => r.Of == LedgerRow.Benchmark).ToDictionary(r => (r.Item, r.Attribute, r.SegmentKey), r => r.Decision);
        var testBase = Thresholds.Of(report.Edition.Questionnaire.MinimumAnswers).MinimumTestBase;
        return from figure in All(report)
               let decision = decided.GetValueOrDefault((figure.Item, figure.Attribute, figure.Value), Decision.Shown)
               where decision is Decision.Shown or Decision.Blurred
               select decision == Decision.Blurred ? figure.Row.Blur(testBase) : figure.Row;
    }

    private static IEnumerable<(string Item, string Attribute, string Value, BenchmarkRow Row)> All(EditionReport report)
    {
        var spread = report.Rows(DistributionRow.Table).ToLookup(r => r.Item);
        foreach (var row in report.Rows(ServiceYearRow.Table).Concat(report.Rows(ServiceYearRow.AspectTable)).Where(r => r is { IsVisible: true, Valid: > 0 }))
            if (ItemOf(report.Edition, row.Item) is { } item)
                yield return (row.Item, "", "", Of(report.Edition, item) with
                {
                    Valid = row.Valid,
                    CannotJudge = row.NotApplicable,
                    Share = row.Share,
                    Lower = row.Lower,
                    Upper = row.Upper,
                    Mean = row.MeanCode,
                    Counts = [.. spread[row.Item].OrderBy(r => r.Code).Select(r => r.N)],
                });
        foreach (var row in report.Rows(SegmentRow.Table).Where(r => r is { IsHidden: false, Valid: > 0, SegmentKey.Length: > 0 }))
            if (ItemOf(report.Edition, row.Item) is { } item)
                yield return (row.Item, row.Attribute, row.SegmentKey, Of(report.Edition, item) with
                {
                    Group = $"{row.Attribute}:{row.SegmentKey}",
                    Valid = row.Valid,
                    Share = row.Share,
                    Lower = row.Lower,
                    Upper = row.Upper,
                });
    }

    private static Item? ItemOf(Edition edition, string reportKey) => edition.Items.All.FirstOrDefault(i => i.Scale is not null && i.ReportKey == reportKey);

    private static BenchmarkRow Of(Edition edition, Item item)
    {
        var question = ComparableQuestion.Of(edition.Questionnaire, item);
        return new()
        {
            Concept = question.Concept,
            Label = question.Label,
            Dimension = question.Dimension,
            ItemHash = question.ItemHash,
            ScalePoints = question.ScalePoints,
            ScaleHash = question.ScaleHash,
        };
    }
}
