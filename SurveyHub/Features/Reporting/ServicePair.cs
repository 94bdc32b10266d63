using SurveyHub.Features.Reporting.Following;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Reporting;

/// <summary>A service of one edition beside what it was in another, from their stored tables.</summary>
internal sealed class ServicePair
{
    private readonly PublishedSurvey _survey;
    private readonly EditionReport _from;
    private readonly EditionReport _to;
    private readonly ServiceYearRow? _before;
    private readonly Counterpart _whole;
    private readonly string? _whyNot;

    public ServicePair(PublishedSurvey survey, ServicePasts pasts, EditionReport from, EditionReport to, ServiceYearRow now)
    {
        (_survey, _from, _to, Now) = (survey, from, to, now);
        _whole = pasts.In(from, now.Item)!;
        _before = SeriesChanges.Before(pasts, from, now.Item);
        _whyNot = _whole.Ancestry.IsSplit && _whole.Before.Count > 0 ? Counterpart.Split : _whole.WhyNot;
        State = ComparisonStates.Of(_whyNot is null, _before?.State ?? CellState.NotAsked, now.State);
        // Of a hidden side there are no counts here, and none are needed.
        if (State is ComparisonState.Tested or ComparisonState.TooFewToTest) Comparison = Compared(State, from, _before!, to, now);
    }

    public ServiceYearRow Now { get; }

    private ComparisonState State { get; }

    /// <summary>Null when there is nothing to compute.</summary>
    public Comparison? Comparison { get; }

    /// <summary>All parts of what was split, against the whole: both figures and what is between them.</summary>
    public static IEnumerable<(ServiceYearRow Before, ServiceYearRow Now, Comparison Comparison)> Together(ServicePasts pasts, EditionReport earlier, EditionReport later)
    {
        foreach (var whole in later.Edition.Items.MainRatings.Select(i => pasts.In(earlier, i.ReportKey)!).Distinct().Where(c => c is { Ancestry.IsSplit: true, WhyNot: null, IsWhole: true }))
        {
            if (pasts.Figures(earlier, whole.Ancestry.Before) is not { } before || pasts.Figures(later, whole.Ancestry.Now) is not { } now) continue;
            var state = ComparisonStates.Of(true, before.State, now.State);
            if (state is ComparisonState.Tested or ComparisonState.TooFewToTest) yield return (before, now, Compared(state, earlier, before, later, now));
        }
    }

    public ChangeLine Line(JudgedComparison? judged, int testBase)
    {
        var change = judged?.Comparison.Change;
        var isComparable = State != ComparisonState.NotComparable;
        return new()
        {
            From = _from.Edition.Year, To = _to.Edition.Year, State = State, TestBase = testBase, Because = NoChange.Of(_survey, _whole, State, _from, _to, _before, Now), Verdict = judged?.Verdict,
            ShareFrom = isComparable ? _before?.Share : null,
            ValidFrom = isComparable && _before?.Share is not null ? _before.Valid : null,
            Difference = change?.Difference, Lower = judged?.Comparison.Interval?.Lower, Upper = judged?.Comparison.Interval?.Upper,
            P = judged?.Comparison.P, AdjustedP = judged?.AdjustedP,
            Detectable = Detectable.Of(State, judged?.Verdict, _before?.Share, _before?.Valid, Now.Valid),
            Display = judged is null ? _whyNot ?? WordsOf(State, _before?.Display, Now.Display) : ExportWords.Of(judged),
            Basis = _whole.Ancestry.IsPlain || _whole.Before.Count == 0 ? ChangeRow.AsPublished : ChangeRow.LikeForLike,
            ItemsFrom = _whole.Before.Count == 0 ? null : Ancestry.Name(_whole.Before.Select(i => i.ReportKey)),
        };
    }

    private static Comparison Compared(ComparisonState state, EditionReport from, ServiceYearRow before, EditionReport to, ServiceYearRow now) =>
        new(state, Count(before), Count(now), Ancestry.IsSeveral(before.Item) || Ancestry.IsSeveral(now.Item) ? PooledShare.Change(Share(from, before), Share(to, now)) : null);

    // The margin of several together stands in their own table.
    private static PooledShare Share(EditionReport report, ServiceYearRow row) =>
        report.Rows(CompositeRow.Table).FirstOrDefault(c => c.Items == row.Item) is { EffectiveN: { } effective, Lower: { } lower, Upper: { } upper }
            ? new(Count(row), effective, new(lower, upper))
            : PooledShare.Of(Count(row));

    private static GoodCount Count(ServiceYearRow row) => new(row.Good!.Value, row.Valid!.Value);

    private static string WordsOf(ComparisonState state, string? before, string now) => state == ComparisonState.Hidden
        ? ExportWords.OfHidden(before, now)
        : "no comparison: no ratings in one year";
}
