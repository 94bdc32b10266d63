using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Importance;
using SurveyHub.Statistics.Numerics;
using SurveyHub.Statistics.Precision;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Telling;

/// <summary>
/// Rows as pages, their files and pictures tell them. An error over several services, a correlation, or what a question adds rests on who gave which answers together: it is an equation of single
/// people's answers. Stored for readers are those that follow from the file of single responses (<see cref="ToldTables"/>), so beside it they tell nothing. Who has no such file could still solve them where
/// few people stand behind: there they are told with two digits, as everywhere where nobody looked at the file, and what follows from them (intervals, places, p) is computed from what is told
/// (docs/adr/0010, rule 6). Counts, shares and their intervals stay as they are.
/// </summary>
/// <param name="report">As it is stored.</param>
/// <param name="ofFewServices">Years of at most three services: there even two digits of the error are one solution, so it is as if everybody had judged all of them alike.</param>
/// <param name="ofFew">Years of few people, or nearly all of them alike: of the second digit half is told.</param>
/// <param name="inFull">Years of which such figures follow from the file of single responses.</param>
internal sealed class ToldRows(EditionReport report, IReadOnlySet<int> ofFewServices, IReadOnlySet<int> ofFew, IReadOnlySet<int> inFull)
{
    // Of fewer the equation has few solutions in whole numbers.
    private const int FewestPeople = 100, FewServices = 3;

    private readonly ToldWeights _weights = new(report);

    /// <summary>How precise its headline over services is, is told at full length.</summary>
    public bool IsInFull => AreInFull(report.Edition.Year);

    private bool AreInFull(params IEnumerable<int> years) => years.All(year => inFull.Contains(year) && !ofFew.Contains(year));

    public IReadOnlyList<TRow> Of<TRow>(IReadOnlyList<TRow> rows) => rows switch
    {
        IReadOnlyList<HeadlineRow> all => Same<TRow, HeadlineRow>(all, row => _weights.Of(Of(row))),
        IReadOnlyList<HeadlineChangeRow> all => Same<TRow, HeadlineChangeRow>(all, Of),
        IReadOnlyList<LikeForLikeRow> all => Same<TRow, LikeForLikeRow>(all, Of),
        IReadOnlyList<CompositeRow> all => Same<TRow, CompositeRow>(all, Of),
        IReadOnlyList<ChangeRow> all => (IReadOnlyList<TRow>)(object)Of(all),
        IReadOnlyList<GapRow> all => Same<TRow, GapRow>(all, Of),
        IReadOnlyList<ServiceYearRow> all => Same<TRow, ServiceYearRow>(all, _weights.Of),
        IReadOnlyList<StabilityRow> all => Same<TRow, StabilityRow>(all, _weights.Of),
        IReadOnlyList<LedgerRow> all => Same<TRow, LedgerRow>(all, _weights.Of),
        IReadOnlyList<ImportanceRow> all => (IReadOnlyList<TRow>)(object)Of(all),
        IReadOnlyList<DriverRow> all => (IReadOnlyList<TRow>)(object)Of(all),
        _ => rows,
    };

    /// <summary>Its headline has three services at most.</summary>
    public static bool IsOfFewServices(EditionReport report) => Services(report).Min() <= FewServices;

    /// <summary>Its headline has fewer than a hundred people, or nearly all of them alike.</summary>
    public static bool IsOfFew(EditionReport report) => report.Rows(HeadlineRow.Table) is [var row, ..]
        && ((row.Raters ?? row.Respondents) is not >= FewestPeople || Services(report).Any(items => row.Sums?.TellOfFew(items, report.Edition.Questionnaire.MinimumAnswers) == true));

    // Asked about, and with figures: a service that nobody could judge makes the others fewer.
    private static int[] Services(EditionReport report) =>
        [report.Edition.Items.MainRatings.Count(), report.Rows(ServiceYearRow.Table).Count(r => report.Edition.Questionnaire.Service(r.Item) is not null && r.IsVisible)];

