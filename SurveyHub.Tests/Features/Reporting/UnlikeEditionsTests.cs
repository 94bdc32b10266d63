using SurveyHub.Features.Importing.History;
using SurveyHub.Results;
using SurveyHub.Results.Trends;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>Editions that did not ask the same: few services in common, one that ended, one hidden for the sake of another, one that nobody answered.</summary>
public sealed class UnlikeEditionsTests : ReportTest
{
    private const string Survey = "unlike";

    [OneTimeSetUp]
    public async Task StoreThem()
    {
        await StoreAsync(2021, People(60, "a", "b"));
        await StoreAsync(2022, People(60, "a", "b", "c", "d", "e", "f"));
        await StoreAsync(2023, [.. People(41, "a", "b", "c", "d"), .. People(12, "a", "b", "c", "d", "e"), .. People(7, "a", "b", "c", "d", "g"),
            .. 5.Times(("h.overall", Item.CannotJudge))]);
        await StoreAsync(2024, []);
    }

    [TestCase("2023", "The e", "hidden in 2023", Description = "12 ratings: it is not the one with too few answers")]
    [TestCase("2023", "The f", "not asked in 2023")]
    [TestCase("2023", "The g", "new this year")]
    [TestCase("2023?compare=2021", "The c", "not asked in 2021", Description = "it was asked in 2022")]
    [TestCase("2024", "The a", "nobody answered in 2024")]
    public async Task A_service_without_a_change_says_why(string edition, string service, string words)
    {
        var html = await PageAsync($"/reports/{Survey}/{edition.Replace("?", "/services?", StringComparison.Ordinal)}{(edition.Contains('?') ? "" : "/services")}");

        Assert.That(HtmlTables.Row(html, "services", service)[^2], Does.StartWith(words));
    }

    [Test]
    public async Task A_service_hidden_for_the_sake_of_a_smaller_one_is_not_said_to_have_too_few_answers()
    {
        var html = await PageAsync(Urls.Services(Survey, 2023));
        var file = await FileAsync(Urls.AsCsv(Urls.Services(Survey, 2023)));

        Assert.That(HtmlTables.Row(html, "services", "The e")[1],
            Is.EqualTo("hidden to protect a smaller one: Enough answers stand behind it, but a smaller one could be worked out from it."));
        Assert.That(HtmlTables.Row(html, "services", "The g")[1], Is.EqualTo("too few answers: Fewer than 10 answers stand behind it."));
        Assert.That(file.First(r => r["service"] == "e")["verdict"], Is.EqualTo("hidden: complementary"));
    }

    [Test]
    public async Task That_fewer_than_ten_could_not_judge_is_not_told()
    {
        var line = (await FileAsync(Urls.AsCsv(Urls.Services(Survey, 2023)))).First(r => r["service"] == "h");

        Assert.That(HtmlTables.Row(await PageAsync(Urls.Services(Survey, 2023)), "services", "The h")[1], Does.StartWith("too few answers"));
        Assert.That((line["display"], line["n_asked"] + line["n_cannot_judge"] + line["share_cannot_judge"]), Is.EqualTo(("hidden: fewer than minimum", "")));
    }

    [Test]
    public async Task An_edition_that_nobody_answered_says_so()
    {
        var services = await PageAsync(Urls.Services(Survey, 2024));
        var trend = await PageAsync(Urls.Trend(Survey));

        Assert.That(HtmlTables.Rows(services, "services").Skip(1).Select(r => r[1]), Is.All.EqualTo("nobody answered"));
        Assert.That(HtmlTables.Text(trend), Does.Contain("Good or excellent, 2024 nobody answered").And.Contain("Needs attention nobody answered"));
        Assert.That(HtmlTables.Row(trend, "editions", "2024")[^1], Is.EqualTo("nobody answered in 2024"));
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Trend(Survey))))[^1]["display"], Is.EqualTo("nobody answered"));
    }

    [Test]
    public async Task A_trend_over_other_services_says_over_how_many_and_is_dashed_where_they_are_few()
    {
        var until2023 = await PageAsync(Urls.Trend(Survey) + "?to=2023");
        var between = await PageAsync(Urls.Trend(Survey) + "?from=2022&to=2023");
        var edition = HtmlTables.Text(await PageAsync(Urls.Report(Survey, 2023)));

        Assert.That(HtmlTables.Text(until2023), Does.Contain("2022: not the same services as in 2021; the change is computed over 2 services that both editions show, and the line to it is dashed.")
            .And.Contain("2023: not the same services as in 2022; the change is computed over 4 services that both editions show.")
            .And.Contain("Not all over the same services: 2 of the 7 services were asked about in both, 2021 and 2023."));
        Assert.That(until2023, Does.Contain("over-few"));
        Assert.That(between, Does.Not.Contain("over-few"));
        Assert.That(edition, Does.Contain("in 2023 not the same services: 2 of the 7 services were asked about in both"));
    }

    [Test]
    public async Task What_the_counts_of_an_earlier_year_do_not_hold_is_not_called_new()
    {
        await StoreAsync("counted", 2020, ["a", "b"], People(60, "a", "b"));
        var outcome = await Host.WithAsync((ImportHistory import) => import.ExecuteAsync("olga", "history.csv",
            () => new MemoryStream("survey,year,service_code,n_valid,favourable_count\ncounted,2019,a,200,100\n"u8.ToArray())));
        Assert.That(outcome, Is.TypeOf<HistoryOutcome.Imported>());

        Assert.That(HtmlTables.Row(await PageAsync(Urls.Services("counted", 2020)), "services", "The b")[^2], Is.EqualTo("not in 2019’s counts"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("counted"))), Does.Contain("2019 ° counts only").And.Contain("° 2019: counts only. Nobody knows who rated what"));
    }

    [Test]
    public async Task A_change_since_the_first_edition_is_over_as_many_services_as_the_file_says()
    {
        foreach (var (year, good) in new[] { (2021, 80), (2022, 120), (2023, 160) })
            await StoreAsync("since", year, year == 2023 ? ["a", "b", "c", "d", "e"] : ["a", "b", "c", "d"],
                [.. Enumerable.Range(0, 200).Select(i => new Person([("a.overall", i < good ? 5 : 2), ("b.overall", i < good ? 5 : 2), .. year == 2023 ? [("e.overall", 5)] : Array.Empty<(string, int)>()])), .. 5.Times(("c.overall", 5)), .. 14.Times(("d.overall", 5))]);

        var last = (await Host.WithAsync((ReportTableStore reports) => reports.OfSurveyAsync("since")))[^1].Rows(HeadlineChangeRow.Table).Single(r => r.YearFrom == 2021);
        Assert.That(last.ServicesCompared, Is.EqualTo(2), "of four that both asked about");
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("since"))), Does.Contain("Since 2021: better, +40 points, over 2 services that both editions show."));
    }

    private Task StoreAsync(int year, IEnumerable<Person> people) =>
        StoreAsync(Survey, year, year == 2021 ? ["a", "b"] : ["a", "b", "c", "d", "e", "f", "g", "h"], people);

    /// <summary>People who rated these services, two of three of them well.</summary>
    private static IEnumerable<Person> People(int count, params string[] services) =>
        Enumerable.Range(0, count).Select(i => new Person([.. services.Select((s, at) => ($"{s}.overall", (i + at) % 3 == 0 ? 2 : 4))]));
}
