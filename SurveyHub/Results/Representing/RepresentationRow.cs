using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Representing;

/// <summary>A customer group, or several small ones together, among those who were asked and among those who answered.</summary>
public sealed record RepresentationRow
{
    public static readonly ReportTable<RepresentationRow> Table = new("representativeness",
        ("year", ColumnKind.Year, r => r.Year), ("attribute", Text, r => r.Attribute), ("value", Text, r => r.Value), ("value_keys", Text, r => r.ValueKeys),
        ("people", Count, r => r.People), ("people_share", Share, r => r.PeopleShare),
        ("responses", Count, r => r.Responses), ("responses_share", Share, r => r.ResponsesShare), ("diff", Points, r => r.Difference),
        ("state", Text, r => r.State));

    /// <summary><see cref="State"/>: more answered than there are on the list, so that no share of it means anything.</summary>
    public const string ListTooSmall = "list too small";

    public required int Year { get; init; }
    public required string Attribute { get; init; }

    /// <summary>The options' names, joined; empty for those whose value is not known.</summary>
    public required string Value { get; init; }

    /// <summary>The options' keys, joined by blanks. More than one: too few by themselves.</summary>
    public required string ValueKeys { get; init; }

    /// <summary>Who could answer, on the list; null for those whose value is not known.</summary>
    public int? People { get; init; }

    /// <summary>Of everybody on the list whose value is known.</summary>
    public double? PeopleShare { get; init; }
    public required int Responses { get; init; }

    /// <summary>Of all answers whose value is known.</summary>
    public double? ResponsesShare { get; init; }

    /// <summary>Share of the answers minus share of the people.</summary>
    public double? Difference { get; init; }

    /// <summary>Empty, or <see cref="ListTooSmall"/>.</summary>
    public required string State { get; init; }
}
