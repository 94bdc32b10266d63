using System.Net;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

public sealed class PasswordPageTests : HostTest
{
    private const string New = "eleven grey geese";

    private HttpClient Olga => Visitor;

    [SetUp]
    public async Task SignIn()
    {
        await Host.AccountOfAsync(People.Owner, People.Password);
        (await Olga.SubmitAsync(Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", People.Password))).Dispose();
    }

    [Test]
    public async Task A_changed_password_ends_sessions_elsewhere_and_not_this_one()
    {
        using var elsewhere = await Host.SignInAsync(People.Owner);

        using var answer = await ChangeAsync(People.Password, New, New);
        Host.Clock.Advance(CircuitAccess.Interval * 1.5);

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Your password is changed"));
        using var here = await Olga.GetAsync(new Uri(Urls.Home, UriKind.Relative));
        using var there = await elsewhere.GetAsync(new Uri(Urls.Home, UriKind.Relative));
        Assert.That((here.StatusCode, there.StatusCode), Is.EqualTo((HttpStatusCode.OK, HttpStatusCode.Redirect)));
        Assert.That((await CanSignInAsync(People.Password), await CanSignInAsync(New)), Is.EqualTo((false, true)));
    }

    [Test]
    public async Task By_a_one_time_link_too_the_password_must_not_contain_the_sign_in_name()
    {
        var account = (await Host.WithAsync((AccountStore accounts) => accounts.FindByNameAsync("olga")))!;
        var token = await Host.WithAsync((OneTimeLinks links) => Host.Database.WriteAsync(work => links.NewPasswordAsync(work, account.AccountId)));

        using var answer = await Olga.SubmitAsync(Urls.ChoosePassword(token), "choose-password", (PasswordRules.Field, "olga and her dogs"), (PasswordRules.FieldAgain, "olga and her dogs"));

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("must not contain your sign-in name"));
        Assert.That(await CanSignInAsync("olga and her dogs"), Is.False);
    }

    [TestCase("not the old one", New, New, "current-password", "not your current password")]
    [TestCase(People.Password, "short", "short", "password", "at least 12 characters")]
    [TestCase(People.Password, "olga and her dogs", "olga and her dogs", "password", "must not contain your sign-in name")]
    [TestCase(People.Password, New, "eleven grey gese", "password-again", "are not the same")]
    public async Task What_is_wrong_is_said_at_its_field_and_the_old_one_stays(string current, string password, string again, string field, string reason)
    {
        using var answer = await ChangeAsync(current, password, again);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain(reason).And.Contain($"id=\"{field}-error\""));
        Assert.That(await CanSignInAsync(People.Password), Is.True);
    }

    [Test]
    public async Task A_session_left_open_is_no_place_to_guess_the_password()
    {
        for (var attempt = 0; attempt < AccessFeature.WrongPasswordsUntilLocked; attempt++) (await ChangeAsync("a guess", New, New)).Dispose();

        using var answer = await ChangeAsync(People.Password, New, New);

        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("too many wrong passwords"));
        Assert.That(await CanSignInAsync(New), Is.False);
    }

    private Task<HttpResponseMessage> ChangeAsync(string current, string password, string again) =>
        Olga.SubmitAsync(Urls.Password, "password", ("current-password", current), ("password", password), ("password-again", again));

    private async Task<bool> CanSignInAsync(string password)
    {
        using var visitor = Host.Visitor();
        using var answer = await visitor.SubmitAsync(Urls.SignIn, "sign-in", ("Name", "olga"), ("Password", password));
        return answer.StatusCode == HttpStatusCode.Redirect;
    }
}
