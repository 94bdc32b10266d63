using System.Data;
using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Features.People.Saving;
using SurveyHub.Responses;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Links;

/// <summary>A list of links that was just made: the only place where the secrets are.</summary>
/// <param name="List">Its number within the edition.</param>
/// <param name="Secrets">The secret by invitation.</param>
public sealed record MadeLinks(int List, IReadOnlyDictionary<Guid, string> Secrets);

/// <summary>
/// Makes personal links, for everybody who has none or anew for a list that was lost. Only hashes are stored, so a list can be
/// downloaded once. A list made anew has everybody who is to be asked, also those who have begun or answered: those left out would be
/// known. Their draft can be found by nothing but the link they have, so that goes on to lead there.
/// </summary>
public sealed class MakeLinks(Database database, AuditLog audit, TimeProvider clock)
{
    /// <param name="who">In whose name it is written down.</param>
    /// <param name="edition">A draft or an open edition.</param>
    /// <param name="anew">The list whose links shall be replaced, and stop working for people who have not begun; null for people without a link.</param>
    /// <param name="cancellation">Stops it before it begins.</param>
    /// <returns>Null when there was nobody to make a link for, or the edition is closed.</returns>
    public Task<MadeLinks?> ExecuteAsync(ClaimsPrincipal who, Edition edition, int? anew, CancellationToken cancellation = default) =>
        database.WriteAloneAsync(async work =>
        {
            if (!await FrameWriter.MayChangeAsync(work, edition.EditionId)) return null;
            var list = await work.FindAsync<int>("select coalesce(max(link_list), 0) + 1 from invitation where edition_id = @EditionId", new { edition.EditionId });
            var secrets = (await work.QueryAsync<Guid>(
                $"select invitation_id from invitation where edition_id = @EditionId and {Wanted}", new { edition.EditionId, anew = anew ?? 0 })).ToDictionary(id => id, _ => LinkSecret.New());
            await work.ExecuteAsync(
                $"""
                insert into replaced_link (token_hash, invitation_id)
                select token_hash, invitation_id from invitation where edition_id = @EditionId and token_hash is not null and {Wanted}
                order by token_hash
                on conflict (token_hash) do nothing
                """, new { edition.EditionId, anew = anew ?? 0 });
            var stored = await StoreAsync(work, list, anew ?? 0, secrets);
            if (stored.Count == 0) return null;
            if (anew is not null) await ListRewriting.RewriteAsync(work, edition);
            await audit.RecordAsync(work, who, anew is null ? "made links for" : "made links anew for", $"{edition.Survey} {edition.Year}",
                anew is null ? $"list {list}, {stored.Count} people" : $"list {list} instead of {anew}, {stored.Count} people");
            return new MadeLinks(list, stored.ToDictionary(id => id, id => secrets[id]));
        }, cancellation);

    // Said again where they are stored: somebody may be taken off, or another owner press the button, in between.
    private const string Wanted = FrameStore.ToBeAsked + " and coalesce(link_list, 0) = @anew and (@anew > 0 or token_hash is null)";

    private async Task<IReadOnlyList<Guid>> StoreAsync(Work work, int list, int anew, Dictionary<Guid, string> secrets)
    {
        using var batch = new RowBatch(work,
            $$"""
            with v (id, hash) as (values {rows})
            update invitation
            set token_hash = v.hash, link_list = @list, linked_on = @today
            from v
            where invitation.invitation_id = v.id and {{Wanted}}
            returning invitation.invitation_id
            """, DbType.Guid, DbType.Binary)
            .With("list", list).With("anew", anew).With("today", DateOnly.FromDateTime(clock.GetLocalNow().Date));
        return await batch.QueryAsync(secrets.Select(s => new object?[] { s.Key, LinkSecret.HashForInvitation(s.Value) }), row => row.GetGuid(0));
    }
}
