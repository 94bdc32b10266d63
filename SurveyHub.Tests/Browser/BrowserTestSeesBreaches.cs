using SurveyHub.Shell;

namespace SurveyHub.Tests.Browser;

/// <summary>The journeys are only worth something if a fault of a page is seen.</summary>
public sealed class BrowserTestSeesBreaches : BrowserTest
{
    [SetUp]
    public Task OpenAPage() => Page.GotoAsync(Urls.SignIn);

    [TestCase("console.info('by the way')", "by the way")]
    [TestCase("setTimeout(() => { throw new Error('thrown late') })", "thrown late")]
    [TestCase("document.head.append(Object.assign(document.createElement('script'), { textContent: 'window.planted = 1' }))", "Content Security Policy")]
    [TestCase("fetch('/s/nowhere/at/all')", "404")]
    public async Task What_a_page_does_wrong_is_seen(string script, string complaint)
    {
        await Page.EvaluateAsync($"() => {{ {script} }}");
        // The browser tells us when it comes to it.
        List<string> complaints = [];
        for (var n = 0; n < 100 && !complaints.Any(c => c.Contains(complaint, StringComparison.Ordinal)); n++)
        {
            complaints.AddRange(TakeComplaints());
            await Page.WaitForTimeoutAsync(50);
        }

        Assert.That(complaints, Has.Some.Contains(complaint));
    }

    [Test]
    public async Task What_the_test_said_would_happen_is_no_complaint()
    {
        Tolerate("by the way");
        await Page.RunAndWaitForConsoleMessageAsync(() => Page.EvaluateAsync("console.info('by the way')"));

        Assert.That(TakeComplaints(), Is.Empty);
    }

    [Test]
    public async Task A_script_that_never_ends_is_stopped_and_the_next_person_gets_a_new_browser()
    {
        var endless = Page.EvaluateAsync("() => new Promise(() => { })");
        Chromium.GiveUp();

        Assert.That(() => endless, Throws.InstanceOf<Microsoft.Playwright.PlaywrightException>());
        var next = await OpenAsync(Device.Phone);
        await next.GotoAsync(Urls.SignIn);
        Assert.That(await next.TitleAsync(), Does.Contain("SurveyHub"));
    }

    [Test]
    public async Task A_picture_without_words_is_seen()
    {
        await Page.EvaluateAsync("document.querySelector('main').append(Object.assign(document.createElement('img'), { src: '/favicon.svg' }))");

        Assert.That(Page.AssertIsFitForEverybodyAsync, Throws.TypeOf<AssertionException>().With.Message.Contains("image-alt"));
    }

    [TestCase("light-dark(#ddd, #ddd)", "light")]
    [TestCase("light-dark(#333, #333)", "dark")]
    public async Task Letters_that_only_one_scheme_can_show_are_seen(string colour, string scheme)
    {
        await Page.EvaluateAsync($"document.querySelector('h1').style.color = '{colour}'");

        Assert.That(Page.AssertIsFitForEverybodyAsync, Throws.TypeOf<AssertionException>().With.Message.Contains($"in the {scheme}").And.Message.Contains("color-contrast"));
    }

    [Test]
    public async Task What_only_one_scheme_shows_is_looked_at_by_every_rule([Values("light", "dark")] string scheme)
    {
        await Page.EvaluateAsync(
            """
            scheme => {
              const picture = Object.assign(document.createElement('img'), { src: '/favicon.svg' });
              const wanted = matchMedia(`(prefers-color-scheme: ${scheme})`);
              const show = () => picture.hidden = !wanted.matches;
              wanted.addEventListener('change', show);
              show();
              document.querySelector('main').append(picture);
            }
            """, scheme);

        Assert.That(Page.AssertIsFitForEverybodyAsync, Throws.TypeOf<AssertionException>().With.Message.Contains($"in the {scheme}").And.Message.Contains("image-alt"));
    }

    [Test]
    public async Task What_stands_over_the_edge_of_its_card_is_seen()
    {
        await Page.EvaluateAsync("Object.assign(document.querySelector('.card *').style, { position: 'relative', insetInlineStart: '40px' })");

        Assert.That(Page.AssertFitsTheScreenAsync, Throws.TypeOf<AssertionException>().With.Message.Contains("over an edge"));
    }

    [Test]
    public async Task A_page_wider_than_the_screen_is_seen()
    {
        await Page.EvaluateAsync("document.querySelector('main').style.minWidth = '3000px'");

        Assert.That(Page.AssertFitsTheScreenAsync, Throws.TypeOf<AssertionException>());
    }
}
