using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Shell;
using SurveyHub.Shell.Messages;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding.Pages;

/// <summary>Makes the answer to a request: which page, in which language, with which status.</summary>
public sealed class Screens(IAntiforgery antiforgery, TimeProvider clock)
{
    /// <summary>The notice of a page whose token is not good.</summary>
    public const string Stale = "Stale";

    public IResult Welcome(HttpContext http, Visit visit, string? language, string? notice = null, int status = StatusCodes.Status200OK) =>
        Page<WelcomePage>(status, Frame(http, visit, language, hasForm: true, notice), new()
        {
            [nameof(WelcomePage.ClosesOn)] = visit.ClosesOn,
            [nameof(WelcomePage.Today)] = Today,
            [nameof(WelcomePage.IsOpenLink)] = visit.CameByOpenLink,
            [nameof(WelcomePage.IsOpenCode)] = visit.IsOpenCode,
            [nameof(WelcomePage.IsStarted)] = visit.Draft is not null,
            [nameof(WelcomePage.HasEarlierLink)] = visit.Invitation?.HasEarlierLink == true,
        });

    public IResult Privacy(HttpContext http, Visit visit, string? language) =>
        Page<PrivacyPage>(StatusCodes.Status200OK, Frame(http, visit, language), new()
        {
            [nameof(PrivacyPage.IsOpenLink)] = visit.CameByOpenLink,
            [nameof(PrivacyPage.HasEarlierLink)] = visit.Invitation?.HasEarlierLink == true,
        });

    public IResult Questions(HttpContext http, Visit visit, DraftAnswers draft, PageView view, string? notice = null, int status = StatusCodes.Status200OK) =>
        Page<QuestionsPage>(status, Frame(http, visit, draft.Language, hasForm: true, notice), new()
        {
            [nameof(QuestionsPage.View)] = view with { MustKeepAddress = visit.CameByOpenLink && view.Journey.Position(view.Page.Step) == 1 },
        });

    public IResult Review(HttpContext http, Visit visit, DraftAnswers draft, IReadOnlyList<AnswerProblem>? problems = null, string? notice = null) =>
        Page<ReviewPage>(problems is null && notice is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            Frame(http, visit, draft.Language, hasForm: true, notice), new()
            {
                [nameof(ReviewPage.Journey)] = visit.JourneyOf(draft),
                [nameof(ReviewPage.Draft)] = draft,
                [nameof(ReviewPage.Receipt)] = visit.Draft?.Receipt,
                [nameof(ReviewPage.Problems)] = problems ?? [],
            });

    public IResult Thanks(HttpContext http, Visit visit, SentAnswers? sent) =>
        Page<ThanksPage>(StatusCodes.Status200OK, Frame(http, visit, sent?.Language), new() { [nameof(ThanksPage.Receipt)] = sent?.Receipt });

