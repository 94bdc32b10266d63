using SurveyHub.Results.Counting;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Results.Trends;

/// <summary>What changed between two editions, item by item (methodology M3, M4, M5, M13).</summary>
internal static class Changes
{
    public static IReadOnlyList<ChangeRow> Of(EditionPair pair, RaterSets from, RaterSets to, LinkedCounts linked)
    {
        var overall = ComparedItem.Overall(pair) is { } item ? Family(pair, linked, [item]).Select(r => r with { AdjustedP = null, LinkedAdjustedP = null, WeightedAdjustedP = null }) : [];
        return [.. Family(pair, linked, [.. ComparedItem.Services(pair, from, to)]), .. overall];
    }

    /// <summary>The services of one pair of editions are one family of tests; the overall question is another.</summary>
    private static IEnumerable<ChangeRow> Family(EditionPair pair, LinkedCounts linked, IReadOnlyList<ComparedItem> items)
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

    private static ChangeRow Row(EditionPair pair, ComparedItem item, JudgedComparison judged)
    {
        var row = new ChangeRow
        {
            YearFrom = pair.From.Edition.Year, YearTo = pair.To.Edition.Year, Item = item.Key,
            ValidFrom = item.FromIsKnown ? judged.Comparison.From.Valid : null, ShareFrom = item.FromIsKnown ? judged.Comparison.From.Share : null,
            ValidTo = item.ToIsKnown ? judged.Comparison.To.Valid : null, ShareTo = item.ToIsKnown ? judged.Comparison.To.Share : null,
            State = judged.Comparison.State, Verdict = judged.Verdict, IsSmall = judged.IsSmall,
            Basis = item.IsLikeForLike ? ChangeRow.LikeForLike : ChangeRow.AsPublished, ItemsFrom = item.ItemsFrom, LineageId = item.LineageId,
            Words = judged.Comparison.State switch
            {
                ComparisonState.NotComparable => item.WhyNot!,
                ComparisonState.Hidden => ExportWords.OfHidden(item.FromDisplay, item.ToDisplay),
                _ => ExportWords.Of(judged),
            },
        };
        if (judged.Comparison is not { State: ComparisonState.TooFewToTest or ComparisonState.Tested, Change: { } change }) return row;
        row = row with { Difference = change.Difference, PUsed = judged.Comparison.P, CohenH = change.CohenH, AdjustedP = judged.AdjustedP };
        // People who rated several parts make the plain tests too bold.
        return judged.Comparison.Pooled is { } pooled
            ? row with { Lower = pooled.Interval.Lower, Upper = pooled.Interval.Upper, Z = pooled.Z }
            : row with
            {
                Lower = change.Interval.Lower,
                Upper = change.Interval.Upper,
                Z = change.Z,
                PPearson = change.PPearson,
                MinimumExpected = change.MinimumExpected,
                PFisher = change.PFisher,
            };
    }

    private static ChangeRow WithLink(ChangeRow row, LinkedChange link, double? adjusted) => row with
    {
        InBoth = link.InBoth,
        LinkedError = link.StandardError,
        LinkedP = row.State == ComparisonState.Tested ? link.P : null,
        LinkedAdjustedP = adjusted,
    };
}
