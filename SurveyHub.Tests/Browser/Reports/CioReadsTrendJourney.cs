using System.Text.RegularExpressions;
using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Features.Reporting;
using SurveyHub.Results.Tables;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>The CIO, between two meetings: how are we doing, is it better, what needs attention, who sees it differently.</summary>
public sealed class CioReadsTrendJourney : HospitalJourney
{
    private static IEnumerable<Device> Devices => [Device.Desktop, Device.Phone, Device.Phone.WithoutScript];

    private HeadlineRow Headline(int year) => Hospital.Report(year)!.Rows(HeadlineRow.Table).Single();

    private Dictionary<string, double> Shares(int year) =>
        Hospital.Report(year)!.Rows(ServiceYearRow.Table).Where(r => r is { Item: not Questionnaire.OverallQuestion, Share: not null }).ToDictionary(r => r.Item, r => r.Share!.Value);

    private string Attention => Report.Edition.Questionnaire.ServiceName(Report.Rows(LowestRatedRow.Table).OrderBy(r => r.Rank).First().Service);

    /// <summary>A department that finds a service worse than everybody else does, beyond chance.</summary>
    private SegmentRow Dissenting => Report.Rows(SegmentRow.Table)
        .Where(r => r is { Attribute: "department", Differs: true } && r.Item != Questionnaire.OverallQuestion).MinBy(r => r.DifferenceToRest)!;

    [TestCaseSource(nameof(Devices))]
    public async Task From_the_trend_to_the_service_that_needs_attention_and_to_who_sees_it_so(Device device)
    {
        var page = await OpenAsync(device);
        await SignInAsync(page, Roles.Cio, Urls.Trend(Survey));
        await ReadTrendAsync(page);
        await AssertIsFitAsync(page, device);

        await page.GetByRole(AriaRole.Link, new() { Name = Attention }).ClickAsync();
        await Expect(Level1(page)).ToHaveTextAsync(Attention);
        await Expect(page.Locator(".heads")).ToContainTextAsync("lowest rated");
        await AssertIsFitAsync(page, device);

        await GoByMenuAsync(page, device, "Services");
        await ReadServicesAsync(page);
        await AssertIsFitAsync(page, device);

        await GoByMenuAsync(page, device, "Customer groups");
        await ReadGroupsAsync(page, device);
        await AssertIsFitAsync(page, device);

        await GoByMenuAsync(page, device, "Overview");
        await ReadEditionAsync(page);
        await AssertIsFitAsync(page, device);

        await GoByMenuAsync(page, device, "Participation");
        var all = Report.Rows(ResponseRateRow.Table).Single(r => r.Attribute.Length == 0);
        await Expect(Level1(page)).ToHaveTextAsync("Participation");
        await Expect(page.Locator(".heads")).ToContainTextAsync($"{all.Answered:#,0} of {all.Listed - all.Ineligible:#,0} invited");
        await Expect(page.Locator(".heads")).ToContainTextAsync(Figures.Percent(all.Rr2!.Value));
        await AssertIsFitAsync(page, device);

        await GoByMenuAsync(page, device, "Method");
        await Expect(Level1(page)).ToHaveTextAsync("How the figures are computed");
        await Expect(page.GetByText($"A figure is shown from {Report.Edition.Questionnaire.MinimumAnswers} valid answers on.")).ToBeVisibleAsync();
        await AssertIsFitAsync(page, device);
    }

