using System.Data.Common;
using Dapper;
using Microsoft.AspNetCore.Identity;
using SurveyHub.Data;

namespace SurveyHub.Features.Access;

/// <summary>The SQL of accounts, and what ASP.NET Core Identity asks of a store. <see cref="AccountIdentityStore"/> adapts it.</summary>
public sealed class AccountStore(Database database, ILookupNormalizer names)
{
    private const string Columns =
        "account_id, sign_in_name, normalized_name, name, password_hash, security_stamp, security_stamp as stored_stamp, failed_count, locked_until, is_disabled, is_demonstration, created_on";

    public Task<Account?> FindAsync(Guid accountId, CancellationToken cancellation = default) =>
        FindAsync("account_id = @accountId", new { accountId }, cancellation);

    public Task<Account?> FindByNameAsync(string signInName, CancellationToken cancellation = default) =>
        FindAsync("normalized_name = @name", new { name = names.NormalizeName(signInName) }, cancellation);

    /// <summary>Everybody, by name.</summary>
    public Task<IReadOnlyList<Account>> AllAsync(CancellationToken cancellation = default) =>
        database.ReadAsync((db, _) => ReadAsync(db, "1 = 1", new { }), cancellation);

    public Task<IReadOnlyList<Account>> InRoleAsync(string role, CancellationToken cancellation = default) =>
        database.ReadAsync((db, _) => ReadAsync(db, "account_id in (select account_id from account_role where role = @role)", new { role }), cancellation);