    /// <summary>Why the link cannot be used to answer.</summary>
    /// <param name="http">The request.</param>
    /// <param name="visit">What the link leads to.</param>
    /// <param name="state">The reason.</param>
    /// <param name="posted">What was sent and is not stored: this must be said.</param>
    /// <param name="language">The one known to be spoken here, where the draft cannot tell.</param>
    public IResult NotAnswering(HttpContext http, Visit visit, VisitState state, PostedPage? posted = null, string? language = null)
    {
        var frame = Frame(http, visit, SentIn(http, visit) ?? visit.Language ?? language, hasForm: visit.HasLeftDraft);
        var text = frame.Words;
        IReadOnlyList<string> written = [.. posted?.Written ?? []];
        return state switch
        {
            VisitState.AlreadyAnswered when visit.HasLeftDraft => Page<LeftDraftPage>(
                posted is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, frame, new() { [nameof(LeftDraftPage.Written)] = written }),
            VisitState.AlreadyAnswered => Message(frame, posted is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, "AlreadyTitle", written,
                text["AlreadyText"], posted is null ? null : text["AlreadyPosted"]),
            VisitState.Closed => Message(frame, StatusCodes.Status410Gone, "ClosedTitle", written,
                Today > visit.ClosesOn ? text.Format("ClosedText", frame.Title, text.Day(visit.ClosesOn, Today)) : text.Format("ClosedEarly", frame.Title),
                posted is null ? null : text["ClosedPosted"], visit.Draft is not null ? text["ClosedDraft"] : null),
            // Of an edition that nobody has opened, or that was taken back, the day is only a plan.
            VisitState.TooEarly => Message(frame, StatusCodes.Status403Forbidden, "NotYetTitle", written,
                visit.Status == EditionStatus.Draft ? text.Format("NotOpenText", frame.Title) : text.Format("NotYetText", frame.Title, text.Day(visit.OpensOn, Today))),
            VisitState.Excluded => Message(frame, StatusCodes.Status403Forbidden, "ExcludedTitle", written, text["ExcludedText"]),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    /// <summary>What is wrong with an answer, for the script to show.</summary>
    public string Say(HttpContext http, Visit visit, AnswerProblem problem) =>
        AnswerProblems.Say(Words.In(LanguageOf(http.Request, visit, visit.Language)), problem);

    /// <summary>For a piece of a page that the script puts in: its language and words.</summary>
    public Frame FrameOf(HttpContext http, Visit visit) => Frame(http, visit, visit.Language);

    public DateOnly Today => DateOnly.FromDateTime(clock.GetLocalNow().Date);

    private static IResult Message(Frame frame, int status, string heading, IReadOnlyList<string> written, params string?[] sentences) =>
        Page<MessagePage>(status, frame, new()
        {
            [nameof(MessagePage.Heading)] = frame.Words[heading],
            [nameof(MessagePage.Sentences)] = (string[])[.. sentences.OfType<string>()],
            [nameof(MessagePage.Written)] = written,
        });

    private Frame Frame(HttpContext http, Visit visit, string? language, bool hasForm = false, string? notice = null)
    {
        var tag = LanguageOf(http.Request, visit, language);
        return new()
        {
            Address = Urls.Answer(visit.Link),
            Language = tag,
            Words = Words.In(tag),
            Questionnaire = visit.Questionnaire,
            Token = hasForm ? antiforgery.GetAndStoreTokens(http).RequestToken ?? "" : "",
            // Twice in a row the page cannot have been open for too long.
            Notice = notice is null ? null : Words.In(tag)[notice == Stale && SentBack(http) && http.Request.Cookies.Count == 0 ? "NoCookies" : notice],
            IsSentBack = notice == Stale,
        };
    }

    /// <summary>The language of the page that was sent.</summary>
    public static string? SentIn(HttpContext http, Visit visit) =>
        HttpMethods.IsPost(http.Request.Method) && FormGuard.IsPlainForm(http.Request) && http.Request.Form[CustomerWords.LanguageField] is [{ } language]
            && visit.Questionnaire.Languages.Contains(language, StringComparer.Ordinal) ? language : null;

    private static bool SentBack(HttpContext http) => http.Request.Form.ContainsKey(OwnFields.SentBack);

    /// <summary>The one chosen, the one in the invitation, one that the browser asks for, the survey's first.</summary>
    public static string LanguageOf(HttpRequest request, Visit visit, string? chosen)
    {
        var offered = visit.Questionnaire.Languages;
        if (chosen is not null && Nearest(offered, chosen) is { } near) return near;
        if (visit.Invitation?.Language is { } invited && offered.Contains(invited, StringComparer.Ordinal)) return invited;
        return WantedLanguages.Of(request).Select(wanted => Nearest(offered, wanted)).FirstOrDefault(tag => tag is not null) ?? offered[0];
    }

    /// <summary>The very language, or else one spoken elsewhere: Brazil's Portuguese for Portugal.</summary>
    private static string? Nearest(IReadOnlyList<string> offered, string wanted) =>
        offered.FirstOrDefault(tag => wanted.Equals(tag, StringComparison.OrdinalIgnoreCase))
        ?? offered.FirstOrDefault(tag => wanted.Split('-')[0].Equals(tag.Split('-')[0], StringComparison.OrdinalIgnoreCase));

    private static RazorComponentResult<TPage> Page<TPage>(int status, Frame frame, Dictionary<string, object?> parameters) where TPage : IComponent
    {
        parameters["Frame"] = frame;
        return new(parameters) { StatusCode = status, PreventStreamingRendering = true };
    }
}
