using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Scores;

/// <summary>
/// The net promoter score of answers from 0 to 10: per cent 9 and 10 minus per cent 0 to 6 (methodology M16). Off by default: staff
/// cannot choose another IT department, and at 200 answers the margin is about ten points to either side.
/// </summary>
/// <param name="Promoters">Answers 9 and 10.</param>
/// <param name="Passives">Answers 7 and 8.</param>
/// <param name="Detractors">Answers 0 to 6.</param>
/// <remarks>Var = (p_prom + p_det − (p_prom − p_det)²) / (n − 1), in points² times 10⁴.</remarks>
public sealed record NetPromoter(int Promoters, int Passives, int Detractors)
{
    public int N => Promoters + Passives + Detractors;

    /// <summary>−100..100; null when nobody answered.</summary>
    public double? Score => N == 0 ? null : 100.0 * (Promoters - Detractors) / N;

    /// <summary>Standard error in points; null below two answers.</summary>
    public double? StandardError => N < 2 ? null : 100 * Math.Sqrt(Math.Max(0, Variance) / (N - 1));

    /// <summary>Score ± 1.96 standard errors at 95 %, cut to −100..100; null below two answers.</summary>
    public Interval? Interval => (Score, StandardError) is ({ } score, { } error)
        ? new(Math.Max(-100, score - NormalDistribution.Z95 * error), Math.Min(100, score + NormalDistribution.Z95 * error))
        : null;

    private double Variance => ((double)Promoters + Detractors) / N - Math.Pow((double)(Promoters - Detractors) / N, 2);

    /// <summary>Counts answers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">An answer is not 0 to 10.</exception>
    public static NetPromoter Of(IEnumerable<int> answers)
    {
        var (promoters, passives, detractors) = (0, 0, 0);
        foreach (var answer in answers)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(answer, nameof(answers));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(answer, 10, nameof(answers));
            if (answer >= 9) promoters++;
            else if (answer >= 7) passives++;
            else detractors++;
        }
        return new(promoters, passives, detractors);
    }
}
