using System.Security.Claims;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;

namespace SurveyHub.Features.Access;

/// <summary>A page that stays open for hours notices within a minute that its owner was locked, or has other roles now.</summary>
public sealed class CircuitAccess(ILoggerFactory log, IServiceScopeFactory scopes) : RevalidatingServerAuthenticationStateProvider(log)
{
    public static readonly TimeSpan Interval = TimeSpan.FromMinutes(1);

    protected override TimeSpan RevalidationInterval => Interval;

    protected override Task<bool> ValidateAuthenticationStateAsync(AuthenticationState authenticationState, CancellationToken cancellationToken) =>
        IsStillValidAsync(scopes, authenticationState.User);

    /// <summary>Whether the account is as it was when the session began: neither locked nor with other roles or another password.</summary>
    public static async Task<bool> IsStillValidAsync(IServiceScopeFactory scopes, ClaimsPrincipal who)
    {
        // A circuit lives longer than anything scoped ought to.
        await using var scope = scopes.CreateAsyncScope();
        var signIn = scope.ServiceProvider.GetRequiredService<SignInManager<Account>>();
        return await signIn.ValidateSecurityStampAsync(who) is { } account && await signIn.CanSignInAsync(account);
    }
}
