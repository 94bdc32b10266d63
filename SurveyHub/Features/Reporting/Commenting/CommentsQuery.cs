using System.Globalization;
using SurveyHub.Results.Commenting;

namespace SurveyHub.Features.Reporting.Commenting;

/// <summary>Which comments are wanted. The query string is the view.</summary>
/// <param name="About">The key of a text question; null for all.</param>
/// <param name="Who">A filter and its part, with a dot between; null for everybody. There is one only: two would tell people apart.</param>
/// <param name="Words">What is searched, as it was typed; null for nothing.</param>
/// <param name="Page">From 1.</param>
public sealed record CommentsQuery(string? About = null, string? Who = null, string? Words = null, int Page = 1)
{
    /// <summary>More words than anybody types are left out, and long ones are cut.</summary>
    public const int MostWords = 8;

    private const int LongestWord = 60;
    private const int LongestSearch = 400;

    public static CommentsQuery Read(string? about, string? who, string? words, string? page) => new(
        string.IsNullOrEmpty(about) ? null : about,
        string.IsNullOrEmpty(who) ? null : who,
        string.IsNullOrWhiteSpace(words) ? null : words.Trim() is { Length: > LongestSearch } much ? much[..LongestSearch] : words.Trim(),
        int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? Math.Max(1, number) : 1);

    /// <summary>The words that a comment must have, all of them, as they are searched.</summary>
    public IReadOnlyList<string> Searched =>
        [.. Folding.Folded(Folding.Composed(Words ?? "")).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(w => w.Length > LongestWord ? w[..LongestWord] : w).Distinct().Take(MostWords)];

    /// <param name="page">The page of comments; a file has none.</param>
    public string QueryString(int page = 1)
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (About is not null) query = query.Add("about", About);
        if (Who is not null) query = query.Add("who", Who);
        if (Words is not null) query = query.Add("words", Words);
        if (page > 1) query = query.Add("page", page.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }
}
