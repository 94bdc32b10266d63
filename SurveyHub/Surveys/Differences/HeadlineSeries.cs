namespace SurveyHub.Surveys.Differences;

/// <summary>What lines that break do to the line that everybody looks at first.</summary>
internal static class HeadlineSeries
{
    /// <param name="pair">The two questionnaires.</param>
    /// <param name="broken">Keys of the items whose series break.</param>
    /// <returns>A sentence for the survey's owner; null when the headline goes on as it is, and when its own difference says that it does not.</returns>
    public static string? After(QuestionnairePair pair, IReadOnlyCollection<string> broken)
    {
        if (pair.Before.Headline != pair.Now.Headline) return null;
        var (before, now) = (ItemList.Of(pair.Before), ItemList.Of(pair.Now));
        if (pair.Now.Headline == HeadlineKind.OverallQuestion)
            return now.Overall is { } overall && broken.Contains(overall.Key) ? "The headline's trend breaks with it: the headline is the overall question." : null;
        return now.MainRatings.Any(i => before.Find(i.Key) is not null && !broken.Contains(i.Key))
            ? null
            : "The headline's trend breaks with them: no service is left whose share can be compared.";
    }
}
