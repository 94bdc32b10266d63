using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using SurveyHub.Shell;
using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Access.SigningIn;

/// <summary>Somebody who is signed in takes another password. Sessions elsewhere end; this one goes on.</summary>
public sealed class ChangePassword(UserManager<Account> users, SignInManager<Account> signIn, AuditLog audit)
{
    public const string CurrentField = "current-password";

    /// <summary>No problem: it is done.</summary>
    public async Task<IReadOnlyList<FormProblem>> ExecuteAsync(ClaimsPrincipal person, string? current, string? password, string? again)
    {
        if (await users.GetUserAsync(person) is not { } account) return [new("", "Your account is gone. Sign in again.")];
        if (account.PasswordHash is null) return [new("", "A person of the demonstration has no password.")];
        // Counted like a sign-in: a session left open must not be a place to guess at leisure.
        var check = await signIn.CheckPasswordSignInAsync(account, current ?? "", lockoutOnFailure: true);
        if (check.IsLockedOut) return [new(CurrentField, "There were too many wrong passwords. Try again in a quarter of an hour.")];
        if (!check.Succeeded) return [new(CurrentField, "This is not your current password.")];

        var problems = PasswordRules.Judge(password, again, account.SignInName);
        if (problems.Count > 0) return problems;
        var changed = await users.ChangePasswordAsync(account, current!, password!);
        if (!changed.Succeeded) return [.. changed.Errors.Select(error => new FormProblem(PasswordRules.Field, error.Description))];

        await signIn.RefreshSignInAsync(account);
        await audit.RecordAsync(person, "changed the password", "own account");
        return [];
    }
}
