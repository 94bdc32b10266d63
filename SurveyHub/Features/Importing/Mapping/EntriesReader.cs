using SurveyHub.Definitions;
using SurveyHub.Definitions.Yaml;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>Reads what a mapping file has many of: groups of properties whose names are the writer's own, and lists of words.</summary>
internal sealed class EntriesReader(Findings findings)
{
    public const int MostNameLength = 200;

    /// <summary>The entries of a group of properties, each with one word or number behind its colon.</summary>
    public IEnumerable<(YamlText Name, YamlText Value)> Words(YamlNode? node, string what)
    {
        foreach (var (name, value) in Entries(node, what))
            if (value is YamlText text && !text.IsNothing && text.Value.Trim().Length > 0)
            {
                if (IsShort(text, what)) yield return (name, text);
            }
            else
                findings.Error(value, $"“{name.Value}” in “{what}” has no word behind its colon.", "Write one word, number or sentence behind it.");
    }

    public IEnumerable<YamlEntry> Entries(YamlNode? node, string what)
    {
        if (node is null) yield break;
        if (node is not YamlMap map)
        {
            findings.Error(node, $"“{what}” is not a group of properties.", "Write one line for each below it, or all between braces: { name: value, name: value }.");
            yield break;
        }
        foreach (var entry in map.Entries)
            if (IsShort(entry.Name, what)) yield return entry;
    }

    /// <summary>The words of a list; a single word stands for a list of one.</summary>
    public IEnumerable<YamlText> List(YamlNode? node, string what)
    {
        IReadOnlyList<YamlNode> items = node switch { null => [], YamlList list => list.Items, _ => [node] };
        foreach (var item in items)
            if (item is not YamlText text) findings.Error(item, $"An entry of “{what}” is a list or a group of properties.", "Write one word.");
            else if (IsShort(text, what)) yield return text;
    }

    private bool IsShort(YamlText text, string what)
    {
        if (text.Value.Length <= MostNameLength) return true;
        findings.Error(text, $"A word in “{what}” has {text.Value.Length} characters; at most {MostNameLength} are allowed.", "Shorten it.");
        return false;
    }
}