    private HeadlineRow Of(HeadlineRow row)
    {
        // Of counts nobody knows who rated what: the interval is the widest there can be, and tells nothing.
        if (report.Edition.Origin == EditionOrigin.History) return row;
        Digits digits = new(AreInFull(row.Year), ofFew.Contains(row.Year));
        var isOfFewServices = ofFewServices.Contains(row.Year);
        // Beside the widest interval one that comes from who rated what would tell it, and seem to say that weights make a figure surer.
        var isTelling = isOfFewServices && row.Kind != HeadlineRow.WordOf(HeadlineKind.OverallQuestion);
        // Nobody has rated more than all services: so many people there would be if each had said the same of all of them.
        var effective = isOfFewServices && row.PooledEffectiveN is not null ? (double?)row.Ratings / Services(report)[0] : digits.Of(row.PooledEffectiveN);
        var pooled = effective is { } n && row.PooledShare is { } share ? Wilson.Of(share * n, n) : (Interval?)null;
        var error = isOfFewServices && row.MeanError is not null ? MostError(row.ServicesInMean) : digits.Of(row.MeanError);
        var mean = error is { } se && row.MeanOfServices is { } center ? Around(center, se, 0) : (Interval?)null;
        var told = row with
        {
            Sums = null,
            PooledEffectiveN = effective,
            PooledLower = pooled?.Lower,
            PooledUpper = pooled?.Upper,
            PooledError = effective is { } ratings && row.PooledShare is { } p ? Math.Sqrt(p * (1 - p) / ratings) : digits.Of(row.PooledError),
            MeanError = error,
            MeanLower = mean?.Lower,
            MeanUpper = mean?.Upper,
            WeightedPooledError = isOfFewServices ? null : digits.Rounded.Of(row.WeightedPooledError),
            WeightedLower = isTelling ? null : Rounded(row.WeightedLower, 2),
            WeightedUpper = isTelling ? null : Rounded(row.WeightedUpper, 2),
        };
        return told.Lower is null || row.Kind == HeadlineRow.WordOf(HeadlineKind.OverallQuestion) ? told
            : row.Kind == HeadlineRow.WordOf(HeadlineKind.MeanOfServices) ? told with { Lower = told.MeanLower, Upper = told.MeanUpper }
            : told with { Lower = told.PooledLower, Upper = told.PooledUpper };
    }

    // As if everybody had judged all services alike: the error of a sum is at most the sum of the errors. Of a service that is hidden the largest there can be.
    private double MostError(int services)
    {
        var shown = report.Rows(ServiceYearRow.Table).Where(r => r is { IsVisible: true, Good: not null, Valid: > 0 } && report.Edition.Questionnaire.Service(r.Item) is not null).ToArray();
        var hidden = Math.Max(0, services - shown.Length) * 0.5 / Math.Sqrt(report.Edition.Questionnaire.MinimumAnswers);
        return (shown.Sum(r => Error(new(r.Good!.Value, r.Valid!.Value))) + hidden) / services;
    }

    // Of all or none the rule of comparisons: no figure has no error.
    private static double Error(GoodCount count) => Math.Sqrt(count.Share is 0 or 1 ? ClusteredCovariance.SmoothedVariance(count) : count.Share!.Value * (1 - count.Share.Value) / count.Valid);

    private HeadlineChangeRow Of(HeadlineChangeRow row)
    {
        int[] years = [row.YearFrom, row.YearTo];
        Digits digits = new(AreInFull(years), years.Any(ofFew.Contains));
        var told = row with { PooledLinkedError = digits.Rounded.Of(row.PooledLinkedError), PooledError = digits.Of(row.PooledError), PooledP = digits.Chance(row.PooledP) };
        if (row.Kind == HeadlineRow.WordOf(HeadlineKind.OverallQuestion) || row is not { Difference: { } difference, Lower: { } lower, Upper: { } upper }) return told;
        if (row.ServicesCompared <= FewServices || years.Any(ofFewServices.Contains))
            return told with { PooledLinkedError = null, PooledError = null, PooledP = null, Lower = null, Upper = null, HeadlineP = null, WeightedLower = null, WeightedUpper = null, WeightedP = null };
        var interval = digits.InFull ? new(lower, upper) : TwoDigits.AroundChange(row.Verdict, difference, TwoDigits.Of((upper - lower) / 2 / NormalDistribution.Z95, digits.OfFew), digits.OfFew);
        return told with
        {
            Lower = interval.Lower,
            Upper = interval.Upper,
            HeadlineP = digits.Chance(row.HeadlineP),
            WeightedLower = Rounded(row.WeightedLower, 2),
            WeightedUpper = Rounded(row.WeightedUpper, 2),
            WeightedP = Chance(row.WeightedP),
        };
    }

    private LikeForLikeRow Of(LikeForLikeRow row)
    {
        if (row.Services <= FewServices) return row with { Lower = null, Upper = null };
        if (AreInFull(row.Year)) return row;
        var decimals = ofFew.Contains(row.Year) ? 2 : 3;
        return row with { Lower = Rounded(row.Lower, decimals), Upper = Rounded(row.Upper, decimals) };
    }

    private static CompositeRow Of(CompositeRow row)
    {
        if (row is not { EffectiveN: { } exact, Share: { } share }) return row;
        var effective = TwoDigits.Of(exact, ofFew: true);
        var interval = Wilson.Of(share * effective, effective);
        return row with { EffectiveN = effective, Lower = interval.Lower, Upper = interval.Upper };
    }

    // Adjusted p of tests made together may be one of them to the last digit: that of services taken together is rounded wherever it stands.
    private static ChangeRow[] Of(IReadOnlyList<ChangeRow> rows)
    {
        var ofSeveral = rows.Where(IsOfSeveral).Select(r => (r.YearFrom, r.YearTo, r.AdjustedP)).ToHashSet();
        return [.. rows.Select(r => IsOfSeveral(r) ? Of(r) : r.AdjustedP is not null && ofSeveral.Contains((r.YearFrom, r.YearTo, r.AdjustedP)) ? r with { AdjustedP = Chance(r.AdjustedP) } : r)];
    }

