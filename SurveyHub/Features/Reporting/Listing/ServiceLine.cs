using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Weights;
using SurveyHub.Shell.Charts;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Listing;

/// <summary>One service, or one question about it, in one edition: a row of the page and of its file.</summary>
public sealed record ServiceLine
{
    // Files have this many columns for the options of a scale, and as many more, at the end, as a longer scale has.
    private const int Points = 7;

    private static readonly ReportTable<ServiceLine> Table = new("services",
    [
        ("year", Year, r => r.Figures.Year), ("service", Text, r => r.Service), ("service_name", Text, r => r.Name), ("question", Text, r => r.Question),
        ("n_asked", ColumnKind.Count, r => r.Figures.Asked), ("n_cannot_judge", ColumnKind.Count, r => r.WithoutRating),
        ("n_valid", ColumnKind.Count, r => r.Figures.Valid), ("k_good", ColumnKind.Count, r => r.Figures.Good),
        ("share_good", Share, r => r.Figures.Share), ("wilson_lower", Share, r => r.Figures.Lower), ("wilson_upper", Share, r => r.Figures.Upper),
        ("share_cannot_judge", Share, r => r.CannotJudge), ("display", Text, r => r.Figures.Display),
        ("target", Share, r => r.Target), ("target_state", Text, r => r.TargetWord),
        ("rank_lower", ColumnKind.Count, r => r.Place?.RankLower), ("rank_upper", ColumnKind.Count, r => r.Place?.RankUpper), ("flag", Text, r => r.Place?.Flag),
        ("compare_year", Year, r => r.Change?.From), ("compare_share_good", Share, r => r.Change?.ShareFrom),
        ("diff", ColumnKind.Points, r => r.Change?.Difference), ("diff_lower", ColumnKind.Points, r => r.Change?.Lower), ("diff_upper", ColumnKind.Points, r => r.Change?.Upper),
        ("p", P, r => r.Change?.P), ("q", P, r => r.Change?.AdjustedP), ("verdict", Text, r => r.Change?.Display),
        .. Enumerable.Range(0, Points).Select(Option),
        ("method_version", Text, _ => MethodVersion.Current),
    ]);

    /// <summary>The table with a column for every option of the longest scale on which services are rated.</summary>
    public static ReportTable<ServiceLine> TableOf(Questionnaire questionnaire)
    {
        var options = questionnaire.ServiceQuestions.Max(q => questionnaire.Scale(q.Scale)?.Options.Count ?? 0);
        return Table.With(
        [
            .. Enumerable.Range(Points, Math.Max(0, options - Points)).Select(Option),
            ("compare_basis", Text, r => r.Change?.Basis), ("compare_items", Text, r => r.Change?.ItemsFrom),
            .. Weighted(Words.TestBase(questionnaire)),
        ]);
    }

    public required string Service { get; init; }
    public required string Name { get; init; }

    /// <summary>Key of the question; its wording is <see cref="Wording"/>.</summary>
    public required string Question { get; init; }
    public required string Wording { get; init; }

    /// <summary>The stored row. What is hidden is not in it.</summary>
    public required ServiceYearRow Figures { get; init; }
    public double? Target { get; init; }

    /// <summary>How the edition was weighted; null where nobody asked for it.</summary>
    public EditionWeighting? Weighting { get; init; }

    /// <summary>Its place among the services; null when it takes no part in the comparison.</summary>
    public LowestRatedRow? Place { get; init; }

    /// <summary>Null without an earlier edition, and for questions other than the main rating.</summary>
    public ChangeLine? Change { get; init; }

    /// <summary>How the ratings spread, the worst option first; empty below the base of tests.</summary>
    public IReadOnlyList<DistributionRow> Spread { get; init; } = [];

    /// <summary>All published editions up to this one; gaps where there is nothing to show.</summary>
    public IReadOnlyList<TrendPoint> Trend { get; init; } = [];

    /// <summary>"until 2022 Image library": what it was called, or was a part of; null where it always was what it is.</summary>
    public string? Earlier { get; init; }

    /// <summary>Share of those asked who could not judge; null when hidden.</summary>
    public double? CannotJudge => Figures is { Asked: > 0 and var asked } && WithoutRating is { } without ? (double)without / asked : null;

    /// <summary>How many could not judge. Of an edition of counts, none at all means that nobody counted them.</summary>
    public int? WithoutRating => IsCountsOnly && Figures.NotApplicable == 0 ? null : Figures.NotApplicable;

    /// <summary>Of the edition only counts are known.</summary>
    public bool IsCountsOnly { get; init; }

    public TargetState? TargetState => Target is { } target && Figures is { IsVisible: true, Lower: { } lower, Upper: { } upper }
        ? TargetStates.Of(new(lower, upper), target)
        : null;

    public bool IsSmall => Figures.State == CellState.SmallBase;

    // Behind everything that there was before them.
    private static (string, ColumnKind, Func<ServiceLine, object?>)[] Weighted(int testBase) =>
    [
        ("weighted_share_good", Share, r => PageRounding.Of(r.Figures.WeightedShare, r.Figures.Valid, r.Weighting?.Range ?? 0, testBase)),
        ("weighted_verdict", Text, r => r.Change?.WeightedVerdict is { } verdict ? ExportWords.Of(verdict) : null),
        ("census_population", ColumnKind.Count, r => r.Figures.CensusPopulation), ("census_lower", Share, r => r.Figures.CensusLower), ("census_upper", Share, r => r.Figures.CensusUpper),
    ];

    private static (string, ColumnKind, Func<ServiceLine, object?>) Option(int place) => ($"c{place + 1}", ColumnKind.Count, r => r.Spread.ElementAtOrDefault(place)?.N);

    private string? TargetWord => TargetState is { } state ? Words.OfFile(state) : null;
}
