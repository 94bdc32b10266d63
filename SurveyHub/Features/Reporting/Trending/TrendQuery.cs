using System.Globalization;

namespace SurveyHub.Features.Reporting.Trending;

/// <summary>Which years are wanted; null is open. The query string is the view.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
public sealed record TrendQuery(int? From = null, int? To = null)
{
    /// <summary>What cannot be read asks for nothing in particular.</summary>
    public static TrendQuery Read(string? from, string? to) => new(Year(from), Year(to));

    public bool Contains(int year) => (From ?? year) <= year && year <= (To ?? year);

    public string QueryString()
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (From is { } from) query = query.Add("from", from.ToString(CultureInfo.InvariantCulture));
        if (To is { } to) query = query.Add("to", to.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    private static int? Year(string? typed) => int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
