using SurveyHub.Results;
using SurveyHub.Results.Tables;

namespace SurveyHub.Features.Reporting.Framing;

/// <summary>
/// A report without a figure, because nobody answered or too few did. It is the survey's newest all the same, and whoever comes by its address or from the
/// home page is told so, and where figures are.
/// </summary>
/// <param name="Title">That it is empty.</param>
/// <param name="Text">Why.</param>
/// <param name="WithFigures">The year of the newest report that has figures; null where none has.</param>
public sealed record EmptyReport(string Title, string Text, int? WithFigures)
{
    /// <returns>Null where enough have answered.</returns>
    public static EmptyReport? Of(PublishedSurvey survey, EditionReport report)
    {
        if (!report.IsOfTooFew) return null;
        var (year, minimum) = (report.Edition.Year, report.Edition.Questionnaire.MinimumAnswers);
        var other = survey.Reports.LastOrDefault(r => !r.IsOfTooFew)?.Edition.Year;
        return report.Rows(HeadlineRow.Table)[0].Respondents == 0
            ? new($"Nobody answered {year}", "So its report has no figures.", other)
            : new($"Fewer than {minimum} people answered {year}", $"Figures are shown from {minimum} responses on, so its report has none.", other);
    }
}
