using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Ranking;

/// <summary>Where a service lies in a funnel plot.</summary>
public enum FunnelPlace
{
    /// <summary>Within the 95 % limits: nothing to explain.</summary>
    Inside,

    /// <summary>Between the 95 % and the 99.8 % limits: worth a look.</summary>
    Alert,

    /// <summary>Outside the 99.8 % limits.</summary>
    Outside,
}

/// <summary>
/// Limits around the mean share for a base of n, the honest alternative to a league table (Spiegelhalter 2005): the fewer ratings, the
/// farther a service may lie from the mean by chance alone.
/// </summary>
/// <param name="Usual">95 % limits, within 0..1.</param>
/// <param name="Extreme">99.8 % limits, within 0..1.</param>
/// <remarks>θ ± z · sqrt(θ(1 − θ)/n), cut to 0..1; z = 1.96 and 3.09.</remarks>
public sealed record FunnelLimits(Interval Usual, Interval Extreme)
{
    private static readonly double ZExtreme = Confidence.Quantile(0.998);

    /// <param name="mean">The mean share θ of the services compared, 0..1.</param>
    /// <param name="n">The base, above 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is outside its range.</exception>
    public static FunnelLimits At(double mean, double n)
    {
        if (!(mean >= 0 && mean <= 1)) throw new ArgumentOutOfRangeException(nameof(mean), mean, "A share lies between 0 and 1.");
        if (!(n > 0)) throw new ArgumentOutOfRangeException(nameof(n), n, "Nobody rated.");
        var error = Math.Sqrt(mean * (1 - mean) / n);
        return new(Around(NormalDistribution.Z95), Around(ZExtreme));

        Interval Around(double z) => new(Math.Max(0, mean - z * error), Math.Min(1, mean + z * error));
    }

    public FunnelPlace PlaceOf(double share) =>
        Usual.Contains(share) ? FunnelPlace.Inside : Extreme.Contains(share) ? FunnelPlace.Alert : FunnelPlace.Outside;
}
