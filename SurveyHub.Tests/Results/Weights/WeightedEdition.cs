using SurveyHub.Data;
using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Weights;

/// <summary>Editions that ask to be weighted, with the headcounts of their list.</summary>
internal static class WeightedEdition
{
    public static Questionnaire Questionnaire(Anonymity anonymity = Anonymity.Confidential, params string[] by) => A.Questionnaire("wifi", "printing") with
    {
        Anonymity = anonymity,
        Screener = null,
        LastQuestions = [A.Rating(SurveyHub.Surveys.Questionnaire.OverallQuestion)],
        Headline = HeadlineKind.OverallQuestion,
        Groups = [A.Group("department", GroupSource.Invitation, "medicine", "surgery", "chapel"), A.Group("role", GroupSource.Invitation, "doctor", "nurse")],
        Weighting = by.Length == 0 ? null : new() { By = by },
    };

    /// <param name="database">Where it is stored.</param>
    /// <param name="questionnaire">What it asks.</param>
    /// <param name="year">Its year.</param>
    /// <param name="list">People on the list by group and value; those of the first group are everybody.</param>
    /// <param name="people">Who answers.</param>
    public static async Task<EditionReport> CloseAsync(
        Database database, Questionnaire questionnaire, int year, (string Group, string Value, int People)[] list, params IEnumerable<Person>[] people)
    {
        var edition = await Answered.EditionAsync(database, questionnaire, year, people);
        await ListAsync(database, edition.EditionId, list);
        return await CloseAsync(database, edition);
    }

    /// <summary>As an import leaves it: nothing but the file says that the list is of those who answered.</summary>
    public static async Task<EditionReport> ImportAsync(
        Database database, Questionnaire questionnaire, int year, (string Group, string Value, int People)[] list, params IEnumerable<Person>[] people)
    {
        var edition = await Answered.EditionAsync(database, questionnaire, year, people);
        await ListAsync(database, edition.EditionId, list);
        await database.WriteAsync(work => work.ExecuteAsync("update edition set origin = 'imported' where edition_id = @EditionId", new { edition.EditionId }));
        return await CloseAsync(database, edition);
    }

    private static async Task<EditionReport> CloseAsync(Database database, Edition edition)
    {
        var results = new ResultsOf(database);
        Assert.That(await results.Closing.CloseAsync(edition.EditionId));
        return (await results.Reports.FindAsync(edition.Survey, edition.Year))!;
    }

    public static Task ListAsync(Database database, int editionId, (string Group, string Value, int People)[] list) => database.WriteAsync(work => TallyStore.ReplaceFrameAsync(work, editionId,
    [
        .. list.Select(l => new CountRow { Name = CountNames.Complete, Attribute = l.Group, Value = l.Value, N = l.People }),
        .. list.Length == 0 ? [] : new[] { new CountRow { Name = CountNames.Complete, N = list.Where(l => l.Group == list[0].Group).Sum(l => l.People) } },
    ]));

    /// <summary>So many of a department and a role who all say the same of everything.</summary>
    public static IEnumerable<Person> Of(int people, int department, int role, int code) => people.Times(
        ("group.department", department), ("group.role", role), ("wifi.overall", code), ("printing.overall", Item.CannotJudge), ("overall", code));
}