    private async Task ReadTrendAsync(IPage page)
    {
        var years = Hospital.Reports.Select(r => r.Edition.Year).ToArray();
        var (share, lower, upper) = (Headline(Year).Share!.Value, Headline(Year).Lower!.Value, Headline(Year).Upper!.Value);
        await Expect(Level1(page)).ToHaveTextAsync($"Good or excellent, {years[0]} to {years[^1]}");
        await Expect(page.Locator(".heads")).ToContainTextAsync(Figures.Percent(share));
        await Expect(page.Locator(".heads")).ToContainTextAsync(Figures.Interval(lower, upper));
        await Expect(page.GetByText($"The {OpenYear} edition is not closed yet.")).ToBeVisibleAsync();
        var words = $"Good or excellent: {string.Join(", ", years.Select(y => $"{Figures.Percent(Headline(y).Share!.Value)} in {y}"))}.";
        await Expect(page.GetByRole(AriaRole.Img, new() { Name = words, Exact = true })).ToHaveCountAsync(1);
        var rows = await page.Locator("table.editions tbody tr").AllAsync();
        Assert.That(rows, Has.Count.GreaterThanOrEqualTo(years.Length));
        foreach (var (row, year) in rows.Zip(years))
        {
            await Expect(row).ToContainTextAsync($"{year}");
            await Expect(row).ToContainTextAsync(Figures.Percent(Headline(year).Share!.Value));
            await Expect(row).ToContainTextAsync(Figures.Interval(Headline(year).Lower!.Value, Headline(year).Upper!.Value));
        }
        await page.GetByText("How is this computed?").ClickAsync();
        await Expect(page.GetByText("Ratings of “Good” or “Excellent” on the scale")).ToBeVisibleAsync();
    }

    /// <summary>The lowest first; then by name and held against the first edition, which the address says.</summary>
    private async Task ReadServicesAsync(IPage page)
    {
        var (now, then) = (Shares(Year), Shares(2020));
        var rows = page.Locator("table.services tbody tr");
        await Expect(Level1(page)).ToHaveTextAsync("Services, lowest first");
        await Expect(rows).ToHaveCountAsync(Report.Edition.Questionnaire.Services.Count);
        await Expect(rows.First).ToContainTextAsync($"{Attention} lowest rated");
        await Expect(rows.First).ToContainTextAsync(Figures.Percent(now.Values.Min()));

        await ChooseAsync(page, "lowest first", "by name");
        await Expect(page).ToHaveURLAsync(new Regex(@"/services\?sort=name$"));
        await ChooseAsync(page, $"compare with {Year - 1}", "compare with 2020");
        await Expect(page).ToHaveURLAsync(new Regex(@"/services\?compare=2020&sort=name$"));
        Assert.That((await page.Locator("table.services tbody th").AllInnerTextsAsync()).Select(name => name.Split('\n')[0]), Is.Ordered.Using<string>(StringComparer.InvariantCulture.Compare));
        var most = now.Where(s => then.ContainsKey(s.Key)).MaxBy(s => s.Value - then[s.Key]);
        var row = rows.Filter(new() { HasText = Report.Edition.Questionnaire.ServiceName(most.Key) });
        await Expect(row).ToContainTextAsync($"better, {Figures.Points(most.Value - then[most.Key])}");

        await page.Locator("summary", new() { HasText = Attention }).ClickAsync();
        await Expect(page.Locator("details[open] .aspects").GetByText("How reliable is it?")).ToBeVisibleAsync();
    }

