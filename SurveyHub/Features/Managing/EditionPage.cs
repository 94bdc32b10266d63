using Microsoft.AspNetCore.Components;
using SurveyHub.Shell.Components;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing;

/// <summary>
/// A page that does one thing to one edition. Its form is always rendered, with or without a button: the edition may have changed
/// since the page was read, and the form must find its handler to be told so.
/// </summary>
public abstract class EditionPage : ComponentBase
{
    [Parameter] public required string Survey { get; set; }
    [Parameter] public int Year { get; set; }
    [CascadingParameter] public required HttpContext Context { get; set; }
    [Inject] public required ReadSurvey Read { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    /// <summary>Null until it is read, and when there is none.</summary>
    protected EditionLine? Line { get; private set; }

    protected Edition Edition => Line!.Edition;

    protected string Name => $"{Edition.Questionnaire.Title} {Year}";

    /// <summary>Why the form was not accepted.</summary>
    protected IReadOnlyList<FormProblem> Problems { get; private set; } = [];

    protected override async Task OnInitializedAsync()
    {
        Line = await Read.EditionAsync(Survey, Year, Context.RequestAborted);
        if (Line is null) Navigation.NotFound();
    }

    protected void GoOn(string done) => Navigation.NavigateTo(DoneNotice.Address(Survey, done, Year));

    /// <summary>A form that no button of the page has sent: nothing is done, and it is said.</summary>
    public static IReadOnlyList<FormProblem> NoButton(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return [new("", "The form did not say what to do, so nothing was done. Press one of the buttons of this page.")];
    }

    /// <summary>Shows the page again with what was typed and with what is wrong.</summary>
    protected async Task RefuseAsync(params IReadOnlyList<FormProblem> problems)
    {
        Problems = problems;
        Context.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        // As it is now, not as it was when the page was asked for.
        Line = await Read.EditionAsync(Survey, Year, Context.RequestAborted) ?? Line;
    }
}
