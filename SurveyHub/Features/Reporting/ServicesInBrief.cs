using SurveyHub.Features.Reporting.Drawing;
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

    /// <summary>Those that have exactly the share of <see cref="Lowest"/>: which of them stands first in a list, the alphabet decides.</summary>
    private List<ServiceLine> AsLow => Lowest is { } lowest ? [.. Shown.Where(s => (!Compares || s.Place is not null) && s.Figures.Share == lowest.Figures.Share)] : [];

    /// <summary>"lowest is Wi-Fi, 66 %", "lowest are Payroll and Wi-Fi, 66 % each", "all 5 services have 66 %"; null without any figure.</summary>
    public string? LowestWords
    {
        get
        {
            if (Lowest is not { } lowest) return null;
            var percent = Figures.Percent(lowest.Figures.Share!.Value);
            return AsLow switch
            {
                [_] => $"lowest is {Lettering.Within(lowest.Name)}, {percent}{(lowest.IsSmall ? $", of {Figures.Count(lowest.Figures.Valid!.Value, "rating", "ratings")} only" : "")}",
                { Count: var all } when all == Shown.Count => $"all {Figures.Count(all)} services have {percent}",
                { Count: > MostNamed and var several } => $"{Figures.Count(several)} services share the lowest figure, {percent}",
                var few => $"lowest are {string.Join(", ", few.SkipLast(1).Select(s => Lettering.Within(s.Name)))} and {Lettering.Within(few[^1].Name)}, {percent} each",
            };
        }
    }

    /// <summary>So many services with one figure are named.</summary>
    private const int MostNamed = 3;

    /// <summary>Why none is flagged.</summary>
    public string? Standing => _view.Standing;

    /// <summary>"2 of 12 services are hidden and could stand anywhere in the list."; null where every service has a figure.</summary>
    public string? WithoutFigure
    {
        get
        {
            var (all, hidden, without) = (Services.Count, Services.Count(s => s.Figures.State == CellState.Hidden), Services.Count(s => !s.Figures.IsVisible));
            var rest = without - hidden;
            return (hidden, rest) switch
            {
                (0, 0) => null,
                // Why none has a figure stands in the place of the lowest.
                (0, _) when rest == all => null,
                (0, _) => $"{Figures.Count(rest)} of {Figures.Count(all, "service", "services")} {(rest == 1 ? "has" : "have")} no ratings.",
                _ => $"{Figures.Count(hidden)} of {Figures.Count(all, "service", "services")} {(hidden == 1 ? "is" : "are")} hidden and could stand anywhere in the list{(rest == 0 ? "" : $"; {Figures.Count(rest)} {(rest == 1 ? "has" : "have")} no ratings")}.",
            };
        }
    }

    /// <summary>So many are named in a card at the head of a page; the list has all.</summary>
    public const int MostInACard = 5;

    /// <summary>The year the changes are held against; null for the first edition.</summary>
    public int? ComparedWith => _view.Compared?.Year;

    /// <summary>Confirmed changes, the largest first.</summary>
    public IReadOnlyList<ServiceLine> Confirmed =>
        [.. _view.Services.Where(s => s.Change is { IsConfirmed: true }).OrderByDescending(s => Math.Abs(s.Change!.Difference!.Value))];

    public int Better => Confirmed.Count(s => s.Change!.Kind == VerdictKind.Better);

    public int Worse => Confirmed.Count(s => s.Change!.Kind == VerdictKind.Worse);

    /// <summary>"3 without a clear change, 2 not tested, 1 with nothing to compare": what stands beside those that are better or worse.</summary>
    public string Others =>
        $"{Figures.Count(Tested - Better - Worse)} without a clear change, {Figures.Count(Services.Count - Tested - NotInBoth)} not tested{(NotInBoth > 0 ? $", {Figures.Count(NotInBoth)} with nothing to compare" : "")}";

    // New ones, and those that nobody was asked about or nobody rated in one of the two years: there is nothing to test.
    private int NotInBoth => _view.Services.Count(s => s.Change?.State == ComparisonState.NoComparison);

    /// <summary>Ratings that a test asks for in both years: each has its own number, and the larger is enough for both.</summary>
    public int TestBase => Math.Max(Words.TestBase(report.Edition.Questionnaire), _view.Compared is { } compared ? Words.TestBase(compared.Questionnaire) : 0);

    public int Tested => _view.Services.Count(s => s.Change?.State == ComparisonState.Tested);

    /// <summary>How many services were compared with each other.</summary>
    public int Ranked => _view.Services.Count(s => s.Place is not null);

    private List<ServiceLine> With(ServiceStanding standing) => [.. _view.Services.Where(s => s.Place?.Standing == standing)];
}
