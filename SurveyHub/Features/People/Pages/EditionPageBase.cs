using Microsoft.AspNetCore.Components;
using SurveyHub.Editions;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Pages;

/// <summary>A page about one edition, which may not exist.</summary>
public abstract class EditionPageBase : ComponentBase
{
    [Inject] public required EditionStore Editions { get; init; }
    [Inject] public required NavigationManager Navigation { get; init; }
    [Inject] public required TimeProvider Clock { get; init; }

    [Parameter] public required string Survey { get; set; }
    [Parameter] public int Year { get; set; }

    /// <summary>Null only when there is no such edition.</summary>
    protected Edition? Edition { get; private set; }

    protected string Kicker => Words.Kicker(Edition!, Today);

    protected string PeoplePage => Shell.Urls.People(Survey, Year);

    /// <summary>Whether people can still be put on the list.</summary>
    protected bool MayChange => Edition is { Status: not EditionStatus.Closed };

    protected DateOnly Today => DateOnly.FromDateTime(Clock.GetLocalNow().Date);

    protected override async Task OnInitializedAsync()
    {
        var edition = await Editions.FindAsync(Survey, Year);
        // Everything is read before the edition is set: the page shows all of it or nothing.
        if (edition is not null && await ReadAsync(edition)) Edition = edition;
        else Navigation.NotFound();
    }

    /// <returns>False when there is nothing to show after all.</returns>
    protected abstract Task<bool> ReadAsync(Edition edition);
}
