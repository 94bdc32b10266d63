using SurveyHub.Results.Commenting;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Disclosure;

/// <summary>What was decided of one cell of a published table, and why. There is no number of it here.</summary>
public sealed record LedgerRow
{
    // Named like the tables whose cells they decide.
    public const string Services = "service_year";
    public const string Aspects = "aspect_year";
    public const string Headline = "headline";
    public const string Distribution = "distribution";
    public const string Segments = "segments";
    public const string ResponseRates = "response_rates";
    public const string Importance = "importance";
    public const string Drivers = "drivers";
    public const string Gaps = "gaps";
    public const string GapMeans = "gaps_means";
    public const string Weighted = "weighted";
    public const string Comments = "comments";
    public const string Benchmark = "benchmark";
    public const string Microdata = "microdata";
    public const string Composite = "composite";
    public const string LikeForLike = "like_for_like";

    /// <summary>The item of the row about the figure over all services.</summary>
    public const string PooledItem = "pooled";

    public static readonly ReportTable<LedgerRow> Table = Columns("disclosure");

    /// <summary>Of figures that go with other editions, services taken together: made again whenever an edition of the survey comes or goes.</summary>
    public static readonly ReportTable<LedgerRow> OfEditionsTable = Columns("disclosure_editions");

    private static ReportTable<LedgerRow> Columns(string name) => new(name,
        ("year", ColumnKind.Year, r => r.Year), ("table", Text, r => r.Of), ("item", Text, r => r.Item), ("attribute", Text, r => r.Attribute),
        ("segment_key", Text, r => r.SegmentKey), ("segment", Text, r => r.Segment),
        ("decision", Text, r => Reasons.WordsOf(r.Decision)), ("reason", Text, r => Reasons.WordsOf(r.Reason)), ("protects", Text, r => r.Protects));

    /// <summary>
    /// The same for files. The report's own keys of comments begin with a hyphen, which no key of a survey does; in a file that would be the beginning of a formula, and
    /// an apostrophe before it another key. With a hyphen inside they are still nobody else's.
    /// </summary>
    public static readonly ReportTable<LedgerRow> FileTable = Table.Replacing("attribute", r => KeyInFiles(r.Attribute)).Replacing("segment_key", r => KeyInFiles(r.SegmentKey));

    public static string KeyInFiles(string key) => key switch
    {
        CommentRow.ByRating => "by-rating",
        CommentRow.Others => "all-others",
        CommentRow.Unknown => "not-known",
        _ => key,
    };

    public required int Year { get; init; }

    /// <summary>The table.</summary>
    public required string Of { get; init; }

    /// <summary>As the table calls it.</summary>
    public required string Item { get; init; }

    /// <summary>The customer group's attribute; empty for all customers. Of comments the filter.</summary>
    public string Attribute { get; init; } = "";

    /// <summary>The value's key; empty for those who did not say, and for all customers. Of comments the filter's part.</summary>
    public string SegmentKey { get; init; } = "";

    /// <summary>The value's name.</summary>
    public string Segment { get; init; } = "";
    public required Decision Decision { get; init; }
    public required Reason Reason { get; init; }

    /// <summary>Keys of the figures it is hidden for, where these are seen to be too small anyway.</summary>
    public string Protects { get; init; } = "";
}
