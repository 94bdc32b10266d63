using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace SurveyHub.Features.Access.Audit;

/// <summary>Which lines are wanted. The query string is the filter, so that a view can be bookmarked and is the CSV's as well.</summary>
public sealed record AuditQuery(string? Who, string? What, DateOnly? From, DateOnly? Until)
{
    public int Page { get; init; } = 1;

    /// <summary>What cannot be read as a day or a page is none.</summary>
    public static AuditQuery Read(string? query)
    {
        var fields = QueryHelpers.ParseQuery(query);
        return Of(fields.GetValueOrDefault("who"), fields.GetValueOrDefault("what"), Day(fields.GetValueOrDefault("from")), Day(fields.GetValueOrDefault("until"))) with
        {
            Page = int.TryParse(fields.GetValueOrDefault("page"), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
        };
    }

    public static AuditQuery Of(string? who, string? what, DateOnly? from, DateOnly? until) => new(Text(who), Text(what), Sane(from), Sane(until));

    public string QueryString()
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (Who is not null) query = query.Add("who", Who);
        if (What is not null) query = query.Add("what", What);
        if (From is { } from) query = query.Add("from", Iso(from));
        if (Until is { } until) query = query.Add("until", Iso(until));
        if (Page > 1) query = query.Add("page", Page.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();

    private static DateOnly? Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>The ends of the calendar have no day before and none after them.</summary>
    private static DateOnly? Sane(DateOnly? day) => day is { Year: > 1900 and < 9000 } ? day : null;
}
