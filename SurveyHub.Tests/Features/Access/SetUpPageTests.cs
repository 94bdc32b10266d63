using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

/// <summary>An installation without accounts has one way in: the link that its start prints.</summary>
public sealed class SetUpPageTests : HostTest
{
    [Test]
    public async Task Whoever_has_the_link_makes_the_first_account_and_is_owner_and_administrator()
    {
        var link = Urls.SetUp(await NewLinkAsync());

        using var answer = await SetUpAsync(link);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await Visitor.ReadAsync(Urls.Accounts), Does.Contain("Survey owner, Administrator"));
        Assert.That(await Host.AuditAsync(), Is.EqualTo(["olga@example.org set up SurveyHub (first account)"]));
        using var elsewhere = Host.Visitor();
        using var signedIn = await elsewhere.SubmitAsync(Urls.SignIn, "sign-in", ("Name", "olga@example.org"), ("Password", People.Password));
        Assert.That(signedIn.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_form_that_was_open_too_long_comes_back_with_the_names_and_without_the_password()
    {
        var link = Urls.SetUp(await NewLinkAsync());
        var page = await Visitor.ReadAsync(link);
        using var otherBrowser = Host.Visitor();

        using var stale = await otherBrowser.SubmitAsync(page, link, "set-up", Fields("olga@example.org"));
        var again = await stale.Content.ReadAsStringAsync();

        Assert.That(stale.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(again, Does.Contain("Nothing was saved").And.Contain("value=\"olga@example.org\"").And.Not.Contain(People.Password));
        using var sent = await otherBrowser.SubmitAsync(again, link, "set-up", Fields("olga@example.org"));
        Assert.That(sent.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task The_link_works_once()
    {
        var link = Urls.SetUp(await NewLinkAsync());
        var page = await Visitor.ReadAsync(link);
        (await SetUpAsync(link)).Dispose();

        using var second = await Host.Visitor().GetAsync(new Uri(link, UriKind.Relative));
        Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        using var again = await Visitor.SubmitAsync(page, link, "set-up", Fields("mallory"));
        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest).Or.EqualTo(HttpStatusCode.Gone));
        Assert.That((await AccountsAsync()).Select(account => account.SignInName), Is.EqualTo(["olga@example.org"]));
    }

    [Test]
    public async Task Two_who_use_it_at_once_make_one_account()
    {
        var link = Urls.SetUp(await NewLinkAsync());
        var visitors = Enumerable.Range(0, 4).Select(_ => Host.Visitor()).ToList();
        var pages = await Task.WhenAll(visitors.Select(visitor => visitor.ReadAsync(link)));

        var answers = await Task.WhenAll(visitors.Select((visitor, n) => visitor.SubmitAsync(pages[n], link, "set-up", Fields($"person{n}"))));

        Assert.That(answers.Select(answer => answer.StatusCode).Order(), Is.EqualTo([HttpStatusCode.Redirect, HttpStatusCode.Gone, HttpStatusCode.Gone, HttpStatusCode.Gone]));
        Assert.That(await AccountsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_day_later_it_is_too_old()
    {
        var link = Urls.SetUp(await NewLinkAsync());
        var page = await Visitor.ReadAsync(link);
        Host.Clock.Advance(OneTimeLinks.SetUpLasts);

        using var answer = await Visitor.SubmitAsync(page, link, "set-up", Fields("olga@example.org"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("start SurveyHub again"));
        Assert.That(await AccountsAsync(), Is.Empty);
    }

    [TestCase("/set-up/AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("/set-up/x")]
    [TestCase("/choose-password/AAAAAAAAAAAAAAAAAAAAAA")]
    public async Task A_made_up_link_is_gone_like_a_used_one(string link)
    {
        using var answer = await Visitor.GetAsync(new Uri(link, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("can no longer be used"));
    }

    [TestCase("name", "", "Enter the person")]
    [TestCase("sign-in-name", "two words", "must not contain blanks")]
    [TestCase("sign-in-name", "x", "needs 2 to 100 characters")]
    [TestCase("password", "short", "needs at least 12 characters; this one has 5")]
    [TestCase("password", "aaaaaaaaaaaaaa", "at least 5 different characters")]
    [TestCase("password", "olga@example.org!", "must not contain your sign-in name")]
    [TestCase("password-again", "something else", "are not the same")]
    public async Task What_is_wrong_is_said_at_its_field_and_the_link_stays_good(string field, string value, string reason)
    {
        var link = Urls.SetUp(await NewLinkAsync());
        var fields = Fields("olga@example.org").Select(given => given.Name == field ? (field, value) : given).ToArray();

        using var answer = await Visitor.SubmitAsync(link, "set-up", fields);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.That(page, Does.Contain(reason).And.Contain($"id=\"{field}-error\"").And.Not.Contain(People.Password));
        Assert.That(await AccountsAsync(), Is.Empty);
        using var corrected = await Visitor.SubmitAsync(page, link, "set-up", Fields("olga@example.org"));
        Assert.That(corrected.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task Until_then_the_sign_in_page_says_what_to_do_and_has_no_form()
    {
        var page = await Visitor.ReadAsync(Urls.SignIn);

        Assert.That(page, Does.Contain("not set up yet").And.Not.Contain("type=\"password\""));
    }

    [Test]
    public async Task A_start_without_accounts_prints_one_link_that_works_and_the_one_before_does_not()
    {
        var before = Urls.SetUp(await NewLinkAsync());

        var printed = await StartAgainAsync();

        var link = Regex.Match(printed, "/set-up/[A-Za-z0-9_-]{22}").Value;
        Assert.That(link, Is.Not.Empty);
        Assert.That(printed.Split("/set-up/"), Has.Length.EqualTo(2), "one link");
        using var old = await Visitor.GetAsync(new Uri(before, UriKind.Relative));
        Assert.That(old.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        using var answer = await SetUpAsync(link);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [Test]
    public async Task A_start_with_an_account_prints_nothing()
    {
        await Host.AccountOfAsync(People.Owner);

        Assert.That(await StartAgainAsync(), Is.Empty);
    }

    [Test]
    public async Task The_link_is_on_the_console_and_not_in_the_log()
    {
        Assert.That(await StartAgainAsync(), Does.Contain("/set-up/"));

        Assert.That(Host.Log.Lines, Has.None.Contain("/set-up/"));
    }

    private Task<HttpResponseMessage> SetUpAsync(string link) => Visitor.SubmitAsync(link, "set-up", Fields("olga@example.org"));

    private static (string Name, string Value)[] Fields(string signInName) =>
        [("name", "Olga Owner"), ("sign-in-name", signInName), ("password", People.Password), ("password-again", People.Password)];

    private Task<string> NewLinkAsync() => Host.Database.WriteAsync(Host.Services.GetRequiredService<OneTimeLinks>().NewSetUpAsync);

    private Task<IReadOnlyList<Account>> AccountsAsync() => Host.Services.GetRequiredService<AccountStore>().AllAsync();

    private async Task<string> StartAgainAsync()
    {
        await using var console = new StringWriter();
        var start = ActivatorUtilities.CreateInstance<AccessStart>(Host.Services, console);
        await start.StartingAsync(default);
        await start.StartedAsync(default);
        return console.ToString();
    }
}
