namespace SurveyHub.Statistics.Weighting;

/// <summary>
/// Weighted shares as pages and their files have them: so far rounded that one person more in one group, and one fewer in another, does not
/// show. Beside the unweighted share an exact one could be solved for the counts of groups that are hidden (docs/adr/0015).
/// </summary>
public static class PageRounding
{
    /// <summary>Ratings from which on tenths of a percent are shown; below, whole percents.</summary>
    public const int TenthsFrom = 300;

    /// <param name="share">The weighted share, 0..1.</param>
    /// <param name="valid">Unweighted ratings behind it.</param>
    /// <param name="testBase">Fewest ratings with which a figure is tested.</param>
    /// <returns>Null where it is not shown.</returns>
    public static double? Of(double? share, long? valid, int testBase) => share is not { } exact || valid is not { } ratings || ratings < testBase
        ? null
        : Math.Round(exact, Decimals(ratings), MidpointRounding.AwayFromZero);

    /// <summary>Decimals of a share, 0..1.</summary>
    public static int Decimals(long valid) => valid >= TenthsFrom ? 3 : 2;
}
