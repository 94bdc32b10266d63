using SurveyHub.Data;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Responses;

namespace SurveyHub.Features.Responding;

/// <summary>Drafts: one row each, found by the hash of the link's secret, changed only by whoever saw its last version.</summary>
public static class DraftStore
{
    /// <returns>False when the link has a draft already.</returns>
    public static async Task<bool> InsertAsync(Work work, Visit visit, string secret, DraftAnswers answers, DateOnly today) =>
        await work.ExecuteAsync(
            """
            insert into draft (draft_id, edition_id, status, answers, receipt, version, touched_on)
            values (@id, @EditionId, 'open', @answers, @receipt, 1, @touchedOn)
            on conflict (draft_id) do nothing
            """,
            new
            {
                id = LinkSecret.HashForDraft(secret),
                visit.EditionId,
                answers = answers.ToJson(),
                receipt = Receipt.New(),
                touchedOn = TouchedOn(visit, today),
            }) == 1;

    /// <returns>False when somebody else changed the draft since it was read, or sent it.</returns>
    public static async Task<bool> UpdateAsync(Work work, Visit visit, DraftAnswers answers, DateOnly today) =>
        await work.ExecuteAsync(
            """
            update draft
            set answers = @answers, version = version + 1, touched_on = @touchedOn
            where draft_id = @id and version = @Version and status = 'open'
            """,
            new { id = LinkSecret.HashForDraft(visit.Link), answers = answers.ToJson(), answers.Version, touchedOn = TouchedOn(visit, today) }) == 1;

    /// <summary>
    /// Notes that somebody began, without a day: on a quiet day it would say which draft is theirs. Only by the link the invitation has
    /// now: a draft under a link that was made anew in this very moment would be nobody's, and could be sent beside the new one.
    /// </summary>
    /// <returns>False when the invitation is no longer to be answered by this link.</returns>
    public static async Task<bool> MarkStartedAsync(Work work, Guid invitation, string link) =>
        await work.ExecuteAsync(
            """
            update invitation
            set disposition = 'started'
            where invitation_id = @invitation and token_hash = @hash and disposition in ('invited', 'started', 'undeliverable')
            """,
            new { invitation, hash = LinkSecret.HashForInvitation(link) }) == 1;

    /// <summary>Takes an open draft away for good, if it is still in this version.</summary>
    public static Task<TakenDraft?> TakeAsync(Work work, Visit visit) =>
        work.FindAsync<TakenDraft>(
            """
            delete from draft
            where draft_id = @id and version = @Version and status = 'open'
            returning receipt
            """,
            new { id = LinkSecret.HashForDraft(visit.Link), visit.Draft!.Version });

    /// <summary>Leaves an empty sign that a link of one's own was used; there is no invitation to say so.</summary>
    public static Task LeaveSubmittedAsync(Work work, Visit visit) =>
        work.ExecuteAsync(
            """
            insert into draft (draft_id, edition_id, status, answers, receipt, version, touched_on)
            values (@id, @EditionId, 'submitted', '{}', null, 0, @OpensOn)
            """,
            new { id = LinkSecret.HashForDraft(visit.Link), visit.EditionId, visit.OpensOn });

    // In an anonymous edition all drafts bear the edition's first day: when somebody answered is nobody's business.
    private static DateOnly TouchedOn(Visit visit, DateOnly today) => visit.IsAnonymous ? visit.OpensOn : today;
}

/// <summary>A draft that was taken out of the table.</summary>
public sealed record TakenDraft
{
    public string? Receipt { get; init; }
}
