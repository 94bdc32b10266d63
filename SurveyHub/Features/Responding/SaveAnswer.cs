using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Antiforgery;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Features.Responding.Pages;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;

namespace SurveyHub.Features.Responding;

/// <summary>
/// One answer, sent by the script as soon as it is given. It says which version of the answer it knows: a request that was
/// delayed on its way, or comes twice, finds a newer one and changes nothing.
/// </summary>
public sealed class SaveAnswer(VisitStore visits, Screens screens, SaveDraft save, IAntiforgery antiforgery, UnknownLinks unknown)
{
    public async Task<IResult> PostAsync(HttpContext http, string link)
    {
        if (await visits.FindAsync(link, http.RequestAborted) is not { IsOpenCode: false } visit) return unknown.Refuse(http);
        if (!FormGuard.IsPlainForm(http.Request)) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (!await antiforgery.IsRequestValidAsync(http)) return Say(StatusCodes.Status403Forbidden, new(Stale: true));
        visit = visit.InWordsOf([form["field"].ToString()]);
        if (visit.Booklet.PageOf(form["field"].ToString(), visit.CameByOpenLink) is not { } page) return Say(StatusCodes.Status422UnprocessableEntity, new());

        var change = AnswerChange.Read(page, name => form[name], http.Features.Get<BrokenText>() is not null);
        if (change.Refusal is { } refusal)
            return Say(StatusCodes.Status422UnprocessableEntity, new(Message: screens.Say(http, visit, refusal)));
        var result = AnswerChange.Result.Late;
        var outcome = await save.ExecuteAsync(visit, (_, draft) => result = change.ApplyTo(draft), http.RequestAborted);
        return outcome switch
        {
            SaveOutcome.Saved(var now, var draft) => await SayAsync(http, now, page, draft, change, result),
            SaveOutcome.NotAnswering { State: var state } => Say(StatusCodes.Status410Gone, new(Gone: state == VisitState.AlreadyAnswered ? "sent" : "closed")),
            _ => unknown.Refuse(http),
        };
    }

    private async Task<IResult> SayAsync(HttpContext http, Visit visit, QuestionPage page, DraftAnswers draft, AnswerChange change, AnswerChange.Result result)
    {
        switch (result)
        {
            // Without a version: the page is to be asked when it is sent, because it shows less than is stored.
            case AnswerChange.Result.Joined:
                return Say(StatusCodes.Status200OK, new());
            case AnswerChange.Result.ChangedElsewhere:
                var problem = new AnswerProblem(Step.Welcome, change.Field.Name, ProblemKind.ChangedElsewhere);
                var other = await Fragments.ElsewhereAsync(http.RequestServices, screens.FrameOf(http, visit), change.Field, draft[change.Field.Name]);
                return Say(StatusCodes.Status409Conflict, new(Message: screens.Say(http, visit, problem), Stale: true, Other: other));
            default:
                var isStored = result == AnswerChange.Result.Stored;
                return Say(isStored ? StatusCodes.Status200OK : StatusCodes.Status409Conflict,
                    new(draft.VersionOf(change.Field.Name), Fine: isStored && PageProblems.Of(page, draft).All(p => p.Field != change.Field.Name)));
        }
    }

    private static IResult Say(int status, Reply reply) => TypedResults.Json(reply, statusCode: status);

    /// <param name="Rev">The version of the answer as it is stored now.</param>
    /// <param name="Message">What is wrong with it.</param>
    /// <param name="Stale">The page is older than what is stored, or was open too long: only sending it whole can help.</param>
    /// <param name="Other">What another page has stored, to be shown beside the field, with the choice between both.</param>
    /// <param name="Fine">It is stored, and the page will not ask for another: what it says of the field is done with.</param>
    /// <param name="Gone">Why nothing more is accepted: which of the page's own words says it from then on.</param>
    private sealed record Reply(
        int? Rev = null, string? Message = null, bool? Stale = null, string? Other = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool Fine = false,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Gone = null);
}
