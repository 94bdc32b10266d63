using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Results.Trends;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Following;

/// <summary>Why a line is interrupted, with the words before and after where these tell it.</summary>
public static class BreakReason
{
    public static string Of(PublishedSurvey survey, ServiceSeries series, SeriesLine line)
    {
        var before = survey.Reports.Last(r => r.Edition.Year < line.Year).Edition;
        var (old, now) = (before.Questionnaire, line.Report.Edition.Questionnaire);
        var reason = line.WhyBroken switch
        {
            SeriesBreaks.ScaleChanged => Scales(old, now),
            _ when series.Lines.LastOrDefault(l => l.Year < line.Year) is { IsAncestor: true, Under: { } whole } => $"a part of {whole} until {before.Year}.",
            Counterpart.Incomplete => $"not all of {series.Name} was asked about in {before.Year}.",
            _ => old.MainRating is { } was && now.MainRating is { } question && old.In(was.Text) != now.In(question.Text)
                ? $"another question: “{old.In(was.Text)}” is now “{now.In(question.Text)}”."
                : $"its owner declared that it cannot be compared with {before.Year}.",
        };
        return $"{reason} No difference is computed and no line drawn.{BridgeNote.Of(survey, before.Year, line.Report.Edition, series.Service)}";
    }

    private static string Scales(Questionnaire old, Questionnaire now) => (Options(old), Options(now)) is var (before, after) && before != after
        ? $"another scale: “{before}” is now “{after}”."
        : "another scale.";

    private static string Options(Questionnaire questionnaire) =>
        string.Join(", ", (questionnaire.Scale(questionnaire.MainRating?.Scale)?.Options ?? []).Select(o => questionnaire.In(o.Label)));
}
