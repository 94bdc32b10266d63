using Dapper;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Differencing;

/// <summary>Editions that are closed, reopened and closed again.</summary>
internal abstract class ReopenedReportTest(TestServer server) : DatabaseTest(server)
{
    protected static readonly string[] Services = ["wifi", "printing", "payroll", "canteen"];

    protected async Task<(EditionReport First, EditionReport Second)> CloseTwiceAsync(
        HeadlineKind headline, IEnumerable<Person> first, IEnumerable<Person> later, int year = 2025, Questionnaire? survey = null)
    {
        var edition = await Answered.EditionAsync(Database, (survey ?? Survey) with { Headline = headline }, year, first);
        var results = new ResultsOf(Database);
        await CloseAgainAsync(results, edition, []);
        var report = (await results.Reports.FindAsync("internal", year))!;
        await CloseAgainAsync(results, edition, later);
        return (report, (await results.Reports.FindAsync("internal", year))!);
    }

    /// <summary>Reopens the edition where it is closed, adds answers and closes it.</summary>
    /// <returns>The report's tables as they are stored.</returns>
    protected async Task<IReadOnlyList<string>> CloseAgainAsync(ResultsOf results, Edition edition, IEnumerable<Person> later)
    {
        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, later));
        Assert.That(await results.Closing.CloseAsync(edition.EditionId));
        return await Database.ReadAsync<IReadOnlyList<string>>(async (db, _) => (await db.QueryAsync<string>(
            "select name || ' ' || content from report_table where edition_id = @EditionId order by name", new { edition.EditionId })).AsList());
    }

    protected static IEnumerable<Person> Of(int department, int people) => people.Times(("group.department", department), ("wifi.overall", 4));

    protected static IEnumerable<string> Hidden(EditionReport report) => report.Rows(ServiceYearRow.Table).Where(r => r.State == CellState.Hidden).Select(r => r.Item);

    protected static IEnumerable<string> Cells(EditionReport report) => report.Rows(SegmentRow.Table)
        .Where(r => r is { Item: "wifi", Attribute: "department", IsHidden: false, Valid: > 0 }).Select(r => $"{r.SegmentKey} {r.Valid}");

    protected static Questionnaire Survey => A.Questionnaire(Services) with
    {
        Anonymity = Anonymity.Confidential,
        Screener = null,
        ServiceQuestions = [A.Rating("overall")],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c"), A.Group("role", GroupSource.Asked, "x", "y")],
    };

    protected static Questionnaire OneGroup => Survey with { Groups = [Survey.Groups[0]] };
}
