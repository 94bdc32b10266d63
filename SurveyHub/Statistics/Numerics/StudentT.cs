namespace SurveyHub.Statistics.Numerics;

/// <summary>Student's t distribution, for intervals of means.</summary>
public static class StudentT
{
    private const int FractionLevels = 400;
    private const int Halvings = 200;

    /// <summary>P(|T| ≥ |t|), 0..1.</summary>
    /// <param name="t">Any number.</param>
    /// <param name="degrees">Degrees of freedom, above 0; they need not be whole.</param>
    /// <remarks>The regularised incomplete beta function I_x(ν/2, 1/2) with x = ν / (ν + t²).</remarks>
    public static double TwoSidedP(double t, double degrees)
    {
        if (!(degrees > 0)) throw new ArgumentOutOfRangeException(nameof(degrees), degrees, "Degrees of freedom are above zero.");
        return double.IsInfinity(t) ? 0 : IncompleteBeta(degrees / (degrees + t * t), t * t / (degrees + t * t), degrees / 2, 0.5);
    }

    /// <summary>The t with P(|T| ≤ t) = <paramref name="level"/>: 2.228 for 0.95 and ten degrees.</summary>
    /// <param name="level">Strictly between 0 and 1.</param>
    /// <param name="degrees">Degrees of freedom, above 0.</param>
    public static double Quantile(double level, double degrees)
    {
        if (!(level > 0 && level < 1)) throw new ArgumentOutOfRangeException(nameof(level), level, "A confidence level lies strictly between 0 and 1.");
        var (low, high) = (0.0, 1.0);
        while (TwoSidedP(high, degrees) > 1 - level) (low, high) = (high, 2 * high);
        for (var i = 0; i < Halvings && low < high; i++)
        {
            var middle = low + (high - low) / 2;
            if (middle <= low || middle >= high) break;
            if (TwoSidedP(middle, degrees) > 1 - level) low = middle;
            else high = middle;
        }
        return high;
    }

    // The continued fraction converges fast below the mean of the distribution and is turned round above it. "rest" is 1 - x, given
    // separately because the subtraction would lose it near 1.
    private static double IncompleteBeta(double x, double rest, double a, double b)
    {
        if (x <= 0) return 0;
        if (rest <= 0) return 1;
        var front = Math.Exp(Gamma.Log(a + b) - Gamma.Log(a) - Gamma.Log(b) + a * Math.Log(x) + b * Math.Log(rest));
        return x < (a + 1) / (a + b + 2) ? front * Fraction(x, a, b) / a : 1 - front * Fraction(rest, b, a) / b;
    }

    // Abramowitz and Stegun 26.5.8, evaluated forward by Lentz's method.
    private static double Fraction(double x, double a, double b)
    {
        const double Tiny = 1e-300;
        var c = 1.0;
        var d = 1 / NotZero(1 - (a + b) * x / (a + 1));
        var value = d;
        for (var m = 1; m <= FractionLevels; m++)
        {
            Step(m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m)));
            var change = Step(-(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1)));
            if (Math.Abs(change - 1) < 1e-16) break;
        }
        return value;

        double Step(double numerator)
        {
            d = 1 / NotZero(1 + numerator * d);
            c = NotZero(1 + numerator / c);
            value *= c * d;
            return c * d;
        }

        static double NotZero(double v) => Math.Abs(v) < Tiny ? Tiny : v;
    }
}
