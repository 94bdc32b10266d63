using SurveyHub.Results.Disclosure;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Commenting;

/// <summary>
/// What may be read of the comments on a service or a question: the comments themselves, those of one rating class, those of one customer
/// group. Decided once, at closing. A part has nobody's comments or as many as the survey's minimum; there is no number of fewer.
/// </summary>
public sealed record CommentRow
{
    /// <summary>The comments without a filter.</summary>
    public const string All = "";

    /// <summary>By what the same person gave the service. No customer group is called so.</summary>
    public const string ByRating = "-rating";

    /// <summary>Values of a group that are read together only.</summary>
    public const string Others = "-others";

    /// <summary>Those whose group is not known.</summary>
    public const string Unknown = "-unknown";

    public static readonly ReportTable<CommentRow> Table = new("comments",
        ("year", ColumnKind.Year, r => r.Year), ("item", Text, r => r.Item), ("filter", Text, r => r.Filter), ("part", Text, r => r.Part), ("comments", Count, r => r.Comments),
        ("decision", Text, r => Reasons.WordsOf(r.Decision)), ("reason", Text, r => Reasons.WordsOf(r.Reason)));

    public required int Year { get; init; }

    /// <summary>The text question's key.</summary>
    public required string Item { get; init; }

    /// <summary>Empty, <see cref="ByRating"/>, or a customer group's key.</summary>
    public string Filter { get; init; } = All;

    /// <summary>A filter's part: rating classes joined by "-", a group's value, <see cref="Others"/>, <see cref="Unknown"/>; empty for a filter that is not offered.</summary>
    public string Part { get; init; } = "";

    /// <summary>Null where they are not shown.</summary>
    public int? Comments { get; init; }
    public required Decision Decision { get; init; }
    public required Reason Reason { get; init; }

    /// <summary>The same in the ledger.</summary>
    internal LedgerRow Decided => new() { Year = Year, Of = LedgerRow.Comments, Item = Item, Attribute = Filter, SegmentKey = Part, Decision = Decision, Reason = Reason };
}
