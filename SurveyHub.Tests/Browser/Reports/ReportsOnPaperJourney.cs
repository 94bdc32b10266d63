using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>A report goes to a meeting on paper: the figures and charts, nothing to press, nothing cut off, few sheets.</summary>
public sealed partial class ReportsOnPaperJourney : HospitalJourney
{
    // A sheet of A4, whole and within margins of a centimetre, in pixels.
    private static readonly int[] Widths = [794, 718];

    // All but the small trends in the rows of the services: a sheet has no room for that column, and the edition's page has the trend.
    private const string Shown = "[...document.querySelectorAll('main table, main svg[role=img], main ul.spread, main ul.end')].filter(element => element.checkVisibility() && !element.closest('td.trend'))";

    // Backgrounds are left out when a browser prints, unless they are marked as necessary: what is written in a light colour is then gone.
    private const string TooPale = """
        () => {
          const channel = value => { const share = value / 255; return share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4; };
          const luminance = colour => { const [r, g, b] = colour.match(/[\d.]+/g).map(Number); return .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b); };
          const isWritten = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
          return [...document.querySelectorAll('main *')]
            .filter(element => isWritten(element) && element.checkVisibility() && getComputedStyle(element).printColorAdjust !== 'exact')
            .filter(element => 1.05 / (luminance(getComputedStyle(element).color) + .05) < 4.5)
            .map(element => `${element.className}: ${element.textContent.trim()}`);
        }
        """;

