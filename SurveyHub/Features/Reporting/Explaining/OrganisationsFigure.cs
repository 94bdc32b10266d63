using SurveyHub.Features.Reporting.Benchmarking;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Results.Disclosure;
using SurveyHub.Shell;
using SurveyHub.Statistics.Benchmarking;

namespace SurveyHub.Features.Reporting.Explaining;

/// <summary>The benchmark of other organisations, and our share beside it.</summary>
internal static class OrganisationsFigure
{
    public static ExplainedFigure? Of(EditionReport report, IReadOnlyList<BenchmarkFigure> others, string key)
    {
        var view = BenchmarkView.Of(report, others);
        if (view.Lines.FirstOrDefault(l => l.Row.Item == key) is not { Others.Norm: { } norm } line || RatingFigure.ItemOf(report.Edition, key) is not { } item) return null;
        return new()
        {
            Place = FigurePlace.Benchmark(key),
            Title = $"{line.Name}: beside other organisations, {report.Edition.Year}",
            Value = line.Words.Length > 0 ? line.Words : $"{Figures.Percent(norm.Median)} in the median",
            Parts =
            [
                ("What it says", $"Our share beside the median of other organisations. {Sentences.Definition(report.Edition.Questionnaire, item)}"),
                ("Other organisations", $"{norm.Organisations}, each with its latest figure of {view.Years}: the same service or question, the same wording and options, the same scale, all customers. At least {BenchmarkNorm.FewestOrganisations} are needed. Our own organisation is not among them."),
                ("Benchmark", $"{Figures.Tenths(norm.Median)}: half of the organisations reach more. A quarter lie at or below {Figures.Tenths(norm.LowerQuartile)}, a quarter at or above {Figures.Tenths(norm.UpperQuartile)} (R’s type 7). The median of organisations and not the share of all answers together, which the largest would dominate."),
                .. Ours(report, view, line),
                ("Disclosure", $"{Sentences.Disclosure(report, line.Row.State, line.Row.Display, cell => cell.Of == LedgerRow.Services && cell.Item == key)} No page and no file says which organisation reaches what; shares without names are for those who may add the files."),
                ("Weighting", Sentences.NotWeighted),
            ],
            Recomputation = line.Difference is null ? null : Recompute(view, line, norm),
        };
    }

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
