using SurveyHub.Features.Reporting.Expecting;
using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Expecting;

public sealed class ExpectationsPageTests : ReportTest
{
    private static readonly string Page = Urls.Expectations(ReportedSurvey.Key, 2025);

    [Test]
    public async Task Every_number_of_the_page_is_the_file_s_number_rounded()
    {
        var (html, file) = (await PageAsync(Page), (await FileAsync(Urls.AsCsv(Page))).Where(f => f["share_below_minimum"].Length > 0).ToArray());

        Assert.That(file.Select(f => f["service"]), Does.Contain("wifi").And.Contain("small"));
        Assert.That(HtmlTables.Rows(html, "below").Skip(1).Select(r => $"{r[0]} {r[1]} {r[3]} {r[4]}"), Is.EqualTo(file.Select(f =>
            $"{f["service_name"]} {f.Percent("share_below_minimum")} {f.Interval("share_below_lower", "share_below_upper")} {f["n_below_minimum"]} of {f["n_complete"]} people {f.Percent("share_good")}")));
        Assert.That(HtmlTables.Rows(html, "zones").Skip(1).Select(r => $"{r[2]} {r[3]} {r[4]}"),
            Is.EqualTo(file.Where(f => f["mean_minimum"].Length > 0).Select(f => $"{Two(f["mean_minimum"])} {Two(f["mean_perceived"])} {Two(f["mean_desired"])}")));
    }

    [Test]
    public async Task What_has_no_figure_says_why_and_no_number_of_it_is_in_the_file()
    {
        var (text, file) = (HtmlTables.Text(await PageAsync(Page)), (await FileAsync(Urls.AsCsv(Page))).ToDictionary(f => f["service"]));

        Assert.That(text, Does.Contain("The tiny – hidden with the service’s own figures").And.Contain("The nobody – nobody was asked"));
        Assert.That(text, Does.Match("Of .?The printing.?: a few people rated it without saying what they expect. “People have” is the average of all ratings there"));
        Assert.That((file["printing"]["n_complete"], file["printing"]["means_of"], file["wifi"]["means_of"]), Is.EqualTo(("116", "all ratings", "complete")));
        Assert.That(file["tiny"].Where(f => f.Key is not ("year" or "service" or "service_name" or "display" or "method_version" or "data_version")).Select(f => f.Value), Is.All.Empty);
    }

