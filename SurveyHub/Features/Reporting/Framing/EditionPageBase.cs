using Microsoft.AspNetCore.Components;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Framing;

/// <summary>
/// A page about one edition: there is none (404), it is not published (and the page says so), or it has a report to show.
/// </summary>
public abstract class EditionPageBase : ComponentBase
{
    [Inject] public required PublishedSurveys Surveys { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }

    [Parameter] public required string Survey { get; set; }
    [Parameter] public int Year { get; set; }

    protected PublishedSurvey? Published { get; private set; }

    /// <summary>Null only when there is no such edition.</summary>
    protected Edition? Edition { get; private set; }

    /// <summary>Null while the edition is not published.</summary>
    protected EditionReport? Report { get; private set; }

    protected override async Task OnInitializedAsync()
    {
        Published = await Surveys.FindAsync(Survey);
        Edition = Published?.Edition(Year);
        if (Edition is null)
        {
            Navigation.NotFound();
            return;
        }
        Report = Published!.Report(Year);
        if (Report is not null) Show(Published, Report);
    }

    /// <summary>Prepares what the page shows of a published edition.</summary>
    protected abstract void Show(PublishedSurvey survey, EditionReport report);
}
