using Dapper;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Exporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Differencing;

/// <summary>Two reports of one edition, before and after a reopening, in the hands of one reader.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class EarlierReportTests(TestServer server) : DatabaseTest(server)
{
    private const int Minimum = 10;
    private static readonly string[] Services = ["wifi", "printing", "payroll", "canteen"];

    [Test]
    public async Task A_service_that_was_too_small_for_the_first_report_is_shown_when_it_has_grown()
    {
        // Payroll has too few; canteen, the next smallest, is hidden with it.
        var (first, second) = await CloseTwiceAsync(HeadlineKind.PooledRatings,
            [.. 60.Times(("wifi.overall", 4)), .. 16.Times(("printing.overall", 4)), .. 7.Times(("payroll.overall", 5)), .. 12.Times(("canteen.overall", 4))],
            [.. 20.Times(("canteen.overall", 3)), .. 15.Times(("payroll.overall", 3))]);

        Assert.That(Hidden(first), Is.EqualTo(["payroll", "canteen"]));
        Assert.That(Hidden(second), Is.Empty);
        Assert.That(second.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall").Select(r => $"{r.Item} {r.Valid}"), Is.EqualTo(new[] { "wifi 60", "printing 16", "payroll 22", "canteen 32" }));
    }

    [Test]
    public async Task A_report_stays_while_a_new_one_would_have_to_hide_a_service_of_it()
    {
        var edition = await Answered.EditionAsync(Database, Survey with { Headline = HeadlineKind.PooledRatings }, 2025, [.. Of(1, 60), .. 40.Times(("payroll.overall", 5))]);
        var results = new ResultsOf(Database);
        var first = await CloseAgainAsync(results, edition, []);

        // Three of payroll: their answers would be the difference. Then nine more: twelve since the report that somebody has.
        var second = await CloseAgainAsync(results, edition, [.. Of(1, 30), .. 3.Times(("payroll.overall", 1))]);
        var third = await CloseAgainAsync(results, edition, [.. 9.Times(("payroll.overall", 1))]);

        Assert.That(second, Is.EqualTo(first), "the report is the one that was published, and the later answers wait");
        Assert.That((await results.Reports.FindAsync("internal", 2025))!.Rows(ServiceYearRow.Table).Where(r => r.IsVisible).Select(r => r.Valid), Is.EqualTo(new int?[] { 90, 52 }));
        Assert.That(third, Is.Not.EqualTo(first));
    }

    [Test]
    public async Task Closed_a_day_too_early_an_edition_has_its_whole_report_when_the_others_have_answered()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.PooledRatings,
            [.. 12.Times(("wifi.overall", 4), ("printing.overall", 4)), .. 4.Times(("payroll.overall", 3))],
            [.. 200.Times(("wifi.overall", 4), ("printing.overall", 4), ("payroll.overall", 5), ("canteen.overall", 4)), .. Of(1, 40), .. Of(2, 40)]);

        Assert.That(Hidden(first), Has.Some.EqualTo("payroll"));
        Assert.That(second.Rows(ServiceYearRow.Table).Where(r => r.IsVisible).Select(r => r.Item), Is.EqualTo(Services));
        Assert.That(Cells(second), Is.EqualTo(["a 40", "b 40", " 212"]), "no group had a figure before");
        Assert.That(second.RespondentsOfEarlierGroups, Is.Null);
    }

    [Test]
    public async Task Where_more_have_answered_since_than_before_a_service_of_a_few_of_them_is_hidden()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices,
            [.. Of(1, 20), .. 20.Times(("payroll.overall", 5))], [.. Of(1, 60), .. 3.Times(("payroll.overall", 1))]);

        Assert.That(Hidden(first), Is.Empty);
        Assert.That(Hidden(second), Is.EqualTo(["payroll"]));
    }

    [Test]
    public async Task Of_several_customer_groups_the_figures_stay_as_they_were_published()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 10), .. Of(2, 30)]);

        Assert.That(Cells(second), Is.EqualTo(Cells(first)).And.EqualTo(new[] { "a 40", "b 40", "c 40" }));
        Assert.That((first.RespondentsOfEarlierGroups, second.RespondentsOfEarlierGroups), Is.EqualTo(((int?)null, (int?)120)), "and the page says of how many they are");
        Assert.That(second.Rows(ServiceYearRow.Table)[0].Valid, Is.EqualTo(160), "of all customers the later answers count");
        Assert.That(second.Rows(SegmentRow.Table).Select(r => r with { Respondents = null }), Is.EqualTo(first.Rows(SegmentRow.Table)));
    }

    [Test]
    public async Task Beside_groups_of_an_earlier_report_single_responses_carry_none()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 3), .. Of(2, 30)]);

        var wide = (await PackageReader.OfAsync(Database, second)).Wide;

        Assert.That(first.RespondentsOfEarlierGroups, Is.Null);
        Assert.That(wide, Has.Count.EqualTo(153));
        Assert.That(wide.Select(r => r["group.department"] + r["group.role"] + r["language"] + r["submitted_on"]), Is.All.Empty);
        Assert.That(wide.Select(r => r["wifi.overall"]), Is.All.EqualTo("4"));
    }

    [Test]
    public async Task A_third_report_still_has_the_customer_groups_of_the_first()
    {
        var edition = await Answered.EditionAsync(Database, Survey, 2025, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)]);
        var results = new ResultsOf(Database);
        await CloseAgainAsync(results, edition, []);
        var first = (await results.Reports.FindAsync("internal", 2025))!;

        await CloseAgainAsync(results, edition, [.. Of(1, 10)]);
        await CloseAgainAsync(results, edition, [.. Of(2, 10)]);

        var third = (await results.Reports.FindAsync("internal", 2025))!;
        Assert.That((third.Rows(ServiceYearRow.Table)[0].Valid, third.RespondentsOfEarlierGroups), Is.EqualTo((140, (int?)120)));
        Assert.That(third.Rows(SegmentRow.Table).Select(r => r with { Respondents = null }), Is.EqualTo(first.Rows(SegmentRow.Table)));
    }

    [Test]
    public async Task The_only_customer_group_has_the_later_answers_where_they_tell_of_nobody()
    {
        var (_, few) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 1), .. Of(2, 30), .. Of(3, 4)], 2024, OneGroup);
        var (_, many) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 10), .. Of(2, 30)], 2025, OneGroup);

        Assert.That(Cells(few), Is.EqualTo(["a 40", "b 40", "c 40"]));
        Assert.That(Cells(many), Is.EqualTo(["a 50", "b 70", "c 40"]));
    }

    [Test]
    public async Task Closing_again_with_the_same_answers_changes_nothing()
    {
        var edition = await Answered.EditionAsync(Database, Survey, 2025, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)]);
        var results = new ResultsOf(Database);
        var first = await CloseAgainAsync(results, edition, []);

        Assert.That(await CloseAgainAsync(results, edition, []), Is.EqualTo(first));
        Assert.That((await results.Reports.FindAsync("internal", 2025))!.RespondentsOfEarlierGroups, Is.Null);
    }

    [Test]
    public async Task Whatever_comes_later_no_figure_of_the_second_report_differs_by_a_few_from_the_first([Values] bool oneGroup)
    {
        var random = new Random(20251124);
        var (shown, renewed) = (0, 0);
        for (var year = 2001; year <= 2024; year++)
        {
            var crowd = new Crowds(random, !oneGroup);
            var (before, later) = (random.Next(10, 300), random.Next(10, 400));
            var (first, second) = await CloseTwiceAsync((HeadlineKind)(year % 3), crowd.People(before), crowd.People(later), year, oneGroup ? OneGroup : Survey);
            Assert.Multiple(() => Compare(year, first, second));
            if (later < before)
                Assert.That(Hidden(second).Except(Hidden(first)), Is.Empty, $"{year}: nobody loses a service by a reopening");
            shown += second.Rows(SegmentRow.Table).Count(r => r is { IsHidden: false, Valid: > 0 });
            if (second.Rows(HeadlineRow.Table)[0].Respondents > first.Rows(HeadlineRow.Table)[0].Respondents) renewed++;
        }
        Assert.That(shown, Is.GreaterThan(24), "not everything is hidden");
        Assert.That(renewed, Is.GreaterThan(6), "and not every report stays");
    }

    private static void Compare(int year, EditionReport first, EditionReport second)
    {
        var (pooled, pooledLater) = (first.Rows(HeadlineRow.Table)[0].Ratings, second.Rows(HeadlineRow.Table)[0].Ratings);
        var services = Later(first.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall"), second.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall"), r => r.Item, r => (r.Valid ?? 0, r.State == CellState.Hidden));
        Line($"{year} services", pooled is null || pooledLater is null ? null : (int)(pooledLater - pooled), services);
        foreach (var item in first.Rows(SegmentRow.Table).Select(r => (r.Attribute, r.Item)).Distinct())
        {
            var (was, isNow) = (Row(first, item.Item), Row(second, item.Item));
            int? total = was.IsVisible && isNow.IsVisible ? isNow.Valid - was.Valid : null;
            Line($"{year} {item}", total, Later(
                first.Rows(SegmentRow.Table).Where(r => (r.Attribute, r.Item) == item), second.Rows(SegmentRow.Table).Where(r => (r.Attribute, r.Item) == item),
                r => r.SegmentKey, r => (r.Valid ?? 0, r.IsHidden)));
        }
    }

    private static ServiceYearRow Row(EditionReport report, string item) => report.Rows(ServiceYearRow.Table).Single(r => r.Item == item);

    private static List<(string Key, int? Later)> Later<T>(IEnumerable<T> first, IEnumerable<T> second, Func<T, string> key, Func<T, (int Valid, bool IsHidden)> of)
    {
        var was = first.ToDictionary(key, of);
        return [.. second.Select(r => (key(r), was.GetValueOrDefault(key(r)).IsHidden || of(r).IsHidden ? (int?)null : of(r).Valid - was.GetValueOrDefault(key(r)).Valid))];
    }

    // What came later is a line of cells with its sum: no cell of a few, none hidden alone, no few together.
    private static void Line(string where, int? total, IReadOnlyList<(string Key, int? Later)> cells)
    {
        foreach (var (key, later) in cells) Assert.That(later ?? 0, Is.Zero.Or.GreaterThanOrEqualTo(Minimum), $"{where} {key}");
        if (total is not { } all) return;
        Assert.That(all, Is.Zero.Or.GreaterThanOrEqualTo(Minimum), where);
        Assert.That(all - cells.Sum(c => c.Later ?? 0), Is.Zero.Or.GreaterThanOrEqualTo(Minimum), $"{where}: the hidden together");
    }

    private async Task<(EditionReport First, EditionReport Second)> CloseTwiceAsync(
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
    private async Task<IReadOnlyList<string>> CloseAgainAsync(ResultsOf results, Edition edition, IEnumerable<Person> later)
    {
        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, later));
        Assert.That(await results.Closing.CloseAsync(edition.EditionId));
        return await Database.ReadAsync<IReadOnlyList<string>>(async (db, _) => (await db.QueryAsync<string>(
            "select name || ' ' || content from report_table where edition_id = @EditionId order by name", new { edition.EditionId })).AsList());
    }

    private static IEnumerable<Person> Of(int department, int people) => people.Times(("group.department", department), ("wifi.overall", 4));

    private static IEnumerable<string> Hidden(EditionReport report) => report.Rows(ServiceYearRow.Table).Where(r => r.State == CellState.Hidden).Select(r => r.Item);

    private static IEnumerable<string> Cells(EditionReport report) => report.Rows(SegmentRow.Table)
        .Where(r => r is { Item: "wifi", Attribute: "department", IsHidden: false, Valid: > 0 }).Select(r => $"{r.SegmentKey} {r.Valid}");

    private static Questionnaire Survey => A.Questionnaire(Services) with
    {
        Anonymity = Anonymity.Confidential,
        Screener = null,
        ServiceQuestions = [A.Rating("overall")],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c"), A.Group("role", GroupSource.Asked, "x", "y")],
    };

    private static Questionnaire OneGroup => Survey with { Groups = [Survey.Groups[0]] };

    private sealed class Crowds(Random random, bool withRole)
    {
        private readonly double[] _popularity = [.. Services.Append("overall").Select(_ => random.NextDouble() < 0.3 ? random.NextDouble() * 0.2 : random.NextDouble())];

        public List<Person> People(int people) =>
        [
            .. Enumerable.Range(0, people).Select(_ => new Person(
            [
                ("group.department", 1 + (int)(3 * Math.Pow(random.NextDouble(), 2))), .. withRole ? [("group.role", 1 + random.Next(2))] : Array.Empty<(string, int)>(),
                .. _popularity.Index().Where(p => random.NextDouble() < p.Item).Select(p => (p.Index < Services.Length ? $"{Services[p.Index]}.overall" : "overall", random.Next(1, 6))),
            ])),
        ];
    }
}