    // And where backgrounds are printed, letters stand on them.
    private const string Covered = """
        () => {
          const channel = value => { const share = value / 255; return share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4; };
          const luminance = colour => { const [r, g, b] = colour.match(/[\d.]+/g).map(Number); return .2126 * channel(r) + .7152 * channel(g) + .0722 * channel(b); };
          const isWritten = element => [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent.trim());
          return [...document.querySelectorAll('main *')]
            .map(element => ({ element, style: getComputedStyle(element) }))
            .filter(({ element, style }) => isWritten(element) && element.checkVisibility() && /^rgb\(/.test(style.backgroundColor))
            .filter(({ style }) => { const [dark, light] = [luminance(style.color), luminance(style.backgroundColor)].sort((a, b) => a - b); return (light + .05) / (dark + .05) < 4.5; })
            .map(({ element }) => `${element.className}: ${element.textContent.trim()}`);
        }
        """;

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        await BenchmarkText.StoreBesideAsync(Host, Survey);
        // The hospital does not ask what customers expect.
        await ReportedSurvey.StoreAsync(Host);
    }

    private static IEnumerable<TestCaseData> Pages()
    {
        yield return Page(Urls.Trend(Survey), 2);
        yield return Page(Urls.Report(Survey, Year), 2);
        yield return Page(Urls.Services(Survey, Year), 2);
        yield return Page(Urls.Services(Survey, 2020), 2);
        yield return Page(Urls.Services(Survey, Year) + "?show=funnel", 2);
        yield return Page(Urls.BoardPaper(Survey, Year), 2);
        yield return Page(Urls.BoardPaper(Survey, 2020), 2);
        yield return Page(Urls.Changes(Survey, Year), 2);
        yield return Page(Urls.Priorities(Survey, Year), 1);
        yield return Page(Urls.Drivers(Survey, Year), 4);
        yield return Page(Urls.BenchmarkReport(Survey, Year), 2);
        yield return Page(Urls.Distribution(Survey, Year), 2);
        yield return Page(Urls.Expectations(ReportedSurvey.Key, 2025), 2);
        yield return Page(Urls.Service(Survey, Year, "health_record"), 1);
        yield return Page(Urls.Service(Survey, Year, "imaging"), 1);
        yield return Page(Urls.Groups(Survey, Year), 3);
        yield return Page(Urls.Groups(Survey, Year) + "?by=role&group=nurse", 2);
        yield return Page(Urls.Groups(Survey, Year) + "?show=impact", 3);
        yield return Page(Urls.Group(Survey, Year, "role", "nurse"), 2);
        yield return Page(Urls.Participation(Survey, Year), 2);
        yield return Page(Urls.Participation(Survey, OpenYear), 2);
        yield return Page(Urls.Method(Survey), 4);

        static TestCaseData Page(string address, int sheets) => new TestCaseData(address, sheets).SetArgDisplayNames(address);
    }

    [TestCaseSource(nameof(Pages))]
    public async Task The_page_is_whole_on_paper_and_there_is_nothing_to_press(string address, int sheets)
    {
        await Page.AddInitScriptAsync("window.print = () => document.title = 'printed'");
        await SignInAsync(Page, Roles.Cio, address);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Print" }).ClickAsync();
        await Expect(Page).ToHaveTitleAsync("printed");
        var onScreen = await Page.EvaluateAsync<int>($"() => {Shown}.length");

        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var width in Widths)
        {
            await Page.SetViewportSizeAsync(width, 1000);
            await Page.AssertFitsTheScreenAsync();
            Assert.That(await Page.EvaluateAsync<int>($"() => {Shown}.length"), Is.EqualTo(onScreen).And.GreaterThan(0), "every table and every chart that the screen has");
        }
        Assert.That(await Page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('nav, button, form, select, input, summary.sel, .skip')].filter(element => element.checkVisibility()).map(element => element.outerHTML)"), Is.Empty);
        Assert.That(await Page.EvaluateAsync<string[]>(TooPale), Is.Empty, "white letters on white paper");
        Assert.That(await Page.EvaluateAsync<string[]>(Covered), Is.Empty, "letters in the colour they stand on");
        Assert.That(await Page.EvaluateAsync<bool>("() => [...document.querySelectorAll('table:has(thead)')].every(table => new Set([...table.rows].map(row => [...row.cells].filter(cell => cell.checkVisibility()).reduce((sum, cell) => sum + cell.colSpan, 0)).filter(n => n)).size <= 1)"),
            "every column has its heading");
        Assert.That(SheetsOf(await Page.PdfAsync(new() { Format = "A4", Margin = new() { Top = "1cm", Bottom = "1cm", Left = "1cm", Right = "1cm" } })), Is.InRange(1, sheets));
    }

    [TestCase("health_record")]
    [TestCase("imaging")]
    public async Task The_chart_of_a_service_is_as_wide_as_the_text(string service)
    {
        await SignInAsync(Page, Roles.Cio, Urls.Service(Survey, Year, service));
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Page.SetViewportSizeAsync(Widths[^1], 1000);

        Assert.That(await CentimetresAsync(".trend-drawing:visible .grid >> nth=0", "width"), Is.InRange(12, 19));
    }

    [Test]
    public async Task The_first_side_of_the_board_paper_is_full()
    {
        await SignInAsync(Page, Roles.Cio, Urls.BoardPaper(Survey, Year));
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        await Page.SetViewportSizeAsync(Widths[^1], 1000);

        Assert.That(await CentimetresAsync(".trend-drawing:visible .grid >> nth=0", "width"), Is.InRange(12, 19));
        Assert.That(await Page.Locator(".sheet").EvaluateAllAsync<string[]>("parts => parts.map(part => getComputedStyle(part).breakBefore)"), Is.All.EqualTo("auto"), "nothing begins on a new side that had room on the first");
        Assert.That(await CentimetresAsync(".halves", "bottom"), Is.InRange(22, 27.7), "headline, trend, changes, and the services rated highest and lowest");
    }

    private async Task<double> CentimetresAsync(string what, string side) =>
        await Page.Locator(what).EvaluateAsync<double>("(element, side) => element.getBoundingClientRect()[side] / 96 * 2.54", side);

    private static int SheetsOf(byte[] pdf) => PageObject().Count(Encoding.Latin1.GetString(pdf));

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex PageObject();
}
