using System.Net;
using System.Text.RegularExpressions;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Pages;

/// <summary>Where somebody cannot go on, the page says why, and what was written can be taken along.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class WayOutTests(TestServer server) : OneCustomerTest(server)
{
    [Test]
    public async Task A_browser_that_keeps_no_cookies_is_told_so_when_the_button_was_pressed_once_more()
    {
        var welcome = await Customer.Of(Host).GetAsync($"/s/{Link}");

        var first = await Customer.Of(Host).SendAsync(welcome);
        var second = await Customer.Of(Host).SendAsync(first);

        Assert.That(first.Text, Does.Contain("open for too long"));
        Assert.That((int)second.Status, Is.EqualTo(422));
        Assert.That(second.Text, Does.Contain("keeps no cookie").And.Not.Contain("open for too long"));
    }

    [Test]
    public async Task A_browser_that_keeps_cookies_goes_on_the_second_time()
    {
        var welcome = await Customer.Of(Host).GetAsync($"/s/{Link}");

        var first = await Customer.SendAsync(welcome);

        Assert.That((await Customer.SendAsync(first)).Status, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task What_was_written_too_late_is_shown_to_be_taken_along()
    {
        await Customer.AnswerAsync(Link, ("used", "wifi"));
        var wifi = await Customer.OpenAsync($"/s/{Link}/service/wifi");
        await Edition.CloseAsync();

        var closed = await Customer.SendAsync(wifi, ("wifi.comment", "Long & <thoughtful>"), ("-go", "next"));

        Assert.That(closed.Status, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(closed.Text, Does.Contain("This is what you wrote: Long & <thoughtful>"));
    }

    [Test]
    public async Task The_open_link_may_be_typed_in_capitals()
    {
        var code = $"st-anna-{Guid.NewGuid():N}"[..14];
        await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}" }, openCode: code);

        var welcome = await Customer.GetAsync($"/s/{code.ToUpperInvariant()}");

        Assert.That((welcome.Status, welcome.Action), Is.EqualTo((HttpStatusCode.OK, $"/s/{code}")));
        Assert.That((await Customer.SendAndFollowAsync(welcome)).Heading, Is.EqualTo("Which of these have you used?"));
    }

    [Test]
    public async Task A_problem_and_its_question_stand_on_lines_of_their_own()
    {
        var review = await Customer.AnswerAsync(Link, ("used", "-"));

        Assert.That(review.Html, Does.Match("All in all\\?</a><br ?/?>Please answer"));
    }

    [Test]
    public void French_signs_stay_with_their_word()
    {
        var texts = File.ReadAllText(Path.Combine(SourceTree.Root, "SurveyHub", "Features", "Responding", "RespondTexts.fr.resx"));
        var values = Regex.Matches(texts, "<value>([^<]*)</value>").Select(m => m.Groups[1].Value);

        Assert.That(values.Where(v => Regex.IsMatch(v, " [»?!;:]|« ")), Is.Empty);
    }
}
