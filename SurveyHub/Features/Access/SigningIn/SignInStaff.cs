using Microsoft.AspNetCore.Identity;
using SurveyHub.Shell;

namespace SurveyHub.Features.Access.SigningIn;

/// <summary>Lets somebody in, or not. Refusals all look alike: a stranger must not learn which names exist.</summary>
public sealed class SignInStaff(
    SignInManager<Account> signIn, UserManager<Account> users, AccountStore accounts, IPasswordHasher<Account> hasher, DemonstrationAccess demonstration, AuditLog audit)
{
    /// <summary>In the log, for whoever tried a name that nobody has: people type passwords there by mistake, so the name is not kept.</summary>
    public const string Somebody = "somebody";

    private const string TooMany = "too many wrong passwords";
    private const string Locked = "account is locked";

    private static readonly Account Nobody = new();
    private static string? _hashOfNobody;

    public async Task<bool> ExecuteAsync(string? signInName, string? password)
    {
        // Before anything is known of the name: the first one after a start waits for this, whoever they are.
        _hashOfNobody ??= hasher.HashPassword(Nobody, "nobody's password");
        if (string.IsNullOrWhiteSpace(signInName) || string.IsNullOrEmpty(password) || password.Length > PasswordRules.Longest) return false;
        if (await users.FindByNameAsync(signInName.Trim()) is not { PasswordHash: not null } account)
        {
            await TakeAsLongAsARealCheckAsync(password);
            await RefuseAsync(Somebody, "no such name");
            return false;
        }

        if (await WhyNotAsync(account, password) is { } reason)
        {
            await RefuseAsync(account.SignInName, reason);
            return false;
        }

        await LetInAsync(account);
        return true;
    }

    /// <summary>The framework does not look at the password of somebody who is locked. Its quick answer would tell a stranger that there is such a name.</summary>
    private async Task<string?> WhyNotAsync(Account account, string password)
    {
        var isLockedOut = await users.IsLockedOutAsync(account);
        if (isLockedOut || !await signIn.CanSignInAsync(account))
        {
            await TakeAsLongAsARealCheckAsync(password);
            return isLockedOut ? TooMany : Locked;
        }
        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        return result.Succeeded ? null : result.IsLockedOut ? TooMany : "wrong password";
    }

    /// <summary>Without a password, for a person of the demonstration and where that is offered.</summary>
    public async Task<DemonstrationEntry> AsDemonstrationPersonAsync(string? signInName)
    {
        if (!demonstration.IsOffered || signInName is null) return DemonstrationEntry.NoSuchPerson;
        if (await users.FindByNameAsync(signInName) is not { IsDemonstration: true } account) return DemonstrationEntry.NoSuchPerson;
        if (account.IsDisabled)
        {
            await RefuseAsync(account.SignInName, Locked);
            return DemonstrationEntry.Locked;
        }
        await LetInAsync(account);
        return DemonstrationEntry.In;
    }

    private Task RefuseAsync(string who, string reason) => audit.RecordAsync(who, "was refused", "sign-in", reason);

    private async Task LetInAsync(Account account)
    {
        await signIn.SignInAsync(account, isPersistent: false);
        await audit.RecordAsync(account.SignInName, "signed in to", "SurveyHub");
    }

    /// <summary>As much to compute and as much to write as when a wrong password is counted.</summary>
    private async Task TakeAsLongAsARealCheckAsync(string password)
    {
        hasher.VerifyHashedPassword(Nobody, _hashOfNobody!, password);
        await accounts.CountFailureAsync(Nobody.AccountId, CancellationToken.None);
    }
}

public enum DemonstrationEntry
{
    In,

    /// <summary>An administrator has locked the account.</summary>
    Locked,
    NoSuchPerson,
}
