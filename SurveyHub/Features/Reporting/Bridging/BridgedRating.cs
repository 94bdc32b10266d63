using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Bridging;

/// <summary>One rating in a bridge year, in the old words and in the new ones: a row of the page and of its file.</summary>
/// <param name="Old">The rating in the old words, of one half.</param>
/// <param name="New">The rating in the new words, of the other half.</param>
/// <param name="OldRow">Its published figures.</param>
/// <param name="NewRow">Likewise.</param>
/// <param name="Name">Of the service; of a question asked once, its words.</param>
/// <param name="State">What may be said of the difference.</param>
public sealed record BridgedRating(Item Old, Item New, ServiceYearRow OldRow, ServiceYearRow NewRow, string Name, ComparisonState State)
{
    public const string Higher = "higher in the new words";
    public const string Lower = "lower in the new words";
    public const string NoClearDifference = "no clear difference";

    public static readonly ReportTable<BridgedRating> Table = new("wordings",
        ("year", Year, r => r.OldRow.Year), ("service", Text, r => r.Old.Service), ("name", Text, r => r.Name),
        ("question_old", Text, r => r.Old.Question), ("question_new", Text, r => r.New.Question), ("item_old", Text, r => r.OldRow.Item), ("item_new", Text, r => r.NewRow.Item),
        ("n_old", Count, r => r.OldRow.Valid), ("share_old", Share, r => r.OldRow.Share), ("n_new", Count, r => r.NewRow.Valid), ("share_new", Share, r => r.NewRow.Share),
        ("diff", Points, r => r.Difference), ("diff_lower", Points, r => r.Limits?.Lower), ("diff_upper", Points, r => r.Limits?.Upper),
        ("p", P, r => r.Judged?.Comparison.P), ("q", P, r => r.Judged?.AdjustedP), ("verdict", Text, r => r.State == ComparisonState.Hidden ? ExportWords.OfHidden(r.OldRow.Display, r.NewRow.Display) : r.Said),
        ("method_version", Text, _ => MethodVersion.Current));

    /// <summary>Null where a side is hidden, was not asked or has no ratings.</summary>
    public JudgedComparison? Judged { get; init; }

    /// <summary>New minus old; null where there is nothing to compute.</summary>
    public double? Difference => Judged?.Comparison.Change?.Difference;

    public Interval? Limits => Judged?.Comparison.Interval;

    public bool IsClear => Judged?.Verdict is Verdict.Better or Verdict.Worse;

    /// <summary>On the pages; the file has it too, but words of its own for what is hidden. It is no verdict on the service: other words are neither better nor worse.</summary>
    public string Said => (State, Judged?.Verdict) switch
    {
        (_, Verdict.Better) => Higher,
        (_, Verdict.Worse) => Lower,
        (ComparisonState.Tested, _) => NoClearDifference,
        (ComparisonState.TooFewToTest, _) => "too few to test",
        (ComparisonState.Hidden, _) => Words.InPlaceOfShare(CellState.Hidden, OldRow.State == CellState.Hidden ? OldRow.Display : NewRow.Display),
        _ => "no ratings in one of the two wordings",
    };

    /// <summary>The counts of both; only where both are shown.</summary>
    public (GoodCount Old, GoodCount New) Counts => (new(OldRow.Good!.Value, OldRow.Valid!.Value), new(NewRow.Good!.Value, NewRow.Valid!.Value));
}
