namespace SurveyHub.Surveys.Differences;

/// <summary>What the survey promises and how it is reported.</summary>
internal static class SurveyDifferences
{
    public static IEnumerable<Difference> Of(QuestionnairePair pair)
    {
        var (before, now) = (pair.Before, pair.Now);
        if (Wording.Differs(before.Title, now.Title))
            yield return Told("title", $"The survey has another title: {Wording.Change(before.Title, now.Title, now.Languages[0])}.");
        if (now.Languages.Except(before.Languages).ToList() is { Count: > 0 } more)
            yield return Told("languages_added", $"The survey is offered in {Wording.And(more.Select(l => $"“{l}”"))} as well.");
        if (before.Languages.Except(now.Languages).ToList() is { Count: > 0 } less)
            yield return Told("languages_removed", $"The survey is no longer offered in {Wording.And(less.Select(l => $"“{l}”"))}.");
        if (before.Anonymity != now.Anonymity)
            yield return Told("anonymity", $"Answers were {Mode(before.Anonymity)} and are {Mode(now.Anonymity)} now; customers are told so.");
        if (before.MinimumAnswers != now.MinimumAnswers)
            yield return Told("minimum_answers", $"Figures are shown from {now.MinimumAnswers} answers on instead of {before.MinimumAnswers}.");
        if (before.MinimumForComments != now.MinimumForComments)
            yield return Told("minimum_for_comments", $"Comments are shown from {now.MinimumForComments} answers on instead of {before.MinimumForComments}.");
        if (before.RandomServiceOrder != now.RandomServiceOrder)
            yield return Told("random_service_order", now.RandomServiceOrder
                ? "Each customer is asked about the services in another order now."
                : "Services are asked about in the same order for everybody now.");
        if (before.Headline != now.Headline)
            yield return Told("headline", $"The headline was {Figure(before.Headline)} and is {Figure(now.Headline)} now. Its trend breaks here.") with
            {
                Effect = SeriesEffect.Break,
                Items = [QuestionnaireDiff.Headline],
            };
        if (!Weighting.AreAlike(before.Weighting, now.Weighting)) yield return Told("weighting", Weighted(pair));
        if (before.Expectations != now.Expectations) yield return Told("expectations", Expected(pair));
        if (before.Census != now.Census)
            yield return Told("census", now.Census == true
                ? "The report tells the interval of the share among these very people as well."
                : "The report no longer tells the interval of the share among these very people.");
        if (before.ProtectUnanimous != now.ProtectUnanimous)
            yield return Told("protect_unanimous", now.ProtectUnanimous == true
                ? "Small groups that are hidden together have at least 30 answers now, so that they are hardly ever all of one opinion: more is hidden."
                : "Small groups that are hidden together may all be of one opinion, which then follows from the figures around them.");
        if (before.Target != now.Target)
            yield return Told("target", (before.Target, now.Target) switch
            {
                (null, { } target) => $"The headline has a target of {ServiceDifferences.Percent(target)} now.",
                (_, null) => "The headline has no target any more.",
                ({ } old, { } target) => $"The target of the headline {(target > old ? "rises" : "falls")} from {ServiceDifferences.Percent(old)} to {ServiceDifferences.Percent(target)}.",
            });
        foreach (var difference in Screener(pair)) yield return difference;
    }

    // Unweighted figures stay the ones that are compared, so no line of them breaks.
    private static string Weighted(QuestionnairePair pair)
    {
        var (before, now) = (pair.Before.Weighting, pair.Now.Weighting);
        var change = (before, now) switch
        {
            (null, _) => $"Figures are shown weighted by {By(pair.Now)} as well.",
            (_, null) => $"Figures are no longer shown weighted by {By(pair.Before)} as well.",
            _ => $"Figures were weighted by {By(pair.Before)} as well, and are weighted by {By(pair.Now)} now.",
        };
        return $"{change} The weighted figures of the two years are not compared; the unweighted ones are, as before.";

        string By(Questionnaire questionnaire) => Wording.And(questionnaire.Weighting!.By.Select(key =>
            $"“{(questionnaire.Groups.FirstOrDefault(g => g.Key == key) is { } group ? pair.Words(group.Name) : key)}”"));
    }

    // Gaps are compared over no years, so nothing breaks. What was a figure of quality is one no longer, or becomes one.
    private static string Expected(QuestionnairePair pair)
    {
        return (pair.Before.Expectations, pair.Now.Expectations) switch
        {
            (null, { } now) => $"Customers are asked what they expect of each service: {Asked(pair.Now, now)}. These answers count in no share of good or excellent.",
            ({ } before, null) => $"No question asks what customers expect any more. {Asked(pair.Before, before)} did.",
            (_, { } now) => $"Other questions ask what customers expect: {Asked(pair.Now, now)}. These answers count in no share of good or excellent.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };

        string Asked(Questionnaire questionnaire, Expectations expectations) => Wording.And(new[] { expectations.Minimum, expectations.Desired }.Select(key =>
            $"“{(questionnaire.ServiceQuestions.FirstOrDefault(q => q.Key == key) is { } question ? pair.Words(question.Text) : key)}”"));
    }

    private static IEnumerable<Difference> Screener(QuestionnairePair pair)
    {
        var (before, now) = (pair.Before.Screener, pair.Now.Screener);
        if (!Wording.Differs(before, now)) yield break;
        var sentence = (before, now) switch
        {
            (null, _) => "Customers are asked first which services they use, so others than before rate a service.",
            (_, null) => "Customers are no longer asked which services they use, so others than before rate a service.",
            _ => $"The question which services are used is worded differently: {Wording.Change(before, now, pair.Now.Languages[0])}.",
        };
        yield return Told("screener", sentence) with
        {
            Effect = SeriesEffect.Ask,
            Items = pair.Continued(before is null || now is null ? i => i.Kind == ItemKind.Rating && i.Service is not null : i => i.Kind == ItemKind.Usage),
        };
    }

    private static Difference Told(string key, string sentence) => new() { Key = $"survey.{key}", Subject = DifferenceSubject.Survey, Sentence = sentence };

    private static string Mode(Anonymity anonymity) => anonymity switch
    {
        Anonymity.Anonymous => "anonymous",
        Anonymity.Confidential => "confidential",
        Anonymity.Identified => "identified",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    private static string Figure(HeadlineKind kind) => kind switch
    {
        HeadlineKind.OverallQuestion => "the overall question",
        HeadlineKind.MeanOfServices => "the mean of the services",
        HeadlineKind.PooledRatings => "the share of all ratings",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
