using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The address of a figure within an edition's report. It never changes: it may stand in somebody's slides.</summary>
public static class FigurePlace
{
    public const string Headline = "headline";
    public const string ResponseRate = "response-rate";
    public const string Representativeness = "representativeness";

    /// <summary>A rating of all customers.</summary>
    /// <param name="item">As the report calls it: a service's key, "overall", "wifi.reliable".</param>
    public static string Rating(string item) => $"ratings/{Uri.EscapeDataString(item)}";

    public static string Change(int from, string item) => $"changes/{from}/{Uri.EscapeDataString(item)}";

    /// <param name="attribute">The customer group's key.</param>
    /// <param name="value">The option's key; empty for those of whom it is not known.</param>
    /// <param name="item">As the report calls it.</param>
    public static string Group(string attribute, string value, string item) =>
        $"groups/{Uri.EscapeDataString(attribute)}/{(value.Length == 0 ? NotKnown : Uri.EscapeDataString(value))}/{Uri.EscapeDataString(item)}";

    /// <summary>How much a service counts, and its place among the priorities.</summary>
    public static string Priority(string service) => $"priorities/{Uri.EscapeDataString(service)}";

    public static string Drivers(string service) => $"drivers/{Uri.EscapeDataString(service)}";

    /// <summary>How many people a service leaves below their own minimum, and what else they expect.</summary>
    public static string Expectations(string service) => $"expectations/{Uri.EscapeDataString(service)}";

    /// <summary>What other words do to a rating.</summary>
    /// <param name="item">The rating in the new words, as the report calls it.</param>
    public static string Wording(string item) => $"wordings/{Uri.EscapeDataString(item)}";

    /// <param name="item">As the report calls it: a service's key, "overall", "wifi.reliable".</param>
    public static string Distribution(string item) => $"distribution/{Uri.EscapeDataString(item)}";

    /// <param name="item">As <see cref="Distribution"/>.</param>
    public static string Average(string item) => $"averages/{Uri.EscapeDataString(item)}";

    /// <summary>The net promoter score of a question whether one would recommend.</summary>
    public static string Recommendation(string item) => $"recommendations/{Uri.EscapeDataString(item)}";

    /// <summary>A service through the editions up to this one.</summary>
    public static string Series(string service) => $"series/{Uri.EscapeDataString(service)}";

    /// <summary>A rating beside other organisations.</summary>
    /// <param name="item">As the report calls it: a service's key, "overall".</param>
    public static string Benchmark(string item) => $"{BenchmarkRoot}/{Uri.EscapeDataString(item)}";

    /// <summary>Whether a figure cannot be explained without those of other organisations.</summary>
    public static bool NeedsOthers(string? place) => place?.StartsWith(BenchmarkRoot + "/", StringComparison.Ordinal) == true;

    public static string RepresentativenessBy(string attribute) => $"{Representativeness}/{Uri.EscapeDataString(attribute)}";

    /// <summary>The figure at a place; null where the report has none.</summary>
    /// <param name="survey">All editions.</param>
    /// <param name="report">Of the edition.</param>
    /// <param name="place">As above.</param>
    /// <param name="others">Figures of other organisations, where <see cref="NeedsOthers"/>.</param>
    public static ExplainedFigure? Find(PublishedSurvey survey, EditionReport report, string? place, IReadOnlyList<BenchmarkFigure>? others = null)
    {
        string[] parts = [.. (place ?? "").Split('/').Select(Uri.UnescapeDataString)];
        return parts switch
        {
            [Headline] => HeadlineFigure.Of(report),
            [ResponseRate] => ResponseRateFigure.Of(survey, report),
            ["ratings", var item] => RatingFigure.Of(report, item),
            ["changes", var year, Questionnaire.OverallQuestion] when int.TryParse(year, out var from) => ChangeFigure.OfOverall(survey, report, from),
            ["changes", var year, var item] when int.TryParse(year, out var from) => ChangeFigure.Of(survey, report, from, item),
            ["priorities", var service] => PriorityFigure.Of(report, service),
            ["drivers", var service] => DriversFigure.Of(report, service),
            ["expectations", var service] => ExpectationsFigure.Of(report, service),
            ["wordings", var item] => WordingFigure.Of(report, item),
            ["distribution", var item] => DistributionFigure.Of(report, item),
            ["averages", var item] => ScoreFigure.OfAverage(report, item),
            ["recommendations", var item] => ScoreFigure.OfRecommendation(report, item),
            ["series", var service] => SeriesFigure.Of(survey, report, service),
            [BenchmarkRoot, var item] when others is not null => OrganisationsFigure.Of(report, others, item),
            [Representativeness] => RepresentationFigure.Of(report),
            [Representativeness, var attribute] => RepresentationFigure.Of(report, attribute),
            ["groups", var attribute, var value, var item] => GroupFigure.Of(report, attribute, value == NotKnown ? "" : value, item),
            _ => null,
        };
    }

    private const string BenchmarkRoot = "benchmark";

    // No option's key: those begin with a letter.
    private const string NotKnown = "-";
}