    /// <summary>Whether somebody can, or could with a link, sign in here; the demonstration's people do not count.</summary>
    public Task<bool> AnybodyAsync(CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) => await db.ExecuteScalarAsync<long>("select count(*) from account where not is_demonstration") > 0, cancellation);

    /// <summary>False when the sign-in name is taken.</summary>
    public async Task<bool> AddAsync(Work work, Account account)
    {
        account.NormalizedName = names.NormalizeName(account.SignInName)!;
        var added = await work.ExecuteAsync(
            """
            insert into account (account_id, sign_in_name, normalized_name, name, password_hash, security_stamp, is_disabled, is_demonstration, created_on)
            values (@AccountId, @SignInName, @NormalizedName, @Name, @PasswordHash, @SecurityStamp, @IsDisabled, @IsDemonstration, @CreatedOn)
            on conflict (normalized_name) do nothing
            """, account);
        if (added == 0) return false;
        await WriteRolesAsync(work, account);
        account.StoredStamp = account.SecurityStamp;
        return true;
    }

    /// <summary>
    /// The names and the password of an account that is as it was read; its roles too. Not the lock, nor what follows wrong passwords:
    /// those are only ever changed where they lie. False when the account is gone, or was given another password, other roles or a lock meanwhile.
    /// </summary>
    public async Task<bool> UpdateAsync(Work work, Account account)
    {
        var updated = await work.ExecuteAsync(
            """
            update account
            set sign_in_name = @SignInName, normalized_name = @NormalizedName, name = @Name, password_hash = @PasswordHash, security_stamp = @SecurityStamp
            where account_id = @AccountId and security_stamp = @StoredStamp
            """, account);
        if (updated == 0) return false;
        await ReplaceRolesAsync(work, account);
        account.StoredStamp = account.SecurityStamp;
        return true;
    }

    /// <summary>Other roles, and nothing else; ends every session. False when the account is gone.</summary>
    public static async Task<bool> ChangeRolesAsync(Work work, Account account)
    {
        if (await work.ExecuteAsync("update account set security_stamp = @SecurityStamp where account_id = @AccountId", account) == 0) return false;
        await ReplaceRolesAsync(work, account);
        return true;
    }

    /// <summary>An administrator's lock; ends every session. False when the account is gone.</summary>
    public static async Task<bool> LockAsync(Work work, Account account) =>
        await work.ExecuteAsync("update account set is_disabled = @IsDisabled, security_stamp = @SecurityStamp where account_id = @AccountId", account) == 1;

    /// <summary>Lifts an administrator's lock and the one that follows wrong passwords. False when the account is gone.</summary>
    public static async Task<bool> UnlockAsync(Work work, Account account) =>
        await work.ExecuteAsync("update account set is_disabled = @IsDisabled, locked_until = null, failed_count = 0 where account_id = @AccountId", account) == 1;

    /// <summary>A new password opens the account again and ends every session; tells whose it was.</summary>
    public static async Task<string> SetPasswordAsync(Work work, Guid accountId, string hash) =>
        await work.FindAsync<string>(
            """
            update account
            set password_hash = @hash, security_stamp = @stamp, failed_count = 0, locked_until = null
            where account_id = @accountId
            returning sign_in_name
            """, new { accountId, hash, stamp = Account.NewStamp() })
        ?? throw new InvalidOperationException("A link belongs to an account that is gone; the database should have removed it.");

    public Task<int> CountFailureAsync(Guid accountId, CancellationToken cancellation) =>
        database.WriteAsync(work => work.FindAsync<int>(
            "update account set failed_count = failed_count + 1 where account_id = @accountId returning failed_count", new { accountId }), cancellation);

    public Task ForgetFailuresAsync(Guid accountId, CancellationToken cancellation) =>
        database.WriteAsync(work => work.ExecuteAsync("update account set failed_count = 0 where account_id = @accountId", new { accountId }), cancellation);

    public Task LockOutAsync(Guid accountId, DateTimeOffset? until, CancellationToken cancellation) =>
        database.WriteAsync(work => work.ExecuteAsync("update account set locked_until = @until where account_id = @accountId", new { accountId, until }), cancellation);

    public static Task RemoveAsync(Work work, Account account) =>
        work.ExecuteAsync("delete from account where account_id = @AccountId", account);

    /// <summary>
    /// How many could still manage accounts without this one. Holds the rows until the work ends, so that two administrators
    /// who remove each other at the same moment cannot both succeed.
    /// </summary>
    public static async Task<int> OtherAdministratorsAsync(Work work, Guid accountId)
    {
        await work.ExecuteAsync("update account_role set role = role where role = @role", new { role = Roles.Administrator });
        return await work.FindAsync<int>(
            """
            select count(*)
            from account a
            join account_role r using (account_id)
            where r.role = @role and not a.is_disabled and a.password_hash is not null and a.account_id <> @accountId
            """, new { role = Roles.Administrator, accountId });
    }

    public static async Task<bool> IsAdministratorAsync(Work work, Guid accountId) =>
        await work.FindAsync<int>(
            "select count(*) from account_role where account_id = @accountId and role = @role", new { accountId, role = Roles.Administrator }) > 0;

    private static async Task ReplaceRolesAsync(Work work, Account account)
    {
        await work.ExecuteAsync("delete from account_role where account_id = @AccountId", account);
        await WriteRolesAsync(work, account);
    }

    private static async Task WriteRolesAsync(Work work, Account account)
    {
        foreach (var role in account.Roles)
            await work.ExecuteAsync("insert into account_role (account_id, role) values (@AccountId, @role)", new { account.AccountId, role });
    }

    private async Task<Account?> FindAsync(string condition, object parameters, CancellationToken cancellation) =>
        (await database.ReadAsync((db, _) => ReadAsync(db, condition, parameters), cancellation)) is [var account] ? account : null;

    private static async Task<IReadOnlyList<Account>> ReadAsync(DbConnection db, string condition, object parameters)
    {
        var accounts = (await db.QueryAsync<Account>($"select {Columns} from account where {condition} order by name, sign_in_name", parameters)).AsList();
        var roles = (await db.QueryAsync<RoleRow>(
            $"select account_id, role from account_role where account_id in (select account_id from account where {condition})", parameters)).ToLookup(row => row.AccountId, row => row.Role);
        foreach (var account in accounts) account.Roles.UnionWith(roles[account.AccountId]);
        return accounts;
    }

    private sealed record RoleRow
    {
        public required Guid AccountId { get; init; }
        public required string Role { get; init; }
    }
}
