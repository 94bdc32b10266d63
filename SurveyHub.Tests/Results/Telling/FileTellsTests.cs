using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Telling;
using SurveyHub.Results.Trends;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Telling;

/// <summary>
/// What rests on who gave which answers together, beside the file of single responses, is an equation for the answers withheld there (outsiders solved it for groups of one mind, however it was
/// rounded). So nothing of it may depend on them: what is told follows from the file.
/// </summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class FileTellsTests(TestServer server) : DatabaseTest(server)
{
    private static readonly string[] Services = ["a", "b", "c", "d", "e"];

    [Test]
    public async Task Which_of_two_hidden_groups_was_satisfied_changes_nothing_that_is_told([Values(HeadlineKind.PooledRatings, HeadlineKind.MeanOfServices)] HeadlineKind kind)
    {
        var (one, other) = (await CloseAsync("one", kind, betaGood: 4), await CloseAsync("other", kind, betaGood: 0));
        var (told, toldOther) = (EditionReport.Told(one), EditionReport.Told(other));

        Assert.That(one[1].Rows(TellingRow.Table).Single().Withholds);
        Assert.That(one[1].Rows(SegmentRow.Table).Where(r => r is { Item: "a", IsHidden: true }).Select(r => r.SegmentKey), Is.EquivalentTo(new[] { "beta", "gamma" }));
        Assert.That(Figures(one[1]), Is.Not.EqualTo(Figures(other[1])), "the exact figures tell which");
        Assert.That(Figures(told[1]), Is.EqualTo(Figures(toldOther[1])));
        Assert.That(told[1].Rows(HeadlineRow.Table)[0].Share, Is.EqualTo(one[1].Rows(HeadlineRow.Table)[0].Share), "what is counted is everybody's");
        Assert.That(told[1].Rows(HeadlineChangeRow.Table)[0].Upper, Is.Not.Null);
        Assert.That(told[1].Rows(ImportanceRow.Table).First(r => r.Service == "a").Spearman, Is.Not.Null);
    }

    [Test]
    public async Task An_interval_from_what_the_file_tells_is_about_that_of_all_answers([Values(HeadlineKind.PooledRatings, HeadlineKind.MeanOfServices)] HeadlineKind kind)
    {
        var report = (await CloseAsync("about", kind, betaGood: 2))[1];
        var (told, exact) = (EditionReport.Told([report])[0].Rows(HeadlineRow.Table)[0], report.Rows(HeadlineRow.Table)[0]);

        Assert.That(told.Upper - told.Lower, Is.EqualTo(exact.Upper - exact.Lower).Within(5).Percent);
    }

    [Test]
    public async Task Customers_who_rated_hidden_things_alone_are_told_in_tens()
    {
        // Four of Beta rated a and nothing else; nobody of Gamma rated anything.
        var some = await CloseAsync(Questionnaire("raters", HeadlineKind.PooledRatings), 2025,
        [
            .. People(120, 1, 0, 0), .. OnlyA(4, 2, 5), .. OnlyA(8, 2, Item.CannotJudge), .. OnlyA(10, 3, 1), .. OnlyA(2, 3, Item.CannotJudge),
        ]);
        var told = EditionReport.Told([some])[0].Rows(HeadlineRow.Table)[0];

        Assert.That((some.Rows(HeadlineRow.Table)[0].Raters, told.Raters, told.RatersAreRounded), Is.EqualTo((134, 130, true)));

        static IEnumerable<Person> OnlyA(int many, int department, int code) => many.Times(
            [("group.department", department), ("a.overall", code), .. Services.Skip(1).Select(s => ($"{s}.overall", Item.CannotJudge)), ("overall", 3)]);
    }

    [Test]
    public async Task An_importance_has_two_decimals_below_a_hundred_people_and_all_digits_from_there_on()
    {
        var few = await CloseAsync(Questionnaire("importance", HeadlineKind.PooledRatings), 2024, People(99, 1, 0, 0));
        var many = await CloseAsync(Questionnaire("importance", HeadlineKind.PooledRatings), 2025, People(100, 1, 0, 0));
        var told = EditionReport.Told([few, many]);

        Assert.That(Importance(told[0]), Is.EqualTo(Importance(few).Select(i => Math.Round(i, 2, MidpointRounding.AwayFromZero))).And.Not.EqualTo(Importance(few)));
        Assert.That(Importance(told[1]), Is.EqualTo(Importance(many)));

        static double[] Importance(EditionReport report) => [.. report.Rows(ImportanceRow.Table).Where(r => r.IsInMatrix).Select(r => r.Spearman!.Value)];
    }

    [Test]
    public async Task Where_the_file_withholds_no_rating_nothing_is_stored_beside_what_was_computed()
    {
        var report = await CloseAsync(Questionnaire("whole", HeadlineKind.PooledRatings), 2025, People(60, 1, 0, 0));

        Assert.That(report.Rows(TellingRow.Table).Single().Withholds, Is.False);
        Assert.That(await StoredAsync(report.Edition), Is.Zero);
    }

    [Test]
    public async Task It_is_counted_before_others_have_to_wait_for_the_report_to_be_stored()
    {
        var usual = await CloseAsync(Database, await HidingAsync("usual"));
        // Whoever walked along the answers then would find none.
        var quick = await CloseAsync(new InterruptedDatabase(Database) { BeforeWritingAlone = work => work.ExecuteAsync("delete from answer") }, await HidingAsync("quick"));

        Assert.That(usual, Has.Some.StartsWith("headline_told"));
        Assert.That(quick, Is.EqualTo(usual));
    }

    [Test]
    public async Task It_is_counted_again_where_the_report_decides_otherwise_than_was_foreseen()
    {
        var edition = await HidingAsync("again");

        // Meanwhile a list turns up that is shorter than those who answered.
        await CloseAsync(new InterruptedDatabase(Database)
        {
            BeforeWritingAlone = async work =>
            {
                await FrameStore.AddAsync(work, edition, [new() { Address = "one", Groups = new Dictionary<string, string> { ["department"] = "alpha" }, Disposition = Disposition.Answered }], new(2025, 3, 1));
                await work.ExecuteAsync("delete from answer");
            },
        }, edition);

        Assert.That(await Database.ReadAsync((db, _) => db.QuerySingleAsync<int>("select count(*) from file_tally")), Is.Zero, "the answers of then");
    }

    private Task<Edition> HidingAsync(string survey) =>
        Answered.EditionAsync(Database, Questionnaire(survey, HeadlineKind.PooledRatings), 2025, [.. People(120, 1, 0, 0), .. Few(2, 4, 2), .. Few(3, 10, 5)]);

    private static async Task<string[]> CloseAsync(Database database, Edition edition)
    {
        Assert.That(await new ResultsOf(database).Closing.CloseAsync(edition.EditionId));
        return await database.ReadAsync(async (db, _) => (await db.QueryAsync<string>(
            "select name || ' ' || content from report_table where edition_id = @EditionId order by name", new { edition.EditionId })).ToArray());
    }

    private static object?[] Figures(EditionReport report)
    {
        var (headline, change) = (report.Rows(HeadlineRow.Table)[0], report.Rows(HeadlineChangeRow.Table)[0]);
        return
        [
            headline.PooledError, headline.PooledEffectiveN, headline.PooledLower, headline.PooledUpper, headline.MeanError, headline.MeanLower, headline.MeanUpper, headline.Lower, headline.Upper,
            change.PooledError, change.PooledP, change.Lower, change.Upper, change.HeadlineP,
            .. report.Rows(LowestRatedRow.Table).SelectMany(r => new object?[] { r.Service, r.Rank, r.RankLower, r.RankUpper, r.Standing, r.Flag }),
            .. report.Rows(ImportanceRow.Table).SelectMany(r => new object?[] { r.Pairs, r.Pearson, r.Spearman, r.Lower, r.Upper, r.Quadrant, r.Priority }),
        ];
    }

    // Two editions, of which the later one hides two groups of a: of Beta four rated it, of Gamma ten.
    private async Task<EditionReport[]> CloseAsync(string survey, HeadlineKind kind, int betaGood) =>
    [
        await CloseAsync(Questionnaire(survey, kind), 2024, People(60, 1, 0, 0)),
        await CloseAsync(Questionnaire(survey, kind), 2025, [.. People(120, 1, 0, 0), .. Few(2, 4, betaGood), .. Few(3, 10, 7 - betaGood)]),
    ];

    private async Task<EditionReport> CloseAsync(Questionnaire questionnaire, int year, IEnumerable<Person> people)
    {
        var edition = await Answered.EditionAsync(Database, questionnaire, year, people);
        var results = new ResultsOf(Database);
        Assert.That(await results.Closing.CloseAsync(edition.EditionId));
        return (await results.Reports.FindAsync(questionnaire.Survey, year))!;
    }

    private static Questionnaire Questionnaire(string survey, HeadlineKind kind) => A.Questionnaire(Services) with
    {
        Survey = survey,
        Anonymity = Anonymity.Confidential,
        Screener = null,
        LastQuestions = [A.Rating(SurveyHub.Surveys.Questionnaire.OverallQuestion)],
        Headline = kind,
        Groups = [A.Group("department", GroupSource.Invitation, "alpha", "beta", "gamma")],
    };

    private static IEnumerable<Person> People(int many, int department, int first, int shift) =>
        from i in Enumerable.Range(first, many)
        select new Person([("group.department", department), .. Services.Select((s, at) => ($"{s}.overall", ((i * 7) + (at * 3) + shift) % 10 < 5 + (at % 3) ? 4 + (i % 2) : 1 + ((i + at) % 3))), ("overall", 1 + (i * 3 % 5))]);

    // Twelve of a department who are alike in everything but a, which so many of them rated.
    private static IEnumerable<Person> Few(int department, int rated, int good) =>
        from i in Enumerable.Range(0, 12)
        select new Person(
        [
            ("group.department", department), ("a.overall", i >= rated ? Item.CannotJudge : i < good ? 5 : 1),
            .. Services.Skip(1).Select(s => ($"{s}.overall", department == 2 ? 5 : 1)), ("overall", department == 2 ? 5 : 2),
        ]);

    private Task<int> StoredAsync(Edition edition) => Database.ReadAsync((db, _) => db.QuerySingleAsync<int>(
        """
        select (select count(*) from report_table where edition_id = @EditionId and name like '%_told')
             + (select count(*) from file_tally where edition_id = @EditionId) + (select count(*) from file_pair where edition_id = @EditionId)
             + (select count(*) from file_joint where edition_id = @EditionId)
        """, new { edition.EditionId }));
}
