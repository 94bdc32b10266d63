namespace SurveyHub.Statistics.Ranking;

/// <summary>How long a service has been flagged: a second year running is stronger evidence than any one p-value (methodology M7).</summary>
public static class Persistence
{
    /// <summary>Editions running, up to the last one, in which the service had the same badge as in the last one.</summary>
    /// <param name="standings">Its standing in each edition, oldest first; null where it was not ranked. A gap ends the run.</param>
    /// <returns>0 when the last edition gives it no badge; 1 for a first time; 2 for "second year running".</returns>
    public static int YearsRunning(IReadOnlyList<ServiceStanding?> standings)
    {
        if (standings.Count == 0 || standings[^1] is not (ServiceStanding.LowestRated or ServiceStanding.BelowTheRest)) return 0;
        return standings.Reverse().TakeWhile(standing => standing == standings[^1]).Count();
    }
}
