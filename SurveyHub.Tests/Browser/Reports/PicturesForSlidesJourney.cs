using System.Buffers.Binary;
using Microsoft.Playwright;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>The CIO takes a chart home for a slide.</summary>
public sealed class PicturesForSlidesJourney : HospitalJourney
{
    private static readonly byte[] Signature = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A];

    [Test]
    public async Task Every_chart_comes_as_a_PNG_of_double_size_with_something_on_it()
    {
        await SignInAsync(Page, Roles.Cio);
        foreach (var (address, name) in new[]
        {
            (Urls.Trend(Survey), "internal-services-trend.png"), (Urls.Services(Survey, Year) + "?compare=2022", "internal-services-2025-services.png"), (Urls.Changes(Survey, Year), "internal-services-2025-changes.png"),
            (Urls.Groups(Survey, Year), "internal-services-2025-groups.png"), (Urls.Distribution(Survey, Year), "internal-services-2025-distribution.png"), (Urls.Priorities(Survey, Year), "internal-services-2025-priorities.png"),
        })
        {
            await Page.GotoAsync(address);
            await Page.GetByText("Picture ▾").ClickAsync();
            var download = await Page.RunAndWaitForDownloadAsync(() => Page.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync());
            var bytes = await File.ReadAllBytesAsync(await download.PathAsync());

            Assert.That(download.SuggestedFilename, Is.EqualTo(name));
            Assert.That(bytes.Take(8), Is.EqualTo(Signature), address);
            Assert.That(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(16)), Is.EqualTo(1920), "the width, twice 960");
            Assert.That(BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(20)), Is.GreaterThan(800), "the height");
            Assert.That(bytes, Has.Length.GreaterThan(40_000), "an empty sheet is a fraction of that");
        }
    }

    [Test]
    public async Task Without_script_there_is_the_SVG_and_no_button_that_does_nothing()
    {
        var page = await OpenAsync(Device.Phone.WithoutScript);
        await SignInAsync(page, Roles.Cio, Urls.Services(Survey, Year));
        await page.GetByText("Picture ▾").ClickAsync();

        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "SVG" }).ClickAsync());
        Assert.That(download.SuggestedFilename, Is.EqualTo("internal-services-2025-services.svg"));
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "PNG" })).ToHaveCountAsync(0);
        await page.AssertFitsTheScreenAsync();
    }

    [Test]
    public async Task A_picture_that_cannot_be_had_is_told_in_words()
    {
        await SignInAsync(Page, Roles.Cio, Urls.Services(Survey, Year));
        Tolerate("403");
        await Page.RouteAsync("**/*.svg", route => route.FulfillAsync(new() { Status = 403 }));
        await Page.GetByText("Picture ▾").ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "PNG" }).ClickAsync();

        await Expect(Page.GetByRole(AriaRole.Button, new() { Name = "PNG: not saved" })).ToBeEnabledAsync();
    }
}
