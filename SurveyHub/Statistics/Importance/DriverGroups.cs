namespace SurveyHub.Statistics.Importance;

/// <summary>Which drivers may be told apart: neighbours whose intervals overlap are said together (methodology M14).</summary>
public static class DriverGroups
{
    /// <param name="intervals">Of the drivers' shares, the largest share first; null where there is none.</param>
    /// <returns>For each a number from 1 on; whoever has the same one is not told apart.</returns>
    public static IReadOnlyList<int> Of(IReadOnlyList<Interval?> intervals)
    {
        var groups = new int[intervals.Count];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = i == 0 ? 1 : groups[i - 1] + (AreApart(intervals[i - 1], intervals[i]) ? 1 : 0);
        return groups;
    }

    private static bool AreApart(Interval? larger, Interval? smaller) => larger is { } above && smaller is { } below && below.Upper < above.Lower;
}
