using SurveyHub.Features.Reporting.Benchmarking;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Results.Disclosure;
using SurveyHub.Shell;
using SurveyHub.Statistics.Benchmarking;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The benchmark of other organisations, and our share beside it.</summary>
internal static class OrganisationsFigure
{
    public static ExplainedFigure? Of(EditionReport report, IReadOnlyList<BenchmarkFigure> others, string key)
    {
        var view = BenchmarkView.Of(report, others);
        if (view.Lines.FirstOrDefault(l => l.Row.Item == key) is not { } line || RatingFigure.ItemOf(report.Edition, key) is not { } item) return null;
        return line.Others.Norm is { } norm ? Of(report, view, line, norm, item) : Without(report, view, line, item);
    }

    private static ExplainedFigure Of(EditionReport report, BenchmarkView view, ComparedService line, BenchmarkNorm norm, Item item)
    {
        return new()
        {
            Place = FigurePlace.Benchmark(line.Row.Item),
            Title = Title(report, line),
            DataVersion = view.DataVersion,
            Value = line.Words.Length > 0 ? line.Words : $"{Figures.Percent(norm.Median)} in the median",
            Parts =
            [
                ("What it says", $"Our share beside the median of other organisations. {Sentences.Definition(report.Edition.Questionnaire, item)}"),
                ("Other organisations", $"{norm.Organisations}, each with its latest figure of {view.Years}: the same service or question, the same wording and options, the same scale, all customers. At least {BenchmarkNorm.FewestOrganisations} are needed. Our own organisation is not among them."),
                ("Benchmark", $"{Figures.Tenths(norm.Median)}: half of the organisations reach more. A quarter lie at or below {Figures.Tenths(norm.LowerQuartile)}, a quarter at or above {Figures.Tenths(norm.UpperQuartile)} (R’s type 7). The median of organisations and not the share of all answers together, which the largest would dominate."),
                .. Ours(report, view, line),
                ("Disclosure", $"{Sentences.Disclosure(report, line.Row.State, line.Row.Display, cell => cell.Of == LedgerRow.Services && cell.Item == line.Row.Item)} No page and no file says which organisation reaches what; shares without names are for those who may add the files."),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = line.Difference is null ? null : Recompute(view, line, norm),
        };
    }

    /// <summary>The address was given out while there was a benchmark, or could be: it says why there is none.</summary>
    private static ExplainedFigure Without(EditionReport report, BenchmarkView view, ComparedService line, Item item) => new()
    {
        Place = FigurePlace.Benchmark(line.Row.Item),
        Title = Title(report, line),
        DataVersion = view.DataVersion,
        Value = "No benchmark",
        Parts =
        [
            ("What it would say", $"Our share beside the median of other organisations. {Sentences.Definition(report.Edition.Questionnaire, item)}"),
            ("Why there is none", $"At present: {line.Others.Words(report.Edition.Year)}. A benchmark needs {BenchmarkNorm.FewestOrganisations} organisations that ask the same question in the same words on the same scale, each with a figure of {view.Years}."),
            ("Was there one", "There may have been: it goes when figures of other organisations are removed, or when their file asks otherwise. What was said then is not kept; with the figures of enough organisations this address has a benchmark again."),
            ("Our share", line.Row is { IsVisible: true, Share: { } share, Valid: { } valid } ? $"{Sentences.Value(share, line.Row.Lower, line.Row.Upper)}, {Figures.Count(valid, "rating", "ratings")}. It does not change with other organisations." : Sentences.Disclosure(report, line.Row.State, line.Row.Display, cell => cell.Of == LedgerRow.Services && cell.Item == line.Row.Item)),
        ],
    };

    private static string Title(EditionReport report, ComparedService line) => $"{line.Name}: beside other organisations, {report.Edition.Year}";

    private static IEnumerable<(string, string)> Ours(EditionReport report, BenchmarkView view, ComparedService line)
    {
        if (line is not { Difference: { } difference, Row: { Share: { } share, Valid: { } valid } }) yield break;
        yield return ("Our share", $"{Sentences.Value(share, line.Row.Lower, line.Row.Upper)}, {Figures.Count(valid, "rating", "ratings")}; {Figures.PointsInTenths(difference)} points from the benchmark, computed from unrounded shares.");
        yield return line.P is null
            ? ("Test", $"None: it takes {Words.TestBase(report.Edition.Questionnaire)} ratings or more.")
            : ("Test", $"One-sample score test, z = (share − benchmark) ÷ √(benchmark × (1 − benchmark) ÷ ratings). The benchmark is taken as exact. {(line.IsOverall ? "One planned test, adjusted for no other." : $"Adjusted by Benjamini and Hochberg over the {Figures.Count(view.Family.Count(), "service", "services")} tested on this page.")} “Better” and “worse” are said at 5 %.");
    }

    private static Recomputation Recompute(BenchmarkView view, ComparedService line, BenchmarkNorm norm)
    {
        (string Item, double P)[] family = line.IsOverall ? [] : [.. view.Family.Select(l => (l.Row.Item, l.P!.Value))];
        return new(
        [
            ["what", "share", "good", "n"],
            .. line.Others.Shares.Select(s => (IReadOnlyList<object?>)["organisation", s, null, null]),
            ["here", line.Row.Share, line.Row.Good, line.Row.Valid],
        ],
        Scripts.Benchmark + (line.P is null ? "" : Scripts.AgainstBenchmark) + (family.Length > 0 && line.P is not null ? Scripts.Adjusted(family.Index().First(t => t.Item.Item == line.Row.Item).Index + 1) : ""),
        [
            ("lower_quartile", norm.LowerQuartile), ("median", norm.Median), ("upper_quartile", norm.UpperQuartile), ("difference", line.Difference!.Value),
            .. line.P is { } p ? [("p", p)] : Array.Empty<(string, double)>(),
            .. line.AdjustedP is { } adjusted ? [("p_adjusted", adjusted)] : Array.Empty<(string, double)>(),
        ])
        { Tests = line.P is null ? [] : family, Policy = Policies.CompareOrganisations };
    }
}
