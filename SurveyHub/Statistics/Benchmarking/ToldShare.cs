namespace SurveyHub.Statistics.Benchmarking;

/// <summary>How exactly a share is told, and whether it can be one of so many answers.</summary>
public static class ToldShare
{
    private const int MostDecimals = 12;

    // What double and single precision leave of a number near 100: 27.27 may be written 27.269999999999996, 3 of 11 as 27.272728.
    private const double Noise = 1e-9, Single = 9e-6;

    /// <summary>How far from a number the true one may lie: half of its last decimal that is not 0, because programs add and drop zeros at the end (67.0 may be 66.7 to a whole number).</summary>
    public static double RoundedBy(double number)
    {
        var decimals = 0;
        while (decimals < MostDecimals && Math.Abs(Math.Round(number, decimals, MidpointRounding.AwayFromZero) - number) > Noise) decimals++;
        return Math.Max(0.5 * Math.Pow(10, -decimals), Single) + Noise;
    }

    /// <summary>Whether a whole number of the answers gives the share.</summary>
    /// <param name="answers">One or more.</param>
    /// <param name="percent">The share, 0..100.</param>
    /// <param name="rounded">How far the true one may lie from it.</param>
    public static bool IsOf(int answers, double percent, double rounded)
    {
        var nearest = Math.Round(answers * percent / 100, MidpointRounding.AwayFromZero);
        return Math.Abs(100 * nearest / answers - percent) <= rounded;
    }
}
