using Microsoft.Playwright;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>Report pages at every width between a small phone and a large screen, with everything a report can have, and with names that have no end.</summary>
public sealed class EveryWidthJourney : BrowserTest
{
    private const string Long = "long";

    private static readonly int[] Widths = [320, 390, 600, 768, 960, 1100, 1280, 1366, 1440, 1920];

    protected override async Task ArrangeAsync()
    {
        await ReportedSurvey.StoreAsync(Host);
        foreach (var year in new[] { 2024, 2025 })
        {
            var edition = await Answered.EditionAsync(Host.Database, WithLongNames(), year, People());
            await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        }
        foreach (var survey in new[] { ReportedSurvey.Key, Long }) await BenchmarkText.StoreBesideAsync(Host, survey);
    }

    [TestCase(ReportedSurvey.Key)]
    [TestCase(Long)]
    public async Task Nobody_scrolls_sideways(string survey)
    {
        await Page.SignInAsync(Host, Support.People.Cio);
        foreach (var address in new[] { Urls.Home, Urls.Trend(survey), Urls.Report(survey, 2025), Urls.Services(survey, 2025), Urls.Changes(survey, 2025), Urls.Groups(survey, 2025), Urls.Disclosure(survey, 2025) + "?part=groups&by=department", Urls.Priorities(survey, 2025), Urls.Drivers(survey, 2025), Urls.Distribution(survey, 2025), Urls.BenchmarkReport(survey, 2025), Urls.Expectations(survey, 2025), Urls.Comments(survey, 2025), Urls.Participation(survey, 2025), Urls.BoardPaper(survey, 2025), Urls.Service(survey, 2025, "wifi"), Urls.Groups(survey, 2025) + "?show=impact", Urls.Services(survey, 2025) + "?show=funnel", Urls.Group(survey, 2025, "role", "doctor") })
        {
            await Page.GotoAsync(address);
            foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await Page.EmulateMediaAsync(new() { ColorScheme = scheme });
                foreach (var width in Widths)
                {
                    await Page.SetViewportSizeAsync(width, 800);
                    await Page.AssertFitsTheScreenAsync();
                }
            }
        }
    }

    [Test]
    public async Task On_a_phone_the_intervals_of_customer_groups_have_their_scale_above_them()
    {
        await Page.SignInAsync(Host, Support.People.Cio);
        await Page.SetViewportSizeAsync(390, 800);
        await Page.GotoAsync(Urls.Groups(ReportedSurvey.Key, 2025));

        var (axis, dot) = (Page.Locator(".one-group .interval-axis").First, Page.Locator(".one-group .interval-dot").First);
        await Assertions.Expect(axis).ToBeVisibleAsync();
        var (above, below) = ((await axis.BoundingBoxAsync())!, (await dot.BoundingBoxAsync())!);
        Assert.That((above.X, above.Width), Is.EqualTo((below.X, below.Width)), "the same width, or the numbers would stand beside their places");
    }

    private static Questionnaire WithLongNames() => A.Questionnaire("wifi", "mail", "desk") with
    {
        Survey = Long,
        Title = A.Text(new string('T', 120)),
        Anonymity = Anonymity.Confidential,
        Screener = null,
        Services = [.. new[] { "wifi", "mail", "desk" }.Select(s => A.Service(s) with { Name = A.Text(s + new string('W', 200)), Target = 0.8 })],
        Groups = [A.Group("department", GroupSource.Asked, [.. Enumerable.Range(1, 10).Select(i => $"{i}{new string('D', 95)}")]) with { Name = A.Text(new string('G', 200)) }, A.Group("role", GroupSource.Asked, "doctor", "nurse")],
        LastQuestions = [A.Rating("overall", new string('Q', 200))],
    };

    private static IEnumerable<Person> People() => Enumerable.Range(0, 150).Select(i => new Person(
    [
        ("wifi.overall", i % 3 == 0 ? 4 : 2), ("mail.overall", i % 5 == 0 ? 2 : 5), ("desk.overall", i % 4 == 0 ? 2 : 5),
        ("overall", i % 4 == 0 ? 3 : 4), ("group.department", i % 10 + 1), ("group.role", i % 2 + 1),
    ]));
}
