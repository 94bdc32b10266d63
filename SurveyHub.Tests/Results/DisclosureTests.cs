using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>Reads a published report as somebody would who wants to know what a few people answered.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class DisclosureTests(TestServer server) : DatabaseTest(server)
{
    private const int Minimum = 10;
    private static readonly string[] Services = ["wifi", "printing", "payroll", "canteen", "lifts"];

    [Test]
    public async Task Where_the_pooled_share_is_the_headline_a_second_service_is_hidden_with_the_only_small_one()
    {
        await StoreAsync(HeadlineKind.PooledRatings, 2025, ("wifi", 40), ("printing", 7), ("payroll", 35), ("canteen", 12), ("lifts", 60));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var services = report.Rows(ServiceYearRow.Table).ToDictionary(r => r.Item);
        var headline = report.Rows(HeadlineRow.Table).Single();
        Assert.Multiple(() =>
        {
            Assert.That(services["printing"].Display, Is.EqualTo("hidden: fewer than minimum"));
            Assert.That((services["canteen"].Display, services["canteen"].Share, services["canteen"].Valid), Is.EqualTo(("hidden: complementary", (double?)null, (int?)null)));
            Assert.That(headline.Ratings, Is.EqualTo(154), "all of them count");
            Assert.That(headline.ServicesInMean, Is.EqualTo(3), "the mean is over what is shown");
        });
    }

    [Test]
    public async Task Where_it_is_not_the_headline_the_pooled_share_is_hidden_and_every_larger_service_shown()
    {
        await StoreAsync(HeadlineKind.MeanOfServices, 2025, ("wifi", 40), ("printing", 7), ("payroll", 35), ("canteen", 12), ("lifts", 60));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var headline = report.Rows(HeadlineRow.Table).Single();
        Assert.That(report.Rows(ServiceYearRow.Table).Where(r => r.State == CellState.Hidden).Select(r => r.Item), Is.EqualTo(["printing"]));
        Assert.That((headline.PooledState, headline.Ratings, headline.PooledShare), Is.EqualTo(("hidden: complementary", (long?)null, (double?)null)));
        Assert.That((headline.State, headline.Share), Is.EqualTo((CellState.Shown, headline.MeanOfServices)));
        Assert.That(headline.Share, Is.Not.Null);
    }

    [Test]
    public async Task Two_small_services_of_enough_ratings_together_hide_nothing_else()
    {
        await StoreAsync(HeadlineKind.PooledRatings, 2025, ("wifi", 40), ("printing", 7), ("payroll", 35), ("canteen", 6), ("lifts", 60));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        Assert.That(report.Rows(ServiceYearRow.Table).Where(r => r.State == CellState.Hidden).Select(r => r.Item), Is.EqualTo(["printing", "canteen"]));
        Assert.That(report.Rows(HeadlineRow.Table).Single().Ratings, Is.EqualTo(148));
    }

    [Test]
    public async Task Whatever_people_answer_subtraction_never_leaves_one_group_or_fewer_than_ten()
    {
        var random = new Random(20251121);
        for (var year = 2001; year <= 2040; year++)
            await Answered.EditionAsync(Database, Survey((HeadlineKind)(year % 3)), year, Crowd(random));

        foreach (var report in await new ResultsOf(Database).CloseAllAsync("internal"))
            Assert.Multiple(() => Attack(report));
    }

    private static void Attack(EditionReport report)
    {
        var services = report.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall").ToArray();
        if (report.Rows(HeadlineRow.Table).Single().Ratings is { } total)
            Subtract($"{report.Edition.Year} services", (int)total, [.. services.Select(s => s.State == CellState.Hidden ? null : s.Valid)]);
        foreach (var line in report.Rows(SegmentRow.Table).GroupBy(r => (r.Attribute, r.Item)))
        {
            var cells = line.Select(r => r.IsHidden ? null : r.Valid).ToArray();
            var everyone = report.Rows(ServiceYearRow.Table).Single(r => r.Item == line.Key.Item);
            if (everyone.State != CellState.Hidden) Subtract($"{report.Edition.Year} {line.Key}", everyone.Valid!.Value, cells);
            else Assert.That(cells.Where(c => c > 0), Is.Empty, $"{report.Edition.Year} {line.Key}: the parts of a hidden whole");
        }
    }

    private static void Subtract(string where, int total, int?[] cells)
    {
        Assert.That(cells.Where(c => c is > 0 and < Minimum), Is.Empty, where);
        var hidden = cells.Count(c => c is null);
        if (hidden == 0) return;
        Assert.That(hidden, Is.GreaterThan(1), $"{where}: one alone");
        Assert.That(total - cells.Sum(c => c ?? 0), Is.GreaterThanOrEqualTo(Minimum), $"{where}: together");
    }

    private Task StoreAsync(HeadlineKind headline, int year, params (string Service, int Ratings)[] ratings) =>
        Answered.EditionAsync(Database, Survey(headline), year,
            [.. ratings.Select(r => r.Ratings.Times(($"{r.Service}.overall", 5))), 1.Times(("wifi.overall", Item.CannotJudge))]);

    private static Questionnaire Survey(HeadlineKind headline) => A.Questionnaire(Services) with
    {
        Anonymity = Anonymity.Confidential,
        Headline = headline,
        Screener = null,
        ServiceQuestions = [A.Rating("overall")],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c", "d"), A.Group("role", GroupSource.Asked, "x", "y")],
    };

    /// <summary>Few or many people, departments large and tiny, services that all or hardly anybody uses.</summary>
    private static List<Person> Crowd(Random random)
    {
        var popularity = Services.Append("overall").Select(_ => random.NextDouble() < 0.4 ? random.NextDouble() * 0.2 : random.NextDouble()).ToArray();
        var people = new List<Person>();
        for (var i = random.Next(5, 90); i > 0; i--)
        {
            var codes = new List<(string, int)>();
            if (random.NextDouble() < 0.95) codes.Add(("group.department", 1 + (int)(4 * Math.Pow(random.NextDouble(), 3))));
            if (random.NextDouble() < 0.8) codes.Add(("group.role", random.NextDouble() < 0.1 ? 2 : 1));
            for (var s = 0; s < popularity.Length; s++)
                if (random.NextDouble() < popularity[s]) codes.Add((s < Services.Length ? $"{Services[s]}.overall" : "overall", random.Next(1, 6)));
            people.Add(new(codes));
        }
        return people;
    }
}
