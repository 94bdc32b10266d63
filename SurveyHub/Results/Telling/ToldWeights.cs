using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Weights;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Telling;

/// <summary>
/// Weighted shares as they are told where customer groups of the question are hidden (docs/adr/0015, rule 5). Weighted by one customer group, everybody can work out the weights, and a weighted
/// share is an equation for the ratings of the groups that are hidden: there these count together, with one weight, the mean of theirs by who answered. Such a share follows from what is printed,
/// and tells nothing beside it. Where it could be more than a point off, none is told.
/// </summary>
internal sealed class ToldWeights(EditionReport report)
{
    // Beside more than one group's weights a share leaves so many answers open in the groups that are hidden, at least to either side.
    private const int OpenAnswers = 2;

    private const double Close = 0.01, SameWeight = 1e-6;

    private readonly EditionWeighting? _weighting = report.Rows(WeightingRow.Table) is [var row, ..] ? row.Outcome : null;

    public ServiceYearRow Of(ServiceYearRow row)
    {
        if (row.WeightedShare is null || !IsHiddenInPart(row.Item)) return row;
        if (_weighting is not { Margins.Count: 1 }) return IsOpen(row.Valid) ? row : Without(row);
        return Estimate(row) is not { IsClose: true } sums ? Without(row) : sums.Open == 0 ? row : Without(row) with { WeightedShare = Whole(sums.Share) };
    }

    public HeadlineRow Of(HeadlineRow row)
    {
        if (row.WeightedShare is null) return row;
        var behind = Behind(row.Kind);
        if (!behind.Any(r => IsHiddenInPart(r.Item))) return row;
        if (_weighting is not { Margins.Count: 1 }) return IsOpen(row.Base) ? row : Without(row);
        WeightedEstimate?[] sums = [.. behind.Select(Estimate)];
        if (sums.All(s => s is { Open: 0 })) return row;
        if (sums.Any(s => s is null) || (row.Kind == HeadlineRow.WordOf(HeadlineKind.PooledRatings) && behind.Sum(r => (long)r.Valid!.Value) != row.Base)) return Without(row);
        var all = new WeightedEstimate(sums.Sum(s => s!.Sum), sums.Sum(s => s!.Good), sums.Sum(s => s!.Open));
        var (share, gap) = row.Kind == HeadlineRow.WordOf(HeadlineKind.MeanOfServices) ? (sums.Average(s => s!.Share), sums.Average(s => s!.Gap)) : (all.Share, all.Gap);
        return gap <= Close ? Without(row) with { WeightedShare = Whole(share) } : Without(row);
    }

    public StabilityRow Of(StabilityRow row)
    {
        if (row.Weighted is null || report.Rows(HeadlineRow.Table) is not [var headline, ..] || Of(headline) is var told && told == headline) return row;
        var weighted = PageRounding.Of(told.WeightedShare, told.Base, _weighting?.Range ?? 0, Thresholds.Of(report.Edition.Questionnaire.MinimumAnswers).MinimumTestBase);
        return row with { Weighted = weighted, WeightedShift = weighted - row.Headline };
    }

    /// <summary>What was decided of a weighted share: not told where it would tell of a hidden group.</summary>
    public LedgerRow Of(LedgerRow row)
    {
        if (row is not { Of: LedgerRow.Weighted, Decision: Decision.Shown }) return row;
        var isTold = row.Item == LedgerRow.Headline
            ? report.Rows(HeadlineRow.Table) is not [{ WeightedShare: not null } headline, ..] || Of(headline).WeightedShare is not null
            : report.Rows(ServiceYearRow.Table).FirstOrDefault(r => r.Item == row.Item) is not { WeightedShare: not null } item || Of(item).WeightedShare is not null;
        return isTold ? row : row with { Decision = Decision.Suppressed, Reason = Reason.ProtectsSameTable };
    }

    private ServiceYearRow[] Behind(string kind)
    {
        var rows = report.Rows(ServiceYearRow.Table);
        return kind == HeadlineRow.WordOf(HeadlineKind.OverallQuestion)
            ? [.. rows.Where(r => r.Item == Questionnaire.OverallQuestion)]
            : [.. rows.Where(r => r is { IsVisible: true, Valid: > 0 } && report.Edition.Questionnaire.Service(r.Item) is not null)];
    }

