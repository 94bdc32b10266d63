using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>What can only be judged when the mapping and its survey have been read: whatever refers to an item, a group, an edition.</summary>
internal sealed class MappingChecks(DataMapping mapping, Findings findings)
{
    private readonly ItemList _items = ItemList.Of(mapping.WidestQuestionnaire);

    /// <summary>The mapping with its references resolved; fit for use only when no error was found.</summary>
    public static DataMapping Run(DataMapping mapping, Findings findings)
    {
        var checks = new MappingChecks(mapping, findings);
        checks.CheckEditions();
        checks.CheckGroups(mapping.Columns.Groups);
        checks.CheckGroups(mapping.FrameColumns.Groups);
        checks.CheckCodes();
        return mapping with
        {
            Columns = mapping.Columns with { Items = checks.ResolvedItems() },
            TrendBreaks = checks.ResolvedBreaks(),
        };
    }

    private void CheckEditions()
    {
        foreach (var edition in mapping.Editions)
            if (mapping.Definition.For(edition.Year).Services.Count == 0)
                findings.Error(edition.Line, 1, $"No service of the survey is active in {edition.Year}.", "Correct the year, or active_from and active_to in the survey's definition.");
    }

    private void CheckGroups(IReadOnlyDictionary<string, ColumnName> groups)
    {
        var known = mapping.Definition.AllYears.Groups.Select(g => g.Key).ToList();
        foreach (var (group, column) in groups)
            if (!known.Contains(group))
                findings.Error(column.Line ?? 1, 1, $"The survey has no customer group “{group}”.", Nearest(group, known, "The group's key stands before the colon, the column behind it."));
    }

    private void CheckCodes()
    {
        var codes = mapping.Definition.AllYears.Scales.SelectMany(s => s.Options).Select(o => o.Code).ToHashSet();
        foreach (var (word, code) in mapping.Words.Codes)
            if (!codes.Contains(code.Code))
                findings.Error(code.Line, 1, $"“{word}” is given the code {code.Code}, which is on no scale of the survey.", $"Write one of {string.Join(", ", codes.Order())}.");
    }

    private Dictionary<string, MappedItem> ResolvedItems()
    {
        var resolved = new Dictionary<string, MappedItem>(StringComparer.Ordinal);
        foreach (var (column, mapped) in mapping.Columns.Items)
            if (Item(mapped.Item, mapped.Line) is not { } item) continue;
            else if (resolved.Values.FirstOrDefault(m => m.Item == item) is { } twin)
                findings.Error(mapped.Line, 1, $"“{item}” is given two columns; the first is in line {twin.Line}.", "Delete one of the two.");
            else
                resolved[column] = mapped with { Item = item };
        return resolved;
    }

    private TrendBreak[] ResolvedBreaks()
    {
        var years = mapping.Editions.Select(e => e.Year).ToHashSet();
        var resolved = new List<TrendBreak>();
        foreach (var each in mapping.TrendBreaks)
            if (!years.Contains(each.Year))
                findings.Error(each.Line, 1, $"The break of “{each.Item}” is in {each.Year}, which is none of the editions.", $"Write one of {string.Join(", ", years.Order())}: the first year of the new series.");
            else if (Item(each.Item, each.Line) is { } item)
                resolved.Add(each with { Item = item });
        return [.. resolved];
    }

    private string? Item(string key, int line)
    {
        if (_items.Find(key) is { } item) return item.Key;
        if (_items.MainRatings.FirstOrDefault(i => i.Service == key) is { } main) return main.Key;
        findings.Error(line, 1, $"The survey has no item and no service “{key}”.",
            Nearest(key, [.. _items.All.Select(i => i.Key).Concat(mapping.Definition.AllYears.Services.Select(s => s.Key))],
                "Write an item's key such as wifi.overall, used.wifi or overall, or a service's key for its main rating."));
        return null;
    }

    private static string Nearest(string word, IReadOnlyList<string> known, string otherwise) =>
        NearestWord.To(word, known) is { } near ? $"Did you mean “{near}”?" : otherwise;
}