    [Test]
    public async Task A_service_below_what_is_acceptable_is_said_to_be_in_words_on_the_page_in_the_sentence_and_in_its_picture()
    {
        await CloseAsync("bad", Enumerable.Range(0, 60).Select(i => new Person([("wifi.overall", i % 3 + 1), ("wifi.least", 4), ("wifi.ideal", 5)])));
        var html = await PageAsync(Urls.Expectations("bad", 2025));

        Assert.That(HtmlTables.Text(html), Does.Contain("100 % of the people who said what they expect of wifi have less than what would just do for them."));
        Assert.That(HtmlTables.Rows(html, "zones")[1][0], Is.EqualTo("wifi: below what customers find acceptable"));
        Assert.That(html, Does.Contain("aria-label=\"wifi: from 4.00, which would just do, to 5.00, which is wished for; what people have is 2.00, below what customers find acceptable\""));
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Expectations("bad", 2025)))).Single()["verdict"], Is.EqualTo("below what is acceptable"));
        using var picture = await Cio.GetAsync(new Uri(Urls.AsSvg(Urls.Expectations("bad", 2025)), UriKind.Relative));
        Assert.That(await picture.Content.ReadAsStringAsync(), Does.Contain("<title>wifi: from 4.00").And.Contain("n 60"));
    }

    [Test]
    public async Task Where_all_wish_for_the_best_there_is_and_a_few_did_not_say_so_the_page_has_no_averages_and_says_why()
    {
        await CloseAsync("ceiling", [.. Enumerable.Range(0, 60).Select(i => new Person([("wifi.overall", i % 3 + 1), ("wifi.least", 2), ("wifi.ideal", 5)])), .. 3.Times(("wifi.overall", 5), ("wifi.least", 3))]);

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Expectations("ceiling", 2025))), Does.Match("No averages of .?wifi.?: a few people rated it without saying what they expect, and what the others expect lies so near an end of the scale"));
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Expectations("ceiling", 2025)))).Single().Where(f => f.Key.StartsWith("mean", StringComparison.Ordinal) || f.Key.Contains("gap", StringComparison.Ordinal)).Select(f => f.Value), Is.All.Empty);
    }

    [Test]
    public async Task Whoever_wishes_for_less_than_would_just_do_is_told_of_and_the_page_explains_its_own_verdict()
    {
        await CloseAsync("turned", [.. 12.Times(("wifi.overall", 3), ("wifi.least", 4), ("wifi.ideal", 2)), .. 40.Times(("wifi.overall", 3), ("wifi.least", 2), ("wifi.ideal", 4))]);
        var text = HtmlTables.Text(await PageAsync(Urls.Expectations("turned", 2025)));

        Assert.That(text, Does.Match("Some wish for less than would just do for them, and may have taken one question for the other: 12 of 52 people of .?wifi.?. They count like everybody else."));
        Assert.That(text, Does.Contain("Below what customers find acceptable Only when the gap").And.Not.Contain("both years"));
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Expectations("turned", 2025)))).Single()["n_desired_below_minimum"], Is.EqualTo("12"));
    }

    [Test]
    public async Task A_single_answer_and_a_few_of_one_opinion_are_told_in_words()
    {
        await CloseAsync("alone", 1.Times(("wifi.overall", 1), ("wifi.least", 4), ("wifi.ideal", 5)));
        await CloseAsync("alike", 15.Times(("wifi.overall", 1), ("wifi.least", 4), ("wifi.ideal", 5)));

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Expectations("alone", 2025))), Does.Contain("No figures wifi – hidden with the service’s own figures"));
        var alike = HtmlTables.Text(await PageAsync(Urls.Expectations("alike", 2025)));
        Assert.That(alike, Does.Contain("wifi – over 95 % are below their own minimum; nearly all of a few answered alike, so no number stands here").And.Not.Contain("15 "));
    }

    [Test]
    public async Task The_navigation_has_the_page_only_where_the_edition_asks_and_the_page_says_so_where_it_does_not()
    {
        Assert.That(await PageAsync(Urls.Report(ReportedSurvey.Key, 2025)), Does.Contain($"href=\"{Page}\""));
        Assert.That(await PageAsync(Urls.Report(ReportedSurvey.Key, 2024)), Does.Not.Contain("/expectations\""));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Expectations(ReportedSurvey.Key, 2024))), Does.Contain("No expectations This edition did not ask what customers expect."));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Disclosure(ReportedSurvey.Key, 2024))), Does.Not.Contain("Expectations"));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Disclosure(ReportedSurvey.Key, 2025))), Does.Contain("Expectations: below the own minimum"));
    }

    [Test]
    public async Task The_file_for_other_organisations_has_no_expectation()
    {
        using var analyst = await Host.SignInAsync(People.Analyst);
        var file = await analyst.GetStringAsync(new Uri(Urls.Benchmark(ReportedSurvey.Key, 2025), UriKind.Relative));

        Assert.That(ReportFile.Parse(file).Select(r => r["dimension"]).Distinct(), Is.EquivalentTo(["overall", "fast"]));
    }

    [Test]
    public async Task The_page_of_one_service_lists_no_expectation_among_its_further_questions()
    {
        var text = HtmlTables.Text(await PageAsync(Urls.Service(ReportedSurvey.Key, 2025, "wifi")));

        Assert.That(text, Does.Contain("How fast is it?").And.Not.Contain("What would just do for you?").And.Not.Contain("What do you wish for?"));
    }

    [TestCase(0.5, 0.05, -0.5, 0.01, "acceptable, and not yet what customers wish for")]
    [TestCase(0.1, 0.06, -0.5, 0.01, "close to the minimum: chance may explain the difference")]
    [TestCase(-0.1, 0.06, -0.5, 0.01, "below the minimum on average, which chance may explain")]
    [TestCase(-0.5, 0.05, -1.5, 0.01, "below what customers find acceptable")]
    [TestCase(1.5, 0.01, 0.5, 0.05, "better than customers wish for")]
    [TestCase(1.5, 0.01, 0.1, 0.06, "above what is wished for on average, which chance may explain")]
    public void Where_a_service_lies_is_said_with_regard_to_chance(double adequacy, double q, double superiority, double qOfWish, string words)
    {
        // The interval of a service is its own: the words go by what is adjusted for all of them.
        var row = new GapRow { Year = 2025, Service = "wifi", Adequacy = adequacy, AdequacyLower = -2, AdequacyUpper = -1, AdequacyQ = q, Superiority = superiority, SuperiorityLower = 1, SuperiorityQ = qOfWish, Display = "shown" };

        Assert.That(new ExpectationLine(row, "Wi-Fi", A.Scale, null, Reason.None).Where, Is.EqualTo(words));
    }

    private static string Two(string number) => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture).ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);

    private async Task CloseAsync(string survey, IEnumerable<Person> people)
    {
        var questionnaire = A.Questionnaire("wifi") with
        {
            Survey = survey,
            Anonymity = Anonymity.Confidential,
            Screener = null,
            LastQuestions = [],
            ServiceQuestions = [A.Rating("overall"), A.Rating("least", "What would just do?"), A.Rating("ideal", "What do you wish for?")],
            Expectations = new() { Minimum = "least", Desired = "ideal" },
        };
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, 2025, people);
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }
}
