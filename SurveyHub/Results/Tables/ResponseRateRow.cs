using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Tables;

/// <summary>How the invitations of an edition, or of one customer group in it, ended, with AAPOR's rates (methodology M10).</summary>
public sealed record ResponseRateRow
{
    public static readonly ReportTable<ResponseRateRow> Table = new("response_rates",
        ("year", ColumnKind.Year, r => r.Year), ("attribute", Text, r => r.Attribute), ("value", Text, r => r.Value),
        ("listed", Count, r => r.Listed), ("ineligible", Count, r => r.Ineligible), ("complete", Count, r => r.Complete), ("partial", Count, r => r.Partial),
        ("refused", Count, r => r.Refused), ("no_contact", Count, r => r.NoContact), ("unknown_eligibility", Count, r => r.UnknownEligibility),
        ("RR1", Share, r => r.Rr1), ("RR2", Share, r => r.Rr2), ("RR5", Share, r => r.Rr5), ("RR6", Share, r => r.Rr6),
        ("answered", Count, r => r.Answered), ("responses", Count, r => r.Responses), ("value_key", Text, r => r.ValueKey), ("state", Text, r => r.State));

    /// <summary><see cref="State"/>: more answered than there are on the list, here or in any group; it is not the list of those who were asked, and has no rate.</summary>
    public const string ListTooSmall = Representing.RepresentationRow.ListTooSmall;

    /// <summary><see cref="State"/>: of a group whose own people would do, but the list is wrong elsewhere.</summary>
    public const string AnotherList = "another list";

    /// <summary>The row of everyone; its attribute is empty.</summary>
    public const string All = "(all)";

    public required int Year { get; init; }
    public required string Attribute { get; init; }

    /// <summary>The option's name in the first language of its text.</summary>
    public required string Value { get; init; }

    /// <summary>Everyone on the frame; null when nobody was invited by name: then there is a count of responses and no rate.</summary>
    public int? Listed { get; init; }
    public int? Ineligible { get; init; }

    /// <summary>Null where an anonymous edition does not know who answered completely.</summary>
    public int? Complete { get; init; }
    public int? Partial { get; init; }
    public int? Refused { get; init; }

    /// <summary>No reaction, or begun and not submitted.</summary>
    public int? NoContact { get; init; }
    public int? UnknownEligibility { get; init; }
    public double? Rr1 { get; init; }
    public double? Rr2 { get; init; }
    public double? Rr5 { get; init; }
    public double? Rr6 { get; init; }

    /// <summary>Complete and partial together.</summary>
    public int? Answered { get; init; }

    /// <summary>Stored responses, by personal and by open link; of everyone only.</summary>
    public int? Responses { get; init; }
    public required string ValueKey { get; init; }

    /// <summary>Why there is no rate of the people listed; empty where the list is of those who were asked, as far as is known.</summary>
    public string State { get; init; } = "";

    /// <summary>Everybody who could answer, as far as is known.</summary>
    public int? Invited => Listed is { } listed ? listed - (Ineligible ?? 0) : null;
}
