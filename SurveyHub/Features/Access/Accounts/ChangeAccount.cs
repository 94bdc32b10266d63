using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Shell;
using SurveyHub.Shell.Components;

namespace SurveyHub.Features.Access.Accounts;

/// <summary>Roles, lock and new links. Whatever is done, somebody who can manage accounts remains.</summary>
public sealed class ChangeAccount(Database database, AccountStore accounts, OneTimeLinks links, AuditLog audit)
{
    private const string LastAdministrator = "This is the last administrator who can sign in. Give the role to somebody else first.";

    public async Task<ChangeOutcome> RolesAsync(ClaimsPrincipal administrator, Guid accountId, IReadOnlyCollection<string> roles)
    {
        if (await accounts.FindAsync(accountId) is not { } account) return new ChangeOutcome.Gone();
        if (AddAccount.ProblemsOf(roles).ToList() is { Count: > 0 } problems) return new ChangeOutcome.Refused(problems);
        if (account.Roles.SetEquals(roles)) return new ChangeOutcome.Done(account);

        var before = Roles.Titles(account.Roles);
        account.Roles.Clear();
        account.Roles.UnionWith(roles);
        account.SecurityStamp = Account.NewStamp();
        return await database.WriteAsync(work => StoreAsync(work, account, mustRemain: !account.Roles.Contains(Roles.Administrator), AccountStore.ChangeRolesAsync,
            () => audit.RecordAsync(work, administrator, "changed roles of", Subject(account), $"{before} → {Roles.Titles(account.Roles)}")));
    }

    public async Task<ChangeOutcome> LockAsync(ClaimsPrincipal administrator, Guid accountId)
    {
        if (await accounts.FindAsync(accountId) is not { } account) return new ChangeOutcome.Gone();
        if (account.SignInName == AuditLog.NameOf(administrator)) return Refuse("You cannot lock your own account.");

        account.IsDisabled = true;
        account.SecurityStamp = Account.NewStamp();
        return await database.WriteAsync(work => StoreAsync(work, account, mustRemain: true, AccountStore.LockAsync, async () =>
        {
            await OneTimeLinks.RemoveAllAsync(work, accountId);
            await audit.RecordAsync(work, administrator, "locked", Subject(account));
        }));
    }

    /// <summary>Lifts an administrator's lock and the one that follows wrong passwords.</summary>
    public async Task<ChangeOutcome> UnlockAsync(ClaimsPrincipal administrator, Guid accountId)
    {
        if (await accounts.FindAsync(accountId) is not { } account) return new ChangeOutcome.Gone();

        account.IsDisabled = false;
        account.LockedUntil = null;
        return await database.WriteAsync(work => StoreAsync(work, account, mustRemain: false, AccountStore.UnlockAsync,
            () => audit.RecordAsync(work, administrator, "unlocked", Subject(account))));
    }

    /// <summary>A link with which the person chooses another password; the old one works until then.</summary>
    public async Task<ChangeOutcome> NewLinkAsync(ClaimsPrincipal administrator, Guid accountId)
    {
        if (await accounts.FindAsync(accountId) is not { } account) return new ChangeOutcome.Gone();
        if (account.IsDisabled) return Refuse("This account is locked. Unlock it first.");
        if (account.IsDemonstration) return Refuse("A person of the demonstration signs in by a click and has no password.");

        return await database.WriteAsync(async work =>
        {
            await audit.RecordAsync(work, administrator, "made a password link for", Subject(account));
            return new ChangeOutcome.Done(account, await links.NewPasswordAsync(work, accountId));
        });
    }

    private static async Task<ChangeOutcome> StoreAsync(Work work, Account account, bool mustRemain, Func<Work, Account, Task<bool>> store, Func<Task> alongside)
    {
        if (mustRemain && await AccountStore.OtherAdministratorsAsync(work, account.AccountId) == 0 && await AccountStore.IsAdministratorAsync(work, account.AccountId))
            return Refuse(LastAdministrator);
        if (!await store(work, account)) return new ChangeOutcome.Gone();
        await alongside();
        return new ChangeOutcome.Done(account);
    }

    private static ChangeOutcome.Refused Refuse(string reason) => new([new("", reason)]);

    private static string Subject(Account account) => $"account {account.SignInName}";
}

public abstract record ChangeOutcome
{
    /// <summary>With the token of a link, if one was made; it is shown this once.</summary>
    public sealed record Done(Account Account, string? Token = null) : ChangeOutcome;
    public sealed record Refused(IReadOnlyList<FormProblem> Problems) : ChangeOutcome;

    /// <summary>There is no such account (any more).</summary>
    public sealed record Gone : ChangeOutcome;

    private ChangeOutcome()
    {
    }
}
