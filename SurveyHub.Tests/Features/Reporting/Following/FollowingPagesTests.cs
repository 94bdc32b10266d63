using System.Globalization;
using System.Net;
using SurveyHub.Editions;
using SurveyHub.Features.Reporting;
using SurveyHub.Features.Reporting.Explaining;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.Following;

/// <summary>Pages and files follow services and customer groups through rename, merger and split.</summary>
public sealed class FollowingPagesTests
{
    private SurveyHubHost _host = null!;
    private HttpClient _cio = null!;

    [OneTimeSetUp]
    public async Task Store()
    {
        _host = await SurveyHubHost.StartAsync();
        await LivedSurvey.StoreAsync(_host);
        _cio = await _host.SignInAsync(People.Cio);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _cio.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task A_renamed_service_is_one_series_and_says_until_when_it_had_the_old_name()
    {
        var page = HtmlTables.Text(await PageAsync(Urls.Series(LivedSurvey.Key, "imaging")));
        var services = HtmlTables.Text(await PageAsync(Urls.Services(LivedSurvey.Key, 2025)));

        Assert.That(page, Does.Contain("The imaging, 2022 to 2025").And.Contain("° 2023: “The films” goes on as “The imaging”. The archive was closed. One trend under the new name."));
        Assert.That(page, Does.Contain("° 2023: “Overall, how good is it?” is now “How good is it, all in all?”. It asks the same, so the trend goes on."));
        Assert.That(services, Does.Contain("until 2022 The films").And.Contain("until 2023 The fax and The telephony together").And.Contain("a part of The workplace until 2023"));
    }

    [Test]
    public async Task A_year_in_which_the_line_goes_on_has_another_mark_than_one_in_which_it_is_interrupted()
    {
        var (renamed, split) = (await PageAsync(Urls.Series(LivedSurvey.Key, "imaging")), await PageAsync(Urls.Series(LivedSurvey.Key, "printing")));

        Assert.That(HtmlTables.Row(renamed, "series", "2023 ")[0], Is.EqualTo("2023 °"));
        Assert.That(HtmlTables.Row(split, "series", "2024 ")[0], Is.EqualTo("2024 ^"));
    }

    [Test]
    public async Task The_series_says_of_every_year_whether_it_is_better_than_the_one_before()
    {
        var html = await PageAsync(Urls.Series(LivedSurvey.Key, "imaging"));

        Assert.That(HtmlTables.Row(html, "series", "2025")[4], Does.Contain("no clear change").Or.Contain("better"));
        Assert.That(html, Does.Contain(Urls.Figure(LivedSurvey.Key, 2025, "changes/2024/imaging")));
    }

    [Test]
    public async Task The_old_key_leads_to_the_series_it_goes_on_in() =>
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Series(LivedSurvey.Key, "films"))), Does.Contain("The imaging, 2022 to 2025"));

    [Test]
    public async Task The_past_of_a_merged_service_is_its_parts_together_and_these_stand_behind()
    {
        var html = await PageAsync(Urls.Series(LivedSurvey.Key, "telephony"));

        Assert.That(HtmlTables.Row(html, "series", "2023 ")[^1], Is.EqualTo("The fax and The telephony, together"));
        Assert.That(HtmlTables.Row(html, "series", "2023 ")[^2], Is.EqualTo("not compared here: 2 services then"), "a blank would leave open whether it was forgotten");
        Assert.That(HtmlTables.Text(html), Does.Contain("a The fax, as published").And.Contain("b The telephony, as published").And.Contain("Hollow: several services together"));
        Assert.That(html, Does.Contain("class=\"dot together\"").And.Contain("class=\"behind\""));
    }

    [TestCase("printing")]
    [TestCase("stations")]
    public async Task A_part_of_a_split_service_begins_anew_with_the_whole_before_it(string service)
    {
        var html = await PageAsync(Urls.Series(LivedSurvey.Key, service));
        var text = HtmlTables.Text(html);

        Assert.That(HtmlTables.Row(html, "series", "2023")[^1], Is.EqualTo("the whole: The workplace"));
        Assert.That(text, Does.Contain("No change is computed across for any of them, only for all of them together."));
        Assert.That(text, Does.Match("2024: .+ together 70 %, The workplace 60 % in 2023: "));
        Assert.That(html, Does.Contain("<line class=\"break\""));
    }

    [TestCase(2024, "")]
    [TestCase(2025, "?compare=2023")]
    public async Task Changes_hold_all_parts_of_what_was_split_against_the_whole_and_say_how_that_is_computed(int year, string query)
    {
        var page = Urls.Changes(LivedSurvey.Key, year);
        var (text, file) = (HtmlTables.Text(await PageAsync(page + query)), (await FileAsync(Urls.AsCsv(page) + query)).ToDictionary(r => r["service"]));
        var together = file["printing+stations"];
        var figure = HtmlTables.Text(await PageAsync(Urls.Figure(LivedSurvey.Key, year, FigurePlace.Change(2023, "printing+stations"))));
        var mail = HtmlTables.Text(await PageAsync(Urls.Figure(LivedSurvey.Key, year, FigurePlace.Change(2023, "imaging"))));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("The workplace in 2023").And.Contain(together["service_name"]));
            Assert.That((together["items_from"], together["n_from"], together["share_from"], together["n_to"]), Is.EqualTo(("workplace", "120", "0.6", "240")));
            Assert.That(file["printing"]["diff"] + file["stations"]["q"], Is.Empty, "no part by itself");
            // The tests that stand in the file are all that are adjusted together.
            var p = file.Values.Where(r => r["p"].Length > 0).Select(r => double.Parse(r["p"], CultureInfo.InvariantCulture)).Order().ToArray();
            var adjusted = p.Select((_, i) => p.Skip(i).Select((one, at) => one * p.Length / (i + at + 1)).Append(1).Min()).ToArray();
            Assert.That(file.Values.Where(r => r["p"].Length > 0).Select(r => double.Parse(r["q"], CultureInfo.InvariantCulture)).Order(), Is.EqualTo(adjusted).Within(0.01 * p.Length), "but for two digits where several are taken together");
            Assert.That(figure, Does.Contain("together: change from 2023").And.Contain("In the earlier edition it was one service.").And.Contain("whose p is rounded"));
            Assert.That(mail, Does.Contain("also those of several services taken together, whose p is rounded"));
        });
    }

    [Test]
    public async Task The_trend_shows_the_headline_like_for_like_beside_as_published_and_what_became_of_what()
    {
        var html = await PageAsync(Urls.Trend(LivedSurvey.Key));
        var file = await FileAsync(Urls.AsCsv(Urls.Trend(LivedSurvey.Key)));

        Assert.That(HtmlTables.Text(html), Does.Contain("Like for like: over the 3 services that all editions since 2022 share. The thick line is as published.").And.Contain("What became of what"));
        Assert.That(HtmlTables.Text(html), Does.Contain("department: “medicine” and “surgery” became “clinic”."));
        Assert.That(file.Select(r => r["like_for_like_services"]), Is.All.EqualTo("3"));
        // Films 50 %, fax 25 % and telephony 50 % together, workplace 50 %: the fax is no longer a service of its own.
        Assert.That((file[0]["share_good"], file[0]["like_for_like_share"]), Is.EqualTo(("0.4375", file[0]["like_for_like_share"])));
        Assert.That(double.Parse(file[0]["like_for_like_share"], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo((0.5 + 0.375 + 0.5) / 3).Within(1e-6));
    }

    [Test]
    public async Task A_change_against_any_earlier_edition_follows_the_same_lines()
    {
        var file = await FileAsync(Urls.AsCsv(Urls.Services(LivedSurvey.Key, 2025)) + "?compare=2023");
        var telephony = file.First(r => r["service"] == "telephony");

        Assert.That((telephony["compare_basis"], telephony["compare_items"]), Is.EqualTo(("like for like", "fax+telephony")));
        Assert.That(double.Parse(telephony["diff"], System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(0.8 - (0.6 + 0.35) / 2).Within(1e-6));
        Assert.That(file.First(r => r["service"] == "printing")["verdict"], Is.EqualTo("not comparable: split"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Services(LivedSurvey.Key, 2025) + "?compare=2023")), Does.Contain("a part of The workplace in 2023").And.Not.Contain("No longer asked about"));
    }

    [Test]
    public async Task Departments_that_became_one_are_taken_together_before_and_small_ones_stay_hidden()
    {
        var html = await PageAsync(Urls.Groups(LivedSurvey.Key, 2025));
        var file = HtmlTables.Row(html, "group-years", "clinic");

        Assert.That(HtmlTables.Text(html), Does.Contain("^ clinic: until 2023 medicine and surgery together."));
        Assert.That(file, Has.Count.EqualTo(5));
    }

    [Test]
    public async Task The_file_of_a_series_has_its_basis()
    {
        var rows = await FileAsync(Urls.AsCsv(Urls.Series(LivedSurvey.Key, "telephony")));
        Assert.That(rows.Take(3).Select(r => r["since_before"]), Is.EqualTo(new[] { "", "not compared here: 2 services then", "better, +23" }));

        Assert.That(rows.Select(r => (r["year"], r["items"], r["role"], r["basis"])), Is.EqualTo(new[]
        {
            ("2022", "fax+telephony", "composite", "like for like"), ("2023", "fax+telephony", "composite", "like for like"), ("2024", "telephony", "own", "as published"), ("2025", "telephony", "own", "as published"),
        }));
    }

    [Test]
    public async Task The_command_writes_the_lineage_of_every_service()
    {
        var folder = Path.Combine(TestFolder.Path, "lineage-report");
        await _host.WithAsync((ReportTableStore reports) => _host.WithAsync((EditionStore editions) =>
            new WriteReport(editions, reports, new AuditLog(_host.Database, TimeProvider.System)).RunAsync(LivedSurvey.Key, folder, TextWriter.Null)));
        var rows = ReportFile.Parse(await File.ReadAllTextAsync(Path.Combine(folder, "lineage.csv")));

        Assert.That(rows.Select(r => r["lineage_id"]).Distinct(), Is.EqualTo(new[] { "imaging", "telephony", "printing", "stations", "lunch", "workplace" }));
        Assert.That(rows.Count(r => r["role"] == "ancestor"), Is.EqualTo(4));
    }

    [Test]
    public async Task A_service_that_never_was_is_not_found()
    {
        using var answer = await _cio.GetAsync(new Uri(Urls.Series(LivedSurvey.Key, "nothing"), UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    private async Task<string> PageAsync(string address)
    {
        using var answer = await _cio.GetAsync(new Uri(address, UriKind.Relative));
        var html = await answer.Content.ReadAsStringAsync();
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), html);
        return html;
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> FileAsync(string address) => ReportFile.Parse(await PageAsync(address));
}
