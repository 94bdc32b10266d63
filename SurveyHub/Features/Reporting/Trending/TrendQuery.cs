using System.Globalization;
using SurveyHub.Features.Reporting.Framing;

namespace SurveyHub.Features.Reporting.Trending;

/// <summary>Which years are wanted; null is open. The query string is the view.</summary>
/// <param name="From">First year.</param>
/// <param name="To">Last year.</param>
public sealed record TrendQuery(int? From = null, int? To = null)
{
    /// <summary>What cannot be read asks for nothing in particular.</summary>
    public static TrendQuery Read(string? from, string? to) => new(Year(from), Year(to));

    /// <summary>What the address asks for and there is not.</summary>
    /// <param name="view">What is shown of it.</param>
    /// <param name="from">As the address has it.</param>
    /// <param name="to">The other end.</param>
    public static IEnumerable<Asked?> NotThere(TrendView view, string? from, string? to)
    {
        var (asked, shown) = (Read(from, to), view.Lines.Count == 1 ? $"{view.Latest.Year}" : $"{view.Lines[0].Year} to {view.Latest.Year}");
        return (asked.From, asked.To) != (null, null) && !view.Years.Any(asked.Contains)
            ? [Asked.For("the years", $"{from}–{to}", false, shown)]
            : [Asked.For("the first year", from, asked.From is not null, shown), Asked.For("the last year", to, asked.To is not null, shown)];
    }

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
