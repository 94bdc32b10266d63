using Microsoft.Playwright;
using SurveyHub.Shell;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser;

/// <summary>What somebody sees who only has the address.</summary>
public sealed class FirstContactJourney : BrowserTest
{
    [Test]
    public async Task A_stranger_is_led_to_the_sign_in_page_on_any_device([Values] bool phone)
    {
        var page = await OpenAsync(phone ? Device.Phone : Device.Desktop);

        await page.GotoAsync("/");

        Assert.That(new Uri(page.Url).AbsolutePath, Is.EqualTo(Urls.SignIn));
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
        await page.AssertIsFitForEverybodyAsync();
    }
}
