using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell.Charts;
using SurveyHub.Shell.Components;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;

namespace SurveyHub.Features.Home;

/// <summary>What the latest published edition of a survey comes to: how it is, where it comes from, which service needs attention.</summary>
public sealed class PublishedResult
{
    private readonly EditionReport _latest;
    private readonly HeadlineChangeRow? _change;

    /// <param name="reports">The published editions, the earliest first; at least one.</param>
    public PublishedResult(IReadOnlyList<EditionReport> reports)
    {
        _latest = reports[^1];
        Headline = HeadlineOf(_latest);
        _change = Before(_latest);
        Trend = [.. reports.Select((report, i) => Point(i == 0 ? null : reports[i - 1], report))];
        Attention = [.. Flagged(ServiceStanding.LowestRated) is { Count: > 0 } lowest ? lowest : Flagged(ServiceStanding.BelowTheRest)];
        IsCompared = _latest.Rows(LowestRatedRow.Table) is { Count: >= LowestRated.FewestServices } places && places.All(p => p.State != "counts only");
    }

    public int Year => _latest.Edition.Year;

    public HeadlineRow Headline { get; }

    /// <summary>Every published edition.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; }

    /// <summary>The year the headline was held against, with a verdict; null when there is none.</summary>
    public int? ComparedWith => _change is { State: ComparisonState.Tested } ? _change.YearFrom : null;

    public VerdictKind Kind => KindOf(_change?.Verdict);

    public double? Points => _change?.Difference * 100;

    /// <summary>Flagged as lowest rated; usually one, none when no service stands out.</summary>
    public IReadOnlyList<AttentionLine> Attention { get; }

    /// <summary>Whether its services were compared with each other at all.</summary>
    public bool IsCompared { get; }

    /// <summary>What stands in the place of the share.</summary>
    public string InPlaceOfShare => Headline.Display == ExportWords.NobodyAnswered ? Headline.Display : Headline.State switch
    {
        CellState.NotAsked => "not asked",
        CellState.NoRatings => "no ratings",
        _ => "too few answers",
    };

    /// <summary>0.614 is "61 %".</summary>
    public static string Percent(double share) => $"{Whole(share)}\u00A0%";

    /// <summary>"58–64 %".</summary>
    public static string Interval(double lower, double upper) => $"{Whole(lower)}–{Percent(upper)}";

    private static string Whole(double share) => Rounding.HalfAway(share * 100).ToString("0", System.Globalization.CultureInfo.InvariantCulture);

    private static VerdictKind KindOf(Verdict? verdict) => verdict switch
    {
        Verdict.Better => VerdictKind.Better,
        Verdict.Worse => VerdictKind.Worse,
        _ => VerdictKind.Same,
    };

    private static HeadlineRow HeadlineOf(EditionReport report) => report.Rows(HeadlineRow.Table)[0];

    private static HeadlineChangeRow? Before(EditionReport report) => report.Rows(HeadlineChangeRow.Table) is [var change, ..] ? change : null;

    private static TrendPoint Point(EditionReport? before, EditionReport report)
    {
        var (headline, change) = (HeadlineOf(report), before is null ? null : Before(report));
        return new(report.Edition.Year, headline.Share, headline.Lower, headline.Upper,
            change?.State == ComparisonState.NotComparable, change is not null && CommonServices.AreFew(before!, report, change));
    }

    private List<AttentionLine> Flagged(ServiceStanding standing) =>
        [.. from place in _latest.Rows(LowestRatedRow.Table)
            where place.Standing == standing
            let row = _latest.Rows(ServiceYearRow.Table).First(r => r.Item == place.Service)
            let change = _latest.Rows(ChangeRow.Table).FirstOrDefault(c => c.Item == place.Service && c.State == ComparisonState.Tested)
            let service = _latest.Edition.Questionnaire.Service(place.Service)
            orderby row.Share
            select new AttentionLine
            {
                Name = service.Name.In(_latest.Edition.Questionnaire.Languages[0]), Share = row.Share!.Value, Flag = place.Flag,
                ComparedWith = change?.YearFrom, Kind = KindOf(change?.Verdict), Points = change?.Difference * 100,
                Target = service.Target, TargetState = service.Target is { } target ? TargetStates.Of(new(row.Lower!.Value, row.Upper!.Value), target) : null,
            }];
}

/// <summary>A service that needs attention: whether it got better, and where it should be.</summary>
public sealed record AttentionLine
{
    public required string Name { get; init; }
    public required double Share { get; init; }

    /// <summary>"lowest rated" or "below the rest".</summary>
    public required string Flag { get; init; }
    public int? ComparedWith { get; init; }
    public VerdictKind Kind { get; init; }
    public double? Points { get; init; }
    public double? Target { get; init; }
    public TargetState? TargetState { get; init; }

    /// <summary>"above its target of 80 %"; null without a target.</summary>
    public string? TargetWords => TargetState switch
    {
        Statistics.Ranking.TargetState.BelowTarget => $"below its target of {PublishedResult.Percent(Target!.Value)}",
        Statistics.Ranking.TargetState.AroundTarget => $"around its target of {PublishedResult.Percent(Target!.Value)}",
        Statistics.Ranking.TargetState.AboveTarget => $"above its target of {PublishedResult.Percent(Target!.Value)}",
        _ => null,
    };
}
