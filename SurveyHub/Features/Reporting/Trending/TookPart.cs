using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Trending;

/// <summary>Who took part in an edition, in the words that stand beside every headline: an interval says nothing about those who did not.</summary>
/// <param name="Figure">The response rate; without one the number of responses; null where neither may be told.</param>
/// <param name="Words">What the figure is of, or why there is none.</param>
/// <param name="FewAnswered">The result may not represent those who did not.</param>
public sealed record TookPart(string? Figure, string Words, bool FewAnswered = false)
{
    public static TookPart Of(TrendLine line) => line switch
    {
        { TellsAnswered: false } => new(null, $"how many of the {line.Invited} people invited have answered would say who, so it is not shown"),
        { ResponseRate: { } rate, Answered: { } answered, Invited: { } invited } =>
            new(Figures.Percent(rate), $"{Figures.Count(answered)} of {Figures.Count(invited)} invited{Others(line)}", rate < ResponseRates.FewAnsweredBelow),
        { ListIsWrong: true, Headline.Respondents: { } responses, Invited: { } listed } =>
            new(Figures.Count(responses), $"{(responses == 1 ? "response" : "responses")}; more people answered than the list of {Figures.Count(listed)} has{(responses > listed ? "" : " of a customer group")}, so it is not of those who were asked and there is no rate"),
        { Headline.Respondents: { } responses } => new(Figures.Count(responses), $"{(responses == 1 ? "response" : "responses")}; how many were invited is not known, so there is no rate"),
        _ => new(null, "of this edition only counts of ratings are known, not who took part"),
    };

    // An imported edition never had an open link here: its rows and its list differ.
    private static string Others(TrendLine line) => line.NotFromList > 0
        ? $", and {Figures.Count(line.NotFromList, "response", "responses")} {(line.Edition.Origin == EditionOrigin.Collected ? "of others by the open link" : "beside the list")}"
        : "";
}
