using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using SurveyHub.Features.Access;
using SurveyHub.Features.Access.Accounts;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

/// <summary>What a page that has been open for hours may still do.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class ActingTests(TestServer server) : HostTest(new() { Server = server })
{
    private static readonly ClaimsPrincipal Ada = new(new ClaimsIdentity([new(ClaimTypes.Name, "ada")], "test"));

    private ClaimsPrincipal _olga = null!;

    [SetUp]
    public async Task OpenThePage()
    {
        await Host.AccountOfAsync(People.Administrator, People.Password);
        var account = await Host.AccountOfAsync(People.Owner);
        _olga = await Host.WithAsync(async (SignInManager<Account> signIn) => await signIn.CreateUserPrincipalAsync(account));
    }

    [Test]
    public async Task Whoever_was_allowed_still_is_and_whoever_was_not_is_not()
    {
        Assert.That(await MayAsync(Policies.ManagePeople), Is.True);
        Assert.That(await MayAsync(Policies.ReadAudit), Is.False);
    }

    [Test]
    public async Task Nobody_may_act_with_a_role_that_was_taken_away_a_moment_ago()
    {
        var account = await Host.AccountOfAsync(People.Owner);
        await Host.WithAsync(async (ChangeAccount change) => await change.RolesAsync(Ada, account.AccountId, [Roles.Analyst]));

        Assert.That(await MayAsync(Policies.ManagePeople), Is.False);
    }

    [Test]
    public async Task Nobody_may_act_with_an_account_that_was_locked_a_moment_ago()
    {
        var account = await Host.AccountOfAsync(People.Owner);
        await Host.WithAsync(async (ChangeAccount change) => await change.LockAsync(Ada, account.AccountId));

        Assert.That(await MayAsync(Policies.ManagePeople), Is.False);
    }

    private Task<bool> MayAsync(string policy) => Host.WithAsync(async (IAuthorizationService authorization) =>
        (await authorization.AuthorizeAsync(_olga, Acting.Now, policy)).Succeeded);
}
