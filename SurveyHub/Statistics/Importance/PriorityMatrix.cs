namespace SurveyHub.Statistics.Importance;

/// <summary>Where a service lies in the priority matrix; the lines are the medians.</summary>
public enum Quadrant
{
    /// <summary>Important and rated low.</summary>
    FixFirst,

    /// <summary>Important and rated high.</summary>
    KeepUp,

    /// <summary>Less important and rated low.</summary>
    Watch,

    /// <summary>Less important and rated high.</summary>
    Fine,
}

/// <summary>A service offered to the matrix.</summary>
/// <param name="Service">Its code.</param>
/// <param name="Count">Good and valid ratings; only services that are shown belong here.</param>
/// <param name="Pairs">People who rated both the service and the overall question.</param>
/// <param name="Importance">Spearman's correlation with the overall rating; null when undefined.</param>
public sealed record PriorityCandidate(string Service, GoodCount Count, int Pairs, double? Importance);

/// <summary>A service in the matrix.</summary>
/// <param name="Service">Its code.</param>
/// <param name="Share">Share good, 0..1: the x of the chart.</param>
/// <param name="ShareInterval">Its Wilson interval.</param>
/// <param name="Importance">Derived importance, -1..1: the y of the chart. Association, not cause.</param>
/// <param name="ImportanceInterval">Fisher's z interval with Spearman's standard error 1.03 / sqrt(n - 3).</param>
/// <param name="Quadrant">Its quadrant by the point estimates.</param>
/// <param name="IsUncertain">True when the importance interval contains the median line: grey it out.</param>
/// <param name="Priority">importance · (1 - share): sort descending for the priority list.</param>
public sealed record PriorityPoint(
    string Service, double Share, Interval ShareInterval, double Importance, Interval ImportanceInterval,
    Quadrant Quadrant, bool IsUncertain, double Priority);

/// <summary>Share good against derived importance (methodology M14).</summary>
/// <param name="Points">The services with enough pairs, in the order given.</param>
/// <param name="MedianShare">The vertical line.</param>
/// <param name="MedianImportance">The horizontal line.</param>
public sealed record PriorityMatrix(IReadOnlyList<PriorityPoint> Points, double MedianShare, double MedianImportance)
{
    /// <summary>Below this many people who rated both, a correlation is too noisy to draw.</summary>
    public const int MinimumPairs = 30;

    internal const double SpearmanErrorFactor = 1.03;

    /// <summary>The matrix of some services; a service on a line counts as above it.</summary>
    /// <param name="candidates">The services; those with too few pairs or without a correlation are left out.</param>
    /// <returns>Null when no service is left.</returns>
    public static PriorityMatrix? Of(IReadOnlyList<PriorityCandidate> candidates)
    {
        var eligible = candidates.Where(c => c is { Importance: not null, Pairs: >= MinimumPairs, Count.Valid: > 0 }).ToArray();
        if (eligible.Length == 0)
            return null;
        var share = Median(eligible.Select(c => c.Count.Share!.Value));
        var importance = Median(eligible.Select(c => c.Importance!.Value));
        return new PriorityMatrix([.. eligible.Select(c => Point(c, share, importance))], share, importance);
    }

    /// <summary>The quadrant of a point; on a line counts as above it.</summary>
    /// <param name="importance">The point's importance.</param>
    /// <param name="share">Its share good, 0..1.</param>
    /// <param name="medianImportance">The horizontal line.</param>
    /// <param name="medianShare">The vertical line.</param>
    public static Quadrant QuadrantOf(double importance, double share, double medianImportance, double medianShare) => (importance >= medianImportance, share >= medianShare) switch
    {
        (true, false) => Quadrant.FixFirst,
        (true, true) => Quadrant.KeepUp,
        (false, false) => Quadrant.Watch,
        (false, true) => Quadrant.Fine,
    };

    private static PriorityPoint Point(PriorityCandidate candidate, double medianShare, double medianImportance)
    {
        var (share, importance) = (candidate.Count.Share!.Value, candidate.Importance!.Value);
        var interval = Correlation.FisherInterval(importance, candidate.Pairs, SpearmanErrorFactor)!.Value;
        return new PriorityPoint(
            candidate.Service, share, candidate.Count.Interval!.Value, importance, interval,
            QuadrantOf(importance, share, medianImportance, medianShare), interval.Contains(medianImportance), importance * (1 - share));
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
