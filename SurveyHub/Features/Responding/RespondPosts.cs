using Microsoft.AspNetCore.Antiforgery;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Features.Responding.Pages;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;

namespace SurveyHub.Features.Responding;

/// <summary>Pages that come back: stored, then on to the next; or shown again with what was typed and what is wrong with it.</summary>
public sealed class RespondPosts(VisitStore visits, Screens screens, SaveDraft save, RespondReview review, IAntiforgery antiforgery, UnknownLinks unknown)
{
    public async Task<IResult> PostAsync(HttpContext http, string link, string path = "")
    {
        if (Step.At(path) is not { } step || await visits.FindAsync(link, http.RequestAborted) is not { } visit) return unknown.Refuse(http);
        if (!FormGuard.IsPlainForm(http.Request)) return TypedResults.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        // By hand: with a stale token the page is shown again with all that was typed. The middleware would answer an empty 400.
        var isFresh = await antiforgery.IsRequestValidAsync(http);
        return step.Kind switch
        {
            StepKind.Welcome => await StartAsync(http, visit, form, isFresh),
            StepKind.Review => await review.PostAsync(http, visit, form, isFresh),
            StepKind.Thanks => RespondPages.To(link, Step.Thanks),
            _ when visit.InWordsOf(form.Keys) is var asked && asked.Booklet.Page(step, asked.CameByOpenLink) is { } page => await SaveAsync(http, asked, page, form, isFresh),
            _ => unknown.Refuse(http),
        };
    }

    private async Task<IResult> StartAsync(HttpContext http, Visit visit, IFormCollection form, bool isFresh)
    {
        var language = Screens.LanguageOf(http.Request, visit, form[OwnFields.Language]);
        if (visit.HasLeftDraft && isFresh && form[OwnFields.Go] == OwnFields.Forget)
        {
            await save.ForgetAsync(visit);
            return RespondPages.To(visit.Link, Step.Welcome, $"?lang={Uri.EscapeDataString(language)}");
        }
        if (visit.StateOn(screens.Today) is var state and not VisitState.Answering) return screens.NotAnswering(http, visit, state);
        if (!isFresh) return screens.Welcome(http, visit, language, Screens.Stale, StatusCodes.Status422UnprocessableEntity);
        if (visit.IsOpenCode)
        {
            var (secret, answers) = await save.StartAnonymouslyAsync(visit, language);
            return RespondPages.To(secret, visit.JourneyOf(answers).Steps[0]);
        }
        var outcome = await save.ExecuteAsync(visit, (_, draft) => draft.Language = language, http.RequestAborted);
        return outcome is SaveOutcome.Saved saved
            ? RespondPages.To(visit.Link, RespondPages.Place(saved.Answers, visit.JourneyOf(saved.Answers)))
            : NotSaved(http, outcome);
    }

    private async Task<IResult> SaveAsync(HttpContext http, Visit visit, QuestionPage page, IFormCollection form, bool isFresh)
    {
        if (visit.IsOpenCode) return RespondPages.To(visit.Link, Step.Welcome);
        var posted = PostedPage.Read(page, name => form[name], http.Features.Get<BrokenText>() is not null);
        if (visit.StateOn(screens.Today) is var state and not VisitState.Answering) return screens.NotAnswering(http, visit, state, posted);
        var wish = PageWish.Read(page, name => form[name]);
        if (!isFresh) return ShowStale(http, visit, posted, wish, form);

        LeftPage? left = null;
        var outcome = await save.ExecuteAsync(visit,
            (now, draft) => left = LeftPage.Of(now.Booklet, now.CameByOpenLink, draft, posted, wish), http.RequestAborted);
        if (outcome is not SaveOutcome.Saved saved) return NotSaved(http, outcome, posted);
        if (left!.Problems.Count == 0) return RespondPages.To(visit.Link, left.To, left.Query);

        var view = PageView.Of(page, visit.JourneyOf(saved.Answers), saved.Answers, left.Problems).With(posted, wish, everything: false);
        return screens.Questions(http, saved.Visit, saved.Answers, view with { ToReview = wish.Kind == WishKind.Review },
            status: StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>Nothing is stored, because anybody might have sent it; everything is still on the page, as it came.</summary>
    private IResult ShowStale(HttpContext http, Visit visit, PostedPage posted, PageWish wish, IFormCollection form)
    {
        var draft = visit.Answers();
        var view = PageView.Of(posted.Page, visit.JourneyOf(draft), draft, [.. posted.Refusals]).With(posted, wish, everything: true) with
        {
            // What the old form was made from, or the fields nobody touched would now look changed.
            Version = form[OwnFields.Version].ToString(),
            Rendered = form[OwnFields.Rendered].ToString(),
            ToReview = wish.Kind == WishKind.Review,
        };
        return screens.Questions(http, visit, draft, view, Screens.Stale, StatusCodes.Status422UnprocessableEntity);
    }

    private IResult NotSaved(HttpContext http, SaveOutcome outcome, PostedPage? posted = null) =>
        outcome is SaveOutcome.NotAnswering(var visit, var state) ? screens.NotAnswering(http, visit, state, posted) : unknown.Refuse(http);
}
