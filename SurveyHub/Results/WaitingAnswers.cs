using System.Globalization;
using SurveyHub.Responses;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>What readers of a report are told of answers that came after it and are in none of its figures (docs/adr/0010, rule 8).</summary>
public sealed class WaitingAnswers(LaterResponses later)
{
    /// <summary>Of how many responses the report is, and that later ones wait.</summary>
    /// <returns>Null where none wait.</returns>
    public async Task<string?> SentenceAsync(EditionReport report, CancellationToken cancellation = default)
    {
        // Only what customers answered here can be reopened.
        if (report.Edition.Origin != EditionOrigin.Collected || await later.OfAsync(report.Edition, cancellation) is not (> 0 and var waiting)) return null;
        var of = Tells(report) ? $"the {Number(report.Rows(HeadlineRow.Table)[0].Respondents ?? 0)} responses" : "the responses";
        // Of a few nobody is told how many they are, as they are in no figure either.
        var who = Tells(report) && waiting >= report.Edition.Questionnaire.MinimumAnswers ? $"{Number(waiting)} later ones wait" : "later ones wait";
        return $"The report of {report.Edition.Year} is of {of} there were when it was published. It was reopened since then, and {who}: they are in no figure and in no file, because the difference of two reports would tell what a few people say. They count as soon as a new report can take its place.";
    }

    // Beside a few invited the number of responses says who has answered.
    private static bool Tells(EditionReport report) =>
        report.Rows(ResponseRateRow.Table).FirstOrDefault(r => r.Attribute.Length == 0)?.Invited is not (> 0 and var invited) || !FewPeople.Are(invited);

    private static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
