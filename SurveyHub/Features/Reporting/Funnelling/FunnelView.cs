using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Results;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Funnelling;

/// <summary>A service in the funnel plot.</summary>
/// <param name="Number">Its number in the chart, the lowest share first.</param>
/// <param name="Line">The service as the list has it.</param>
/// <param name="Limits">Where a service like the others, with as many ratings, would lie.</param>
/// <param name="IsAbove">On which side of the mean.</param>
public sealed record FunnelLine(int Number, ServiceLine Line, FunnelLimits Limits, bool IsAbove)
{
    public double Share => Line.Figures.Share!.Value;

    public int Ratings => Line.Figures.Valid!.Value;

    public FunnelPlace Place => Limits.PlaceOf(Share);

    /// <summary>"within the 95 % limits", "above the 99.8 % limit".</summary>
    public string Words => Place switch
    {
        FunnelPlace.Alert => $"{Side} the 95 % limit",
        FunnelPlace.Outside => $"{Side} the 99.8 % limit",
        _ => "within the 95 % limits",
    };

    private string Side => IsAbove ? "above" : "below";
}

/// <summary>
/// The services as a funnel plot (Spiegelhalter 2005): share against number of ratings, with limits around the share of all ratings together.
/// The honest alternative to a league table: few ratings lie far out by chance alone.
/// </summary>
public sealed class FunnelView
{
    private readonly Dictionary<string, FunnelLine> _byService;

    private FunnelView(ServicesView services)
    {
        Services = services;
        ServiceLine[] shown = [.. services.Services.Where(s => s.Figures is { IsVisible: true, Share: not null, Valid: > 0, Good: not null }).OrderBy(s => s.Figures.Share).ThenBy(s => s.Name, StringComparer.InvariantCulture)];
        Hidden = [.. services.Services.Except(shown)];
        var all = shown.Aggregate(new GoodCount(0, 0), (sum, s) => sum + new GoodCount(s.Figures.Good!.Value, s.Figures.Valid!.Value));
        Mean = all.Share;
        Lines = Mean is { } mean ? [.. shown.Select((s, i) => new FunnelLine(i + 1, s, FunnelLimits.At(mean, s.Figures.Valid!.Value), s.Figures.Share > mean))] : [];
        _byService = Lines.ToDictionary(l => l.Line.Service);
    }

    public ServicesView Services { get; }

    /// <summary>The share of all ratings of the services shown; null where none is.</summary>
    public double? Mean { get; }

    /// <summary>The lowest share first.</summary>
    public IReadOnlyList<FunnelLine> Lines { get; }

    /// <summary>Those without a figure.</summary>
    public IReadOnlyList<ServiceLine> Hidden { get; }

    /// <summary>What the chart says, in a sentence.</summary>
    public string Summary => Outside switch
    {
        0 => "All services lie within the 99.8 % limits: their differences may be chance.",
        _ when Outside * 2 > Lines.Count => $"{Figures.Count(Outside)} of {Figures.Count(Lines.Count, "service", "services")} lie outside the 99.8 % limits: the services truly differ, and with so many ratings small differences show, too.",
        _ => $"{Figures.Count(Outside)} of {Figures.Count(Lines.Count, "service", "services")} {(Outside == 1 ? "lies" : "lie")} outside the 99.8 % limits, where chance hardly puts one.",
    };

    public static FunnelView Of(ServicesView services) => new(services);

    /// <summary>The table of the services with the limits of each main rating behind it.</summary>
    public ReportTable<ServiceLine> With(ReportTable<ServiceLine> table) => table.With(
        ("funnel_mean", Share, r => Find(r) is null ? null : Mean),
        ("funnel_lower_95", Share, r => Find(r)?.Limits.Usual.Lower), ("funnel_upper_95", Share, r => Find(r)?.Limits.Usual.Upper),
        ("funnel_lower_998", Share, r => Find(r)?.Limits.Extreme.Lower), ("funnel_upper_998", Share, r => Find(r)?.Limits.Extreme.Upper),
        ("funnel_place", Text, r => Find(r)?.Words));

    private FunnelLine? Find(ServiceLine line) => _byService.TryGetValue(line.Service, out var found) && found.Line == line ? found : null;

    private int Outside => Lines.Count(l => l.Place == FunnelPlace.Outside);
}
