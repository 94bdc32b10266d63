using SurveyHub.Results;
using SurveyHub.Results.Frozen;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Freezing;

/// <summary>One cell that differs: a row of the page's file.</summary>
internal static class DifferenceLine
{
    public static ReportTable<CellDifference> TableOf(PendingFigures pending) => new("recomputed",
        ("year", ColumnKind.Year, d => d.Year), ("table", Text, d => d.Table), ("row", Text, d => d.Row), ("cell", Text, d => d.Cell),
        ("published", Text, d => d.Published), ("computed_now", Text, d => d.Now), ("method_published", Text, _ => pending.From), ("method_now", Text, _ => pending.To));
}
