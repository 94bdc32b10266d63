using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Definitions;

/// <summary>Reads what became of services, questions, scales and customer groups.</summary>
internal sealed class LineageReader(TextReading texts, Findings findings)
{
    private const int MostKeys = 50, NoteLength = 500;

    public LineageEdge Edge(YamlMap map)
    {
        var reader = new MapReader(map, "lineage entry", DefinitionShape.Lineage, texts, findings);
        var kind = reader.Choice<LineageKind>("kind");
        var edge = new LineageEdge
        {
            Kind = kind,
            Service = reader.Word("service"),
            Group = reader.Word("group"),
            Option = reader.Word("option"),
            Question = reader.Word("question"),
            LastQuestion = reader.Word("last_question"),
            Scale = reader.Word("scale"),
            From = Keys(reader, "from"),
            Into = Keys(reader, "into"),
            Effect = reader.Node("effect") is null ? null : reader.Choice<RewordingEffect>("effect"),
            Year = reader.RequiredWhole("year", 1990, 2100),
            Note = reader.Word("note", NoteLength),
        };
        // Of a kind that is not known nothing more can be said.
        if (reader.Node("kind") is YamlText at && !findings.Blames(at)) CheckShape(edge, reader);
        return findings.Remember(edge, map);
    }

    private void CheckShape(LineageEdge edge, MapReader reader)
    {
        var known = DefinitionShape.PropertiesOf(edge.Kind);
        foreach (var name in DefinitionShape.Lineage.Where(p => reader.Node(p) is not null && !known.Contains(p)))
            findings.Error(reader.Node(name)!, $"“{name}” says nothing of what was {DefinitionShape.WordFor(edge.Kind)}.", $"Delete it. What can stand there: {string.Join(", ", known)}.");
        if (edge.MovesKeys)
        {
            OneOf(reader, edge, "service", "option", "the key of a service");
            if (edge.Option is not null != edge.Group is not null)
                findings.Error(reader.Map, "An option belongs to a customer group.", "Write group: and its key, and option: and the key of one of its options.");
            var (side, least) = edge.Kind == LineageKind.Split ? ("into", 2) : ("from", edge.Kind == LineageKind.Merged ? 2 : 1);
            var keys = edge.Kind == LineageKind.Split ? edge.Into : edge.From;
            if (keys is null)
            {
                if (reader.Node(side) is null) reader.Missing(side, $"{side}: {(least == 1 ? "and the key before" : "and the keys, as in [one, another]")}");
            }
            else if (keys.Count < least || (edge.Kind == LineageKind.Renamed && keys.Count > 1))
                findings.Error(reader.Node(side)!, $"“{side}” names {(keys.Count == 1 ? "one key" : $"{keys.Count} keys")}.",
                    edge.Kind == LineageKind.Renamed ? "Write one key, or kind: merged." : $"Write two or more, or kind: renamed.");
        }
        else if (edge.Kind == LineageKind.Reworded)
        {
            OneOf(reader, edge, "question", "last_question", "the key of a question");
            if (edge.Effect is null && reader.Node("effect") is null) reader.Missing("effect", "effect: minor, if it asks the same as before, or major");
        }
        else if (edge.Scale is null && reader.Node("scale") is null) reader.Missing("scale", "scale: and the key of a scale");
    }

    private void OneOf(MapReader reader, LineageEdge edge, string one, string other, string example)
    {
        var (first, second) = (reader.Node(one), reader.Node(other));
        if (first is null && second is null && (other != "option" || edge.Group is null)) reader.Missing(one, $"{one}: and {example}");
        else if (first is not null && second is not null) findings.Error(second, $"The lineage entry is about {one} and {other}.", "Write two entries.");
    }

    private List<string>? Keys(MapReader reader, string property)
    {
        if (reader.Node(property) is not { } node) return null;
        if (node is not YamlList list) return reader.Word(property) is { } word ? [word] : null;
        var keys = new List<string>();
        foreach (var item in list.Items.Take(MostKeys))
            if (item is not YamlText { IsNothing: false } text) findings.Error(item, $"An entry of “{property}” is no key.", "Write the key of a service, or of an option.");
            else if (keys.Contains(text.Value)) findings.Error(text, $"“{text.Value}” stands in “{property}” twice.", "Delete one.");
            else keys.Add(text.Value);
        if (list.Items.Count > MostKeys) findings.Error(list, $"“{property}” has {list.Items.Count} entries; at most {MostKeys} are allowed.", "Delete some.");
        return keys;
    }
}
