using Dapper;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>What an anonymous edition forgets at closing, and what it still counts.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class WithheldGroupsTests(TestServer server) : DatabaseTest(server)
{
    private const int Medicine = 1;
    private const int Surgery = 2;
    private const int Chapel = 3;
    private const int Nurse = 1;
    private const int Doctor = 2;

    [Test]
    public async Task A_group_that_few_answered_from_is_forgotten_before_anything_is_counted()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025,
            12.Times(("group.department", Medicine), ("wifi.overall", 5)),
            3.Times(("group.department", Chapel), ("wifi.overall", 1)),
            2.Times(("group.department", Surgery), ("wifi.overall", 1)));
        var results = new ResultsOf(Database);

        await results.Closing.CloseAsync(edition.EditionId);

        var item = edition.Items.Find("group.department")!.No;
        Assert.That(await RowsAsync($"select code || ' ' || count(*) from answer where item_no = {item} group by code"), Is.EqualTo([$"{Medicine} 12"]));
        Assert.That(await RowsAsync("select value || ' ' || sum(n) from tally where attribute = 'department' group by value order by value"), Is.EqualTo([" 5", "medicine 12"]));
        Assert.That(await RowsAsync("select value from withheld_tally"), Is.Empty);
    }

    [Test]
    public async Task Everybody_counts_in_their_groups_although_their_row_gives_up_what_few_share()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, Hospital);
        var results = new ResultsOf(Database);

        await results.Closing.CloseAsync(edition.EditionId);

        var report = (await results.Reports.FindAsync("internal", 2025))!;
        Assert.That(Segments(report), Is.EqualTo(["department medicine 36", "department surgery 38", "role nurse 38", "role doctor 36"]));
        Assert.That(await KeptRowsAsync(edition), Is.EquivalentTo([36, 38]), "every row tells its department, and none its role");
    }

    [Test]
    public async Task Who_subtracts_the_rows_from_the_figures_learns_of_nobody_or_of_ten()
    {
        var learned = new List<int>();
        foreach (var (year, a, b, c, d) in new[] { (2021, 30, 4, 3, 33), (2022, 12, 9, 9, 9), (2023, 11, 11, 11, 1), (2024, 25, 0, 2, 40), (2025, 10, 5, 6, 10) })
        {
            var edition = await Answered.EditionAsync(Database, Questionnaire, year, Crowd(Medicine, Nurse, a), Crowd(Medicine, Doctor, b), Crowd(Surgery, Nurse, c), Crowd(Surgery, Doctor, d));
            await new ResultsOf(Database).Closing.CloseAsync(edition.EditionId);

            foreach (var (attribute, value, code) in new[] { ("department", "medicine", Medicine), ("department", "surgery", Surgery), ("role", "nurse", Nurse), ("role", "doctor", Doctor) })
            {
                var withheld = await CountedWithoutRowAsync(edition, attribute, value, code);
                Assert.That(withheld, Is.Zero.Or.GreaterThanOrEqualTo(10), $"{year} {value}");
                learned.Add(withheld);
            }
        }
        Assert.That(learned, Has.Some.GreaterThan(0), "somewhere there is something to subtract");
    }

    [Test]
    public async Task Closed_again_everybody_still_counts_and_the_figures_are_the_same_to_the_last_byte()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, Hospital);
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        var (first, withheld) = (await TablesAsync(), await WithheldAsync(edition));

        for (var times = 0; times < 2; times++)
        {
            await results.ReopenAsync(edition.EditionId);
            await results.Closing.CloseAsync(edition.EditionId);
        }

        Assert.That(await TablesAsync(), Is.EqualTo(first));
        Assert.That(await WithheldAsync(edition), Is.EqualTo(withheld));
    }

    [Test]
    public async Task Answers_after_a_reopening_count_together_with_those_whose_rows_gave_up_their_group()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, Hospital);
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, Crowd(Surgery, Nurse, 20)));

        await results.Closing.CloseAsync(edition.EditionId);

        Assert.That(Segments((await results.Reports.FindAsync("internal", 2025))!), Is.EqualTo(["department medicine 36", "department surgery 38", "role nurse 38", "role doctor 36"]));
        foreach (var withheld in await WithheldAsync(edition)) Assert.That(withheld, Is.Zero.Or.GreaterThanOrEqualTo(10));
    }

    [Test]
    public async Task A_few_answers_after_a_reopening_change_no_published_figure_and_count_when_there_are_enough()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, Hospital);
        var (results, later) = (new ResultsOf(Database), new LaterResponses(Database));
        await results.Closing.CloseAsync(edition.EditionId);
        var first = await TablesAsync();

        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, 9.Times(("wifi.overall", 1))));
        Assert.That(await later.StandingAsync(edition), Is.EqualTo(new LaterAnswers(true, 9, true) { Before = 74 }), "said before it is closed");
        await results.Closing.CloseAsync(edition.EditionId);

        Assert.That(await TablesAsync(), Is.EqualTo(first));
        Assert.That(await later.OfAsync(edition), Is.EqualTo(9));

        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, 1.Times(("wifi.overall", 1))));
        Assert.That(await later.StandingAsync(edition), Is.EqualTo(new LaterAnswers(true, 10, false) { Before = 74 }));
        await results.Closing.CloseAsync(edition.EditionId);

        var wifi = (await results.Reports.FindAsync("internal", 2025))!.Rows(ServiceYearRow.Table).First(r => r.Item == "wifi");
        Assert.That((wifi.Valid, await later.OfAsync(edition)), Is.EqualTo((84, 0)));
    }

    [Test]
    public async Task A_report_that_had_too_few_answers_for_any_figure_is_made_anew_with_the_next_one()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025, 9.Times(("wifi.overall", 5)));
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, 1.Times(("wifi.overall", 5))));

        await results.Closing.CloseAsync(edition.EditionId);

        Assert.That((await results.Reports.FindAsync("internal", 2025))!.Rows(ServiceYearRow.Table).First(r => r.Item == "wifi").Valid, Is.EqualTo(10));
    }

    [Test]
    public async Task In_a_confidential_edition_every_group_stays_in_the_database()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire with { Anonymity = Anonymity.Confidential }, 2025,
            12.Times(("group.department", Medicine), ("wifi.overall", 5)), 3.Times(("group.department", Chapel), ("wifi.overall", 1)));

        await new ResultsOf(Database).Closing.CloseAsync(edition.EditionId);

        Assert.That(await CountAsync($"select count(*) from answer where code = {Chapel}"), Is.EqualTo(3));
    }

    private static Questionnaire Questionnaire => A.Questionnaire("wifi", "printing") with
    {
        ServiceQuestions = [A.Rating("overall")],
        Groups = [A.Group("department", GroupSource.Invitation, "medicine", "surgery", "chapel"), A.Group("role", GroupSource.Invitation, "nurse", "doctor")],
    };

    /// <summary>Two large combinations and two of which few answered.</summary>
    private static IEnumerable<Person> Hospital =>
        [.. Crowd(Medicine, Nurse, 31), .. Crowd(Medicine, Doctor, 5), .. Crowd(Surgery, Nurse, 7), .. Crowd(Surgery, Doctor, 31)];

    private static IEnumerable<Person> Crowd(int department, int role, int people) =>
        people.Times(("group.department", department), ("group.role", role), ("wifi.overall", department + role > 2 ? 5 : 2));

    private static IEnumerable<string> Segments(EditionReport report) => report.Rows(SegmentRow.Table)
        .Where(r => r.Item == "wifi" && r.Valid > 0).Select(r => $"{r.Attribute} {r.SegmentKey} {r.Valid}");

    /// <summary>Of every value that is counted: how many more it counts than rows have it.</summary>
    private async Task<IReadOnlyList<int>> WithheldAsync(Edition edition) => await IntegersAsync(
        """
        select cast(coalesce(sum(n), 0) as integer)
        from edition_count
        where edition_id = @EditionId and name = 'withheld_responses'
        group by attribute, value
        order by attribute, value
        """, edition);

    /// <summary>How many more the figures count with a value than rows tell it.</summary>
    private Task<int> CountedWithoutRowAsync(Edition edition, string attribute, string value, int code) => Database.ReadAsync((db, _) => db.QuerySingleAsync<int>(
        """
        select cast(coalesce((select sum(t.n) from tally t join item i on i.edition_id = t.edition_id and i.item_no = t.item_no
                              where t.edition_id = @EditionId and i.item_key = 'wifi.overall' and t.attribute = @attribute and t.value = @value), 0)
                    - (select count(*) from answer a join item i on i.edition_id = a.edition_id and i.item_no = a.item_no
                       where a.edition_id = @EditionId and i.item_key = @group and a.code = @code) as integer)
        """, new { edition.EditionId, attribute, value, group = $"group.{attribute}", code }));

    private async Task<IReadOnlyList<int>> KeptRowsAsync(Edition edition) => await IntegersAsync(
        """
        select cast(count(*) as integer)
        from (select response_id, max(case when i.item_key = 'group.department' then code end) as department, max(case when i.item_key = 'group.role' then code end) as role
              from answer a join item i on i.edition_id = a.edition_id and i.item_no = a.item_no
              where a.edition_id = @EditionId and i.kind = 'group'
              group by response_id) r
        group by department, role
        """, edition);

    private Task<IReadOnlyList<int>> IntegersAsync(string sql, Edition edition) =>
        Database.ReadAsync<IReadOnlyList<int>>(async (db, _) => (await db.QueryAsync<int>(sql, new { edition.EditionId })).AsList());

    private Task<IReadOnlyList<string>> TablesAsync() => RowsAsync("select name || ' ' || sha256 from report_table order by name");

    private Task<IReadOnlyList<string>> RowsAsync(string sql) =>
        Database.ReadAsync<IReadOnlyList<string>>(async (db, _) => (await db.QueryAsync<string>(sql)).AsList());

    private Task<int> CountAsync(string sql) => Database.ReadAsync((db, _) => db.QuerySingleAsync<int>(sql));
}
