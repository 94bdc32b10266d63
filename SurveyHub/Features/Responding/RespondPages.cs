using SurveyHub.Features.Responding.Answers;
using SurveyHub.Features.Responding.Pages;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;

namespace SurveyHub.Features.Responding;

/// <summary>What a customer sees. Nothing here writes: mail scanners open links.</summary>
public sealed class RespondPages(VisitStore visits, Screens screens, ReceiptCookie receipts, UnknownLinks unknown)
{
    public async Task<IResult> ShowAsync(HttpContext http, string link, string path = "")
    {
        if (Step.At(path) is not { } step || await visits.FindAsync(link, http.RequestAborted) is not { } visit) return unknown.Refuse(http);
        if (visit.StateOn(screens.Today) is var state and not VisitState.Answering) return Ended(http, visit, state, step);
        if (step == Step.Welcome) return Welcome(http, visit);
        if (visit.Draft is null) return To(link, Step.Welcome);
        if (step.Kind == StepKind.Service && visit.Booklet.Page(step, visit.CameByOpenLink) is null) return unknown.Refuse(http);

        var draft = visit.Answers();
        var journey = visit.JourneyOf(draft);
        if (!journey.Has(step)) return To(link, Place(draft, journey));
        if (step == Step.Review) return screens.Review(http, visit, draft);
        var view = PageView.Of(journey.Page(step)!, journey, draft, []) with { ToReview = http.Request.Query.ContainsKey("review") };
        return screens.Questions(http, visit, draft, view, http.Request.Query.ContainsKey("more") ? "OneMore" : null);
    }

    public async Task<IResult> ShowPrivacyAsync(HttpContext http, string link) =>
        await visits.FindAsync(link, http.RequestAborted) is { } visit
            ? screens.Privacy(http, visit, http.Request.Query["lang"])
            : unknown.Refuse(http);

    /// <summary>Where a customer goes on: the page left last, or the first if that one is no longer asked.</summary>
    public static Step Place(DraftAnswers draft, Journey journey) => draft.Place is { } place && journey.Has(place) ? place : journey.Steps[0];

    public static SeeOther To(string link, Step step, string query = "") =>
        new SeeOther($"{Urls.Answer(link)}{(step == Step.Welcome ? "" : $"/{step.Path}")}{query}");

    private IResult Welcome(HttpContext http, Visit visit)
    {
        var draft = visit.Draft is null ? null : visit.Answers();
        return draft is null || http.Request.Query.ContainsKey("welcome")
            ? screens.Welcome(http, visit, http.Request.Query["lang"] is [{ } chosen, ..] ? chosen : draft?.Language)
            : To(visit.Link, Place(draft, visit.JourneyOf(draft)));
    }

    private IResult Ended(HttpContext http, Visit visit, VisitState state, Step step) =>
        state == VisitState.AlreadyAnswered && step == Step.Thanks ? screens.Thanks(http, visit, receipts.Read(http))
        : state == VisitState.AlreadyAnswered && step != Step.Welcome ? To(visit.Link, Step.Welcome)
        : screens.NotAnswering(http, visit, state, language: receipts.Read(http)?.Language ?? http.Request.Query["lang"]);
}
