using SurveyHub.Features.Reporting.Explaining;
using SurveyHub.Results;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Reporting.Bridging;

/// <summary>What other words do to one rating: the difference between two random halves.</summary>
internal static class WordingFigure
{
    // In this order they sort, and the later one is compared with the earlier.
    private const string OldWords = "1 old words";
    private const string NewWords = "2 new words";

    private const string Compared = """
        # Two wordings are compared as two years are.
        counts$year <- as.integer(factor(counts$wording))

        """;

    public static ExplainedFigure? Of(EditionReport report, string key)
    {
        var view = BridgeView.Of(report);
        if (view.Questions.FirstOrDefault(q => q.Ratings.Any(r => r.NewRow.Item == key)) is not { } question) return null;
        var rating = question.Ratings.First(r => r.NewRow.Item == key);
        return new()
        {
            Place = FigurePlace.Wording(key),
            Title = $"{rating.Name}: new words against old ones, {report.Edition.Year}",
            Value = rating is { Difference: { } difference, Limits: { } limits } ? BridgedQuestion.Offset(difference, limits) : rating.Said,
            Parts =
            [
                ("What it says", $"The share of good or excellent of those who were asked “{question.NewWords}” minus that of those who were asked “{question.OldWords}”, from unrounded shares. Chance decided who was asked what, so beyond chance it is what the words do, and no change of the service."),
                .. rating.Difference is null ? [] : Numbers(report, question, rating),
                ("Disclosure", rating.State == ComparisonState.Hidden ? "One of the two figures is hidden, and with it the difference." : "It follows from two figures of the report and says nothing beyond them."),
                ("Weighting", "Not weighted: chance made the halves alike."),
            ],
            Recomputation = rating.State == ComparisonState.Tested ? Recompute(question, rating) : null,
        };
    }

    private static IEnumerable<(string, string)> Numbers(EditionReport report, BridgedQuestion question, BridgedRating rating)
    {
        yield return ("Base", $"{Figures.Count(rating.Counts.Old.Valid, "rating", "ratings")} in the old words, {Figures.Count(rating.Counts.New.Valid, "rating", "ratings")} in the new ones; nobody gave both.");
        yield return ("Interval", "95 % interval of Newcombe for the difference of two independent shares.");
        if (rating.State != ComparisonState.Tested)
            yield return ("Test", $"None: that takes {Words.TestBase(report.Edition.Questionnaire)} ratings or more in both wordings.");
        else
            yield return ("Test", $"{char.ToUpperInvariant(rating.Said[0])}{rating.Said[1..]}. Pooled two-proportion z test; Fisher’s exact test where an expected count is below 5; at 5 %, adjusted by Benjamini and Hochberg over the {Figures.Count(question.Ratings.Count(r => r.State == ComparisonState.Tested), "rating", "ratings")} tested in these two wordings. The interval is not adjusted.");
        yield return ("Use", "No figure of the report is corrected by it. Who wants to hold the years before the new words against those after them may add it, with its interval, and has to say so.");
    }

    private static Recomputation Recompute(BridgedQuestion question, BridgedRating rating)
    {
        (string Item, double P)[] family = [.. question.Ratings.Where(r => r.State == ComparisonState.Tested).Select(r => (r.NewRow.Item, r.Judged!.Comparison.P!.Value))];
        var (old, @new) = rating.Counts;
        return new(
        [
            ["wording", "item", "counts_as", "n"], [OldWords, rating.OldRow.Item, "good", old.Good], [OldWords, rating.OldRow.Item, "other", old.Valid - old.Good],
            [NewWords, rating.NewRow.Item, "good", @new.Good], [NewWords, rating.NewRow.Item, "other", @new.Valid - @new.Good],
        ],
        Compared + Scripts.Change + Scripts.Test + Scripts.Adjusted(family.Index().First(f => f.Item.Item == rating.NewRow.Item).Index + 1),
        [
            ("difference", rating.Difference!.Value), ("lower", rating.Limits!.Value.Lower), ("upper", rating.Limits.Value.Upper),
            ("p", rating.Judged!.Comparison.P!.Value), ("p_adjusted", rating.Judged.AdjustedP!.Value),
        ])
        { Tests = family };
    }
}
