using SurveyHub.Data;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Responses;

namespace SurveyHub.Features.Responding;

public abstract record SaveOutcome
{
    /// <summary>What is stored now, and for which visit.</summary>
    public sealed record Saved(Visit Visit, DraftAnswers Answers) : SaveOutcome;

    /// <summary>The link cannot be used to answer now; nothing was stored.</summary>
    public sealed record NotAnswering(Visit Visit, VisitState State) : SaveOutcome;
    public sealed record UnknownLink : SaveOutcome;

    private SaveOutcome() { }
}

/// <summary>
/// Stores what a page said. Two pages that are sent at once both count: whoever comes second reads the draft again and puts
/// its own change on top.
/// </summary>
public sealed class SaveDraft(Database database, VisitStore visits, TraceEraser traces, TimeProvider clock)
{
    // Far more pages than anybody sends of one draft within the milliseconds of a commit.
    private const int Rounds = 50;

    /// <param name="visit">What the link led to a moment ago.</param>
    /// <param name="change">Puts the change into the draft; it may be called again with a newer one.</param>
    /// <param name="cancellation">Stops the reading; what has begun to be stored is stored.</param>
    public async Task<SaveOutcome> ExecuteAsync(Visit visit, Action<Visit, DraftAnswers> change, CancellationToken cancellation = default)
    {
        for (var round = 0; round < Rounds; round++)
        {
            if (visit.StateOn(Today) is var state and not VisitState.Answering) return new SaveOutcome.NotAnswering(visit, state);
            var answers = visit.Draft is null ? visit.Begin() : visit.Answers();
            change(visit, answers);
            if (!answers.IsChanged || await StoreAsync(visit, answers))
            {
                if (visit.Draft is null && visit.IsAnonymous) traces.Notice(visit.EditionId);
                return new SaveOutcome.Saved(visit, answers.Stored());
            }
            if (await visits.FindAsync(visit.Link, cancellation) is not { } again) return new SaveOutcome.UnknownLink();
            visit = again;
        }
        throw new InvalidOperationException("A draft was changed over and over while it was being saved.");
    }

    /// <summary>Gives somebody who came by the open link a link of their own.</summary>
    /// <returns>Its secret, and the draft as it begins: in what order the services are asked is a part of it.</returns>
    public async Task<(string Secret, DraftAnswers Answers)> StartAnonymouslyAsync(Visit visit, string language)
    {
        var secret = LinkSecret.New();
        var answers = visit.Begin();
        answers.Language = language;
        await database.WriteAsync(work => DraftStore.InsertAsync(work, visit, secret, answers, Today));
        return (secret, answers);
    }

    /// <summary>Takes away what was begun by a link whose person has answered by another one.</summary>
    public async Task ForgetAsync(Visit visit)
    {
        if (!visit.HasLeftDraft) return;
        await database.WriteAsync(work => DraftStore.TakeAsync(work, visit));
        if (visit.IsAnonymous) traces.Notice(visit.EditionId);
    }

    private Task<bool> StoreAsync(Visit visit, DraftAnswers answers) => database.WriteAsync(async work =>
        visit.Draft is not null ? await DraftStore.UpdateAsync(work, visit, answers, Today)
        : visit.Invitation is { } invitation && await DraftStore.MarkStartedAsync(work, invitation.InvitationId, visit.Link)
            && await DraftStore.InsertAsync(work, visit, visit.Link, answers, Today));

    private DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().Date);
}