    private async Task ReadGroupsAsync(IPage page, Device device)
    {
        await Expect(Level1(page)).ToHaveTextAsync("Services by customer group");
        if (device.IsTouched)
        {
            await Expect(page.Locator("table.heat-map")).ToBeHiddenAsync();
            await page.GetByLabel("Department").SelectOptionAsync(Dissenting.Segment);
            await page.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
            await Expect(page).ToHaveURLAsync(new Regex($@"/groups\?group={Dissenting.SegmentKey}$"));
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = $"Department: {Dissenting.Segment}" })).ToBeVisibleAsync();
            await page.GetByRole(AriaRole.Link, new() { Name = "Everything about this group" }).ClickAsync();
        }
        else
        {
            await page.Locator("table.heat-map").GetByRole(AriaRole.Link, new() { Name = Dissenting.Segment }).ClickAsync();
        }
        await Expect(page).ToHaveURLAsync(new Regex($"/groups/department/{Dissenting.SegmentKey}$"));
        await Expect(Level1(page)).ToHaveTextAsync(Dissenting.Segment);
        var row = page.Locator(".group-figures tbody tr").Filter(new() { HasText = Report.Edition.Questionnaire.ServiceName(Dissenting.Item) });
        await Expect(row).ToContainTextAsync(Figures.Percent(Dissenting.Share!.Value));
        await Expect(row).ToContainTextAsync($"below the others, {Figures.Points(Dissenting.DifferenceToRest!.Value)}");
    }

    private async Task ReadEditionAsync(IPage page)
    {
        await Expect(Level1(page)).ToHaveTextAsync($"Edition {Year}");
        await Expect(page.Locator(".heads")).ToContainTextAsync(Figures.Percent(Headline(Year).Share!.Value));
        foreach (var (card, shares) in new[] { ("Lowest", Shares(Year).Values.Order()), ("Highest", Shares(Year).Values.OrderDescending()) })
        {
            var list = page.Locator("section", new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = card, Exact = true }) }).Locator(".end li");
            await Expect(list.First).ToContainTextAsync(Figures.Percent(shares.First()));
        }
    }

    [Test]
    public async Task Keys_alone_reach_every_explanation()
    {
        await SignInAsync(Page, Roles.Cio, Urls.Trend(Survey));
        await TabToAsync(Page, Page.GetByText("How is this computed?"));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.GetByText("Ratings of “Good” or “Excellent” on the scale")).ToBeVisibleAsync();

        await Page.GotoAsync(Urls.Services(Survey, Year));
        await TabToAsync(Page, Page.Locator("summary", new() { HasText = "lowest first" }));
        await Page.Keyboard.PressAsync("Space");
        await TabToAsync(Page, Page.GetByRole(AriaRole.Link, new() { Name = "by change" }));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Level1(Page)).ToHaveTextAsync("Services, largest loss first");
        await TabToAsync(Page, Page.Locator("summary", new() { HasText = Attention }));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Page.Locator("details[open] .aspects").GetByText("How reliable is it?")).ToBeVisibleAsync();

        await Page.GotoAsync(Urls.Groups(Survey, Year));
        await TabToAsync(Page, Page.Locator("table.heat-map").GetByRole(AriaRole.Link, new() { Name = Dissenting.Segment }));
        await Page.Keyboard.PressAsync("Enter");
        await Expect(Level1(Page)).ToHaveTextAsync(Dissenting.Segment);
    }

    [Test]
    public async Task A_heat_map_shows_differences_when_asked_and_its_address_says_so()
    {
        var all = Shares(Year)[Dissenting.Item];
        await SignInAsync(Page, Roles.Cio, Urls.Groups(Survey, Year));
        var row = Page.Locator("table.heat-map tbody tr").Filter(new() { HasText = Report.Edition.Questionnaire.ServiceName(Dissenting.Item) });
        await Expect(row).ToContainTextAsync($"{Figures.Whole(Dissenting.Share!.Value)}• beyond chance");
        await Page.GetByRole(AriaRole.Link, new() { Name = "difference" }).ClickAsync();

        await Expect(Page).ToHaveURLAsync(new Regex(@"/groups\?show=difference$"));
        await Expect(row).ToContainTextAsync($"{Figures.Points(Dissenting.Share!.Value - all)}• beyond chance");
        await AssertIsFitAsync(Page, Device.Desktop);
    }

    [Test]
    public async Task An_edition_that_is_open_leads_to_participation_and_to_nothing_else()
    {
        await SignInAsync(Page, Roles.Cio);
        foreach (var address in new[] { Urls.Report(Survey, OpenYear), Urls.Services(Survey, OpenYear), Urls.Groups(Survey, OpenYear) })
        {
            await Page.GotoAsync(address);
            await Expect(Page.GetByRole(AriaRole.Heading, new() { Name = $"The {OpenYear} edition is not closed yet" })).ToBeVisibleAsync();
            await Expect(Page.GetByRole(AriaRole.Link, new() { Name = "Participation so far" })).ToHaveAttributeAsync("href", Urls.Participation(Survey, OpenYear));
            await AssertIsFitAsync(Page, Device.Desktop);
        }
        await Page.GetByRole(AriaRole.Link, new() { Name = "Participation so far" }).ClickAsync();
        await Expect(Level1(Page)).ToHaveTextAsync("Participation");
        await AssertIsFitAsync(Page, Device.Desktop);
    }

    private static ILocator Level1(IPage page) => page.GetByRole(AriaRole.Heading, new() { Level = 1 });

    private static async Task ChooseAsync(IPage page, string menu, string choice)
    {
        await page.Locator(".filter-menu summary", new() { HasText = menu }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = choice, Exact = true }).ClickAsync();
    }
}
