using System.Globalization;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Reporting;

/// <summary>Figures as they stand on a screen: rounded once, at the end, per cent without decimals, a true minus (methodology M19).</summary>
public static class Figures
{
    /// <summary>Between a number and its sign, so that no line breaks there.</summary>
    private const char Blank = '\u00A0';

    private const string Minus = "−";

    /// <summary>0.614 is "61".</summary>
    public static string Whole(double share) => Rounding.HalfAway(share * 100).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>0.614 is "61 %".</summary>
    public static string Percent(double share) => $"{Whole(share)}{Blank}%";

    /// <summary>0.7949 is "79.5 %": where two figures are set side by side that one decimal tells apart.</summary>
    public static string Tenths(double share) => $"{Rounding.HalfAway(share * 100, 1).ToString("0.0", CultureInfo.InvariantCulture)}{Blank}%";

    /// <summary>"58–64 %".</summary>
    public static string Interval(double lower, double upper) => $"{Whole(lower)}–{Whole(upper)}{Blank}%";

    /// <summary>A correlation: "0.48", "−0.07".</summary>
    public static string Importance(double correlation, int decimals = 2)
    {
        var rounded = Rounding.HalfAway(correlation, decimals);
        return (rounded < 0 ? Minus : "") + Math.Abs(rounded).ToString(decimals == 1 ? "0.0" : "0.00", CultureInfo.InvariantCulture);
    }

    /// <summary>"1,402".</summary>
    public static string Count(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    /// <summary>A difference of shares in points with its sign: "+6", "−7", "0". A confirmed one never reads 0 but gets a decimal: "+0.4".</summary>
    public static string Points(double difference, bool confirmed = false)
    {
        var points = Rounding.Points(difference);
        var whole = Rounding.HalfAway(points);
        return whole == 0 && confirmed ? Signed(Rounding.HalfAway(points, 1), "0.0") : Signed(whole, "0");
    }

    /// <summary>What is small by nature: "+0.4", "−1.2", "0.0".</summary>
    public static string PointsInTenths(double difference) => Signed(Rounding.HalfAway(Rounding.Points(difference), 1), "0.0");

    /// <summary>"between +2 and +10 points".</summary>
    public static string PointsInterval(double lower, double upper) => $"between {Points(lower)} and {Points(upper)} points";

    /// <summary>"1 service", "3 services".</summary>
    public static string Count(long number, string one, string many) => $"{Count(number)} {(number == 1 ? one : many)}";

    /// <summary>"3 Feb 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"3–28 Nov 2025", "28 Oct – 3 Nov 2025", "20 Dec 2025 – 9 Jan 2026".</summary>
    public static string Days(DateOnly first, DateOnly last)
    {
        if (first == last) return Day(first);
        if ((first.Year, first.Month) == (last.Year, last.Month)) return $"{first.Day}–{Day(last)}";
        return $"{(first.Year == last.Year ? first.ToString("d MMM", CultureInfo.InvariantCulture) : Day(first))} – {Day(last)}";
    }

    private static string Signed(decimal points, string format) => (points switch { > 0 => "+", < 0 => Minus, _ => "" })
        + Math.Abs(points).ToString(format, CultureInfo.InvariantCulture);
}