    // Of services taken together, on either side.
    private static bool IsOfSeveral(ChangeRow row) => Ancestry.IsSeveral(row.ItemsFrom) || Ancestry.IsSeveral(row.Item);

    private static ChangeRow Of(ChangeRow row) => row with { Lower = Rounded(row.Lower, 2), Upper = Rounded(row.Upper, 2), PUsed = Chance(row.PUsed), AdjustedP = Chance(row.AdjustedP), Z = Rounded(row.Z, 1), PPearson = Chance(row.PPearson) };

    private static GapRow Of(GapRow row) => row with
    {
        AdequacyLower = Rounded(row.AdequacyLower, 2),
        AdequacyUpper = Rounded(row.AdequacyUpper, 2),
        AdequacyP = Chance(row.AdequacyP),
        AdequacyQ = Chance(row.AdequacyQ),
        SuperiorityLower = Rounded(row.SuperiorityLower, 2),
        SuperiorityUpper = Rounded(row.SuperiorityUpper, 2),
        SuperiorityP = Chance(row.SuperiorityP),
        SuperiorityQ = Chance(row.SuperiorityQ),
    };

    private ImportanceRow[] Of(IReadOnlyList<ImportanceRow> rows)
    {
        ImportanceRow[] told = [.. rows.Select(r => IsOpen(r) ? r : r with { Pearson = Rounded(r.Pearson, 2), Spearman = Rounded(r.Spearman, 2) })];
        double[] matrix = [.. told.Where(r => r.IsInMatrix).Select(r => r.Spearman!.Value).Order()];
        double? median = matrix.Length == 0 ? null : (matrix[(matrix.Length - 1) / 2] + matrix[matrix.Length / 2]) / 2;
        return [.. told.Select(r => r is not { IsInMatrix: true, Spearman: { } importance, Pairs: { } pairs } || Correlation.FisherInterval(importance, pairs, PriorityMatrix.SpearmanErrorFactor) is not { } interval ? r : r with
        {
            Lower = interval.Lower, Upper = interval.Upper, MedianImportance = median, IsUncertain = interval.Lower <= median && median <= interval.Upper, Priority = importance * (1 - r.Share),
            Quadrant = PriorityMatrix.QuadrantOf(importance, r.Share!.Value, median!.Value, r.MedianShare!.Value),
        })];
    }

    // So many people that the two spreads and the correlation leave open who said what.
    private bool IsOpen(ImportanceRow row) => inFull.Contains(row.Year) && row.Pairs >= FewestPeople && report.Rows(ServiceYearRow.Table)
        .Where(r => r.Item == row.Service || r.Item == Questionnaire.OverallQuestion).All(r => Math.Min(r.Good ?? 0, r.Valid - r.Good ?? 0) >= report.Edition.Questionnaire.MinimumAnswers);

    private DriverRow[] Of(IReadOnlyList<DriverRow> rows) =>
    [
        .. rows.GroupBy(r => r.Service).SelectMany(service =>
        {
            if (service.All(r => inFull.Contains(r.Year))) return service.ToArray();
            DriverRow[] told = [.. service.Select(r => r with { Contribution = Rounded(r.Contribution, 2), Lower = Rounded(r.Lower, 2), Upper = Rounded(r.Upper, 2) })];
            var all = told.Sum(r => r.Contribution);
            return told.Select(r => r with { Explained = r.Explained is null ? null : all, Share = r.Contribution is { } part && all > 0 ? part / all : r.Share }).ToArray();
        }),
    ];

    private static IReadOnlyList<TRow> Same<TRow, TKnown>(IReadOnlyList<TKnown> rows, Func<TKnown, TKnown> told) => (IReadOnlyList<TRow>)(object)rows.Select(told).ToArray();

    private static Interval Around(double center, double error, double least) =>
        new(Math.Max(least, center - NormalDistribution.Z95 * error), Math.Min(1, center + NormalDistribution.Z95 * error));

    private static double? Rounded(double? exact, int decimals) => exact is { } value ? Math.Round(value, decimals, MidpointRounding.AwayFromZero) + 0.0 : null;

    // On the side of the level on which it is: the verdict goes by the exact one.
    private static double? Chance(double? p) => p is not { } exact ? null
        : Math.Max(0.01, Math.Round(exact, 2)) is var told && exact > Verdicts.Alpha && told <= Verdicts.Alpha ? Verdicts.Alpha + 0.01 : told;

    private readonly record struct Digits(bool InFull, bool OfFew)
    {
        /// <summary>Whatever else is told in full.</summary>
        public Digits Rounded => this with { InFull = false };

        public double? Of(double? exact) => InFull || exact is not { } value ? exact : TwoDigits.Of(value, OfFew);

        public double? Chance(double? p) => InFull ? p : ToldRows.Chance(p);
    }
}
