using System.Globalization;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Scores;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Distributing;

/// <summary>The average code and the net promoter score of a question, from how its answers spread. Both stand behind the share, and never in its place (methodology M16).</summary>
public static class AverageCode
{
    /// <summary>Key of the question whether one would recommend a service, or all of them.</summary>
    public const string Recommend = "recommend";

    private const int PointsOfRecommending = 11;

    /// <summary>Mean of the codes with Student's t interval; null where the spread is not shown.</summary>
    public static MeanScore? Of(IReadOnlyCollection<DistributionRow> spread) => spread.Count == 0
        ? null
        : MeanScore.Of(spread.Sum(d => d.N), spread.Sum(d => (long)d.Code * d.N), spread.Aggregate((Int128)0, (sum, d) => sum + (Int128)d.Code * d.Code * d.N));

    /// <summary>The question with the key "recommend" on a scale of eleven points, from "not at all" to "certainly": 0 to 10.</summary>
    public static bool IsRecommendation(Item item) => item is { Kind: ItemKind.Rating, IsExpectation: false, Question: Recommend, Scale.Options.Count: PointsOfRecommending };

    /// <param name="item">The question.</param>
    /// <param name="spread">How its answers spread, the worst option first.</param>
    /// <returns>Null where the question is another, or the spread is not shown.</returns>
    public static NetPromoter? Recommendation(Item item, IReadOnlyList<DistributionRow> spread) => IsRecommendation(item) && spread.Count == PointsOfRecommending
        ? new(spread.Skip(9).Sum(d => d.N), spread.Skip(7).Take(2).Sum(d => d.N), spread.Take(7).Sum(d => d.N))
        : null;

    /// <summary>"4.31 (4.25–4.37)".</summary>
    public static string Words(MeanScore mean) => mean.Interval is { } interval ? $"{Number(mean.Mean)} ({Number(interval.Lower)}–{Number(interval.Upper)})" : Number(mean.Mean);

    /// <summary>"+23 (+14 to +32)".</summary>
    public static string Words(NetPromoter score) => $"{Figures.Points(score.Score!.Value / 100)}{(score.Interval is { } i ? $" ({Figures.Points(i.Lower / 100)} to {Figures.Points(i.Upper / 100)})" : "")}";

    private static string Number(double value) => Rounding.HalfAway(value, 2).ToString("0.00", CultureInfo.InvariantCulture);
}
