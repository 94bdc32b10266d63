using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Editions;
using SurveyHub.Features.Home;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Home;

/// <summary>What somebody sees first.</summary>
public sealed class HomePageTests
{
    private SurveyHubHost _host = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await SurveyHubHost.StartAsync(new() { Now = new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero) });
        var writer = _host.Services.GetRequiredService<EditionWriter>();
        await _host.Database.WriteAsync(async work =>
        {
            await writer.InsertAsync(work, Stored(2024, EditionStatus.Closed, EditionOrigin.History));
            await writer.InsertAsync(work, Stored(2025, EditionStatus.Closed, EditionOrigin.Imported));
            await writer.InsertAsync(work, Stored(2026, EditionStatus.Open, EditionOrigin.Collected));
        });
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Everybody_sees_the_surveys_and_their_editions_the_latest_first()
    {
        foreach (var person in People.All)
        {
            var page = await ReadAsync(person);
            Assert.That(page, Does.Contain("<h2>How good are our services?</h2>").And.Match("(?s)2026</b>.*open until.*2025</b>.*imported.*2024</b>.*counts of"), person.Name);
        }
    }

    [TestCase("/reports/internal", "Olga", "Carl", "Anna", "Sven")]
    [TestCase("/reports/internal/2025", "Olga", "Carl", "Anna", "Sven")]
    [TestCase("/reports/internal/2026/participation", "Olga", "Carl", "Anna")]
    [TestCase("/surveys/internal", "Olga")]
    [TestCase("/surveys/internal/2026/people", "Olga")]
    [TestCase("/surveys/joint-services", "Olga")]
    [TestCase("/import", "Olga")]
    [TestCase("/accounts", "Ada")]
    [TestCase("/audit", "Ada")]
    public async Task A_link_is_shown_to_those_who_may_follow_it(string address, params string[] names)
    {
        foreach (var person in People.All)
            Assert.That((await ReadAsync(person)).Contains($"href=\"{address}\"", StringComparison.Ordinal), Is.EqualTo(names.Any(name => person.Name.StartsWith(name, StringComparison.Ordinal))), person.Name);
    }

    [Test]
    public async Task There_is_no_report_of_an_edition_that_is_open() =>
        Assert.That(await ReadAsync(People.Owner), Does.Not.Contain("href=\"/reports/internal/2026\""));

    [Test]
    public async Task Before_the_first_survey_the_owner_is_told_what_to_do_and_others_to_wait()
    {
        var empty = Directory.CreateDirectory(Path.Combine(TestFolder.Path, "no-surveys")).FullName;
        await using var host = await SurveyHubHost.StartAsync(new() { Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = empty } });

        Assert.That(await (await host.SignInAsync(People.Owner)).ReadAsync(Urls.Home), Does.Contain($"Put a survey file into the folder <code>{empty}</code>").And.Contain("source has complete ones in its folder <code>surveys</code>"));
        Assert.That(await (await host.SignInAsync(People.Cio)).ReadAsync(Urls.Home), Does.Contain("As soon as the survey owner opens one").And.Not.Contain(empty));
    }

    [Test]
    public async Task Files_that_wait_for_an_edition_are_read_for_those_only_who_may_open_one()
    {
        var home = _host.Services.GetRequiredService<ReadHome>();

        Assert.That((await home.ExecuteAsync(withUnopened: true)).Unopened.Select(file => file.Key), Does.Contain("joint-services"));
        Assert.That((await home.ExecuteAsync(withUnopened: false)).Unopened, Is.Empty);
    }

    [TestCase(EditionStatus.Draft, EditionOrigin.Collected, "being prepared")]
    [TestCase(EditionStatus.Open, EditionOrigin.Collected, "open until 30 November 2026")]
    [TestCase(EditionStatus.Closed, EditionOrigin.Collected, "closed, report published")]
    [TestCase(EditionStatus.Closed, EditionOrigin.Imported, "imported, report published")]
    [TestCase(EditionStatus.Closed, EditionOrigin.History, "counts of an earlier year")]
    public void A_state_is_said_in_words(EditionStatus status, EditionOrigin origin, string words) =>
        Assert.That(EditionState.Words(Edition(status, origin), new(2026, 11, 21)), Is.EqualTo(words));

    [TestCase("2026-10-31", "opens on 1 November 2026")]
    [TestCase("2026-11-01", "open until 30 November 2026")]
    [TestCase("2026-11-30", "open until 30 November 2026")]
    [TestCase("2026-12-01", "ended on 30 November 2026, not closed yet")]
    public void An_open_edition_is_open_on_its_days_only(string today, string words) =>
        Assert.That(EditionState.Words(Edition(EditionStatus.Open, EditionOrigin.Collected), DateOnly.Parse(today, System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(words));

    private async Task<string> ReadAsync(Person person)
    {
        using var visitor = await _host.SignInAsync(person);
        using var answer = await visitor.GetAsync(new Uri(Urls.Home, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static NewEdition Stored(int year, EditionStatus status, EditionOrigin origin) => new()
    {
        Year = year,
        Status = status,
        Origin = origin,
        OpensOn = new(year, 11, 1),
        ClosesOn = new(year, 11, 30),
        Questionnaire = A.Questionnaire("wifi"),
    };

    private static Edition Edition(EditionStatus status, EditionOrigin origin) => new()
    {
        EditionId = 1,
        Survey = "internal",
        Year = 2026,
        Status = status,
        Origin = origin,
        OpensOn = new(2026, 11, 1),
        ClosesOn = new(2026, 11, 30),
        Questionnaire = A.Questionnaire("wifi"),
        QuestionnaireSha256 = "",
        ConfirmedBreaks = [],
        Items = ItemList.Of(A.Questionnaire("wifi")),
    };
}
