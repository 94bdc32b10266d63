using SurveyHub.Features.Responding.Answers;
using SurveyHub.Features.Responding.Pages;
using SurveyHub.Shell.Forms;

namespace SurveyHub.Features.Responding;

/// <summary>The review page comes back: sent, or what keeps it from being sent.</summary>
public sealed class RespondReview(VisitStore visits, Screens screens, SubmitAnswers submit, ReceiptCookie receipts, UnknownLinks unknown)
{
    public async Task<IResult> PostAsync(HttpContext http, Visit visit, IFormCollection form, bool isFresh)
    {
        var state = visit.StateOn(screens.Today);
        if (state == VisitState.Answering && form[OwnFields.Go] == "back") return RespondPages.To(visit.Link, visit.JourneyOf(visit.Answers()).Previous(Step.Review));
        if (state == VisitState.Answering && !isFresh) return await ShowAgainAsync(http, visit.Link, [], Screens.Stale);
        // A form that comes a second time is welcome however old its token: it stores nothing and sees the same thanks.
        var seen = form["seen"].ToString() is { Length: > 0 } text ? text : null;
        return await submit.ExecuteAsync(visit.Link, form["receipt"], seen, http.RequestAborted) switch
        {
            SubmitOutcome.Sent(var receipt) => Thank(http, visit, new(receipt, Screens.LanguageOf(http.Request, visit, Screens.SentIn(http, visit) ?? visit.Language))),
            SubmitOutcome.AlreadyAnswered or SubmitOutcome.NotStarted => RespondPages.To(visit.Link, Step.Welcome, Screens.SentIn(http, visit) is { } language ? $"?lang={Uri.EscapeDataString(language)}" : ""),
            SubmitOutcome.Incomplete(var problems) => await ShowAgainAsync(http, visit.Link, problems, null),
            SubmitOutcome.ChangedElsewhere => await ShowAgainAsync(http, visit.Link, [], "ChangedElsewhere"),
            SubmitOutcome.NotAnswering(var now, var why) => screens.NotAnswering(http, now, why),
            SubmitOutcome.UnknownLink => unknown.Refuse(http),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private SeeOther Thank(HttpContext http, Visit visit, SentAnswers sent)
    {
        receipts.Put(http, visit.Link, sent);
        return RespondPages.To(visit.Link, Step.Thanks);
    }

    private async Task<IResult> ShowAgainAsync(HttpContext http, string link, IReadOnlyList<AnswerProblem> problems, string? notice)
    {
        if (await visits.FindAsync(link, http.RequestAborted) is not { } visit) return unknown.Refuse(http);
        return visit.StateOn(screens.Today) is var state and not VisitState.Answering
            ? screens.NotAnswering(http, visit, state)
            : screens.Review(http, visit, visit.Answers(), problems, notice);
    }
}
