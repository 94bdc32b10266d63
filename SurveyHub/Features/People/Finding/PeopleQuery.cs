using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using SurveyHub.Features.People.Upload;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Finding;

/// <summary>
/// Which people of the list are wanted, in which order, which page of them. The query string is all of it, so that a view can be bookmarked.
/// Whether somebody has answered is nothing to look for or to sort by.
/// </summary>
public sealed record PeopleQuery
{
    public const string Name = "name";
    public const string Address = "address";
    public const string LanguageSort = "language";
    public const string PartField = "q";
    public const string LanguageField = "language";
    public const string SortField = "sort";
    public const string PageField = "page";
    private const string GroupPrefix = "group.";

    /// <summary>A part of the name or the address.</summary>
    public string? Part { get; init; }
    public string? Language { get; init; }

    /// <summary>Option key by group key.</summary>
    public SortedDictionary<string, string> Groups { get; init; } = [];

    /// <summary><see cref="Name"/>, <see cref="Address"/>, <see cref="LanguageSort"/>, or a group as <see cref="FieldOf"/> calls it.</summary>
    public string Sort { get; init; } = Address;
    public bool Descending { get; init; }
    public int Page { get; init; } = 1;

    public bool IsEverybody => Part is null && Language is null && Groups.Count == 0;

    /// <summary>As the address's <c>sort</c> has it: backwards with a minus.</summary>
    public string SortWord => Descending ? "-" + Sort : Sort;

    /// <summary>How a customer group is called in the address.</summary>
    public static string FieldOf(CustomerGroup group) => GroupPrefix + group.Key;

    /// <summary>What this questionnaire does not know is no filter and no order.</summary>
    public static PeopleQuery Read(string? query, Questionnaire questionnaire)
    {
        var fields = QueryHelpers.ParseQuery(query);
        var groups = PeopleColumns.GroupsOf(questionnaire).ToList();
        return new PeopleQuery
        {
            Part = Text(fields.GetValueOrDefault(PartField)),
            Language = questionnaire.Languages.FirstOrDefault(language => language == fields.GetValueOrDefault(LanguageField)),
            Groups = new(groups
                .Where(g => g.Options.Any(o => o.Key == fields.GetValueOrDefault(FieldOf(g))))
                .ToDictionary(g => g.Key, g => fields[FieldOf(g)].ToString())),
            Page = int.TryParse(fields.GetValueOrDefault(PageField), NumberStyles.None, CultureInfo.InvariantCulture, out var page) ? Math.Clamp(page, 1, 1_000_000) : 1,
        }.SortedBy(fields.GetValueOrDefault(SortField).ToString(), groups);
    }

    public PeopleQuery SortedBy(string? word, IEnumerable<CustomerGroup> groups)
    {
        var sort = word?.TrimStart('-');
        return sort is Name or Address or LanguageSort || groups.Any(g => FieldOf(g) == sort)
            ? this with { Sort = sort!, Descending = word!.StartsWith('-') }
            : this with { Sort = Address, Descending = false };
    }

    public string QueryString(int? page = null)
    {
        var query = Microsoft.AspNetCore.Http.QueryString.Empty;
        if (Part is not null) query = query.Add(PartField, Part);
        if (Language is not null) query = query.Add(LanguageField, Language);
        foreach (var (group, option) in Groups) query = query.Add(GroupPrefix + group, option);
        if (SortWord != Address) query = query.Add(SortField, SortWord);
        if ((page ?? Page) is > 1 and var wanted) query = query.Add(PageField, wanted.ToString(CultureInfo.InvariantCulture));
        return query.ToString();
    }

    // A null character is in no name, and PostgreSQL refuses to look for one.
    private static string? Text(StringValues typed) =>
        typed.ToString().Replace("\0", "", StringComparison.Ordinal).Trim() is { Length: > 0 } text ? text : null;
}
