using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

public sealed class SignInPageTests : HostTest
{
    [SetUp]
    public Task MakeAccount() => Host.AccountOfAsync(People.Owner, People.Password);

    [Test]
    public async Task Name_and_password_open_the_door()
    {
        using var answer = await SignInAsync("OLGA", People.Password);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.LeadsTo(), Is.EqualTo("/"));
        Assert.That(await Visitor.ReadAsync(Urls.Home), Does.Contain(People.Owner.Name));
        Assert.That(await Host.AuditAsync(), Is.EqualTo(["olga signed in to SurveyHub"]));
    }

    [Test]
    public async Task The_session_is_out_of_reach_of_scripts_other_sites_and_plain_connections()
    {
        using var answer = await SignInAsync("olga", People.Password);

        var session = answer.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("surveyhub=", StringComparison.Ordinal));
        Assert.That(session.ToLowerInvariant(), Does.Contain("; secure").And.Contain("; httponly").And.Contain("; samesite=lax"));
    }

    [TestCase("olga", "wrong password, really")]
    [TestCase("olga", "")]
    [TestCase("nobody", People.Password)]
    [TestCase("", "")]
    [TestCase("' or 1=1 --", "zzz zzz")]
    public async Task A_refusal_does_not_tell_which_part_was_wrong(string name, string password)
    {
        using var answer = await SignInAsync(name, password);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain("Name and password do not belong together."));
        Assert.That(page, Does.Not.Contain(password.Length > 0 ? password : "no such text"));
        Assert.That(await IsInAsync(), Is.False);
    }

    [Test]
    public async Task Four_wrong_passwords_and_the_right_one_begin_a_new_count()
    {
        for (var round = 0; round < 2; round++)
        {
            for (var attempt = 0; attempt < 4; attempt++) (await SignInAsync("olga", "wrong password")).Dispose();
            using var right = await SignInAsync("olga", People.Password);
            Assert.That(right.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
            (await Visitor.SubmitAsync(Urls.Home, "sign-out")).Dispose();
        }
    }

    [TestCase("/accounts?x=1", "/accounts?x=1")]
    [TestCase("https://evil.example/", "/")]
    [TestCase("//evil.example/", "/")]
    [TestCase("/\\evil.example/", "/")]
    [TestCase("javascript:alert(1)", "/")]
    [TestCase("/\t/evil.example", "/")]
    [TestCase("evil.example", "/")]
    public async Task After_signing_in_one_goes_on_within_this_site_only(string wanted, string expected)
    {
        using var answer = await Visitor.SubmitAsync(Urls.SignInAndReturn(wanted), "sign-in", ("Name", "olga"), ("Password", People.Password));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.LeadsTo(), Is.EqualTo(expected));
    }

    [Test]
    public async Task A_page_left_open_overnight_is_shown_again_with_the_name_still_in_it()
    {
        var page = await Visitor.ReadAsync(Urls.SignIn);
        using var otherBrowser = Host.Visitor();

        using var answer = await otherBrowser.SubmitAsync(page, Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", People.Password));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var again = await answer.Content.ReadAsStringAsync();
        Assert.That(again, Does.Contain("open for too long").And.Contain("value=\"olga\""));
        using var second = await otherBrowser.SubmitAsync(again, Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", People.Password));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "the page shown again has a fresh token");
    }

    [Test]
    public async Task A_session_planted_beforehand_is_not_the_one_that_is_signed_in()
    {
        Visitor.DefaultRequestHeaders.Add("Cookie", "surveyhub=planted");
        using var answer = await SignInAsync("olga", People.Password);

        Assert.That(answer.Headers.GetValues("Set-Cookie"), Has.Some.StartsWith("surveyhub=").And.None.Contain("planted"));
        using var thief = Host.Visitor();
        thief.DefaultRequestHeaders.Add("Cookie", "surveyhub=planted");
        using var refused = await thief.GetAsync(new Uri("/", UriKind.Relative));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Signing_out_ends_the_session_and_needs_the_button_of_our_own_page()
    {
        (await SignInAsync("olga", People.Password)).Dispose();

        using var forged = await Visitor.PostAsync(new Uri(Urls.SignOut, UriKind.Relative), new FormUrlEncodedContent([]));
        Assert.That(forged.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await forged.Content.ReadAsStringAsync(), Does.Contain("Nothing was saved: this page was too old").And.Contain("Sign out"));
        Assert.That(await IsInAsync(), Is.True);

        using var answer = await Visitor.SubmitAsync(Urls.Home, "sign-out");
        Assert.That(answer.LeadsTo(), Is.EqualTo(Urls.SignIn));
        Assert.That(await IsInAsync(), Is.False);
    }

    [Test]
    public async Task Eight_hours_without_a_click_end_the_session()
    {
        (await SignInAsync("olga", People.Password)).Dispose();

        Host.Clock.Advance(TimeSpan.FromHours(7));
        Assert.That(await IsInAsync(), Is.True, "seven hours later it is prolonged");
        Host.Clock.Advance(TimeSpan.FromHours(7));
        Assert.That(await IsInAsync(), Is.True);
        Host.Clock.Advance(TimeSpan.FromHours(8.5));
        Assert.That(await IsInAsync(), Is.False);
    }

    [TestCaseSource(nameof(Oddities))]
    public async Task Passwords_of_any_length_and_names_of_any_kind_are_no_reason_to_fall_over(string name, string password)
    {
        using var answer = await SignInAsync(name, password);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
    }

    private static IEnumerable<TestCaseData> Oddities =>
    [
        new TestCaseData(new string('x', 5_000), "p").SetArgDisplayNames("a very long name"),
        new TestCaseData("olga", new string('x', 100_000)).SetArgDisplayNames("a very long password"),
        new TestCaseData("\ud83d\ude00", "\u202e").SetArgDisplayNames("signs of all kinds"),
    ];

    private Task<HttpResponseMessage> SignInAsync(string name, string password) =>
        Visitor.SubmitAsync(Urls.SignIn, "sign-in", ("Name", name), ("Password", password));

    private async Task<bool> IsInAsync()
    {
        using var answer = await Visitor.GetAsync(new Uri(Urls.Home, UriKind.Relative));
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
