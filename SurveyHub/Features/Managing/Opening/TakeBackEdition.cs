using System.Security.Claims;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Opening;

public abstract record TakeBackOutcome
{
    public sealed record TakenBack : TakeBackOutcome;
    public sealed record NotOpen : TakeBackOutcome;

    /// <summary>Somebody answered or began: their answers belong to this questionnaire.</summary>
    public sealed record AnswersBegun(int Answered, int Unsubmitted) : TakeBackOutcome;

    /// <summary>It has begun, and so few are invited that a refusal or none would say who has begun to answer.</summary>
    public sealed record OfFewPeople : TakeBackOutcome;

    private TakeBackOutcome() { }
}

/// <summary>Makes an edition that was opened too early a draft again, as long as nobody has begun to answer it.</summary>
public sealed class TakeBackEdition(Database database, EditionWriter writer, AuditLog audit, TimeProvider clock)
{
    public async Task<TakeBackOutcome> ExecuteAsync(ClaimsPrincipal who, Edition edition)
    {
        try
        {
            return await database.WriteAsync(work => TakeBackAsync(work, who, edition));
        }
        catch (RefusedException refused)
        {
            return refused.Outcome;
        }
    }

    private async Task<TakeBackOutcome> TakeBackAsync(Work work, ClaimsPrincipal who, Edition edition)
    {
        // First the status: whoever submits holds it fast until their answers are stored, so what is counted next is all there is.
        if (!await writer.ChangeStatusAsync(work, edition.EditionId, EditionStatus.Open, EditionStatus.Draft)) return new TakeBackOutcome.NotOpen();
        if (clock.Today >= edition.OpensOn && await FramedPeople.CountInvitedAsync(work, edition.EditionId) is > 0 and var invited && FewPeople.Are(invited))
            throw new RefusedException(new TakeBackOutcome.OfFewPeople());
        var answered = await work.FindAsync<int>("select count(*) from response where edition_id = @EditionId", new { edition.EditionId });
        var unsubmitted = await work.FindAsync<int>("select count(*) from draft where edition_id = @EditionId", new { edition.EditionId });
        if (answered + unsubmitted > 0) throw new RefusedException(new TakeBackOutcome.AnswersBegun(answered, unsubmitted));
        await EditionClosing.ForgetAsync(work, edition.EditionId);
        await audit.RecordAsync(work, who, "took back", $"{edition.Survey} {edition.Year}", "in preparation again");
        return new TakeBackOutcome.TakenBack();
    }

    /// <summary>Undoes the change of status.</summary>
    private sealed class RefusedException(TakeBackOutcome outcome) : Exception
    {
        public TakeBackOutcome Outcome => outcome;
    }
}
