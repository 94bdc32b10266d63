using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Editions;
using SurveyHub.Features.Demonstration;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Demonstration;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Demonstration;

/// <summary>The demonstration's second survey: when it comes, and what can be seen in it that the hospital does not have.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class SecondSurveyTests(TestServer server)
{
    private const string Survey = "joint-services";

    private SurveyHubHost _host = null!;
    private HttpClient _cio = null!;

    /// <summary>A database as an earlier version left it: the hospital and nothing else.</summary>
    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await SurveyHubHost.StartAsync(new() { Server = server, Environment = "Development" });
        await StoreAsync(_host, ShippedFiles.InternalServices(), 2026, OpenDemonstrationEdition.OpenCode);
        await LoadAsync(_host);
        Assert.That(_host.Log.Errors, Is.Empty);
        _cio = await _host.SignInAsync(People.Cio);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _cio.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public async Task It_is_added_where_an_earlier_version_loaded_the_hospital_alone_and_the_hospital_stays_as_it_is()
    {
        Assert.That((await EditionsAsync(_host, Survey)).Select(e => (e.Year, e.Status, e.Origin, e.Questionnaire.Anonymity)), Is.EqualTo(new[]
        {
            (2021, EditionStatus.Closed, EditionOrigin.Imported, Anonymity.Confidential), (2023, EditionStatus.Closed, EditionOrigin.Imported, Anonymity.Confidential), (2025, EditionStatus.Closed, EditionOrigin.Imported, Anonymity.Confidential),
        }));
        Assert.That((await EditionsAsync(_host, "internal-services")).Select(e => (e.Year, e.Status)), Is.EqualTo(new[] { (2026, EditionStatus.Open) }));
        Assert.That(_host.Log.Errors, Is.Empty);
        Assert.That(_host.Log.Lines, Has.Some.Contains("The demonstration's second survey is loaded"));
    }

    [Test]
    public async Task It_is_loaded_once()
    {
        var before = await _host.AuditAsync();

        await LoadAsync(_host);

        Assert.That(await _host.AuditAsync(), Is.EqualTo(before).And.Exactly(3).Matches("^demonstration imported joint-services 202[135]"));
    }

    [Test]
    public async Task The_home_page_has_both_surveys_and_every_link_says_of_which_it_is()
    {
        var page = await PageAsync(Urls.Home);

        Assert.That(page, Does.Contain("<h2>IT, HR and Facilities services</h2>").And.Contain("<h2>HR, Legal and Finance services</h2>"));
        Assert.That(page, Does.Contain("aria-label=\"Report 2025 of HR, Legal and Finance services\"").And.Contain("aria-label=\"Report 2023 of HR, Legal and Finance services\""));
    }

    [Test]
    public async Task The_headline_and_travel_expenses_rise_after_the_second_edition()
    {
        var reports = await _host.WithAsync<ReportTableStore, IReadOnlyList<EditionReport>>(store => store.OfSurveyAsync(Survey));

        Assert.That(reports.Select(r => r.Rows(HeadlineRow.Table).Single().Share!.Value), Is.EqualTo(new[] { 0.66, 0.64, 0.76 }).Within(0.005));
        Assert.That((await FileAsync(Urls.Changes(Survey, 2025))).Single(r => r["service"] == "expenses")["verdict"], Is.EqualTo("up"));
    }

    [TestCase(2021, "hr_advice", "legal_advice", "expenses", "cash_desk")]
    [TestCase(2023, "hr_advice", "legal_advice", "expenses", "cash_desk")]
    [TestCase(2025, "hr_advice", "onboarding", "contract_review", "data_protection", "expenses")]
    public async Task The_page_of_expectations_has_figures_and_averages_of_every_service(int year, params string[] services)
    {
        var page = await PageAsync(Urls.Expectations(Survey, year));
        var file = await FileAsync(Urls.Expectations(Survey, year));

        Assert.That(file.Where(r => r["share_below_minimum"].Length > 0 && r["mean_minimum"].Length > 0).Select(r => r["service"]), Is.EquivalentTo(services));
        Assert.That(HtmlTables.Rows(page, "below"), Has.Count.EqualTo(services.Length + 1));
        Assert.That(HtmlTables.Rows(page, "zones"), Has.Count.EqualTo(services.Length + 1));
    }

    [Test]
    public async Task One_service_has_less_than_what_would_just_do_and_no_other() => Assert.That(
        (await FileAsync(Urls.Expectations(Survey, 2025))).Where(r => r["verdict"] == "below what is acceptable").Select(r => r["service"]), Is.EqualTo(new[] { "contract_review" }));

    [TestCase("contract_review")]
    [TestCase("data_protection")]
    public async Task A_part_of_the_service_that_was_split_begins_anew_with_the_whole_dashed_before_it(string service)
    {
        var page = await PageAsync(Urls.Series(Survey, service));

        Assert.That(HtmlTables.Row(page, "series", "2023")[^1], Is.EqualTo("the whole: Legal advice"));
        Assert.That(HtmlTables.Row(page, "series", "2023")[1], Does.Contain("54 %"));
        Assert.That(HtmlTables.Text(page), Does.Contain("No change is computed across for any of them, only for all of them together."));
        Assert.That(page, Does.Contain("<line class=\"break\"").And.Contain("class=\"behind\""));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Service(Survey, 2025, service))), Does.Contain("^ 2025: a part of Legal advice until 2023. No difference is computed and no line drawn.").And.Not.Contain("declared"));
    }

    [Test]
    public async Task Enough_people_wrote_about_the_weakest_service_for_their_comments_to_be_read()
    {
        var page = await PageAsync(Urls.Comments(Survey, 2025));

        Assert.That(page, Does.Contain("Now I know whom to ask. It still takes a month."));
        Assert.That(page, Does.Not.Contain("The buddy was the best part."), "of fewer than 15 nobody reads a word");
    }

    [Test]
    public async Task It_is_not_put_beside_a_real_survey_under_the_hospitals_key()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, Environment = "Development" });
        await StoreAsync(host, ShippedFiles.InternalServices(), 2026, "a-real-hospital");

        await LoadAsync(host);

        Assert.That(await EditionsAsync(host, Survey), Is.Empty);
    }

    [Test]
    public async Task It_is_not_put_beside_a_survey_of_the_visitors_own()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, Environment = "Development" });
        await StoreAsync(host, ShippedFiles.InternalServices(), 2026, OpenDemonstrationEdition.OpenCode);
        await StoreAsync(host, A.Questionnaire("wifi"), 2026, null);

        await LoadAsync(host);

        Assert.That(await EditionsAsync(host, Survey), Is.Empty);
    }

    /// <summary>As the start does, with the files that come with the product; the host itself started without any.</summary>
    private static Task LoadAsync(SurveyHubHost host) => host.WithAsync((IServiceProvider services) =>
        ActivatorUtilities.CreateInstance<DemonstrationLoading>(services, new DemonstrationFiles(SeedData.Root)).ExecuteAsync(CancellationToken.None));

    private static Task StoreAsync(SurveyHubHost host, Questionnaire questionnaire, int year, string? openCode) =>
        host.WithAsync((EditionWriter writer) => host.Database.WriteAsync(work => writer.InsertAsync(work, new()
        {
            Year = year, Status = EditionStatus.Open, Origin = EditionOrigin.Collected, OpensOn = new(year, 10, 20), ClosesOn = new(year, 11, 20), Questionnaire = questionnaire, OpenCode = openCode,
        })));

    private static Task<IReadOnlyList<Edition>> EditionsAsync(SurveyHubHost host, string survey) =>
        host.WithAsync<EditionStore, IReadOnlyList<Edition>>(store => store.OfSurveyAsync(survey));

    private async Task<string> PageAsync(string address) => WebUtility.HtmlDecode(await _cio.GetStringAsync(new Uri(address, UriKind.Relative))).Replace('\u00A0', ' ');

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> FileAsync(string address) => ReportFile.Parse(await _cio.GetStringAsync(new Uri(Urls.AsCsv(address), UriKind.Relative)));
}
