using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

public sealed class AccountPagesTests : HostTest
{
    private HttpClient Ada => Visitor;

    protected override Task<HttpClient> ComeAsync() => Host.SignInAsync(People.Administrator);

    [Test]
    public async Task A_new_person_chooses_a_password_with_the_link_and_signs_in()
    {
        var link = await AddAsync("bert@example.org", Roles.Analyst, Roles.Cio);
        using var bert = Host.Visitor();

        Assert.That(await bert.ReadAsync(link), Does.Contain("Your sign-in name is <b>bert@example.org</b>"));
        using var chosen = await bert.SubmitAsync(link, "choose-password", ("password", People.Password), ("password-again", People.Password));
        using var signedIn = await bert.SubmitAsync(Urls.SignIn, "sign-in", ("Name", "Bert@Example.org"), ("Password", People.Password));

        Assert.That(chosen.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(signedIn.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await bert.ReadAsync(Urls.Home), Does.Contain("Bert Berg"));
        using var forbidden = await bert.GetAsync(new Uri(Urls.Accounts, UriKind.Relative));
        Assert.That(forbidden.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
        Assert.That(await Host.AuditAsync(), Is.EqualTo(
        [
            "ada added account bert@example.org (CIO, Analyst)",
            "bert@example.org chose a password own account (with a one-time link)",
            "bert@example.org signed in to SurveyHub",
        ]));
    }

    [Test]
    public async Task The_link_works_once_and_a_bad_password_does_not_use_it_up()
    {
        var link = await AddAsync("bert", Roles.Analyst);
        using var bert = Host.Visitor();

        using var refused = await bert.SubmitAsync(link, "choose-password", ("password", "short"), ("password-again", "short"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        var page = await bert.ReadAsync(link);
        (await bert.SubmitAsync(page, link, "choose-password", ("password", People.Password), ("password-again", People.Password))).Dispose();
        using var again = await bert.SubmitAsync(page, link, "choose-password", ("password", "another long one"), ("password-again", "another long one"));

        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
    }

    [Test]
    public async Task A_sign_in_name_that_is_taken_is_refused_and_what_was_typed_stays()
    {
        using var answer = await Ada.SubmitAsync(Urls.Accounts, "add-account", ("name", "Another Ada"), ("sign-in-name", "ADA"), ("roles", Roles.Cio));

        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(page.IndexOf("The account was not made yet", StringComparison.Ordinal), Is.LessThan(page.IndexOf("<table", StringComparison.Ordinal)), "above the list, however long it is");
        Assert.That(page, Does.Contain("There is already an account “ADA”.").And.Contain("value=\"Another Ada\"").And.Match("value=\"cio\" checked"));
        Assert.That(await AccountsAsync(), Has.Count.EqualTo(1));
    }

    [TestCase]
    [TestCase("emperor")]
    public async Task Somebody_without_a_role_of_ours_is_not_added(params string[] roles)
    {
        using var answer = await Ada.SubmitAsync(Urls.Accounts, "add-account",
            [("name", "Bert"), ("sign-in-name", "bert"), .. roles.Select(role => ("roles", role))]);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("id=\"roles-error\""));
        Assert.That(await AccountsAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Other_roles_take_effect_at_once()
    {
        using var anna = await Host.SignInAsync(People.Analyst);

        using var answer = await OnAccountAsync(People.Analyst, "roles", ("roles", Roles.Administrator));
        Host.Clock.Advance(CircuitAccess.Interval * 1.5);

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("The roles are saved"));
        using var ended = await anna.GetAsync(new Uri(Urls.Home, UriKind.Relative));
        Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "the session with the old roles has ended");
        using var anew = await Host.SignInAsync(People.Analyst);
        using var accounts = await anew.GetAsync(new Uri(Urls.Accounts, UriKind.Relative));
        Assert.That(accounts.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await Host.AuditAsync(), Is.EqualTo(["ada changed roles of account anna (Analyst → Administrator)"]));
    }

    [Test]
    public async Task The_last_administrator_stays_one()
    {
        using var answer = await OnAccountAsync(People.Administrator, "roles", ("roles", Roles.Owner));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("last administrator who can sign in"));
        Assert.That((await Host.AccountOfAsync(People.Administrator)).Roles, Is.EqualTo([Roles.Administrator]));
        Assert.That(await Host.AuditAsync(), Is.Empty);
    }

    [Test]
    public async Task Two_administrators_who_take_the_role_from_each_other_do_not_both_succeed()
    {
        var eve = new Person("eve", "Eve", Roles.Administrator);
        using var other = await Host.SignInAsync(eve);
        var pages = (Ada: await PageOfAsync(Ada, eve), Eve: await PageOfAsync(other, People.Administrator));

        var answers = await Task.WhenAll(
            Ada.SubmitAsync(pages.Ada.Html, pages.Ada.Address, "roles", ("roles", Roles.Owner)),
            other.SubmitAsync(pages.Eve.Html, pages.Eve.Address, "roles", ("roles", Roles.Owner)));

        Assert.That(answers.Count(answer => answer.StatusCode == HttpStatusCode.OK), Is.EqualTo(1));
        Assert.That((await AccountsAsync()).Count(account => account.Roles.Contains(Roles.Administrator)), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_is_locked_is_out_within_a_minute_and_back_in_when_unlocked()
    {
        await Host.AccountOfAsync(People.Owner, People.Password);
        using var olga = await Host.SignInAsync(People.Owner);

        (await OnAccountAsync(People.Owner, "lock")).Dispose();
        Host.Clock.Advance(CircuitAccess.Interval * 1.5);

        using var ended = await olga.GetAsync(new Uri(Urls.Home, UriKind.Relative));
        Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(await CanSignInAsync(), Is.False);
        (await OnAccountAsync(People.Owner, "unlock")).Dispose();
        Assert.That(await CanSignInAsync(), Is.True);
        Assert.That(await Host.AuditAsync(), Is.EqualTo(
            ["ada locked account olga", "olga was refused sign-in (account is locked)", "ada unlocked account olga", "olga signed in to SurveyHub"]));
    }

    [Test]
    public async Task Unlocking_also_lifts_the_lock_after_wrong_passwords()
    {
        await Host.AccountOfAsync(People.Owner, People.Password);
        using var visitor = Host.Visitor();
        for (var attempt = 0; attempt < AccessFeature.WrongPasswordsUntilLocked; attempt++)
            (await visitor.SubmitAsync(Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", "wrong"))).Dispose();
        using var administrator = await Host.SignInAsync(People.Administrator);
        var (html, address) = await PageOfAsync(administrator, People.Owner);
        Assert.That(html, Does.Contain("locked after wrong passwords"));

        (await administrator.SubmitAsync(html, address, "unlock")).Dispose();

        Assert.That(await CanSignInAsync(), Is.True);
    }

    [Test]
    public async Task Nobody_locks_their_own_account()
    {
        await Host.AccountOfAsync(new("eve", "Eve", Roles.Administrator));

        using var answer = await OnAccountAsync(People.Administrator, "lock");

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("cannot lock your own account"));
    }

    [Test]
    public async Task A_forgotten_password_is_replaced_with_a_link()
    {
        await Host.AccountOfAsync(People.Owner, "the forgotten one");
        using var olga = await Host.SignInAsync(People.Owner);
        using var answer = await OnAccountAsync(People.Owner, "link");
        var link = LinkIn(await answer.Content.ReadAsStringAsync());
        using var visitor = Host.Visitor();

        (await visitor.SubmitAsync(link, "choose-password", ("password", People.Password), ("password-again", People.Password))).Dispose();
        Host.Clock.Advance(CircuitAccess.Interval * 1.5);

        Assert.That(await CanSignInAsync(), Is.True);
        using var ended = await olga.GetAsync(new Uri(Urls.Home, UriKind.Relative));
        Assert.That(ended.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "whoever was signed in with the old one is out");
    }

    private async Task<string> AddAsync(string signInName, params string[] roles)
    {
        using var answer = await Ada.SubmitAsync(Urls.Accounts, "add-account",
            [("name", "Bert Berg"), ("sign-in-name", signInName), .. roles.Select(role => ("roles", role))]);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        return LinkIn(await answer.Content.ReadAsStringAsync());
    }

    private static string LinkIn(string page) => Regex.Match(page, "https://localhost(/choose-password/[A-Za-z0-9_-]{22})<").Groups[1].Value;

    private async Task<HttpResponseMessage> OnAccountAsync(Person person, string form, params (string, string)[] fields)
    {
        var (html, address) = await PageOfAsync(Ada, person);
        return await Ada.SubmitAsync(html, address, form, fields);
    }

    private async Task<(string Html, string Address)> PageOfAsync(HttpClient visitor, Person person)
    {
        var address = Urls.Account((await Host.AccountOfAsync(person)).AccountId.ToString());
        return (await visitor.ReadAsync(address), address);
    }

    private async Task<bool> CanSignInAsync()
    {
        using var visitor = Host.Visitor();
        using var answer = await visitor.SubmitAsync(Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", People.Password));
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    private Task<IReadOnlyList<Account>> AccountsAsync() => Host.Services.GetRequiredService<AccountStore>().AllAsync();
}
