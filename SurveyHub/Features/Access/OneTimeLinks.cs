using System.Security.Cryptography;
using System.Text;
using Dapper;
using Microsoft.AspNetCore.WebUtilities;
using SurveyHub.Data;

namespace SurveyHub.Features.Access;

/// <summary>Links that let somebody without a password choose one, once. The database has only their hashes.</summary>
public sealed class OneTimeLinks(Database database, TimeProvider clock)
{
    public const string SetUp = "set_up";
    public const string Password = "password";

    public static readonly TimeSpan SetUpLasts = TimeSpan.FromHours(24);
    public static readonly TimeSpan PasswordLasts = TimeSpan.FromDays(7);

    /// <summary>Makes a set-up link; those printed before no longer work.</summary>
    public async Task<string> NewSetUpAsync(Work work)
    {
        await work.ExecuteAsync("delete from account_link where kind = @kind", new { kind = SetUp });
        return await AddAsync(work, SetUp, null, SetUpLasts);
    }

    /// <summary>Makes a link to choose a password; the account's earlier ones no longer work.</summary>
    public async Task<string> NewPasswordAsync(Work work, Guid accountId)
    {
        await RemoveAllAsync(work, accountId);
        return await AddAsync(work, Password, accountId, PasswordLasts);
    }

    public static Task RemoveAllAsync(Work work, Guid accountId) =>
        work.ExecuteAsync("delete from account_link where account_id = @accountId", new { accountId });

    public Task<bool> IsGoodAsync(string kind, string token, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) => await db.ExecuteScalarAsync<long>(
            "select count(*) from account_link where token_hash = @hash and kind = @kind and expires_at > @now",
            new { hash = Hash(token), kind, now = clock.GetUtcNow() }) > 0, cancellation);

    /// <summary>The sign-in name of whoever may choose a password with this link; null when it is no longer good.</summary>
    public Task<string?> SignInNameAsync(string token, CancellationToken cancellation = default) =>
        database.ReadAsync((db, _) => db.QuerySingleOrDefaultAsync<string>(
            "select a.sign_in_name from account_link l join account a using (account_id) where l.token_hash = @hash and l.kind = @kind and l.expires_at > @now",
            new { hash = Hash(token), kind = Password, now = clock.GetUtcNow() }), cancellation);

    /// <summary>Uses the link up. Of several who come with it at once, one gets it.</summary>
    public async Task<UsedLink?> UseAsync(Work work, string kind, string token) =>
        await work.FindAsync<UsedLink>(
            "delete from account_link where token_hash = @hash and kind = @kind and expires_at > @now returning account_id",
            new { hash = Hash(token), kind, now = clock.GetUtcNow() });

    private async Task<string> AddAsync(Work work, string kind, Guid? accountId, TimeSpan lasts)
    {
        await work.ExecuteAsync("delete from account_link where expires_at <= @now", new { now = clock.GetUtcNow() });
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(16));
        await work.ExecuteAsync(
            "insert into account_link (token_hash, kind, account_id, expires_at) values (@hash, @kind, @accountId, @until)",
            new { hash = Hash(token), kind, accountId, until = clock.GetUtcNow() + lasts });
        return token;
    }

    private static byte[] Hash(string token) => SHA256.HashData(Encoding.UTF8.GetBytes("account-link:" + token));
}

public sealed record UsedLink
{
    /// <summary>Whose; nobody's yet for a set-up link.</summary>
    public Guid? AccountId { get; init; }
}
