using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Scores;

/// <summary>A mean with Student's t interval: of codes or of gaps, always secondary to the share (methodology M15, M16).</summary>
/// <param name="N">Values.</param>
/// <param name="Mean">Their mean, in units of the scale. Never averaged over different scales.</param>
/// <param name="Deviation">Standard deviation with n − 1; null for a single value.</param>
/// <param name="Interval">mean ± t(n − 1) · deviation / √n at 95 %; null for a single value.</param>
public sealed record MeanScore(int N, double Mean, double? Deviation, Interval? Interval)
{
    /// <summary>Student's t test that the mean is 0, two-sided: the interval lies beside 0 where this is below 0.05. Null for a single value.</summary>
    public double? P => Deviation switch
    {
        null => null,
        0 => Mean == 0 ? 1 : 0,
        var deviation => StudentT.TwoSidedP(Mean / (deviation.Value / Math.Sqrt(N)), N - 1),
    };

    /// <summary>Null when there is no value.</summary>
    public static MeanScore? Of(IReadOnlyCollection<int> values)
    {
        long sum = 0;
        Int128 squares = 0;
        foreach (var value in values) (sum, squares) = (sum + value, squares + (Int128)value * value);
        return Of(values.Count, sum, squares);
    }

    /// <summary>From sums, exactly.</summary>
    /// <param name="n">Values, 0 or more.</param>
    /// <param name="sum">Their sum.</param>
    /// <param name="squares">The sum of their squares.</param>
    /// <returns>Null when there is no value.</returns>
    public static MeanScore? Of(int n, long sum, Int128 squares)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(n);
        if (n == 0) return null;
        var mean = (double)sum / n;
        if (n == 1) return new(1, mean, null, null);
        var deviation = Math.Sqrt((double)(n * squares - (Int128)sum * sum) / ((double)n * (n - 1)));
        var half = StudentT.Quantile(0.95, n - 1) * deviation / Math.Sqrt(n);
        return new(n, mean, deviation, new(mean - half, mean + half));
    }
}