    // Two answers to the one side or the other move it by less than its last digit.
    private bool IsOpen(long? valid) => 2 * OpenAnswers * (_weighting?.Range ?? 0) <= 0.01 * valid;

    private bool IsHiddenInPart(string item) => report.Rows(SegmentRow.Table).Any(r => r.IsHidden && r.Item == item);

    /// <returns>Null where the weights do not follow from the headcounts alone.</returns>
    private WeightedEstimate? Estimate(ServiceYearRow row)
    {
        if (row is not { Valid: { } valid, Good: { } good } || _weighting is not { Margins: [var margin], Cap: null } weighting) return null;
        var (listed, answered) = (margin.Categories.Sum(c => c.Population), margin.Categories.Sum(c => c.Respondents));
        double[] weights = [.. margin.Categories.Select(c => c.Respondents == 0 ? 0 : c.Population / listed / c.Respondents * answered)];
        double[] used = [.. weights.Where(w => w > 0)];
        if (used.Length == 0 || Math.Abs(used.Min() - (weighting.Least ?? 0)) > SameWeight || Math.Abs(used.Max() - (weighting.Most ?? 0)) > SameWeight) return null;
        var groups = report.Rows(SegmentRow.Table).Where(r => r.Item == row.Item && r.Attribute == margin.Group).Select(r => (Row: r, Place: PlaceOf(margin, r.SegmentKey))).ToArray();
        if (groups.Any(g => g.Place < 0 && (g.Row.IsHidden || g.Row.Valid > 0))) return null;
        var visible = groups.Where(g => g.Row is { IsHidden: false, Valid: > 0 }).ToArray();
        int[] hidden = [.. groups.Where(g => g.Row.IsHidden).Select(g => g.Place).Distinct()];
        var (rest, restGood) = (valid - visible.Sum(g => g.Row.Valid!.Value), good - visible.Sum(g => g.Row.Good!.Value));
        if (hidden.Length == 0 ? rest != 0 : hidden.Sum(h => margin.Categories[h].Respondents) == 0) return null;
        var together = hidden.Length == 0 ? 0 : hidden.Sum(h => weights[h] * margin.Categories[h].Respondents) / hidden.Sum(h => margin.Categories[h].Respondents);
        return new(visible.Sum(g => weights[g.Place] * g.Row.Valid!.Value) + together * rest, visible.Sum(g => weights[g.Place] * g.Row.Good!.Value) + together * restGood,
            rest * hidden.Select(h => Math.Abs(weights[h] - together)).DefaultIfEmpty().Max());
    }

    private static int PlaceOf(WeightedMargin margin, string value) =>
        margin.Categories.Index().Where(c => value.Length == 0 ? c.Item.Values.Count == 0 : c.Item.Values.Contains(value)).Select(c => c.Index).FirstOrDefault(-1);

    private static ServiceYearRow Without(ServiceYearRow row) => row with { SumOfWeights = null, WeightedShare = null, WeightedLower = null, WeightedUpper = null, WeightedError = null, EffectiveN = null, DesignEffect = null };

    private static HeadlineRow Without(HeadlineRow row) => row with { WeightedShare = null, WeightedLower = null, WeightedUpper = null, WeightedPooledShare = null, WeightedPooledError = null };

    private static double Whole(double share) => Math.Round(share, 2, MidpointRounding.AwayFromZero);

    /// <param name="Sum">Σ w over the ratings.</param>
    /// <param name="Good">Σ w over the good ones.</param>
    /// <param name="Open">By how much each of these may be off at most.</param>
    private sealed record WeightedEstimate(double Sum, double Good, double Open)
    {
        public double Share => Good / Sum;

        /// <summary>How far the share may be off at most: what is hidden said all, or none of it.</summary>
        public double Gap => Open == 0 ? 0 : Open >= Sum ? 1 : Open * Math.Max(Share, 1 - Share) / (Sum - Open);

        public bool IsClose => Gap <= Close;
    }
}
