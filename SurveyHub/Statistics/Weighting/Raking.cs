namespace SurveyHub.Statistics.Weighting;

/// <summary>What came of weighting to headcounts.</summary>
public abstract record RakingOutcome
{
    /// <summary>Every margin is met.</summary>
    /// <param name="Weights">One for each person, or for each line of people who are alike, all above 0; those of all people sum to the population.</param>
    /// <param name="Rounds">Rounds of raking it took.</param>
    /// <param name="Cap">The cap in multiples of the mean, when a weight was trimmed; null when none was.</param>
    /// <param name="Kish">What they cost.</param>
    public sealed record Weighted(IReadOnlyList<double> Weights, int Rounds, double? Cap, Kish Kish) : RakingOutcome;

    /// <summary>A value has people and no answer, or the reverse: it must be merged with another one.</summary>
    public sealed record EmptyLevel(string Margin, int Level) : RakingOutcome;

    /// <summary>The headcounts contradict each other, or nothing settles: unweighted figures are shown, and why is said.</summary>
    public sealed record NotConverged(int Rounds) : RakingOutcome;

    private RakingOutcome() { }
}

/// <summary>
/// Raking: multiplies weights until the sample has the population's headcounts in every margin (methodology M11; Deming and Stephan
/// 1940). It corrects for who answered as far as the margins tell, and for nothing else.
/// </summary>
public static class Raking
{
    /// <summary>A margin is met when every total is within this part of its target.</summary>
    public const double Tolerance = 1e-6;

    public const int MostRounds = 1000;

    /// <summary>The usual cap: no person counts more than five times the mean.</summary>
    public const double UsualCap = 5;

    /// <summary>Rounds of trimming and raking again before the rest of an excess is accepted.</summary>
    public const int MostTrimmings = 20;

    // Raking stops improving near the rounding of a double; vectors ask for convergence well below the tolerance.
    private const double Settled = 1e-13;

    /// <summary>Weights from N/n on, raked.</summary>
    /// <param name="margins">At least one, all over the same people.</param>
    /// <param name="people">How many people stand in each line of the margins; one when it is left out.</param>
    /// <exception cref="ArgumentException">The margins are over different people, or a headcount is negative.</exception>
    public static RakingOutcome Rake(IReadOnlyList<Margin> margins, IReadOnlyList<int>? people = null)
    {
        var lines = margins.Count == 0 ? 0 : margins[0].Levels.Count;
        people ??= [.. Enumerable.Repeat(1, lines)];
        if (lines == 0 || people.Count != lines || margins.Any(m => m.Levels.Count != lines)) throw new ArgumentException("Margins are over the same people, at least one.", nameof(margins));
        if (margins.Any(m => m.Population.Any(n => !(n >= 0)))) throw new ArgumentException("Headcounts are not negative.", nameof(margins));
        foreach (var margin in margins)
            for (var level = 0; level < margin.Population.Count; level++)
                if ((margin.Population[level] > 0) != margin.Levels.Contains(level)) return new RakingOutcome.EmptyLevel(margin.Name, level);
        var weights = new double[lines];
        Array.Fill(weights, margins[0].Population.Sum() / people.Sum());
        return Settle(weights, margins, people) is { } rounds ? new RakingOutcome.Weighted(weights, rounds, null, Kish.Of(weights, people)) : new RakingOutcome.NotConverged(MostRounds);
    }

    /// <summary>Raked, and no weight above a cap: trimmed and raked again until both hold, at most twenty times.</summary>
    /// <param name="margins">As for <see cref="Rake"/>.</param>
    /// <param name="cap">In multiples of the mean weight, above 1.</param>
    /// <param name="people">As for <see cref="Rake"/>.</param>
    public static RakingOutcome RakeTrimmed(IReadOnlyList<Margin> margins, double cap = UsualCap, IReadOnlyList<int>? people = null)
    {
        var outcome = Rake(margins, people);
        if (outcome is not RakingOutcome.Weighted raked) return outcome;
        if (raked.Kish.Most <= cap) return raked;
        var (weights, rounds) = (raked.Weights.ToArray(), raked.Rounds);
        people ??= [.. Enumerable.Repeat(1, weights.Length)];
        for (var trimming = 0; trimming < MostTrimmings && Kish.Of(weights, people).Most > cap * (1 + Tolerance); trimming++)
        {
            weights = Trim(weights, cap, people);
            if (Settle(weights, margins, people) is not { } more) return new RakingOutcome.NotConverged(rounds);
            rounds += more;
        }
        return new RakingOutcome.Weighted(weights, rounds, cap, Kish.Of(weights, people));
    }

    /// <summary>Cuts weights to a multiple of their mean and shares the excess equally among the others, until none is above it.</summary>
    /// <param name="weights">All above 0.</param>
    /// <param name="cap">In multiples of the mean, above 1.</param>
    /// <returns>Weights with the same sum; as R's <c>trimWeights(strict = TRUE)</c>.</returns>
    public static double[] Trim(IReadOnlyList<double> weights, double cap) => Trim(weights, cap, [.. Enumerable.Repeat(1, weights.Count)]);

    private static double[] Trim(IReadOnlyList<double> weights, double cap, IReadOnlyList<int> people)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(cap, 1);
        var most = cap * weights.Zip(people, (w, n) => w * n).Sum() / people.Sum();
        var trimmed = weights.ToArray();
        while (trimmed.Any(w => w > most * (1 + 1e-12)))
        {
            var excess = trimmed.Zip(people, (w, n) => w > most ? (w - most) * n : 0).Sum();
            var others = trimmed.Zip(people, (w, n) => w > most ? 0 : n).Sum();
            for (var i = 0; i < trimmed.Length; i++) trimmed[i] = trimmed[i] > most ? most : trimmed[i] + excess / others;
        }
        return trimmed;
    }

    /// <summary>Rakes in place. The rounds it took; null when the margins are not met after a thousand.</summary>
    private static int? Settle(double[] weights, IReadOnlyList<Margin> margins, IReadOnlyList<int> people)
    {
        var before = double.PositiveInfinity;
        for (var round = 1; round <= MostRounds; round++)
        {
            foreach (var margin in margins) Adjust(weights, margin, people);
            var off = margins.Max(margin => Off(weights, margin, people));
            if (off <= Settled || (off <= Tolerance && off >= before)) return round;
            before = off;
        }
        return before <= Tolerance ? MostRounds : null;
    }

    private static void Adjust(double[] weights, Margin margin, IReadOnlyList<int> people)
    {
        var totals = Totals(weights, margin, people);
        for (var i = 0; i < weights.Length; i++)
        {
            var level = margin.Levels[i];
            weights[i] *= margin.Population[level] / totals[level];
        }
    }

    private static double Off(double[] weights, Margin margin, IReadOnlyList<int> people) =>
        Totals(weights, margin, people).Zip(margin.Population).Where(t => t.Second > 0).Max(t => Math.Abs(t.First / t.Second - 1));

    private static double[] Totals(double[] weights, Margin margin, IReadOnlyList<int> people)
    {
        var totals = new double[margin.Population.Count];
        for (var i = 0; i < weights.Length; i++) totals[margin.Levels[i]] += weights[i] * people[i];
        return totals;
    }
}
