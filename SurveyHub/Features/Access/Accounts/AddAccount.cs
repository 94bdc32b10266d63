using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Shell;
using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Access.Accounts;

/// <summary>Adds a person, who then chooses a password with the link that the administrator hands over.</summary>
public sealed class AddAccount(Database database, AccountStore accounts, OneTimeLinks links, AuditLog audit, TimeProvider clock)
{
    public const string RolesField = "roles";

    public async Task<AddAccountOutcome> ExecuteAsync(ClaimsPrincipal administrator, PersonForm person, IReadOnlyCollection<string> roles)
    {
        List<FormProblem> problems = [.. person.Problems(), .. ProblemsOf(roles)];
        if (problems.Count > 0) return new AddAccountOutcome.Refused(problems);

        var account = new Account
        {
            SignInName = person.SignInName!.Trim(),
            Name = person.Name!.Trim(),
            CreatedOn = DateOnly.FromDateTime(clock.GetLocalNow().Date),
        };
        account.Roles.UnionWith(roles);
        return await database.WriteAsync(work => StoreAsync(work, administrator, account));
    }

    internal static IEnumerable<FormProblem> ProblemsOf(IReadOnlyCollection<string> roles)
    {
        if (roles.Count == 0) yield return new(RolesField, "Choose at least one role; without one there is nothing to see.");
        if (roles.Except(Roles.All).Any()) yield return new(RolesField, "Choose from the roles shown.");
    }

    private async Task<AddAccountOutcome> StoreAsync(Work work, ClaimsPrincipal administrator, Account account)
    {
        if (!await accounts.AddAsync(work, account))
            return new AddAccountOutcome.Refused([new(PersonForm.SignInNameField, $"There is already an account “{account.SignInName}”. Choose another sign-in name.")]);
        await audit.RecordAsync(work, administrator, "added", $"account {account.SignInName}", Roles.Titles(account.Roles));
        return new AddAccountOutcome.Added(account, await links.NewPasswordAsync(work, account.AccountId));
    }
}

public abstract record AddAccountOutcome
{
    /// <summary>With the token of the link, which is shown this once.</summary>
    public sealed record Added(Account Account, string Token) : AddAccountOutcome;
    public sealed record Refused(IReadOnlyList<FormProblem> Problems) : AddAccountOutcome;

    private AddAccountOutcome()
    {
    }
}
