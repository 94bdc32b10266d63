using System.Globalization;

namespace SurveyHub.Features.Access.Audit;

/// <summary>Which lines are wanted. The query string is the filter, so that a view can be bookmarked and is the CSV's as well.</summary>
public sealed record AuditQuery(string? Who, string? What, DateOnly? From, DateOnly? Until)
{
    /// <summary>What cannot be read as a day is no filter.</summary>
    public static AuditQuery Read(string? who, string? what, string? from, string? until) => new(Text(who), Text(what), Day(from), Day(until));

    public string QueryString(int page = 1)
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (Who is not null) query = query.Add("who", Who);
        if (What is not null) query = query.Add("what", What);
        if (From is { } from) query = query.Add("from", Iso(from));
        if (Until is { } until) query = query.Add("until", Iso(until));
        if (page > 1) query = query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
}
