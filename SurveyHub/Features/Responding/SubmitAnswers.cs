using SurveyHub.Data;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Responses;

namespace SurveyHub.Features.Responding;

/// <summary>
/// Turns a draft into a response, once. In one transaction the invitation is claimed, the answers are stored and the draft is
/// deleted: before it everything hangs on the link, after it nothing does.
/// </summary>
public sealed class SubmitAnswers(Database database, VisitStore visits, TraceEraser traces, TimeProvider clock)
{
    // Every round that fails means that another form of the same link won; nobody has that many.
    private const int Rounds = 20;

    /// <param name="link">The secret in the address.</param>
    /// <param name="receipt">The receipt in the form, by which a form that comes twice is known.</param>
    /// <param name="seen">What the review page showed (<see cref="DraftAnswers.Fingerprint"/>); null when it is not said.</param>
    /// <param name="cancellation">Stops the reading; what has begun to be stored is stored.</param>
    public async Task<SubmitOutcome> ExecuteAsync(string link, string? receipt, string? seen, CancellationToken cancellation = default)
    {
        for (var round = 0; round < Rounds; round++)
            if (await TryAsync(link, receipt, seen, cancellation) is { } outcome) return outcome;
        throw new InvalidOperationException("A draft was changed over and over while it was being sent.");
    }

    private async Task<SubmitOutcome?> TryAsync(string link, string? receipt, string? seen, CancellationToken cancellation)
    {
        if (await visits.FindAsync(link, cancellation) is not { IsOpenCode: false } visit) return new SubmitOutcome.UnknownLink();
        switch (visit.StateOn(Today))
        {
            case VisitState.AlreadyAnswered when Receipt.IsOne(receipt) && await visits.HasReceiptAsync(visit.EditionId, receipt!, cancellation):
                return new SubmitOutcome.Sent(receipt!);
            case VisitState.AlreadyAnswered:
                return new SubmitOutcome.AlreadyAnswered();
            case var state and not VisitState.Answering:
                return new SubmitOutcome.NotAnswering(visit, state);
            default:
                break;
        }
        if (visit.Draft is null) return new SubmitOutcome.NotStarted();

        var answers = visit.Answers();
        if (seen is not null && seen != answers.Fingerprint()) return new SubmitOutcome.ChangedElsewhere();
        var known = FrameStore.Groups(visit.Invitation?.KeptGroups ?? "{}");
        var sheet = AnswerSheet.Read(visit.JourneyOf(answers), visit.Booklet, answers, known);
        if (sheet.Problems.Count > 0) return new SubmitOutcome.Incomplete(sheet.Problems);
        if (await StoreAsync(visit, answers, sheet) is not { } stored) return null;
        if (visit.IsAnonymous) traces.Notice(visit.EditionId);
        return new SubmitOutcome.Sent(stored);
    }

    /// <summary>The receipt, or null when something moved since the visit was read; then nothing was stored.</summary>
    private async Task<string?> StoreAsync(Visit visit, DraftAnswers answers, AnswerSheet sheet)
    {
        try
        {
            return await database.WriteAsync(work => StoreAsync(work, visit, answers, sheet));
        }
        catch (MovedException)
        {
            return null;
        }
    }

    private async Task<string?> StoreAsync(Work work, Visit visit, DraftAnswers answers, AnswerSheet sheet)
    {
        // Held until the commit: an edition must not be counted while a response is on its way into it.
        if (await work.FindAsync<string>($"select status from edition where edition_id = @EditionId {work.Dialect.ForShare}", new { visit.EditionId }) != "open")
            return null;
        if (await DraftStore.TakeAsync(work, visit) is not { Receipt: { } receipt }) return null;
        if (visit.Invitation is { } invitation) await ClaimAsync(work, visit, invitation, sheet);
        else await DraftStore.LeaveSubmittedAsync(work, visit);

        using var responses = new ResponseWriter(work);
        await responses.InsertAsync(Response(visit, answers, sheet, receipt));
        return receipt;
    }

    private async Task ClaimAsync(Work work, Visit visit, Visit.Invited invitation, AnswerSheet sheet)
    {
        var kept = await work.FindAsync<string>(
            """
            update invitation
            set disposition = @disposition, disposed_on = @on
            where invitation_id = @InvitationId and disposition in ('invited', 'started', 'undeliverable')
            returning kept_groups
            """,
            new { disposition = Disposed(visit, sheet), on = Day(visit), invitation.InvitationId });
        if (kept != invitation.KeptGroups) throw new MovedException();
    }

    /// <summary>Of an anonymous response nobody shall know from the invitation even how much was answered.</summary>
    private static string Disposed(Visit visit, AnswerSheet sheet) =>
        visit.IsAnonymous ? "answered" : sheet.IsComplete ? "complete" : "partial";

    /// <summary>
    /// Of an anonymous response no table has the day: beside the order in which a database happens to keep the answers it would
    /// say which of a few they are.
    /// </summary>
    private DateOnly? Day(Visit visit) => visit.IsAnonymous ? null : Today;

    private ResponseRecord Response(Visit visit, DraftAnswers answers, AnswerSheet sheet, string receipt) => new()
    {
        EditionId = visit.EditionId,
        IsComplete = sheet.IsComplete,
        ServiceOrder = visit.Questionnaire.RandomServiceOrder && sheet.ServiceOrder.Count > 0 ? string.Join(',', sheet.ServiceOrder) : null,
        ReceiptHash = Receipt.Hash(receipt),
        Answers = sheet.Answers,
        InvitationId = visit.IsAnonymous ? null : visit.Invitation!.InvitationId,
        SubmittedOn = Day(visit),
        Language = visit.IsAnonymous ? null : answers.Language,
    };

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().Date);

    /// <summary>Undoes the work: the invitation is not what it was when the answers were judged.</summary>
    private sealed class MovedException : Exception;
}
