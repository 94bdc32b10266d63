using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>One page in two windows without script, both written in: the second is asked, and nothing is lost unseen.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class TwoWindowsTests(TestServer server) : OneCustomerTest(server)
{
    private SeenPage _other = null!;

    [SetUp]
    public async Task WriteInTheFirst()
    {
        await Customer.AnswerAsync(Link, ("used", "wifi"), ("overall", "5"));
        var first = await WifiAsync();
        _other = await WifiAsync();
        await Customer.SendAsync(first, ("wifi.overall", "5"), ("wifi.comment", "Words of\nwindow A"), ("-go", "next"));
    }

    [TestCase("next")]
    [TestCase("back")]
    [TestCase("review")]
    public async Task The_second_window_comes_back_with_both_texts_and_the_rest_is_saved(string go)
    {
        var back = await Customer.SendAsync(_other, ("wifi.overall", "2"), ("wifi.comment", "Words of window B"), ("wifi.reliable", "1"), ("-go", go));

        Assert.That((int)back.Status, Is.EqualTo(422));
        Assert.That(back.Text, Does.Contain("changed in another window").And.Contain("Words of window A").And.Contain("Excellent"));
        Assert.That((back.Value("wifi.overall"), back.Value("wifi.comment")), Is.EqualTo(("2", "Words of window B")));
        Assert.That(back.Html, Does.Contain("href=\"#wifi.comment\"").And.Not.Contain("Saved up to"));
        var stored = await WifiAsync();
        Assert.That((stored.Value("wifi.overall"), stored.Value("wifi.comment"), stored.Value("wifi.reliable")), Is.EqualTo(("5", "Words of\nwindow A", "1")));
    }

    [Test]
    public async Task Sent_once_more_the_customer_s_own_words_count()
    {
        var back = await Customer.SendAsync(_other, ("wifi.overall", "2"), ("wifi.comment", "Words of window B"), ("-go", "next"));

        var on = await Customer.SendAsync(back, ("-go", "next"));

        Assert.That(on.Status, Is.EqualTo(HttpStatusCode.SeeOther));
        var stored = await WifiAsync();
        Assert.That((stored.Value("wifi.overall"), stored.Value("wifi.comment")), Is.EqualTo(("2", "Words of window B")));
    }

    [Test]
    public async Task One_answer_is_taken_from_there_and_the_other_is_still_to_be_decided()
    {
        var back = await Customer.SendAsync(_other, ("wifi.overall", "2"), ("wifi.comment", "Words of window B"), ("-go", "next"));

        var again = await Customer.SendAndFollowAsync(back, ("-take", "wifi.overall"));

        Assert.That((again.Value("wifi.overall"), again.Value("wifi.comment")), Is.EqualTo(("5", "Words of window B")));
        Assert.That(again.Text, Does.Contain("another window").And.Contain("Words of window A").And.Not.Contain("Excellent Use"));
        Assert.That((await WifiAsync()).Value("wifi.comment"), Is.EqualTo("Words of\nwindow A"), "nobody has chosen");
        var decided = await Customer.SendAndFollowAsync(again, ("-keep", "wifi.comment"));
        Assert.That(decided.Text, Does.Not.Contain("another window"));
        Assert.That(((await WifiAsync()).Value("wifi.overall"), (await WifiAsync()).Value("wifi.comment")), Is.EqualTo(("5", "Words of window B")));
    }

    [Test]
    public async Task A_third_window_in_between_is_seen_too()
    {
        var third = await WifiAsync();
        var back = await Customer.SendAsync(_other, ("wifi.comment", "Words of window B"), ("-go", "next"));
        await Customer.SendAsync(third, ("wifi.comment", "Words of window C"), ("-go", "next"));

        var again = await Customer.SendAsync(back, ("-go", "next"));

        Assert.That((int)again.Status, Is.EqualTo(422));
        Assert.That(again.Text, Does.Contain("Words of window C"));
    }

    [Test]
    public async Task A_button_pressed_twice_is_one_window()
    {
        var page = await WifiAsync();

        var answers = new[]
        {
            await Customer.SendAsync(page, ("wifi.comment", "Once"), ("-go", "next")), await Customer.SendAsync(page, ("wifi.comment", "Twice"), ("-go", "next")),
        };

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.SeeOther));
        Assert.That((await WifiAsync()).Value("wifi.comment"), Is.EqualTo("Twice"));
    }

    [Test]
    public async Task A_stale_form_of_the_second_window_asks_too()
    {
        var stale = await Customer.SendAsync(_other, ("__RequestVerificationToken", "expired"), ("wifi.comment", "Words of window B"), ("-go", "next"));
        Assert.That(stale.Html, Does.Not.Contain("<noscript>Saved"));

        var back = await Customer.SendAsync(stale, ("-go", "next"));

        Assert.That((int)back.Status, Is.EqualTo(422));
        Assert.That(back.Text, Does.Contain("Words of window A"));
        Assert.That(back.Value("wifi.comment"), Is.EqualTo("Words of window B"));
    }

    private Task<SeenPage> WifiAsync() => Customer.OpenAsync($"/s/{Link}/service/wifi");
}
