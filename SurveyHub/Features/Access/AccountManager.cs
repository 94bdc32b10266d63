using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace SurveyHub.Features.Access;

/// <summary>Identity locks by the machine's clock, even in .NET 10; this one locks by ours.</summary>
public sealed class AccountManager(IServiceProvider services, AccountIdentityStore store, IPasswordHasher<Account> hasher, TimeProvider clock) : UserManager<Account>(
    store, services.GetRequiredService<IOptions<IdentityOptions>>(), hasher, services.GetServices<IUserValidator<Account>>(), services.GetServices<IPasswordValidator<Account>>(),
    services.GetRequiredService<ILookupNormalizer>(), services.GetRequiredService<IdentityErrorDescriber>(), services, services.GetRequiredService<ILogger<AccountManager>>())
{
    public override Task<bool> IsLockedOutAsync(Account user) => Task.FromResult(user.LockedUntil > clock.GetUtcNow());

    /// <summary>Writes nothing of the account itself, which was read before the password was looked at: an administrator may have locked it since.</summary>
    public override async Task<IdentityResult> AccessFailedAsync(Account user)
    {
        if (await store.IncrementAccessFailedCountAsync(user, CancellationToken) >= AccessFeature.WrongPasswordsUntilLocked)
        {
            await store.SetLockoutEndDateAsync(user, clock.GetUtcNow() + AccessFeature.LockedFor, CancellationToken);
            await store.ResetAccessFailedCountAsync(user, CancellationToken);
        }
        return IdentityResult.Success;
    }
}
