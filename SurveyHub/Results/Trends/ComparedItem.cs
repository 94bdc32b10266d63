using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Trends;

/// <summary>One figure of both editions, as far as they have it: the overall question, a service, or several services together.</summary>
internal sealed record ComparedItem(string Key, Comparison Comparison, bool FromIsKnown, bool ToIsKnown, string? WhyNot)
{
    /// <summary>The states in the words of the file, which tell why a side is hidden.</summary>
    public required string FromDisplay { get; init; }
    public required string ToDisplay { get; init; }

    /// <summary>A side has another name, or is several services.</summary>
    public bool IsLikeForLike { get; init; }
    public string? ItemsFrom { get; init; }
    public required string LineageId { get; init; }

    /// <summary>Null where the two are not compared, or not both weighted alike; and where several services are taken together, which have no weighted figure.</summary>
    public WeightedChange? Weighted { get; init; }

    public static ComparedItem? Overall(EditionPair pair)
    {
        var (from, to) = (pair.From.Edition.Items.Overall, pair.To.Edition.Items.Overall);
        if (from is null && to is null) return null;
        var (fromTally, toTally) = (TallyOf(pair.From, from), TallyOf(pair.To, to));
        var (before, now) = (Decided(pair.FromDecided, from), Decided(pair.ToDecided, to));
        var whyNot = from is null || to is null ? null : pair.WhyNot(from, to);
        var state = ComparisonStates.Of(whyNot is null, before.State, now.State);
        return new(Questionnaire.OverallQuestion, new(state, fromTally.GoodCount, toTally.GoodCount), before.State != CellState.Hidden, now.State != CellState.Hidden, whyNot)
        {
            FromDisplay = before.Display, ToDisplay = now.Display, LineageId = Questionnaire.OverallQuestion, ItemsFrom = from is null ? null : Questionnaire.OverallQuestion,
            Weighted = WeightedOf(pair, state, from, to),
        };
    }

    /// <summary>The later edition's services in their order, then the parts of a split one together, then what it no longer has.</summary>
    public static IEnumerable<ComparedItem> Services(EditionPair pair, RaterSets earlier, RaterSets later)
    {
        var all = pair.Services.All;
        return
        [
            .. pair.To.Edition.Items.MainRatings.Select(item => (Item: item, Whole: pair.Services.Of(item.ReportKey)!))
                .Select(s => s.Whole.Ancestry.IsSplit ? Part(pair, s.Whole, s.Item, earlier, later) : Of(pair, s.Whole, earlier, later)),
            .. all.Where(c => c is { Ancestry.IsSplit: true, WhyNot: null, Before.Count: > 0 }).Select(c => Of(pair, c, earlier, later)),
            .. all.Where(c => c.Now.Count == 0).Select(c => Of(pair, c, earlier, later)),
        ];
    }

    /// <summary>The change of the people linked across the editions; null where nobody is, or several services are taken together.</summary>
    public LinkedChange? Link(LinkedCounts linked) =>
        Comparison is { State: ComparisonState.TooFewToTest or ComparisonState.Tested, Pooled: null } && !IsLikeForLike && linked.Of(Key) is { } both
            ? LinkedChange.Of(Comparison.From, Comparison.To, both)
            : null;

    private static ComparedItem Of(EditionPair pair, Counterpart service, RaterSets from, RaterSets to) =>
        Of(pair, service, service.Name, service.WhyNot, Before(pair, service, from), pair.ToFigures.Of(service.Now, to));

    // A part of a split service: what there was before is known, and nothing is held against it.
    private static ComparedItem Part(EditionPair pair, Counterpart whole, Item part, RaterSets from, RaterSets to) =>
        Of(pair, whole, part.ReportKey, whole.Before.Count == 0 ? null : Counterpart.Split, Before(pair, whole, from), pair.ToFigures.Of([part], to));

    // Half of what it was is not what it was.
    private static Composite Before(EditionPair pair, Counterpart service, RaterSets from) => pair.FromFigures.Of(service.IsWhole || service.Now.Count == 0 ? service.Before : [], from);

    private static ComparedItem Of(EditionPair pair, Counterpart service, string key, string? whyNot, Composite before, Composite now)
    {
        var state = ComparisonStates.Of(whyNot is null, before.State, now.State);
        var pooled = service.IsPooled && whyNot is null && before.Share is { } earlier && now.Share is { } later ? PooledShare.Change(earlier, later) : null;
        return new(key, new(state, before.Count, now.Count, pooled),
            before.State != CellState.Hidden, now.State != CellState.Hidden, whyNot)
        {
            FromDisplay = before.Display, ToDisplay = now.Display,
            Weighted = service.IsPooled ? null : WeightedOf(pair, state, service.Before is [var from] ? from : null, service.Now is [var to] ? to : null),
            IsLikeForLike = !service.Ancestry.IsPlain && service.Ancestry.Before.Count > 0,
            ItemsFrom = service.Before.Count == 0 ? null : Ancestry.Name(service.Before.Select(i => i.ReportKey)),
            LineageId = pair.LastName(key, service.Now.Count == 0 ? pair.From.Edition.Year : pair.To.Edition.Year),
        };
    }

    private static WeightedChange? WeightedOf(EditionPair pair, ComparisonState state, Item? from, Item? to) =>
        state is ComparisonState.TooFewToTest or ComparisonState.Tested ? WeightedChanges.Between(pair, from!, to!) : null;

    private static (CellState State, string Display) Decided(Ledger ledger, Item? item) =>
        item is null ? (CellState.NotAsked, ExportWords.Of(CellState.NotAsked)) : (ledger[item].State, ledger[item].Display);

    private static ItemTally TallyOf(EditionTallies tallies, Item? item) => item is null ? ItemTally.Nobody : tallies.Of(item);
}
