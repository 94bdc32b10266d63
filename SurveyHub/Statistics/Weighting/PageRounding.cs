namespace SurveyHub.Statistics.Weighting;

/// <summary>
/// Weighted shares as pages and their files have them: so far rounded that one favourable answer more in one group, and one fewer in another, moves them by less than
/// the last digit. Beside the unweighted share an exact one could be solved for the counts of groups that are hidden (docs/adr/0015).
/// </summary>
public static class PageRounding
{
    /// <summary>Ratings from which on tenths of a percent may be shown; below, whole percents.</summary>
    public const int TenthsFrom = 300;

    /// <param name="share">The weighted share, 0..1.</param>
    /// <param name="valid">Unweighted ratings behind it.</param>
    /// <param name="range">How far weights go apart: the largest minus the smallest, over their mean.</param>
    /// <param name="testBase">Fewest ratings with which a figure is tested.</param>
    /// <returns>Null where it is not shown.</returns>
    public static double? Of(double? share, long? valid, double range, int testBase) =>
        share is { } exact && Decimals(valid ?? 0, range, testBase) is { } decimals ? Math.Round(exact, decimals, MidpointRounding.AwayFromZero) : null;

    /// <summary>Decimals of a share, 0..1; null where even whole percents would tell.</summary>
    public static int? Decimals(long valid, double range, int testBase) =>
        valid >= TenthsFrom && range <= 0.001 * valid ? 3 : valid >= testBase && range <= 0.01 * valid ? 2 : null;
}
