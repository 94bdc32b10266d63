using SurveyHub.Statistics.Weighting;

namespace SurveyHub.Results.Weights;

/// <summary>Weighted sums of one item: a row of <c>weighted_tally</c>.</summary>
public sealed record WeightedTallyRow
{
    public required int ItemNo { get; init; }
    public required double Sum { get; init; }
    public required double GoodSum { get; init; }
    public required double Squares { get; init; }
    public required double GoodSquares { get; init; }

    internal WeightedSums Sums => new(Sum, GoodSum, Squares, GoodSquares);
}

/// <summary>Squared weights over the people who rated both of two items: a row of <c>weighted_pair</c>. The first item's number is the smaller.</summary>
public sealed record WeightedPairRow
{
    public required int FirstItem { get; init; }
    public required int SecondItem { get; init; }
    public required double BothRated { get; init; }
    public required double GoodFirst { get; init; }
    public required double GoodSecond { get; init; }
    public required double GoodBoth { get; init; }

    internal WeightedPair Pair => new(BothRated, GoodFirst, GoodSecond, GoodBoth);
}

/// <summary>All that was summed of an edition's answers with their weights. The sums are empty where nothing is weighted.</summary>
public sealed record WeightedCount(EditionWeighting Outcome, IReadOnlyList<WeightedTallyRow> Tallies, IReadOnlyList<WeightedPairRow> Pairs)
{
    /// <summary>No weighted figure, and why.</summary>
    public static WeightedCount None(EditionWeighting outcome) => new(outcome, [], []);
}
