using SurveyHub.Responses;

namespace SurveyHub.Results.Weights;

/// <summary>
/// Everybody's weight, as long as answers are counted: by the combination of their customer groups, or as it came with their response. Nothing
/// of it is stored.
/// </summary>
internal sealed class ResponseWeights
{
    private readonly ByCombination<double>? _byCombination;

    private ResponseWeights(EditionWeighting outcome, ByCombination<double>? byCombination) => (Outcome, _byCombination) = (outcome, byCombination);

    /// <summary>What is known of the weighting before the weights are added up.</summary>
    public EditionWeighting Outcome { get; }

    /// <summary>Weights that came with the answers.</summary>
    public static ResponseWeights Own() => new(new() { State = WeightingState.Weighted }, null);

    /// <param name="outcome">What came of raking.</param>
    /// <param name="byCombination">A weight for every combination that anybody has.</param>
    public static ResponseWeights Raked(EditionWeighting outcome, ByCombination<double> byCombination) => new(outcome, byCombination);

    /// <exception cref="InvalidOperationException">The answers changed while they were counted.</exception>
    public double Of(ReadOnlySpan<int?> codes, double? own)
    {
        if (_byCombination is null) return own ?? throw Changed();
        return _byCombination.TryGet(codes, out var weight) ? weight : throw Changed();
    }

    private static InvalidOperationException Changed() => new("Answers were stored while the weights were being computed.");
}
