using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Results;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Scores;
using SurveyHub.Surveys;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Distributing;

/// <summary>How the ratings of one service spread: a row of the page and of its file. Below the base of tests there is nothing to spread.</summary>
/// <param name="Line">The service.</param>
/// <param name="Parts">The options with their shares, the worst first; empty where the spread is not shown.</param>
public sealed record DistributionLine(ServiceLine Line, IReadOnlyList<DistributionBar.Part> Parts)
{
    private const int Points = 7;

    private static readonly ReportTable<DistributionLine> Table = new("distribution",
    [
        ("year", Year, r => r.Line.Figures.Year), ("service", Text, r => r.Line.Service), ("service_name", Text, r => r.Line.Name),
        ("n_valid", Count, r => r.Line.Figures.Valid), ("n_bad", Count, r => r.N(OptionRole.Unfavourable)), ("n_middle", Count, r => r.N(OptionRole.Neutral)),
        ("n_good", Count, r => r.N(OptionRole.Favourable)), ("share_bad", ColumnKind.Share, r => r.Share(OptionRole.Unfavourable)),
        ("share_middle", ColumnKind.Share, r => r.Share(OptionRole.Neutral)), ("share_good", ColumnKind.Share, r => r.Line.Figures.Share),
        ("display", Text, r => r.Line.Figures.Display), ("method_version", Text, _ => MethodVersion.Current),
        .. Enumerable.Range(0, Points).Select(Option),
    ]);

    /// <summary>The table with a column for every option of the scale: <c>c1</c> is the worst. The average code is behind them.</summary>
    public static ReportTable<DistributionLine> TableOf(Questionnaire questionnaire)
    {
        var options = questionnaire.Scale(questionnaire.MainRating?.Scale)?.Options.Count ?? 0;
        return Table.With(
        [
            .. Enumerable.Range(Points, Math.Max(0, options - Points)).Select(Option),
            ("mean_code", Number, r => r.Average?.Mean), ("mean_lower", Number, r => r.Average?.Interval?.Lower), ("mean_upper", Number, r => r.Average?.Interval?.Upper),
        ]);
    }

    /// <summary>Secondary; null where the spread is not shown.</summary>
    public MeanScore? Average { get; } = Parts.Count > 0 ? AverageCode.Of(Line.Spread) : null;

    public bool IsShown => Parts.Count > 0;

    /// <summary>Share of one side of the scale; null where the spread is not shown.</summary>
    public double? Share(OptionRole role) => N(role) is { } n && Line.Figures.Valid is { } valid and > 0 ? (double)n / valid : null;

    private int? N(OptionRole role) => IsShown ? Line.Spread.Where(s => s.Role == role).Sum(s => s.N) : null;

    private static (string, ColumnKind, Func<DistributionLine, object?>) Option(int place) => ($"c{place + 1}", Count, r => r.Line.Spread.ElementAtOrDefault(place)?.N);
}
