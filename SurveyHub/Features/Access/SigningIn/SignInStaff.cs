using Microsoft.AspNetCore.Identity;
using SurveyHub.Shell;

namespace SurveyHub.Features.Access.SigningIn;

/// <summary>Lets somebody in, or not. Refusals all look alike: a stranger must not learn which names exist.</summary>
public sealed class SignInStaff(
    SignInManager<Account> signIn, UserManager<Account> users, IPasswordHasher<Account> hasher, DemonstrationAccess demonstration, AuditLog audit)
{
    private static readonly Account Nobody = new();
    private static string? _hashOfNobody;

    public async Task<bool> ExecuteAsync(string? signInName, string? password)
    {
        var account = string.IsNullOrWhiteSpace(signInName) ? null : await users.FindByNameAsync(signInName.Trim());
        if (account?.PasswordHash is null || string.IsNullOrEmpty(password) || password.Length > PasswordRules.Longest)
        {
            TakeAsLongAsARealCheck(password ?? "");
            return false;
        }

        var result = await signIn.CheckPasswordSignInAsync(account, password, lockoutOnFailure: true);
        if (!result.Succeeded)
        {
            await audit.RecordAsync(account.SignInName, "was refused", "sign-in", result.IsLockedOut ? "too many wrong passwords" : result.IsNotAllowed ? "account is locked" : "wrong password");
            return false;
        }

        await LetInAsync(account);
        return true;
    }

    /// <summary>Without a password, for a person of the demonstration and where that is offered.</summary>
    public async Task<bool> AsDemonstrationPersonAsync(string? signInName)
    {
        if (!demonstration.IsOffered || signInName is null) return false;
        if (await users.FindByNameAsync(signInName) is not { IsDemonstration: true } account) return false;
        await LetInAsync(account);
        return true;
    }

    private async Task LetInAsync(Account account)
    {
        await signIn.SignInAsync(account, isPersistent: false);
        await audit.RecordAsync(account.SignInName, "signed in to", "SurveyHub");
    }

    private void TakeAsLongAsARealCheck(string password)
    {
        _hashOfNobody ??= hasher.HashPassword(Nobody, "nobody's password");
        hasher.VerifyHashedPassword(Nobody, _hashOfNobody, password);
    }
}
