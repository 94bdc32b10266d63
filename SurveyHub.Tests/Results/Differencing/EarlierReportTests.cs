using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;
using HeadlineKind = SurveyHub.Surveys.HeadlineKind;

namespace SurveyHub.Tests.Results.Differencing;

/// <summary>Two reports of one edition, before and after a reopening, in the hands of one reader.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class EarlierReportTests(TestServer server) : DatabaseTest(server)
{
    private const int Minimum = 10;
    private static readonly string[] Services = ["wifi", "printing", "payroll", "canteen"];

    [Test]
    public async Task A_service_that_the_first_report_hid_with_another_stays_hidden_with_it()
    {
        // Payroll has too few; canteen, the next smallest, is hidden with it. Later canteen grows past printing.
        var (first, second) = await CloseTwiceAsync(HeadlineKind.PooledRatings,
            [.. 60.Times(("wifi.overall", 4)), .. 16.Times(("printing.overall", 4)), .. 7.Times(("payroll.overall", 5)), .. 12.Times(("canteen.overall", 4))],
            [.. 20.Times(("canteen.overall", 3))]);

        Assert.That(Hidden(first), Is.EqualTo(["payroll", "canteen"]));
        Assert.That(Hidden(second), Is.SupersetOf(new[] { "payroll", "canteen" }));
    }

    [Test]
    public async Task A_group_of_which_a_few_more_answered_is_hidden_in_the_second_report()
    {
        var (first, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices,
            [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 1), .. Of(2, 30), .. Of(3, 4)]);

        Assert.That(Cells(first), Is.EqualTo(["a 40", "b 40", "c 40"]));
        // One and four are five: a third group has to go with them.
        Assert.That(Cells(second), Is.Empty);
        Assert.That(second.Rows(ServiceYearRow.Table)[0].Valid, Is.EqualTo(155), "of all customers enough came");
    }

    [Test]
    public async Task Groups_of_which_nobody_or_many_more_answered_are_shown()
    {
        var (_, second) = await CloseTwiceAsync(HeadlineKind.MeanOfServices, [.. Of(1, 40), .. Of(2, 40), .. Of(3, 40)], [.. Of(1, 10), .. Of(2, 30)]);

        Assert.That(Cells(second), Is.EqualTo(["a 50", "b 70", "c 40"]));
    }

    [Test]
    public async Task Whatever_comes_later_no_figure_of_the_second_report_differs_by_a_few_from_the_first()
    {
        var random = new Random(20251124);
        var shown = 0;
        for (var year = 2001; year <= 2024; year++)
        {
            var crowd = new Crowds(random);
            var (first, second) = await CloseTwiceAsync((HeadlineKind)(year % 3), crowd.People(random.Next(10, 300)), crowd.People(random.Next(10, 120)), year);
            Assert.Multiple(() => Compare(year, first, second));
            shown += second.Rows(SegmentRow.Table).Count(r => r is { IsHidden: false, Valid: > 0 });
        }
        Assert.That(shown, Is.GreaterThan(24), "not everything is hidden");
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

    private async Task<(EditionReport First, EditionReport Second)> CloseTwiceAsync(HeadlineKind headline, IEnumerable<Person> first, IEnumerable<Person> later, int year = 2025)
    {
        var edition = await Answered.EditionAsync(Database, Survey with { Headline = headline }, year, first);
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        var report = (await results.Reports.FindAsync("internal", year))!;
        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, later));
        await results.Closing.CloseAsync(edition.EditionId);
        return (report, (await results.Reports.FindAsync("internal", year))!);
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

    private sealed class Crowds(Random random)
    {
        private readonly double[] _popularity = [.. Services.Append("overall").Select(_ => random.NextDouble() < 0.3 ? random.NextDouble() * 0.2 : random.NextDouble())];

        public List<Person> People(int people) =>
        [
            .. Enumerable.Range(0, people).Select(_ => new Person(
            [
                ("group.department", 1 + (int)(3 * Math.Pow(random.NextDouble(), 2))), ("group.role", 1 + random.Next(2)),
                .. _popularity.Index().Where(p => random.NextDouble() < p.Item).Select(p => (p.Index < Services.Length ? $"{Services[p.Index]}.overall" : "overall", random.Next(1, 6))),
            ])),
        ];
    }
}
