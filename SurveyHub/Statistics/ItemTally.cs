using System.Collections.Immutable;

namespace SurveyHub.Statistics;

/// <summary>All counts of one item (a service's question, or the overall question) in one edition and group (methodology M1).</summary>
public sealed record ItemTally
{
    /// <summary>An item nobody was asked.</summary>
    public static readonly ItemTally Nobody = new(0, 0, 0, 0, 0, 0, 0, new Dictionary<int, int>());

    /// <summary>Counts as they were stored.</summary>
    /// <param name="asked">People shown the item; must be not applicable + skipped + valid.</param>
    /// <param name="notApplicable">Answered "not applicable", "never used" or "cannot judge".</param>
    /// <param name="skipped">Shown and left blank.</param>
    /// <param name="valid">Valid ratings.</param>
    /// <param name="good">Valid ratings in the good set.</param>
    /// <param name="bad">Valid ratings in the bad set.</param>
    /// <param name="best">Valid ratings in the best code.</param>
    /// <param name="codeCounts">Ratings per code, summing to valid; empty when only the sums are known (some imported years).</param>
    /// <exception cref="ArgumentException">The counts contradict each other or one is negative.</exception>
    public ItemTally(
        int asked, int notApplicable, int skipped, int valid, int good, int bad, int best,
        IReadOnlyDictionary<int, int> codeCounts)
    {
        if (notApplicable < 0 || skipped < 0 || valid < 0 || asked != checked(notApplicable + skipped + valid))
            throw new ArgumentException($"Asked ({asked}) is not the sum of not applicable ({notApplicable}), skipped ({skipped}) and valid ({valid}).");
        if (good < 0 || bad < 0 || best < 0 || good > valid - bad || best > valid)
            throw new ArgumentException($"Good ({good}), bad ({bad}) and best ({best}) do not fit into {valid} valid ratings.");
        if (codeCounts.Count > 0 && (codeCounts.Values.Any(count => count < 0) || codeCounts.Values.Sum() != valid))
            throw new ArgumentException($"The ratings per code do not add up to {valid}.", nameof(codeCounts));
        (Asked, NotApplicable, Skipped, Valid) = (asked, notApplicable, skipped, valid);
        (Good, Bad, Best) = (good, bad, best);
        CodeCounts = codeCounts.ToImmutableSortedDictionary();
    }

    /// <summary>People who were shown the item.</summary>
    public int Asked { get; }

    /// <summary>People who answered that the item does not apply to them. Shown beside the share, never in its base.</summary>
    public int NotApplicable { get; }

    /// <summary>People who were shown the item and left it blank.</summary>
    public int Skipped { get; }

    /// <summary>Valid ratings: the base n.</summary>
    public int Valid { get; }

    /// <summary>Valid ratings in the good set.</summary>
    public int Good { get; }

    /// <summary>Valid ratings in the bad set.</summary>
    public int Bad { get; }

    /// <summary>Valid ratings in the best code (top box).</summary>
    public int Best { get; }

    /// <summary>Ratings per code, ascending by code; empty when not known. To be shown only with 30 valid ratings or more.</summary>
    public ImmutableSortedDictionary<int, int> CodeCounts { get; }

    /// <summary>Good out of valid, as the tests and intervals take it.</summary>
    public GoodCount GoodCount => new(Good, Valid);

    /// <summary>Good / valid, 0..1; null when nobody rated.</summary>
    public double? Share => GoodCount.Share;

    /// <summary>Bad / valid, 0..1; null when nobody rated.</summary>
    public double? BadShare => Valid == 0 ? null : (double)Bad / Valid;

    /// <summary>Best / valid, 0..1; null when nobody rated.</summary>
    public double? BestShare => Valid == 0 ? null : (double)Best / Valid;

    /// <summary>Not applicable / asked, 0..1; null when nobody was asked.</summary>
    public double? NotApplicableShare => Asked == 0 ? null : (double)NotApplicable / Asked;

    /// <summary>Mean of the codes, in code units; null without ratings or without counts per code. Secondary, never the headline.</summary>
    public double? MeanCode => Valid == 0 || CodeCounts.IsEmpty ? null : (double)CodeCounts.Sum(c => (long)c.Key * c.Value) / Valid;

    /// <summary>Standard deviation of the codes with denominator n - 1; null below two ratings or without counts per code.</summary>
    public double? CodeDeviation => MeanCode is not { } mean || Valid < 2
        ? null
        : Math.Sqrt(CodeCounts.Sum(c => c.Value * (c.Key - mean) * (c.Key - mean)) / (Valid - 1));

    /// <summary>The tally of one item from its ratings per code.</summary>
    /// <param name="scale">Which codes are good, bad and best.</param>
    /// <param name="codeCounts">Ratings per code, every code on the scale.</param>
    /// <param name="notApplicable">Answered "not applicable".</param>
    /// <param name="skipped">Shown and left blank.</param>
    /// <exception cref="ArgumentException">A code is not on the scale, or a count is negative.</exception>
    public static ItemTally Of(ScaleCodes scale, IReadOnlyDictionary<int, int> codeCounts, int notApplicable = 0, int skipped = 0)
    {
        foreach (var code in codeCounts.Keys)
            if (!scale.IsValid(code))
                throw new ArgumentException($"{code} is not a code of this scale.", nameof(codeCounts));
        var valid = codeCounts.Values.Sum();
        return new ItemTally(
            notApplicable + skipped + valid, notApplicable, skipped, valid,
            Sum(scale.IsGood), Sum(scale.IsBad), codeCounts.GetValueOrDefault(scale.Best), codeCounts);

        int Sum(Predicate<int> wanted) => codeCounts.Where(c => wanted(c.Key)).Sum(c => c.Value);
    }

    /// <summary>Equal when every count is equal, the counts per code included.</summary>
    public bool Equals(ItemTally? other) =>
        other is not null
        && (Asked, NotApplicable, Skipped, Valid) == (other.Asked, other.NotApplicable, other.Skipped, other.Valid)
        && (Good, Bad, Best) == (other.Good, other.Bad, other.Best)
        && CodeCounts.SequenceEqual(other.CodeCounts);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Asked, NotApplicable, Skipped, Valid, Good, Bad, Best);
}
