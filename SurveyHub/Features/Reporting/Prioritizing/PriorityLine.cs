using SurveyHub.Results;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Importance;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Prioritizing;

/// <summary>One service in the priority matrix, or why it is not in it: a row of the page and of its file.</summary>
public sealed record PriorityLine
{
    public static readonly ReportTable<PriorityLine> Table = new("priorities",
        ("year", ColumnKind.Year, r => r.Row.Year), ("priority_rank", ColumnKind.Count, r => r.Number), ("service", Text, r => r.Row.Service), ("service_name", Text, r => r.Name),
        ("n_valid", ColumnKind.Count, r => r.Figures.Valid), ("share_good", Share, r => r.Figures.Share),
        ("wilson_lower", Share, r => r.Figures.Lower), ("wilson_upper", Share, r => r.Figures.Upper),
        ("n_pairs", ColumnKind.Count, r => r.Row.Pairs), ("importance", ColumnKind.Number, r => r.Importance),
        ("importance_lower", ColumnKind.Number, r => r.Row.Lower), ("importance_upper", ColumnKind.Number, r => r.Row.Upper),
        ("median_share", Share, r => r.Row.MedianShare), ("median_importance", ColumnKind.Number, r => r.Row.MedianImportance),
        ("quadrant", Text, r => ImportanceRow.WordsOf(r.Row.Quadrant)), ("uncertain", Flag, r => r.Row.IsUncertain), ("priority", ColumnKind.Number, r => r.Row.Priority),
        ("display", Text, r => r.Row.Display), ("method_version", Text, _ => MethodVersion.Current));

    public required ImportanceRow Row { get; init; }

    /// <summary>The service's figures. What is hidden is not in it.</summary>
    public required ServiceYearRow Figures { get; init; }
    public required string Name { get; init; }

    /// <summary>1 for the first to improve; null outside the matrix. The chart's numbers are these.</summary>
    public int? Number { get; init; }

    /// <summary>Of services in the matrix only: pages tell no correlation over fewer people (docs/adr/0010).</summary>
    public double? Importance => Row.IsInMatrix ? Row.Spearman : null;

    public bool IsUncertain => Row.IsUncertain == true;

    /// <summary>"Fix first".</summary>
    public string Where => Row.Quadrant is { } quadrant ? WordsOf(quadrant) : "";

    public static string WordsOf(Quadrant quadrant) => ImportanceRow.WordsOf(quadrant)! is var words ? char.ToUpperInvariant(words[0]) + words[1..] : "";
}
