using System.Net;
using System.Text;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>Whatever arrives: a clear sentence, and nothing lost.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class HostileInputTests(TestServer server) : OneCustomerTest(server)
{
    [Test]
    public async Task A_page_that_was_open_too_long_comes_back_with_everything_typed_and_nothing_stored()
    {
        var wifi = await WifiAsync();

        var stale = await Customer.SendAsync(wifi, ("__RequestVerificationToken", "expired"), ("wifi.overall", "4"), ("wifi.comment", "Long and thoughtful"), ("-go", "next"));

        Assert.That((int)stale.Status, Is.EqualTo(422));
        Assert.That(stale.Text, Does.Contain("was open for too long").And.Contain("press the button once more"));
        Assert.That((stale.Value("wifi.overall"), stale.Value("wifi.comment")), Is.EqualTo(("4", "Long and thoughtful")));
        Assert.That((await WifiAsync()).Value("wifi.comment"), Is.Empty, "stored although anybody might have sent it");
        Assert.That((await Customer.SendAndFollowAsync(stale, ("-go", "next"))).Heading, Is.EqualTo("About you"));
        Assert.That((await WifiAsync()).Value("wifi.comment"), Is.EqualTo("Long and thoughtful"));
    }

    [TestCase("/", "")]
    [TestCase("/review", "review")]
    public async Task The_first_and_the_last_button_ask_to_be_pressed_again_too(string path, string what)
    {
        if (what == "review") await Customer.AnswerAsync(Link, ("used", "-"), ("overall", "4"));
        var page = await Customer.OpenAsync($"/s/{Link}{path.TrimEnd('/')}");

        var stale = await Customer.SendAsync(page, ("__RequestVerificationToken", ""), ("-go", "send"));

        Assert.That((int)stale.Status, Is.EqualTo(422));
        Assert.That(stale.Text, Does.Contain("press the button once more"));
        Assert.That(await Edition.ResponsesAsync(), Is.Zero);
        Assert.That((await Customer.SendAsync(stale, ("-go", "send"))).Status, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task Somebody_else_s_token_stores_nothing()
    {
        var wifi = await WifiAsync();
        var strangers = await Customer.Of(Host).OpenAsync($"/s/{Link}/service/wifi");

        var forged = await Customer.SendAsync(wifi, ("__RequestVerificationToken", strangers.Token), ("wifi.overall", "1"), ("-go", "next"));

        Assert.That((int)forged.Status, Is.EqualTo(422));
        Assert.That((await WifiAsync()).Value("wifi.overall"), Is.Empty);
    }

    [Test]
    public async Task An_answer_the_question_does_not_have_is_named_and_the_rest_is_saved()
    {
        var page = await Customer.SendAsync(await WifiAsync(), ("wifi.overall", "99"), ("wifi.comment", "Kept"), ("-go", "next"));

        Assert.That((int)page.Status, Is.EqualTo(422));
        Assert.That(page.Text, Does.Contain("This question has no such answer"));
        Assert.That(page.Title, Does.StartWith("Please check: "));
        Assert.That(page.Html, Does.Contain("href=\"#wifi.overall\""));
        Assert.That((await WifiAsync()).Value("wifi.comment"), Is.EqualTo("Kept"));
    }

    [Test]
    public async Task A_service_the_survey_does_not_have_is_named_and_the_others_stay_ticked()
    {
        var services = await ServicesAsync();

        var page = await Customer.SendAsync(services, ("used", "wifi"), ("used", "canteen"), ("-go", "next"));

        Assert.That((int)page.Status, Is.EqualTo(422));
        Assert.That(page.Text, Does.Contain("not in this survey"));
        Assert.That(page.Ticked("used"), Is.EqualTo(["wifi"]));
    }

    [Test]
    public async Task A_language_nobody_speaks_here_changes_nothing()
    {
        Assert.That((await Customer.GetAsync($"/s/{Link}?lang=tlh")).Text, Does.Contain("Start"));
        var page = await Customer.SendAndFollowAsync(await ServicesAsync(), ("used", "wifi"), ("-lang", "<script>"));

        Assert.That((page.Heading, page.Ticked("used")), Is.EqualTo(("Which of these have you used?", new[] { "wifi" })));
    }

    [TestCase("-clear", "\u0661")]
    [TestCase("-clear", "\uD83D\uDE42")]
    [TestCase("-clear", "printing.overall")]
    [TestCase("-clear", "x\r\nSet-Cookie: a=b")]
    [TestCase("-take", "\uD83D\uDE42")]
    [TestCase("-keep", "\u0661")]
    [TestCase("-lang", "\u0661")]
    [TestCase("-go", "\uD83D\uDE42")]
    public async Task A_button_that_no_page_has_saves_the_page_and_leads_nowhere_strange(string button, string value)
    {
        var wifi = await WifiAsync();

        var answer = await Customer.SendAsync(wifi, ("wifi.overall", "4"), (button, value));

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(answer.Location, Does.Match($"^/s/{Link}/[a-z/]+$"));
        Assert.That((await WifiAsync()).Value("wifi.overall"), Is.EqualTo("4"));
    }

    [TestCase("\u0663")]
    [TestCase("\u200F\u0663\u066B\u0665")]
    [TestCase("\u06F7,\u06F5")]
    [TestCase("\u096F")]
    [TestCase("\uFF13")]
    public async Task Numbers_may_be_written_in_the_digits_of_any_script(string typed)
    {
        Assert.That((await Customer.SendAsync(await LastAsync(), ("overall", "4"), ("hours", typed), ("-go", "next"))).Status, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That((await LastAsync()).Value("hours"), Is.EqualTo(typed), "shown as it was typed");
        var sent = await Customer.SendAndFollowAsync(await Customer.AnswerAsync(Link), ("-go", "send"));
        Assert.That(sent.Heading, Is.EqualTo("Thank you"));
        Assert.That(double.Parse((await Edition.StoredAsync("hours")).Single(), System.Globalization.CultureInfo.InvariantCulture), Is.EqualTo(typed.Length == 1 ? char.GetNumericValue(typed[0]) : typed[0] == '\u06F7' ? 7.5 : 3.5));
    }

    [Test]
    public async Task Ten_thousand_characters_fit_and_one_more_stays_on_the_page()
    {
        var last = await LastAsync();
        var full = string.Concat(Enumerable.Repeat("Zürich\n", 1428)) + "1234";

        Assert.That((await Customer.SendAsync(last, ("overall", "4"), ("last", full.Replace("\n", "\r\n", StringComparison.Ordinal)), ("-go", "next"))).Status, Is.EqualTo(HttpStatusCode.SeeOther));
        var page = await Customer.SendAsync(last, ("overall", "4"), ("last", full + "5"), ("-go", "back"));

        Assert.That((int)page.Status, Is.EqualTo(422), "not even backwards: the page alone holds the text");
        Assert.That(page.Text, Does.Contain("10,001 characters").And.Contain("room for 10,000"));
        Assert.That(page.Value("last"), Is.EqualTo(full + "5"));
        Assert.That((await LastAsync()).Value("last"), Is.EqualTo(full));
    }

    [TestCase("bad%FF%FEbytes", "bad\uFFFD\uFFFDbytes")]
    [TestCase("half a letter %C3 and 50%25DE", "half a letter \uFFFD and 50\uFFFD")]
    [TestCase("bad\u00FFbytes", "bad\uFFFDbytes")]
    public async Task Bytes_that_are_no_text_are_shown_and_not_stored(string sent, string shown)
    {
        var wifi = await WifiAsync();
        var body = $"__RequestVerificationToken={Uri.EscapeDataString(wifi.Token)}&-rev={wifi.Value("-rev")}&wifi.overall=4&wifi.comment={sent}&-go=next";
        using var bytes = new ByteArrayContent(Encoding.Latin1.GetBytes(body)) { Headers = { ContentType = new("application/x-www-form-urlencoded") } };

        var page = await Customer.PostAsync(wifi.Action, bytes);

        Assert.That((int)page.Status, Is.EqualTo(422));
        Assert.That(page.Text, Does.Contain("unreadable"));
        Assert.That(page.Value("wifi.comment"), Is.EqualTo(shown));
        var stored = await WifiAsync();
        Assert.That((stored.Value("wifi.overall"), stored.Value("wifi.comment")), Is.EqualTo(("4", "")));
    }

    [TestCase("100%DEFECT, see https://example.org/%C3%A4 \uD83D\uDE00")]
    [TestCase("مشكلة في الشبكة")]
    public async Task Text_that_only_looks_broken_is_stored(string typed)
    {
        Assert.That((await Customer.SendAsync(await WifiAsync(), ("wifi.comment", typed), ("-go", "next"))).Status, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That((await WifiAsync()).Value("wifi.comment"), Is.EqualTo(typed));
    }

    [Test]
    public async Task Two_thousand_fields_do_not_drown_the_answers()
    {
        var wifi = await WifiAsync();

        var answer = await Customer.PostAsync(wifi.Action, [.. wifi.Fill(("wifi.overall", "4"), ("-go", "next")), .. Enumerable.Range(0, 2_000).Select(i => ($"extra{i}", "x"))]);

        Assert.That(answer.Status, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That((await WifiAsync()).Value("wifi.overall"), Is.EqualTo("4"));
    }

    [Test]
    public async Task What_no_page_of_ours_would_send_gets_a_sentence()
    {
        var wifi = await WifiAsync();
        (string What, SeenPage Page, int Status)[] answers =
        [
            ("a hundred thousand fields", await Customer.PostAsync(wifi.Action, Enumerable.Range(0, 100_000).Select(i => ($"f{i}", ""))), 400),
            ("JSON", await Customer.PostRawAsync(wifi.Action, """{"wifi.overall":4}""", "application/json"), 415),
            ("plain words", await Customer.PostRawAsync(wifi.Action, "hello", "text/plain"), 415),
            ("half a file", await Customer.PostAsync(wifi.Action, HalfAFile()), 415),
            ("nothing", await Customer.PostRawAsync(wifi.Action, ""), 422),
            ("escapes that end in the middle", await Customer.PostRawAsync(wifi.Action, "wifi.overall=%4&%=%%&=&&;"), 422),
        ];

        foreach (var (what, page, status) in answers)
        {
            Assert.That((int)page.Status, Is.EqualTo(status), what);
            Assert.That(page.Text, Has.Length.GreaterThan(40).And.Not.Contains("Exception"), what);
        }
        Assert.That(Host.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task What_somebody_types_is_shown_as_they_typed_it_and_never_run()
    {
        const string Markup = "</textarea><script>alert(1)</script> & \"quotes\"";
        await Customer.SendAsync(await WifiAsync(), ("wifi.comment", Markup), ("-go", "next"));

        var page = await WifiAsync();

        Assert.That(page.Value("wifi.comment"), Is.EqualTo(Markup));
        Assert.That(page.Html, Does.Not.Contain("<script>alert"));
        Assert.That((await Customer.OpenAsync($"/s/{Link}/review")).Html, Does.Not.Contain("<script>alert"));
    }

    private async Task<SeenPage> ServicesAsync()
    {
        await Customer.SendAsync(await Customer.GetAsync($"/s/{Link}?welcome=1"));
        return await Customer.OpenAsync($"/s/{Link}/services");
    }

    private async Task<SeenPage> WifiAsync()
    {
        await Customer.SendAsync(await ServicesAsync(), ("used", "wifi"), ("-go", "next"));
        return await Customer.OpenAsync($"/s/{Link}/service/wifi");
    }

    private async Task<SeenPage> LastAsync()
    {
        await WifiAsync();
        return await Customer.OpenAsync($"/s/{Link}/last");
    }

    private static ByteArrayContent HalfAFile()
    {
        var content = new ByteArrayContent(Encoding.ASCII.GetBytes("--b\r\nContent-Disposition: form-data; name=\"wifi.overall\"\r\n\r\n4"));
        content.Headers.ContentType = new("multipart/form-data") { Parameters = { new("boundary", "b") } };
        return content;
    }
}
