using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Explaining;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Benchmarking;

/// <summary>The published figures of an edition beside those of other organisations. Ours come from the report's tables, so what is hidden stays hidden.</summary>
public sealed class BenchmarkView
{
    private BenchmarkView(EditionReport report, IReadOnlyList<ComparedService> lines, IReadOnlyList<BenchmarkFigure> others)
    {
        (Edition, Lines, HasOthers) = (report.Edition, lines, others.Count > 0);
        DataVersion = OthersVersion.Of(report, lines, others);
        Compared = [.. lines.Where(l => l.Others.Norm is not null)];
        Floor = IntervalDot.FloorFor(Compared.SelectMany(l => new[] { l.Row.Lower, l.Others.Norm!.LowerQuartile }));
    }

    public Edition Edition { get; }

    /// <summary>Figures of other organisations are stored, whether or not they can be compared.</summary>
    public bool HasOthers { get; }

    /// <summary>Of our figures and of those they stand beside.</summary>
    public string DataVersion { get; }

    /// <summary>The overall question first, then the services, the largest difference to our disadvantage first; last what cannot be compared.</summary>
    public IReadOnlyList<ComparedService> Lines { get; }

    /// <summary>Those that have a benchmark.</summary>
    public IReadOnlyList<ComparedService> Compared { get; }

    /// <summary>Those that have none.</summary>
    public IEnumerable<ComparedService> Uncompared => Lines.Where(l => l.Others.Norm is null);

    /// <summary>The services that were tested together.</summary>
    public IEnumerable<ComparedService> Family => Lines.Where(l => l is { IsOverall: false, P: not null });

    /// <summary>The share at the left end of all pictures.</summary>
    public double Floor { get; }

    /// <summary>"2024 to 2026": whose figures count.</summary>
    public string Years => $"{Edition.Year - OtherOrganisations.OldestYears} to {Edition.Year}";

    public static BenchmarkView Of(EditionReport report, IReadOnlyList<BenchmarkFigure> others)
    {
        var rows = report.Rows(ServiceYearRow.Table).ToDictionary(r => r.Item);
        ComparedService[] lines =
        [
            .. from compared in ComparableQuestion.ComparedOf(report.Edition)
               where rows.ContainsKey(compared.Item.ReportKey)
               select Line(report.Edition, compared.Item, rows[compared.Item.ReportKey], Beside.Of(others, compared.Question, report.Edition.Year)),
        ];
        var adjusted = MultipleTesting.BenjaminiHochberg([.. lines.Select(l => l.IsOverall ? null : l.P)]);
        return new(report,
            [.. lines.Select((l, at) => Judged(l with { AdjustedP = adjusted[at] }))
                .OrderBy(l => l.Others.Norm is null).ThenByDescending(l => l.IsOverall).ThenBy(l => l.Difference is null).ThenBy(l => l.Difference)
                .ThenBy(l => l.Name, StringComparer.InvariantCulture).ThenBy(l => l.Row.Item, StringComparer.Ordinal)],
            others);
    }

    /// <summary>The comparison in a sentence or two.</summary>
    public string Summary
    {
        get
        {
            var tested = Family.ToArray();
            var services = tested.Length == 0
                ? "No service could be tested against other organisations."
                : $"Of {Figures.Count(tested.Length, "service", "services")} tested against the median of other organisations, {string.Join("; ", Said(tested))}.";
            return Compared.FirstOrDefault(l => l.IsOverall) is { Row.Share: { } share, Others.Norm: { } norm } overall
                ? $"Overall {Figures.Percent(share)} are good or excellent here, {Figures.Percent(norm.Median)} in the median of {norm.Organisations} other organisations: {overall.Words}. {services}"
                : services;
        }
    }

    private static IEnumerable<string> Said(IReadOnlyList<ComparedService> tested)
    {
        foreach (var (verdict, words) in new[] { (Verdict.Better, "rated better"), (Verdict.Worse, "rated worse") })
            if (tested.Count(l => l.Verdict == verdict) is > 0 and var count) yield return $"{count} {(count == 1 ? "is" : "are")} {words}";
        if (tested.Count(l => l.Verdict == Verdict.NoClearChange) is > 0 and var unclear) yield return $"for {unclear} there is no clear difference";
    }

    private static ComparedService Line(Edition edition, Item item, ServiceYearRow row, Beside others)
    {
        var line = new ComparedService { Name = RatingFigure.NameOf(edition.Questionnaire, item), Row = row, IsOverall = !item.IsMain, Others = others };
        if (others.Norm is not { } norm || row is not { IsVisible: true, Good: { } good, Valid: { } valid and > 0 }) return line;
        var (difference, p) = norm.Compare(new GoodCount(good, valid));
        return line with { Difference = difference, P = row.State == CellState.Shown && valid >= Reporting.Words.TestBase(edition.Questionnaire) ? p : null };
    }

    private static ComparedService Judged(ComparedService line) => (line.IsOverall ? line.P : line.AdjustedP) is { } p
        ? line with { Verdict = p > Verdicts.Alpha ? Verdict.NoClearChange : line.Difference > 0 ? Verdict.Better : Verdict.Worse }
        : line;
}
