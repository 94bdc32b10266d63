using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>Figures that few stand behind, surveys with bases and scales of their own, answers of people whom no list has.</summary>
public sealed class SmallBasesTests : ReportTest
{
    [Test]
    public async Task A_service_that_was_not_compared_is_not_called_the_lowest()
    {
        await StoreAsync("few", 2025, ["a", "b", "c", "d"], [.. Rated(12, 6, "a"), .. Rated(200, 160, "b", "c", "d")]);

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("few"))), Does.Contain("None stands out lowest are The b, The c and The d, 80 % each; the differences"));
    }

    [Test]
    public async Task Where_none_were_compared_the_lowest_says_how_few_rated_it()
    {
        await StoreAsync("fewer", 2025, ["a", "b"], [.. Rated(12, 6, "a"), .. Rated(200, 160, "b")]);

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("fewer"))), Does.Contain("Not compared lowest is The a, 50 %, of 12 ratings only; too little is known"));
    }

    [Test]
    public async Task Services_with_one_figure_are_named_together_and_the_alphabet_decides_nothing()
    {
        await StoreAsync("alike", 2025, ["a", "b", "c", "d", "e"], Rated(12, 4, "a", "b", "c", "d", "e"));
        await StoreAsync("two-alike", 2025, ["a", "b", "c"], [.. Rated(12, 4, "a", "b"), .. Rated(12, 6, "c")]);
        await StoreAsync("four-alike", 2025, ["a", "b", "c", "d", "e"], [.. Rated(100, 70, "a", "b", "c", "d"), .. Rated(100, 72, "e")]);

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("alike"))), Does.Contain("Not compared all 5 services have 33 %; too little is known to compare services with each other"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("two-alike"))), Does.Contain("Not compared lowest are The a and The b, 33 % each; too little is known"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("four-alike"))), Does.Contain("None stands out 4 services share the lowest figure, 70 %; the differences are within what chance explains"));
    }

    [Test]
    public async Task A_mean_of_services_made_of_few_ratings_says_so()
    {
        await StoreAsync("mean", 2025, ["a", "b"], [.. Rated(12, 6, "a"), .. Rated(4, 2, "b")], HeadlineKind.MeanOfServices);

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Trend("mean"))), Does.Match("Good or excellent, 2025 50 % [0-9–]+ %, 12 ratings, small base"));
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Trend("mean")))).Single()["display"], Is.EqualTo("small base"));
    }

    [Test]
    public async Task Responses_by_the_open_link_stand_beside_the_response_rate()
    {
        await InviteAsync("open", invited: 140, answered: 30);

        foreach (var page in new[] { Urls.Trend("open"), Urls.Report("open", 2025) })
            Assert.That(HtmlTables.Text(await PageAsync(page)), Does.Contain("30 of 140 invited, and 60 responses of others by the open link"), page);
    }

    [Test]
    public async Task Of_a_few_invited_beside_many_by_the_open_link_nobody_is_told_how_many_answered()
    {
        await InviteAsync("nine", invited: 9, answered: 9);

        foreach (var page in new[] { Urls.Trend("nine"), Urls.Report("nine", 2025) })
            Assert.That(HtmlTables.Text(await PageAsync(page)), Does.Contain("how many of the 9 people invited have answered would say who").And.Not.Contain("9 of 9").And.Not.Contain("81 responses"), page);
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Trend("nine")))).Select(r => (r["invited"], r["answered"], r["respondents"], r["response_rate_rr2"])), Is.EqualTo(new[] { ("9", "", "", "") }));
        var line = (await FileAsync(Urls.AsCsv(Urls.Report("nine", 2025)))).Single(r => r["section"] == "participation");
        Assert.That((line["invited"], line["answered"], line["responses"], line["response_rate_rr2"]), Is.EqualTo(("9", "", "", "")), "without an open link the responses are theirs");
    }

    [Test]
    public async Task Responses_that_an_import_has_beside_its_frame_came_by_no_open_link()
    {
        await InviteAsync("brought", invited: 140, answered: 85, origin: "imported");

        foreach (var page in new[] { Urls.Trend("brought"), Urls.Report("brought", 2025) })
            Assert.That(HtmlTables.Text(await PageAsync(page)), Does.Contain("85 of 140 invited, and 5 responses beside the list").And.Not.Contain("open link"), page);
    }

    [Test]
    public async Task Where_all_services_have_few_ratings_the_edition_says_one_thing_only()
    {
        await StoreAsync("small", 2025, ["a", "b", "c", "d"], [.. Rated(12, 4, "a"), .. Rated(24, 18, "b", "c")]);

        var text = HtmlTables.Text(await PageAsync(Urls.Report("small", 2025)));

        Assert.That(text, Does.Contain("No service has 30 ratings or more.").And.Contain("Not in this list, because fewer than 30 ratings are too few to tell: The a (33 %), The b (75 %), The c (75 %).")
            .And.Contain("Fewer than 3 services have 30 ratings or more: too few to compare services with each other."));
        Assert.That(text, Does.Not.Contain("enough answers").And.Not.Contain("sorted"));
    }

    [Test]
    public async Task A_service_that_everybody_was_asked_about_and_nobody_uses_is_not_called_unasked()
    {
        foreach (var year in new[] { 2024, 2025 })
            await CloseAsync(A.Questionnaire("a", "b") with { Survey = "unused", Screener = A.Text("Which of these do you use?") }, Rated(40, 30, "a"), year, keepsScreener: true);

        var page = await PageAsync(Urls.Services("unused", 2025));

        Assert.That(HtmlTables.Row(page, "services", "b")[1], Is.EqualTo("used by nobody"));
        Assert.That(HtmlTables.Text(page), Does.Contain("used by nobody in 2025").And.Not.Contain("not asked"));
    }

    [Test]
    public async Task What_nobody_rated_and_what_is_new_is_not_counted_as_untested()
    {
        await StoreAsync("since", 2024, ["a", "b", "c"], [.. Rated(200, 100, "a"), .. Rated(12, 6, "b")]);
        await StoreAsync("since", 2025, ["a", "b", "c", "d"], [.. Rated(200, 101, "a"), .. Rated(12, 6, "b"), .. Rated(40, 20, "d")]);

        foreach (var page in new[] { Urls.Trend("since"), Urls.Report("since", 2025) })
            Assert.That(HtmlTables.Text(await PageAsync(page)), Does.Contain("1 without a clear change, 1 not tested, 2 with nothing to compare"), page);
    }

    [Test]
    public async Task Where_the_earlier_edition_asked_for_more_ratings_that_number_is_named()
    {
        await CloseAsync(A.Questionnaire("a") with { Survey = "fifty", MinimumAnswers = 50 }, Rated(45, 30, "a"), 2024);
        await CloseAsync(A.Questionnaire("a") with { Survey = "fifty", MinimumAnswers = 10 }, Rated(40, 20, "a"));

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Report("fifty", 2025))), Does.Contain("that takes the same question in 2024, and 50 ratings or more that may be shown in both years"));
    }

    [Test]
    public async Task Every_option_of_a_long_scale_is_counted_in_the_file()
    {
        var options = Enumerable.Range(1, 9).Select(code => new ScaleOption
        {
            Code = code, Label = A.Text($"{code}"), Role = code > 6 ? OptionRole.Favourable : code > 3 ? OptionRole.Neutral : OptionRole.Unfavourable,
        });
        await CloseAsync(A.Questionnaire("wifi") with { Survey = "long", Scales = [A.Scale with { Options = [.. options] }] },
            [.. 20.Times(("wifi.overall", 2)), .. 21.Times(("wifi.overall", 9))]);

        var line = (await FileAsync(Urls.AsCsv(Urls.Services("long", 2025)))).Single(r => r["question"] == "overall");

        Assert.That(Enumerable.Range(1, 9).Select(code => line[$"c{code}"]), Is.EqualTo(new[] { "0", "20", "0", "0", "0", "0", "0", "0", "21" }));
        Assert.That(line.Keys.SkipWhile(k => k != "method_version").Take(3), Is.EqualTo(new[] { "method_version", "c8", "c9" }), "columns are only ever appended");
    }

    [Test]
    public async Task A_survey_that_shows_nothing_below_forty_answers_says_forty_wherever_it_says_from_when_on_it_tests()
    {
        await CloseAsync(A.Questionnaire("a", "b") with { Survey = "forty", MinimumAnswers = 40 }, Rated(50, 30, "a", "b"));

        var pages = await Task.WhenAll(new[] { Urls.Trend("forty"), Urls.Report("forty", 2025), Urls.Services("forty", 2025) }.Select(page => PageAsync(page)));

        Assert.That(pages.Select(HtmlTables.Text), Is.All.Contains("40 ratings").And.All.Not.Contains("30 ratings"));
    }

    /// <summary>Ninety answers, some of them by people who were invited.</summary>
    private async Task InviteAsync(string survey, int invited, int answered, string origin = "collected")
    {
        var questionnaire = A.Questionnaire("wifi") with { Survey = survey, Anonymity = Anonymity.Confidential, Screener = null, LastQuestions = [] };
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, 2025, Rated(90, 60, "wifi"));
        var people = Enumerable.Range(0, invited).Select(i => new FramePerson
        {
            Address = $"p{i}", Groups = new Dictionary<string, string>(), Disposition = i < answered ? Disposition.Answered : Disposition.Invited,
        });
        await Host.Database.WriteAsync(async work =>
        {
            await FrameStore.AddAsync(work, edition, people, new(2025, 3, 1));
            await work.ExecuteAsync("update edition set origin = @origin where edition_id = @EditionId", new { origin, edition.EditionId });
        });
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }

    private async Task CloseAsync(Questionnaire questionnaire, IEnumerable<Person> people, int year = 2025, bool keepsScreener = false)
    {
        var asked = questionnaire with { Anonymity = Anonymity.Confidential, Screener = keepsScreener ? questionnaire.Screener : null, LastQuestions = [], Headline = HeadlineKind.PooledRatings };
        var edition = await Answered.EditionAsync(Host.Database, asked, year, people);
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }

    private static IEnumerable<Person> Rated(int people, int good, params string[] services) =>
        Enumerable.Range(0, people).Select(i => new Person([.. services.Select(s => ($"{s}.overall", i < good ? 5 : 2))]));
}
