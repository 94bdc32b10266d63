using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Results;
using SurveyHub.Shell.Components;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Features.Reporting;

/// <summary>What an edition says about its services in a line or two: which need attention, how many are better or worse.</summary>
public sealed class ServicesInBrief(EditionReport report, PublishedSurvey survey)
{
    private readonly ServicesView _view = ServicesView.Of(survey, report, new());

    public IReadOnlyList<ServiceLine> Services => _view.Services;

    /// <summary>Those with a figure, the lowest share first.</summary>
    public IReadOnlyList<ServiceLine> Shown => [.. _view.Services.Where(s => s.Figures.IsVisible)];

    /// <summary>Those with the badge "lowest rated", or without any such those "below the rest"; usually one, none when no service stands out.</summary>
    public IReadOnlyList<ServiceLine> Flagged => With(ServiceStanding.LowestRated) is { Count: > 0 } lowest ? lowest : With(ServiceStanding.BelowTheRest);

    /// <summary>Whether the services were compared with each other.</summary>
    public bool Compares => Standing is null or Words.NoServiceStandsOut or Words.NoneStandsOutByMuch;

    /// <summary>The lowest of those that were compared with each other, or, where none were, of those with a figure; null without any.</summary>
    public ServiceLine? Lowest => Shown.FirstOrDefault(s => !Compares || s.Place is not null);

    /// <summary>Why none is flagged.</summary>
    public string? Standing => _view.Standing;

    /// <summary>The year the changes are held against; null for the first edition.</summary>
    public int? ComparedWith => _view.Compared?.Year;

    /// <summary>Confirmed changes, the largest first.</summary>
    public IReadOnlyList<ServiceLine> Confirmed =>
        [.. _view.Services.Where(s => s.Change is { IsConfirmed: true }).OrderByDescending(s => Math.Abs(s.Change!.Difference!.Value))];

    public int Better => Confirmed.Count(s => s.Change!.Kind == VerdictKind.Better);

    public int Worse => Confirmed.Count(s => s.Change!.Kind == VerdictKind.Worse);

    public int Tested => _view.Services.Count(s => s.Change?.State == ComparisonState.Tested);

    /// <summary>How many services were compared with each other.</summary>
    public int Ranked => _view.Services.Count(s => s.Place is not null);

    private List<ServiceLine> With(ServiceStanding standing) => [.. _view.Services.Where(s => s.Place?.Standing == standing)];
}
