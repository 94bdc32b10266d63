using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Tables;

/// <summary>The ratings of one item by small customer groups joined, beside everyone else's.</summary>
public sealed record PooledRow
{
    public static readonly ReportTable<PooledRow> Table = new("pooled",
        ("year", ColumnKind.Year, r => r.Year), ("attribute", Text, r => r.Attribute), ("item", Text, r => r.Item),
        ("members", Text, r => r.Members), ("member_names", Text, r => string.Join("; ", r.Names)), ("n_members", Count, r => r.Names.Count),
        ("n_valid", Count, r => r.Valid), ("k_good", Count, r => r.Good),
        ("share_good", ColumnKind.Share, r => r.Share), ("wilson_lower", ColumnKind.Share, r => r.Lower), ("wilson_upper", ColumnKind.Share, r => r.Upper),
        ("p_versus_rest", P, r => r.PVersusRest), ("bh_versus_rest", P, r => r.AdjustedP), ("diff_to_rest", Points, r => r.DifferenceToRest),
        ("display", Text, r => r.Display), ("usual", Flag, r => r.IsUsual));

    /// <summary>In the list of members, those who did not say.</summary>
    public const string NotKnown = "(not_known)";

    public required int Year { get; init; }
    public required string Attribute { get; init; }
    public required string Item { get; init; }

    /// <summary>Keys of the groups joined, with blanks between.</summary>
    public required string Members { get; init; }

    /// <summary>Their names in the first language of their texts.</summary>
    public required IReadOnlyList<string> Names { get; init; }
    public required int Valid { get; init; }
    public required int Good { get; init; }
    public required double Share { get; init; }
    public required double Lower { get; init; }
    public required double Upper { get; init; }

    /// <summary>Null when not tested. The pools of one attribute are a family of their own, so that no group's verdict depends on them.</summary>
    public double? PVersusRest { get; init; }
    public double? AdjustedP { get; init; }
    public double? DifferenceToRest { get; init; }
    public required CellState State { get; init; }
    public required string Display { get; init; }

    /// <summary>The same groups as on most other items.</summary>
    public required bool IsUsual { get; init; }

    /// <summary>"Chapel and Pharmacy together", "Chapel, Pharmacy and 2 others together".</summary>
    public string Label => Names.Count switch
    {
        2 => $"{Names[0]} and {Names[1]} together",
        3 => $"{Names[0]}, {Names[1]} and {Names[2]} together",
        _ => $"{Names[0]}, {Names[1]} and {Names.Count - 2} others together",
    };
}
