namespace SurveyHub.Shell.Charts;

/// <summary>Where a trend is one line, where it is interrupted, and where it is dashed. Indexes of its points, both ends included.</summary>
public static class TrendRuns
{
    /// <summary>Editions that are joined: no gap and no break between them.</summary>
    public static IEnumerable<(int First, int Last)> Of(IReadOnlyList<TrendPoint> points)
    {
        for (var first = 0; first < points.Count;)
        {
            if (points[first].Share is null)
            {
                first++;
                continue;
            }
            var last = first;
            while (last + 1 < points.Count && points[last + 1] is { Share: not null, BreakBefore: false }) last++;
            yield return (first, last);
            first = last + 1;
        }
    }

    /// <summary>A run's pieces, each whole or dashed; neighbours share a point.</summary>
    public static IEnumerable<(int First, int Last, bool IsDashed)> Pieces(IReadOnlyList<TrendPoint> points, (int First, int Last) run)
    {
        for (var first = run.First; first < run.Last;)
        {
            var (last, dashed) = (first + 1, points[first + 1].OverFew);
            while (last < run.Last && points[last + 1].OverFew == dashed) last++;
            yield return (first, last, dashed);
            first = last;
        }
    }
}
