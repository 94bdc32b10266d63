using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Trends;

/// <summary>The services that all editions of a series share, so that their headline moves by their ratings alone.</summary>
internal static class LikeForLike
{
    /// <param name="until">The editions up to one of them, the earliest first; at least one.</param>
    /// <param name="survey">All editions of the survey.</param>
    /// <param name="lineage">Their lineage.</param>
    /// <returns>Each edition of the series that the last one belongs to with its services, taken together where they became one or had been; empty where all asked about the same.</returns>
    public static IReadOnlyList<(EditionTallies Tallies, IReadOnlyList<IReadOnlyList<Item>> Services)> Of(
        IReadOnlyList<Ledger> until, IReadOnlyList<Edition> survey, SurveyLineage lineage)
    {
        var last = until[^1];
        if (last.Edition.Questionnaire.Headline == HeadlineKind.OverallQuestion) return [];
        var series = new List<(EditionTallies Tallies, IReadOnlyList<Counterpart> Shared)>();
        foreach (var earlier in until.SkipLast(1).Reverse())
        {
            var shared = Shared(earlier, last, survey, lineage);
            // Beyond a break nothing is compared.
            if (earlier.Edition.Questionnaire.Headline != last.Edition.Questionnaire.Headline || shared.Count == 0) break;
            series.Insert(0, (earlier.Tallies, shared));
        }
        var own = last.Edition.Items.MainRatings.Where(last.IsShown).ToArray();
        var groups = series.Aggregate(own.Select(i => new HashSet<Item> { i }).ToList(), (all, edition) => Joined(all, edition.Shared));
        // All ratings of all services are the same, however these are cut; their mean is not.
        var counts = last.Edition.Questionnaire.Headline == HeadlineKind.MeanOfServices && series.Any(e => e.Shared.Any(c => c.IsPooled));
        if (groups.Count == 0 || (!counts && series.All(e => IsAllOf(e.Tallies, e.Shared, groups, own)))) return [];
        return
        [
            .. series.Select(e => (e.Tallies, Sets(groups.Select(g => e.Shared.Where(c => c.Now.Any(g.Contains)).SelectMany(c => c.Before))))),
            (last.Tallies, Sets(groups.Select(g => g.OrderBy(i => i.No)))),
        ];
    }

    public static LikeForLikeRow Row(EditionTallies tallies, IReadOnlyList<IReadOnlyList<Item>> services, RaterSets raters)
    {
        var headline = tallies.Edition.Questionnaire.Headline == HeadlineKind.MeanOfServices
            ? Headlines.Mean(tallies, services, raters)
            : Headlines.Pooled(tallies, [.. services.SelectMany(s => s)], raters);
        return new()
        {
            Year = tallies.Edition.Year, Services = services.Count, Share = headline?.Share, Lower = headline?.Interval?.Lower, Upper = headline?.Interval?.Upper, Ratings = headline?.Ratings,
            State = headline is null ? CellState.NoRatings : headline.Ratings < tallies.Thresholds.MinimumTestBase ? CellState.SmallBase : CellState.Shown,
        };
    }

    // What may be shown and compared on both sides, all of it.
    private static List<Counterpart> Shared(Ledger earlier, Ledger last, IReadOnlyList<Edition> survey, SurveyLineage lineage) =>
        [.. new Counterparts(survey, lineage, earlier.Edition, last.Edition).All.Where(c =>
            c is { WhyNot: null, Before.Count: > 0, Now.Count: > 0 } && c.Before.All(earlier.IsShown) && c.Now.All(last.IsShown))];

    // Services of the last edition that some earlier one has together are together in all; those that one of them lacks are in none.
    private static List<HashSet<Item>> Joined(List<HashSet<Item>> groups, IReadOnlyList<Counterpart> shared)
    {
        var all = shared.SelectMany(c => c.Now).ToHashSet();
        var joined = groups.Where(g => g.All(all.Contains)).ToList();
        foreach (var together in shared.Where(c => c.Now.Count > 1))
        {
            var parts = joined.Where(g => together.Now.Any(g.Contains)).ToList();
            joined.RemoveAll(parts.Contains);
            var union = parts.SelectMany(g => g).ToHashSet();
            // What is together here has to be there whole.
            if (together.Now.All(union.Contains)) joined.Add(union);
        }
        return [.. joined.OrderBy(g => g.Min(i => i.No))];
    }

    private static bool IsAllOf(EditionTallies tallies, IReadOnlyList<Counterpart> shared, List<HashSet<Item>> groups, Item[] own) =>
        groups.Sum(g => g.Count) == own.Length
        && shared.Where(c => c.Now.Any(n => groups.Any(g => g.Contains(n)))).SelectMany(c => c.Before).Distinct().Count() == tallies.Edition.Items.MainRatings.Count(i => tallies.Of(i).Asked > 0)
        && own.Length == shared.SelectMany(c => c.Now).Count();

    private static IReadOnlyList<IReadOnlyList<Item>> Sets(IEnumerable<IEnumerable<Item>> sets) => [.. sets.Select(s => (IReadOnlyList<Item>)[.. s])];
}
