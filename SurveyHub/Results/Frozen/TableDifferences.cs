using System.Globalization;
using System.Text.Json;

namespace SurveyHub.Results.Frozen;

/// <summary>
/// Compares a published table with the one that is computed now, cell by cell. A cell that no published row had is an addition, not a
/// difference; so is noise in the last digits of a number.
/// </summary>
internal static class TableDifferences
{
    private const double Noise = 1e-11;

    // What says which row it is. Everything else of a row is a cell.
    private static readonly HashSet<string> Keys = new(StringComparer.Ordinal)
    {
        "year", "year_from", "year_to", "item", "service", "other", "attribute", "segment_key", "value_key", "code", "of", "driver", "outcome", "aspect", "filter", "part",
    };

    /// <summary>What takes the place of a published table: the one of its name, or what readers are told instead of it, where they were told it itself until now.</summary>
    /// <param name="name">The published table.</param>
    /// <param name="published">Names of all tables that were published with it.</param>
    /// <param name="now">Those that are computed now, by name.</param>
    public static PublishedTable? InPlaceOf(string name, IEnumerable<string> published, IReadOnlyDictionary<string, PublishedTable> now) =>
        ReportTable.ToldNameOf(name) is var told && !published.Contains(told) && now.TryGetValue(told, out var instead) ? instead : now.GetValueOrDefault(name);

    public static IReadOnlyList<CellDifference> Of(int year, string table, string published, string now)
    {
        if (published == now) return [];
        var (before, after) = (Rows(published), Rows(now));
        var known = before.Values.SelectMany(row => row.Keys).ToHashSet(StringComparer.Ordinal);
        var found = new List<CellDifference>();
        foreach (var (key, row) in before)
        {
            if (!after.TryGetValue(key, out var other)) found.Add(new(year, table, key, "", "published", ""));
            else
                found.AddRange(from cell in known
                               let was = row.GetValueOrDefault(cell, "")
                               let isNow = other.GetValueOrDefault(cell, "")
                               where !AreSame(was, isNow)
                               select new CellDifference(year, table, key, cell, was, isNow));
        }
        // A table without a row told nothing that could be contradicted.
        if (before.Count > 0) found.AddRange(after.Keys.Where(key => !before.ContainsKey(key)).Select(key => new CellDifference(year, table, key, "", "", "computed")));
        return found;
    }

    private static Dictionary<string, Dictionary<string, string>> Rows(string content)
    {
        using var rows = JsonDocument.Parse(content);
        var found = new Dictionary<string, Dictionary<string, string>>(StringComparer.Ordinal);
        foreach (var row in rows.RootElement.EnumerateArray())
        {
            var cells = row.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ValueKind == JsonValueKind.String ? p.Value.GetString()! : p.Value.GetRawText(), StringComparer.Ordinal);
            var name = string.Join(' ', cells.Where(c => Keys.Contains(c.Key) && c.Key != "year" && c.Value.Length > 0).Select(c => c.Value));
            var key = name;
            for (var again = 2; !found.TryAdd(key, cells); again++) key = string.Create(CultureInfo.InvariantCulture, $"{name} ({again})");
        }
        return found;
    }

    private static bool AreSame(string was, string isNow) => was == isNow
        || (double.TryParse(was, NumberStyles.Float, CultureInfo.InvariantCulture, out var a) && double.TryParse(isNow, NumberStyles.Float, CultureInfo.InvariantCulture, out var b)
            && Math.Abs(a - b) <= Noise * Math.Max(1, Math.Abs(a)));
}
