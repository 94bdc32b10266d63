using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Results;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The response rate of everybody invited.</summary>
internal static class ResponseRateFigure
{
    public static ExplainedFigure? Of(PublishedSurvey survey, EditionReport report)
    {
        var line = TrendView.Line(survey, report);
        if (line.Participation is not { Listed: not null } row) return null;
        var rate = line.ResponseRate;
        return new()
        {
            Place = FigurePlace.ResponseRate,
            Title = $"Response rate, {line.Year}",
            Value = rate is { } share ? Figures.Percent(share) : line.ListIsWrong ? "there is none" : "not told of so few",
            Parts =
            [
                ("What it says", "Of everybody who was invited and could answer, the share who did: complete and partial answers (AAPOR’s response rate 2)."),
                .. rate is null ? Array.Empty<(string, string)>() :
                [
                    ("Base", $"{Figures.Count(line.Answered!.Value)} of {Figures.Count(line.Invited!.Value)} people invited{(row.Ineligible > 0 ? $"; {Figures.Count(row.Ineligible.Value)} who could not answer are left out" : "")}."),
                    ("Left out", line.NotFromList > 0 ? $"{Figures.Count(line.NotFromList, "response", "responses")} by the open link: nobody knows of how many." : "Nothing: every response came from the list."),
                ],
                .. line.ListIsWrong ? [("Why there is none", "More people answered than the list has, altogether or in a customer group. It is not the list of those who were asked, so nothing is divided by it.")] : Array.Empty<(string, string)>(),
                ("Disclosure", rate is null && !line.ListIsWrong ? "Of fewer than ten people the rate would say who answered." : "It holds no answers."),
                ("Weighting", "None: a rate counts people."),
            ],
            Recomputation = rate is { } rr2 && line.Answered is { } answered && row.Listed is { } listed
                ? new([["what", "n"], ["listed", listed], ["ineligible", row.Ineligible ?? 0], ["answered", answered]], Scripts.ResponseRate, [("rr2", rr2)])
                : null,
        };
    }
}
