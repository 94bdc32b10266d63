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
        ("display", Text, r => r.Row.Display), ("method_version", Text, _ => MethodVersion.Current),
        ("importance_certain", Flag, r => r.Row.IsInMatrix ? r.HasImportance : null), ("share_uncertain", Flag, r => r.Row.IsInMatrix ? r.IsShareUncertain : null));

    public required ImportanceRow Row { get; init; }

    /// <summary>The service's figures. What is hidden is not in it.</summary>
    public required ServiceYearRow Figures { get; init; }
    public required string Name { get; init; }

    /// <summary>1 for the first to improve; null outside the matrix. The chart's numbers are these.</summary>
    public int? Number { get; init; }

    /// <summary>Of services in the matrix only: pages tell no correlation over fewer people (docs/adr/0010).</summary>
    public double? Importance => Row.IsInMatrix ? Row.Spearman : null;

    /// <summary>Chance may have put it on this side of a line: the interval of its importance, or of its share, contains the median.</summary>
    public bool IsUncertain => Row.IsUncertain == true || IsShareUncertain;

    public bool IsShareUncertain => Row.MedianShare is { } median && Figures.Lower <= median && median <= Figures.Upper;

    /// <summary>Its importance is above 0 beyond chance. Of the others nobody can say that they go with the whole at all.</summary>
    public bool HasImportance => Row.Lower > 0;

    /// <summary>"not certain", and why the list has it behind the others; empty where neither is to be said.</summary>
    public string Doubt => (Row.IsInMatrix && !HasImportance, IsUncertain) switch { (true, _) => "not certain: its importance may be none", (_, true) => "not certain", _ => "" };

    /// <summary>"Fix first".</summary>
    public string Where => Row.Quadrant is { } quadrant ? WordsOf(quadrant) : "";

    public static string WordsOf(Quadrant quadrant) => ImportanceRow.WordsOf(quadrant)! is var words ? char.ToUpperInvariant(words[0]) + words[1..] : "";
}
