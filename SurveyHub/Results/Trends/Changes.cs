using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Trends;

/// <summary>What changed between two editions, item by item (methodology M3, M4, M5, M13).</summary>
internal static class Changes
{
    public static IReadOnlyList<ChangeRow> Of(EditionPair pair, LinkedCounts linked)
    {
        var overall = Overall(pair) is { } item ? Family(pair, linked, [item]).Select(r => r with { AdjustedP = null, LinkedAdjustedP = null, WeightedAdjustedP = null }) : [];
        return [.. Family(pair, linked, [.. pair.Services.Select(s => ItemPair.Of(pair, s.Key, s.From, s.To))]), .. overall];
    }

    private static ItemPair? Overall(EditionPair pair)
    {
        var (from, to) = (pair.From.Edition.Items.Overall, pair.To.Edition.Items.Overall);
        return from is null && to is null ? null : ItemPair.Of(pair, Questionnaire.OverallQuestion, from, to);
    }

    /// <summary>The services of one pair of editions are one family of tests; the overall question is another.</summary>
    private static IEnumerable<ChangeRow> Family(EditionPair pair, LinkedCounts linked, IReadOnlyList<ItemPair> items)
    {
        var judged = Verdicts.Judge([.. items.Select(i => i.Comparison)]);
        var links = items.Select(i => i.Link(linked)).ToArray();
        var linkedAdjusted = MultipleTesting.BenjaminiHochberg([.. items.Zip(links, (item, link) => item.Comparison.State == ComparisonState.Tested ? link?.P : null)]);
        // The error of a change tells how the few who answered twice changed their minds; their test counts in the family all the same.
        var rows = items.Select((item, i) => links[i] is { } link && link.InBoth >= pair.To.Thresholds.MinimumBase
            ? WithLink(Row(pair, item, judged[i]), link, linkedAdjusted[i])
            : Row(pair, item, judged[i])).ToArray();
        return WeightedChanges.Add(rows, [.. items.Select(i => i.Weighted)]);
    }

    private static ChangeRow Row(EditionPair pair, ItemPair item, JudgedComparison judged)
    {
        var row = new ChangeRow
        {
            YearFrom = pair.From.Edition.Year, YearTo = pair.To.Edition.Year, Item = item.Key,
            ValidFrom = item.FromIsKnown ? judged.Comparison.From.Valid : null, ShareFrom = item.FromIsKnown ? judged.Comparison.From.Share : null,
            ValidTo = item.ToIsKnown ? judged.Comparison.To.Valid : null, ShareTo = item.ToIsKnown ? judged.Comparison.To.Share : null,
            State = judged.Comparison.State, Verdict = judged.Verdict, IsSmall = judged.IsSmall,
            Words = judged.Comparison.State switch
            {
                ComparisonState.NotComparable => item.WhyNot!,
                ComparisonState.Hidden => ExportWords.OfHidden(item.FromDisplay, item.ToDisplay),
                _ => ExportWords.Of(judged),
            },
        };
        if (judged.Comparison is not { State: ComparisonState.TooFewToTest or ComparisonState.Tested, Change: { } change }) return row;
        return row with
        {
            Difference = change.Difference,
            Lower = change.Interval.Lower,
            Upper = change.Interval.Upper,
            Z = change.Z,
            PPearson = change.PPearson,
            MinimumExpected = change.MinimumExpected,
            PFisher = change.PFisher,
            PUsed = judged.Comparison.P,
            CohenH = change.CohenH,
            AdjustedP = judged.AdjustedP,
        };
    }

    private static ChangeRow WithLink(ChangeRow row, LinkedChange link, double? adjusted) => row with
    {
        InBoth = link.InBoth,
        LinkedError = link.StandardError,
        LinkedP = row.State == ComparisonState.Tested ? link.P : null,
        LinkedAdjustedP = adjusted,
    };

    /// <summary>One item in both editions, as far as they have it.</summary>
    private sealed record ItemPair(string Key, Comparison Comparison, bool FromIsKnown, bool ToIsKnown, string? WhyNot)
    {
        /// <summary>The states in the words of the file, which tell why a side is hidden.</summary>
        public required string FromDisplay { get; init; }
        public required string ToDisplay { get; init; }

        /// <summary>Null where the two are not compared, or not both weighted alike.</summary>
        public WeightedChange? Weighted { get; init; }

        public static ItemPair Of(EditionPair pair, string key, Item? from, Item? to)
        {
            var (fromTally, toTally) = (TallyOf(pair.From, from), TallyOf(pair.To, to));
            var (fromState, toState) = (StateOf(pair.FromDecided, from), StateOf(pair.ToDecided, to));
            var whyNot = from is null || to is null ? null : pair.WhyNot(from, to);
            var state = ComparisonStates.Of(whyNot is null, fromState, toState);
            return new(key, new(state, fromTally.GoodCount, toTally.GoodCount), fromState != CellState.Hidden, toState != CellState.Hidden, whyNot)
            {
                Weighted = state is ComparisonState.TooFewToTest or ComparisonState.Tested ? WeightedChanges.Between(pair, from!, to!) : null,
                FromDisplay = DisplayOf(pair.FromDecided, from),
                ToDisplay = DisplayOf(pair.ToDecided, to),
            };
        }

        public LinkedChange? Link(LinkedCounts linked) =>
            Comparison.State is ComparisonState.TooFewToTest or ComparisonState.Tested && linked.Of(Key) is { } both
                ? LinkedChange.Of(Comparison.From, Comparison.To, both)
                : null;

        private static ItemTally TallyOf(EditionTallies tallies, Item? item) => item is null ? ItemTally.Nobody : tallies.Of(item);

        private static string DisplayOf(Ledger ledger, Item? item) => item is null ? ExportWords.Of(CellState.NotAsked) : ledger[item].Display;

        private static CellState StateOf(Ledger ledger, Item? item) => item is null ? CellState.NotAsked : ledger[item].State;
    }
}
