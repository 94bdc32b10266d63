namespace SurveyHub.Statistics.Importance;

/// <summary>
/// How far chance could have moved the drivers' shares: they are computed anew for people drawn with replacement from those who answered
/// (bootstrap, methodology M14), and the middle 95 % of what comes out is the interval.
/// </summary>
/// <remarks>
/// Of very many people groups are drawn: everybody is dealt at random into one of a thousand. A group is as good as a person then, for
/// an interval needs the spread of sums only, and a thousand of them tell it well.
/// </remarks>
public static class DriverIntervals
{
    public const int Samples = 500;

    // Beyond this many people groups are drawn.
    private const int MostDrawn = 2_000;
    private const int Groups = 1_000;

    /// <summary>An interval of each driver's share of what is explained.</summary>
    /// <param name="patterns">The patterns that <paramref name="drivers"/> were computed from.</param>
    /// <param name="drivers">The drivers.</param>
    /// <param name="seed">Any text; the same one gives the same intervals.</param>
    /// <returns>In the order of the drivers; null where the samples do not tell.</returns>
    public static IReadOnlyList<Interval?> Of(IReadOnlyList<RatingPattern> patterns, Drivers drivers, string seed)
    {
        var random = new SeededRandom(SeededRandom.SeedOf(seed));
        int[] columns = [0, .. drivers.Aspects.Select(a => a.Aspect + 1)];
        var units = Units(patterns, columns, drivers.People, random);
        var drawn = new int[units.Moments.Length];
        var shares = drivers.Aspects.Select(_ => new List<double>(Samples)).ToArray();
        for (var sample = 0; sample < Samples; sample++)
        {
            Array.Clear(drawn);
            for (var draw = 0; draw < units.Tickets.Length; draw++) drawn[units.Tickets[random.Below(units.Tickets.Length)]]++;
            if (SharesOf(units.Moments, drawn, columns.Length) is not { } of) continue;
            for (var i = 0; i < shares.Length; i++) shares[i].Add(of[i]);
        }
        return [.. shares.Select(s => s.Count < Samples / 2 ? (Interval?)null : Middle(s))];
    }

    // What is drawn: patterns, with as many tickets as people, or groups with one each.
    private static (PatternMoments[] Moments, int[] Tickets) Units(IReadOnlyList<RatingPattern> patterns, int[] columns, int people, SeededRandom random)
    {
        var codes = patterns.Select(p => columns.Select(c => p.Codes[c]).ToArray()).ToArray();
        if (people <= MostDrawn)
        {
            var each = codes.Select(c => One(c, columns.Length)).ToArray();
            return (each, [.. patterns.SelectMany((p, i) => Enumerable.Repeat(i, p.People))]);
        }
        var groups = Enumerable.Range(0, Groups).Select(_ => new PatternMoments(columns.Length)).ToArray();
        for (var i = 0; i < patterns.Count; i++)
            for (var person = 0; person < patterns[i].People; person++) groups[random.Below(Groups)].Add(codes[i], 1);
        return (groups, [.. Enumerable.Range(0, Groups)]);
    }

    private static PatternMoments One(int[] codes, int columns)
    {
        var moments = new PatternMoments(columns);
        moments.Add(codes, 1);
        return moments;
    }

    // A sample in which somebody's ratings are all alike, or follow from others, says nothing.
    private static double[]? SharesOf(PatternMoments[] units, int[] drawn, int columns)
    {
        var sum = new PatternMoments(columns);
        for (var i = 0; i < units.Length; i++)
            if (drawn[i] > 0) sum.Add(units[i], drawn[i]);
        var (correlations, constant) = sum.Correlations();
        if (constant.Contains(true) || ExplainedBySubsets.Of(correlations, [.. Enumerable.Range(1, columns - 1)]) is not { } explained) return null;
        var parts = Shapley.Split(explained, columns - 1);
        var all = parts.Sum();
        return all > 0 ? [.. parts.Select(p => p / all)] : null;
    }

    private static Interval Middle(List<double> values)
    {
        values.Sort();
        return new(Quantile(values, 0.025), Quantile(values, 0.975));
    }

    // R's type 7, as everywhere in these methods.
    private static double Quantile(List<double> sorted, double at)
    {
        var place = (sorted.Count - 1) * at;
        var below = (int)place;
        return below + 1 < sorted.Count ? sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]) : sorted[below];
    }
}
