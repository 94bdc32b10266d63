using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Clustering;

/// <summary>The same people in both years, so few that the normal curve is no guide (methodology M5): Newcombe's paired interval and McNemar's test.</summary>
/// <param name="BothGood">Good in both years.</param>
/// <param name="GoodFirstOnly">Good in the first year only.</param>
/// <param name="GoodSecondOnly">Good in the second year only.</param>
/// <param name="Neither">Good in neither.</param>
public sealed record PairedChange(int BothGood, int GoodFirstOnly, int GoodSecondOnly, int Neither)
{
    public int People => BothGood + GoodFirstOnly + GoodSecondOnly + Neither;

    /// <summary>Second minus first share, −1..1; null without people.</summary>
    public double? Difference => People == 0 ? null : (double)(GoodSecondOnly - GoodFirstOnly) / People;

    /// <summary>McNemar's chi-squared without correction, one degree of freedom; null when nobody changed.</summary>
    public double? McNemar => Changed == 0 ? null : Math.Pow(GoodFirstOnly - GoodSecondOnly, 2) / Changed;

    /// <summary>Its p; 1 when nobody changed.</summary>
    public double P => McNemar is { } chi ? NormalDistribution.TwoSidedP(Math.Sqrt(chi)) : 1;

    /// <summary>Two-sided exact p: as many of those who changed, or more, would have changed in one direction if both were as likely.</summary>
    public double ExactP
    {
        get
        {
            var fewer = Math.Min(GoodFirstOnly, GoodSecondOnly);
            var tail = Enumerable.Range(0, fewer + 1).Sum(k => Math.Exp(
                Gamma.Log(Changed + 1) - Gamma.Log(k + 1) - Gamma.Log(Changed - k + 1) - Changed * Math.Log(2)));
            return Math.Min(1, 2 * tail);
        }
    }

    private int Changed => GoodFirstOnly + GoodSecondOnly;

    /// <summary>Newcombe's hybrid score interval for paired shares (1998, method 10); null without people.</summary>
    public Interval? Interval
    {
        get
        {
            if (Difference is not { } difference) return null;
            var (first, second) = (new GoodCount(BothGood + GoodFirstOnly, People), new GoodCount(BothGood + GoodSecondOnly, People));
            var (p1, p2, w1, w2) = (first.Share!.Value, second.Share!.Value, first.Interval!.Value, second.Interval!.Value);
            return new(
                difference - Length(p2 - w2.Lower, w1.Upper - p1),
                difference + Length(w2.Upper - p2, p1 - w1.Lower));
        }
    }

    private double Length(double a, double b) => Math.Sqrt(Math.Max(0, a * a - 2 * Phi() * a * b + b * b));

    // The correlation of the two years, moved towards none by Newcombe's continuity correction where it is positive.
    private double Phi()
    {
        double good1 = BothGood + GoodFirstOnly, good2 = BothGood + GoodSecondOnly;
        var margins = good1 * (People - good1) * good2 * (People - good2);
        if (margins == 0) return 0;
        var determinant = (double)BothGood * Neither - (double)GoodFirstOnly * GoodSecondOnly;
        if (determinant > 0) determinant = Math.Max(0, determinant - People / 2.0);
        return determinant / Math.Sqrt(margins);
    }
}
