using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Bridging;

/// <summary>Beside a break of a trend: what the new words do, where the last edition before it asked a random half in them.</summary>
public static class BridgeNote
{
    /// <param name="survey">All published editions.</param>
    /// <param name="before">Year of the last edition in the old words.</param>
    /// <param name="now">The first edition in the new ones.</param>
    /// <param name="service">The service; null for the headline.</param>
    /// <returns>A sentence with a blank before it; empty where the year before was no bridge to these words.</returns>
    public static string Of(PublishedSurvey survey, int before, Edition now, string? service)
    {
        if (survey.Report(before) is not { } report || report.Edition.Questionnaire is not { HasBridges: true } old) return "";
        var isOnce = service is null && now.Questionnaire.Headline == HeadlineKind.OverallQuestion;
        var asked = isOnce ? now.Questionnaire.LastQuestions.FirstOrDefault(q => q.Key == Questionnaire.OverallQuestion) : now.Questionnaire.MainRating;
        // Words that were changed once more after the bridge year have no bridge.
        if (asked is null || BridgeView.Of(report).Questions.FirstOrDefault(q => q.NewWords == old.In(asked.Text) && q.Ratings[0].New.Service is null == isOnce) is not { } question) return "";
        var offset = service is null
            ? question.Mean is { } mean ? BridgedQuestion.Offset(mean.Difference, mean.Interval) : Of(question.Ratings is [var only] ? only : null)
            : Of(question.Ratings.FirstOrDefault(r => r.Old.Service == service));
        return offset is null ? "" : $" In {before} a random half was asked in the new words: {offset} against the old ones.";
    }

    /// <summary>Beside a figure of one half.</summary>
    public const string OfThese = "This year a random half of the customers was asked in other words; the figure is of those who were asked in these.";

    /// <summary>What has to be known of every figure of a bridge year; null in any other.</summary>
    public static string? OfEdition(EditionReport report)
    {
        var questions = !report.Edition.Questionnaire.HasBridges ? [] : BridgeView.Of(report).Questions;
        return questions.Count == 0 ? null
            : $"{report.Edition.Year} is a bridge year: a random half of the customers was asked {Together(questions.Select(q => $"“{q.NewWords}” in the place of “{q.OldWords}”"))}. Figures of either rest on their half.";
    }

    /// <summary>Whether a rating of an edition is of one half of the customers.</summary>
    public static bool IsOfHalf(EditionReport report, Item item) => report.Edition.Questionnaire.HasBridges && BridgeView.Of(report).Lines.Any(l => l.Old.ReportKey == item.ReportKey || l.New.ReportKey == item.ReportKey);

    /// <summary>"2025: a bridge year. …", where a figure rests on the half that was asked in the old words; null elsewhere.</summary>
    /// <param name="report">The figure's edition.</param>
    /// <param name="ofService">Of a service's main rating; else of the headline.</param>
    public static string? OnHalf(EditionReport report, bool ofService)
    {
        var questionnaire = report.Edition.Questionnaire;
        if (!questionnaire.HasBridges) return null;
        var isOnce = !ofService && questionnaire.Headline == HeadlineKind.OverallQuestion;
        var asked = isOnce ? Questionnaire.OverallQuestion : questionnaire.MainRating?.Key;
        return BridgeView.Of(report).Lines.Any(r => r.Old.Question == asked && r.Old.Service is null == isOnce)
            ? $"{report.Edition.Year}: a bridge year. The figure rests on the random half that was asked in the old words."
            : null;
    }

    private static string Together(IEnumerable<string> parts) => string.Join(" and ", parts);

    private static string? Of(BridgedRating? rating) => rating is { Difference: { } difference, Limits: { } limits } ? BridgedQuestion.Offset(difference, limits) : null;
}
