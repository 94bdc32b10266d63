namespace SurveyHub.Results.Weights;

public enum WeightingState
{
    /// <summary>Weighted figures stand beside the others.</summary>
    Weighted,

    /// <summary>Nobody knows how many people a group has.</summary>
    NoHeadcounts,

    /// <summary>More answered than there are people on the list, altogether or in one group: the list is not of those who were asked.</summary>
    ListTooSmall,

    /// <summary>After merging what is too small, no group is left that could be told from another.</summary>
    NothingToWeight,

    /// <summary>The headcounts contradict each other.</summary>
    NotConverged,

    /// <summary>The weights would be so unequal that few people would decide the figure.</summary>
    TooUnequal,

    /// <summary>Some answers came with a weight and some without.</summary>
    WeightsMissing,

    /// <summary>The customer groups are those of an earlier report, which later answers are not part of.</summary>
    GroupsOfEarlierReport,

    /// <summary>The edition is anonymous, and so many answers gave up their group that the others would stand for them.</summary>
    GroupsGivenUp,
}

/// <summary>What came of weighting an edition (methodology M11): kept with its counts, so that its report can be computed anew. Nothing about a person is in it.</summary>
public sealed record EditionWeighting
{
    public required WeightingState State { get; init; }

    /// <summary>Keys of the customer groups. Empty where weights came with the answers.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Of which group the state is about, and of which of its values, where it is about one.</summary>
    public string? Group { get; init; }
    public string? Value { get; init; }
    public IReadOnlyList<WeightedMargin> Margins { get; init; } = [];
    public int Rounds { get; init; }

    /// <summary>In multiples of the mean, when a weight was cut.</summary>
    public double? Cap { get; init; }
    public int People { get; init; }

    /// <summary>As many people with equal weights would tell as much (Kish).</summary>
    public double? EffectiveN { get; init; }
    public double? DesignEffect { get; init; }

    /// <summary>The smallest and the largest weight over the mean.</summary>
    public double? Least { get; init; }
    public double? Most { get; init; }

    /// <summary>How far weights go apart, in multiples of their mean: by so much one answer counts more in one group than in another.</summary>
    public double Range => (Most - Least) ?? 0;

    /// <summary>Weights came with imported answers; how they were made is not known here.</summary>
    public bool CameWithAnswers => By.Count == 0;

    /// <summary>Whether weighted figures of two editions can be compared (methodology M13).</summary>
    public static bool AreAlike(EditionWeighting one, EditionWeighting other) => one.By.ToHashSet(StringComparer.Ordinal).SetEquals(other.By);
}

/// <summary>A customer group as the answers were weighted to it.</summary>
/// <param name="Group">Its key.</param>
/// <param name="Categories">In the order of its options. What was merged stands together.</param>
public sealed record WeightedMargin(string Group, IReadOnlyList<WeightedCategory> Categories);

/// <param name="Values">Keys of the options; empty for those whose value is not known.</param>
/// <param name="Population">People on the list. Of those not known: as many as their part of the answers.</param>
/// <param name="Respondents">Answers.</param>
public sealed record WeightedCategory(IReadOnlyList<string> Values, double Population, int Respondents)
{
    public bool IsMerged => Values.Count > 1;
}
