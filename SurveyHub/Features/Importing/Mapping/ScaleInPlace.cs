using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>Reads the scale of a survey that is described in a mapping file: codes with their words, and which of them are good.</summary>
internal sealed class ScaleInPlace(MapReader survey, TextReading texts, string language, Findings findings)
{
    private const string Example = "scale: { options: { 1: Poor, 2: Fair, 3: Good, 4: Very good, 5: Excellent }, good: [4, 5] }";

    private readonly EntriesReader _entries = new(findings);

    public RatingScale Read(string key)
    {
        if (survey.Node("scale") is not { } node) survey.Missing("scale", Example);
        else if (node is not YamlMap map) findings.Error(node, "“scale” is not a group of properties.", $"Write {Example}.");
        else return Read(key, map);
        return new() { Key = key, Options = [], CannotJudge = texts.StandIn };
    }

    private RatingScale Read(string key, YamlMap map)
    {
        var reader = new MapReader(map, "scale", MappingShape.Scale, texts, findings);
        var labels = new SortedDictionary<int, string>();
        foreach (var (code, label) in _entries.Words(reader.Node("options"), "options"))
            if (Code(code) is { } number) labels[number] = label.Value.Trim();
        if (reader.Node("options") is null) reader.Missing("options", Example);
        else if (labels.Count is < 2 or > 11 && !findings.HasErrors)
            findings.Error(reader.Node("options")!, $"The scale has {labels.Count} options.", "Write from 2 to 11, the worst with the lowest code.");
        var codes = labels.Keys.ToList();
        var good = Codes(reader, "good", codes) ?? [.. codes.TakeLast(2)];
        var bad = Codes(reader, "bad", codes) ?? [.. codes.Where(c => !good.Contains(c)).Take(2)];
        CheckOrder(reader, codes, good, bad);
        return new()
        {
            Key = key,
            Options = [.. labels.Select(o => new ScaleOption { Code = o.Key, Label = new(language, o.Value), Role = Role(o.Key) })],
            CannotJudge = reader.OptionalText("cannot_judge", 100) ?? new(language, "Not used, cannot judge"),
        };

        OptionRole Role(int code) => good.Contains(code) ? OptionRole.Favourable : bad.Contains(code) ? OptionRole.Unfavourable : OptionRole.Neutral;
    }

    private List<int>? Codes(MapReader reader, string property, List<int> known)
    {
        if (reader.Node(property) is not { } node) return null;
        var codes = new List<int>();
        foreach (var word in _entries.List(node, property))
            if (Code(word) is not { } code) continue;
            else if (known.Contains(code)) codes.Add(code);
            else findings.Error(word, $"{code} is not among the scale's options.", $"Write codes out of {string.Join(", ", known)}.");
        return codes;
    }

    /// <summary>Good options are the upper end of a scale, bad ones the lower end; both at once is neither.</summary>
    private void CheckOrder(MapReader reader, List<int> codes, List<int> good, List<int> bad)
    {
        if (codes.Count == 0) return;
        if (good.Count == 0)
            findings.Error(reader.Node("good") ?? reader.Map, "No option of the scale is good.", "Write the codes that count as good or excellent: good: [4, 5].");
        else if (codes.Exists(c => c > good.Min() && !good.Contains(c)))
            findings.Error(reader.Node("good") ?? reader.Map, "An option above a good one is not good itself.", "The worst option has the lowest code; good options are the highest ones.");
        else if (bad.Exists(good.Contains))
            findings.Error(reader.Node("bad")!, "An option is both good and bad.", "Delete it from one of the two lists.");
        else if (codes.Exists(c => bad.Count > 0 && c < bad.Max() && !bad.Contains(c)))
            findings.Error(reader.Node("bad")!, "An option below a bad one is not bad itself.", "The worst option has the lowest code; bad options are the lowest ones.");
    }

    private int? Code(YamlText word)
    {
        if (int.TryParse(word.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var code) && code is >= 1 and <= 99) return code;
        findings.Error(word, $"“{word.Value}” is no scale code.", "Write a whole number from 1 to 99.");
        return null;
    }
}
