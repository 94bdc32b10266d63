using Microsoft.AspNetCore.Identity;
using SurveyHub.Data;
using SurveyHub.Shell;
using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Access.SigningIn;

/// <summary>Sets a password with a one-time link: the first one, or a new one for somebody who forgot it.</summary>
public sealed class ChoosePassword(Database database, OneTimeLinks links, IPasswordHasher<Account> hasher, AuditLog audit)
{
    public async Task<ChoosePasswordOutcome> ExecuteAsync(string token, string? password, string? again)
    {
        var problems = PasswordRules.Judge(password, again, await links.SignInNameAsync(token));
        if (problems.Count > 0) return new ChoosePasswordOutcome.Refused(problems);

        // Hashing takes its time on purpose; nobody's write shall wait behind it.
        var hash = hasher.HashPassword(new(), password!);
        return await database.WriteAsync(work => StoreAsync(work, token, hash))
            ? new ChoosePasswordOutcome.Chosen()
            : new ChoosePasswordOutcome.LinkGone();
    }

    private async Task<bool> StoreAsync(Work work, string token, string hash)
    {
        if (await links.UseAsync(work, OneTimeLinks.Password, token) is not { AccountId: { } id }) return false;
        var name = await AccountStore.SetPasswordAsync(work, id, hash);
        await audit.RecordAsync(work, name, "chose a password", "own account", "with a one-time link");
        return true;
    }
}

public abstract record ChoosePasswordOutcome
{
    public sealed record Chosen : ChoosePasswordOutcome;
    public sealed record Refused(IReadOnlyList<FormProblem> Problems) : ChoosePasswordOutcome;
    public sealed record LinkGone : ChoosePasswordOutcome;

    private ChoosePasswordOutcome()
    {
    }
}
