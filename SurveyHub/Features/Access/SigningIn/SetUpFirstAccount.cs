using Microsoft.AspNetCore.Identity;
using SurveyHub.Data;
using SurveyHub.Shell;
using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Access.SigningIn;

/// <summary>Makes the first account of an installation, with the link printed at its start. Once.</summary>
public sealed class SetUpFirstAccount(
    Database database, AccountStore accounts, OneTimeLinks links, IPasswordHasher<Account> hasher, SignInManager<Account> signIn, AuditLog audit, TimeProvider clock)
{
    public async Task<SetUpOutcome> ExecuteAsync(string token, PersonForm person, string? password, string? again)
    {
        IReadOnlyList<FormProblem> problems = [.. person.Problems(), .. PasswordRules.Judge(password, again, person.SignInName)];
        if (problems.Count > 0) return new SetUpOutcome.Refused(problems);

        var account = new Account
        {
            SignInName = person.SignInName!.Trim(),
            Name = person.Name!.Trim(),
            CreatedOn = DateOnly.FromDateTime(clock.GetLocalNow().Date),
            Roles = { Roles.Owner, Roles.Administrator },
        };
        account.PasswordHash = hasher.HashPassword(account, password!);
        if (!await database.WriteAsync(work => StoreAsync(work, token, account))) return new SetUpOutcome.LinkGone();

        await signIn.SignInAsync(account, isPersistent: false);
        return new SetUpOutcome.Made();
    }

    private async Task<bool> StoreAsync(Work work, string token, Account account)
    {
        if (await links.UseAsync(work, OneTimeLinks.SetUp, token) is null) return false;
        if (!await accounts.AddAsync(work, account)) return false;
        await audit.RecordAsync(work, account.SignInName, "set up", "SurveyHub", "first account");
        return true;
    }
}

public abstract record SetUpOutcome
{
    public sealed record Made : SetUpOutcome;
    public sealed record Refused(IReadOnlyList<FormProblem> Problems) : SetUpOutcome;

    /// <summary>Used, too old, or never printed.</summary>
    public sealed record LinkGone : SetUpOutcome;

    private SetUpOutcome()
    {
    }
}
