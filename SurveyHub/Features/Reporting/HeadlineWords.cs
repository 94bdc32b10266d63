using SurveyHub.Results.Trends;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting;

/// <summary>Which figure the headline is, in words: fixed in the survey's definition and never switched silently (methodology M6).</summary>
public static class HeadlineWords
{
    /// <summary>One line, to stand beside the figure.</summary>
    public static string What(Questionnaire questionnaire) => questionnaire.Headline switch
    {
        HeadlineKind.OverallQuestion => $"Share of answers to “{Question(questionnaire)}” that are good or excellent.",
        HeadlineKind.MeanOfServices => "Mean of the services’ shares of good or excellent ratings; each service counts the same.",
        HeadlineKind.PooledRatings => "Share of all ratings of all services that are good or excellent.",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What the interval allows for.</summary>
    public static string Band(Questionnaire questionnaire) => questionnaire.Headline == HeadlineKind.OverallQuestion
        ? "Band: 95 % interval."
        : "Band: 95 % interval, clustered by person, because the same people rate several services; of three services or fewer the widest there can be.";

    /// <summary>Why such an interval is as it is.</summary>
    public const string OfFewServices =
        "The widest 95 % interval there can be, as if each customer had said the same of all services: of three services or fewer, one that comes from who rated what together could tell how a few people answered.";

    /// <summary>Why a change over so few services has none.</summary>
    public const string NoIntervalOfFew = "The change is tested, and no interval of it is told: over three services or fewer it could tell how a few people answered.";

    /// <summary>"2 of the 12 services were asked about in both".</summary>
    public static string Of(CommonServices common) => common.Last == 1
        ? $"the only service was {(common.Both == 1 ? "" : "not ")}asked about in both"
        : $"{Figures.Count(common.Both)} of the {Figures.Count(common.Last)} services {(common.Both == 1 ? "was" : "were")} asked about in both";

    private static string Question(Questionnaire questionnaire) =>
        questionnaire.LastQuestions.FirstOrDefault(q => q.Key == Questionnaire.OverallQuestion) is { } question ? questionnaire.In(question.Text) : "All in all?";
}
