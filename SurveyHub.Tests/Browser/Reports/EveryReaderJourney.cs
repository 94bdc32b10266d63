using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>Readers who choose their own colours, and readers whose screen or sheet is neither a telephone's nor a desk's.</summary>
public sealed class EveryReaderJourney : HospitalJourney
{
    private const string Wordy = "wordy";
    private const string DemonstrationLink = "st-anna-2026";

    private static readonly int[] Screens = [360, 390, 480, 600, 700, 740, 768, 820, 900, 960, 980, 1024, 1100, 1200, 1280, 1440];

    // A4 with margins of 2.5, 1.5 and 1 centimetres, and without, in pixels.
    private static readonly int[] Sheets = [605, 680, 718, 794];

    // A word stands on two lines: not where it has a hyphen, and not where it is longer than any line.
    private const string Broken = """
        () => {
          const range = document.createRange(), broken = new Set();
          const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
          while (texts.nextNode()) {
            const text = texts.currentNode, element = text.parentElement;
            if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('.visually-hidden, code, pre, svg')) continue;
            const isUpright = getComputedStyle(element).writingMode !== 'horizontal-tb';
            for (const word of text.data.matchAll(/[\p{L}\p{N}]{2,30}/gu)) {
              range.setStart(text, word.index);
              range.setEnd(text, word.index + word[0].length);
              const lines = [...range.getClientRects()].filter(box => box.width > 0).map(box => isUpright ? box.left : box.top);
              if (Math.max(...lines) - Math.min(...lines) > 3) broken.add(`${word[0]} in ${(element.closest('table') ?? element).className}`);
            }
          }
          return [...broken];
        }
        """;

    // What the eye gets: a canvas knows every way to write a colour.
    private const string Colours = """
        const rgb = colour => { const ink = document.createElement('canvas').getContext('2d', { willReadFrequently: true }); ink.fillStyle = colour; ink.fillRect(0, 0, 1, 1); return [...ink.getImageData(0, 0, 1, 1).data].slice(0, 3); };
        const channel = value => { const share = value / 255; return share <= .04045 ? share / 12.92 : ((share + .055) / 1.055) ** 2.4; };
        const luminance = colour => { const [r, g, b] = rgb(colour).map(channel); return .2126 * r + .7152 * g + .0722 * b; };
        """;

    protected override async Task ArrangeAsync()
    {
        await base.ArrangeAsync();
        // The hospital does not ask what customers expect, and its scale has short words.
        await ReportedSurvey.StoreAsync(Host);
        var edition = await Answered.EditionAsync(Host.Database, WithWordyScale(), Year, Enumerable.Range(0, 60).Select(i => new Person([("wifi.overall", i % 5 + 1), ("overall", 4)])));
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }

    private static IEnumerable<TestCaseData> Legends()
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            yield return Legend(Urls.Distribution(Survey, Year), ".legend .key", 5, scheme);
            yield return Legend(Urls.Services(Survey, Year), ".legend .key", 5, scheme);
            yield return Legend(Urls.Expectations(ReportedSurvey.Key, Year), ".legend .key", 2, scheme);
        }

        static TestCaseData Legend(string address, string keys, int colours, ColorScheme scheme) => new TestCaseData(address, keys, colours, scheme).SetArgDisplayNames(address, scheme.ToString());
    }

    [TestCaseSource(nameof(Legends))]
    public async Task In_high_contrast_the_legend_of_a_chart_has_the_colours_of_the_chart(string address, string keys, int colours, ColorScheme scheme)
    {
        await SignInAsync(Page, Roles.Cio, address);
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });

        var seen = await Page.Locator(keys).EvaluateAllAsync<string[]>("keys => keys.map(key => getComputedStyle(key, '::before').backgroundColor)");
        var ground = await Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor");
        Assert.That(seen, Has.Length.EqualTo(colours).And.Unique.And.No.Member(ground));
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task In_high_contrast_the_heat_map_has_its_colours_and_every_number_on_them_is_read(ColorScheme scheme)
    {
        await SignInAsync(Page, Roles.Cio, Urls.Groups(Survey, Year));
        await Page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });

        Assert.That(await Page.Locator(".heat-card .legend .heat").EvaluateAllAsync<string[]>("shades => shades.map(shade => getComputedStyle(shade).backgroundColor)"), Has.Length.EqualTo(8).And.Unique);
        Assert.That(await Page.Locator(".heat-map td.heat").EvaluateAllAsync<int>("cells => new Set(cells.map(cell => getComputedStyle(cell).backgroundColor)).size"), Is.GreaterThan(4));
        var pale = await Page.Locator(".heat-map :is(td.heat, td.few) a").EvaluateAllAsync<string[]>($$"""
            links => { {{Colours}} return links.filter(link => {
              const cell = getComputedStyle(link.parentElement), stripes = cell.backgroundImage.match(/(?:rgb|color)\([^)]*\)/g) ?? [cell.backgroundColor];
              return stripes.some(ground => { const [dark, light] = [luminance(getComputedStyle(link).color), luminance(ground)].sort((a, b) => a - b); return (light + .05) / (dark + .05) < 4.5; });
            }).map(link => link.textContent); }
            """);
        Assert.That(pale, Is.Empty);
    }

    [TestCase(ColorScheme.Light)]
    [TestCase(ColorScheme.Dark)]
    public async Task In_high_contrast_a_customer_sees_how_far_they_are(ColorScheme scheme)
    {
        var page = await OpenAsync(Device.Phone);
        await page.GotoAsync(Urls.Answer(DemonstrationLink));
        await page.GetByRole(AriaRole.Button, new() { Name = "Start" }).ClickAsync();
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active, ColorScheme = scheme });
        var bar = page.Locator("progress");
        Assert.That(await bar.EvaluateAsync<double>("bar => bar.value"), Is.InRange(5, 90), "so that there is a beginning and an end to be told apart");

        // The inside of the bar cannot be asked for its style, only looked at.
        var colours = await page.EvaluateAsync<string[]>("""
            async picture => {
              const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
              const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
              const ink = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height }).getContext('2d', { willReadFrequently: true });
              ink.drawImage(image, 0, 0);
              const at = (part, y) => String(ink.getImageData(Math.floor(part * image.width), y, 1, 1).data), middle = Math.floor(image.height / 2);
              const edge = [...Array(middle).keys()].map(y => at(.97, y)).find(colour => colour !== at(.97, middle));
              return [at(.03, middle), at(.97, middle), edge ?? at(.97, middle)];
            }
            """, Convert.ToBase64String(await bar.ScreenshotAsync()));
        Assert.That(colours, Is.Unique, "done, to do, and the edge");
    }

    private static IEnumerable<string> Tables() =>
    [
        Urls.Trend(Survey), Urls.Report(Survey, Year), Urls.Services(Survey, Year), Urls.Changes(Survey, Year), Urls.Groups(Survey, Year), Urls.Group(Survey, Year, "role", "nurse"),
        Urls.Priorities(Survey, Year), Urls.Drivers(Survey, Year), Urls.Distribution(Survey, Year), Urls.Distribution(Wordy, Year), Urls.Expectations(ReportedSurvey.Key, Year),
        Urls.Participation(Survey, Year), Urls.Participation(Survey, OpenYear), Urls.Representativeness(Survey, Year), Urls.Service(Survey, Year, "imaging"), Urls.BoardPaper(Survey, Year),
    ];

    [TestCaseSource(nameof(Tables))]
    public async Task No_word_is_broken_in_the_middle_at_any_width_nor_on_paper(string address)
    {
        await SignInAsync(Page, Roles.Cio, address);
        foreach (var width in Screens)
        {
            await Page.SetViewportSizeAsync(width, 900);
            await AssertNoWordIsBrokenAsync($"on a screen of {width} pixels");
            await Page.AssertFitsTheScreenAsync();
        }
        await Page.EmulateMediaAsync(new() { Media = Media.Print });
        foreach (var width in Sheets)
        {
            await Page.SetViewportSizeAsync(width, 900);
            await AssertNoWordIsBrokenAsync($"on a sheet of {width} pixels");
        }
    }

    [Test]
    public async Task Between_telephone_and_desk_the_distribution_is_a_card_for_each_service()
    {
        await SignInAsync(Page, Roles.Cio, Urls.Distribution(Survey, Year));
        var headings = Page.Locator(".numbers thead");
        foreach (var width in new[] { 390, 768, 1024 })
        {
            await Page.SetViewportSizeAsync(width, 900);
            await Assertions.Expect(headings).ToBeHiddenAsync();
            await Assertions.Expect(Page.Locator(".numbers tbody tr").First).ToContainTextAsync("Electronic health record");
        }
        await Page.SetViewportSizeAsync(1440, 900);
        await Assertions.Expect(headings).ToBeVisibleAsync();
    }

    private async Task AssertNoWordIsBrokenAsync(string where) => Assert.That(await Page.EvaluateAsync<string[]>(Broken), Is.Empty, $"{Page.Url} {where}");

    private static Questionnaire WithWordyScale() => A.Questionnaire("wifi") with
    {
        Survey = Wordy,
        Anonymity = Anonymity.Confidential,
        Screener = null,
        Groups = [],
        Scales = [A.Scale with { Options = [.. A.Scale.Options.Zip(
            ["Very dissatisfied", "Dissatisfied", "Neither satisfied nor dissatisfied", "Satisfied", "Very satisfied"], (option, label) => option with { Label = A.Text(label) })] }],
    };
}
