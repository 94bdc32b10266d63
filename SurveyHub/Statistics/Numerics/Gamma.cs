namespace SurveyHub.Statistics.Numerics;

/// <summary>The gamma function's logarithm.</summary>
internal static class Gamma
{
    // From here on Stirling's series has more digits than a double.
    private const double SeriesBegins = 15;

    /// <summary>ln Γ(x) for x above 0, relative error about 1e-15.</summary>
    /// <remarks>Γ(x + 1) = x Γ(x) up to 15, then Stirling's series (Abramowitz and Stegun 6.1.41).</remarks>
    public static double Log(double x)
    {
        var product = 1.0;
        for (; x < SeriesBegins; x++) product *= x;
        var r = 1 / (x * x);
        var series = (1.0 / 12 - r * (1.0 / 360 - r * (1.0 / 1260 - r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360 - r / 156)))))) / x;
        return (x - 0.5) * Math.Log(x) - x + 0.5 * Math.Log(2 * Math.PI) + series - Math.Log(product);
    }
}
