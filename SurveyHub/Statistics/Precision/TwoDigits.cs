using SurveyHub.Statistics.Numerics;

namespace SurveyHub.Statistics.Precision;

/// <summary>Errors told with two digits: enough for an interval, too few to solve for the answers of single people (docs/adr/0010, rule 6).</summary>
public static class TwoDigits
{
    /// <summary>A number rounded to two digits; half up at the second, or to 0 and 5 there.</summary>
    /// <param name="exact">Not negative.</param>
    /// <param name="ofFew">Half of the second digit: 0 or 5.</param>
    public static double Of(double exact, bool ofFew)
    {
        if (exact == 0) return 0;
        var step = Step(exact, ofFew);
        return (double)((decimal)Math.Round(exact / step) * (decimal)step);
    }

    /// <summary>A number of people rounded down to two digits, and to tens below a hundred: 956 is 950, 73 is 70, never more than there are.</summary>
    /// <param name="exact">Not negative.</param>
    public static int Down(int exact)
    {
        var step = 10;
        while (exact / step >= 100) step *= 10;
        return exact / step * step;
    }

    /// <summary>The 95 % interval of a change around its difference, on the side of zero on which its verdict is: that goes by the exact error, and where two digits put a limit on the other side, the next two that do not are told.</summary>
    /// <param name="verdict">Of the exact change.</param>
    /// <param name="difference">Later minus earlier, −1 to 1.</param>
    /// <param name="error">Its standard error with two digits; above 0.</param>
    /// <param name="ofFew">As the error was rounded.</param>
    public static Interval AroundChange(Verdict? verdict, double difference, double error, bool ofFew)
    {
        var step = error == 0 ? 0 : Step(error, ofFew);
        while (verdict is Verdict.Better or Verdict.Worse && Math.Abs(difference) <= NormalDistribution.Z95 * error && error > step) error = (double)((decimal)error - (decimal)step);
        while (verdict is Verdict.NoClearChange && step > 0 && Math.Abs(difference) > NormalDistribution.Z95 * error) error = (double)((decimal)error + (decimal)step);
        return new(Math.Max(-1, difference - NormalDistribution.Z95 * error), Math.Min(1, difference + NormalDistribution.Z95 * error));
    }

    private static double Step(double exact, bool ofFew) => Math.Pow(10, Math.Floor(Math.Log10(Math.Abs(exact))) - 1) * (ofFew ? 5 : 1);
}
