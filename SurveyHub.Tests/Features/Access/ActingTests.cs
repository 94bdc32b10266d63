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
public sealed class ActingTests(TestServer server)
{
    private static readonly ClaimsPrincipal Ada = new(new ClaimsIdentity([new(ClaimTypes.Name, "ada")], "test"));

    private SurveyHubHost _host = null!;
    private ClaimsPrincipal _olga = null!;

    [SetUp]
    public async Task OpenThePage()
    {
        _host = await SurveyHubHost.StartAsync(new() { Server = server });
        await _host.AccountOfAsync(People.Administrator, "seven brown bears");
        var account = await _host.AccountOfAsync(People.Owner);
        _olga = await _host.WithAsync(async (SignInManager<Account> signIn) => await signIn.CreateUserPrincipalAsync(account));
    }

    [TearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task Whoever_was_allowed_still_is_and_whoever_was_not_is_not()
    {
        Assert.That(await MayAsync(Policies.ManagePeople), Is.True);
        Assert.That(await MayAsync(Policies.ReadAudit), Is.False);
    }

    [Test]
    public async Task Nobody_may_act_with_a_role_that_was_taken_away_a_moment_ago()
    {
        var account = await _host.AccountOfAsync(People.Owner);
        await _host.WithAsync(async (ChangeAccount change) => await change.RolesAsync(Ada, account.AccountId, [Roles.Analyst]));

        Assert.That(await MayAsync(Policies.ManagePeople), Is.False);
    }

    [Test]
    public async Task Nobody_may_act_with_an_account_that_was_locked_a_moment_ago()
    {
        var account = await _host.AccountOfAsync(People.Owner);
        await _host.WithAsync(async (ChangeAccount change) => await change.LockAsync(Ada, account.AccountId));

        Assert.That(await MayAsync(Policies.ManagePeople), Is.False);
    }

    private Task<bool> MayAsync(string policy) => _host.WithAsync(async (IAuthorizationService authorization) =>
        (await authorization.AuthorizeAsync(_olga, Acting.Now, policy)).Succeeded);
}
