using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SurveyHub.Definitions.Yaml;

/// <summary>
/// Reads a text into nodes that know their places. Only what a survey file needs of YAML: no anchors and aliases (a few lines of them
/// can stand for a gigabyte), no tags, one document, a bounded depth. It never throws; what it refuses is among the findings.
/// </summary>
internal sealed class YamlTree
{
    private const int MostDepth = 16;

    private readonly Parser _parser;
    private readonly Findings _findings;
    private readonly HashSet<(int Line, string Alias)> _aliases = [];
    private bool _sound = true;

    private YamlTree(Scanner scanner, Findings findings)
    {
        _parser = new Parser(scanner);
        _findings = findings;
    }

    /// <summary>The file's outermost map; null when the file cannot be read.</summary>
    public static YamlMap? Read(string text, Findings findings)
    {
        var scanner = new Scanner(new StringReader(text), skipComments: true);
        try
        {
            var tree = new YamlTree(scanner, findings);
            var map = tree.Document();
            return tree._sound ? map : null;
        }
        catch (YamlException error)
        {
            var (message, hint) = YamlFault.InWords(error);
            findings.Error((int)Math.Max(1, error.Start.Line), (int)Math.Max(1, error.Start.Column), message, hint);
            return null;
        }
        // The parser answers some broken texts with exceptions that are not its own: braces left open before a colon, for one.
        catch (Exception error) when (error is InvalidOperationException or ArgumentException or IndexOutOfRangeException or OverflowException)
        {
            var at = scanner.CurrentPosition;
            findings.Error((int)Math.Max(1, at.Line), (int)Math.Max(1, at.Column), "The line is not YAML, or a bracket or a quotation mark above it is not closed.",
                "Look for a missing ], } or quotation mark.");
            return null;
        }
    }

    private YamlMap? Document()
    {
        _parser.Consume<StreamStart>();
        if (!_parser.TryConsume<DocumentStart>(out _))
            return Refused(1, 1, "The file is empty.", "Start from one of the files that come with the product.");
        var root = Node(depth: 0);
        _parser.Consume<DocumentEnd>();
        if (_parser.TryConsume<DocumentStart>(out var second))
            return Refused((int)second.Start.Line, 1, "A second document starts here.", "One file has one document: delete the line ---, or move what follows to a file of its own.");
        return root switch
        {
            null => null,
            YamlMap map => map,
            YamlText { IsNothing: true } => Refused(1, 1, "The file is empty.", "Start from one of the files that come with the product."),
            _ => Refused(root.Line, root.Column, "The file is not a list of properties.", "Start with survey: and its key, on a line of its own."),
        };
    }

    /// <summary>The next node; null when it was refused, and everything in it has been passed over.</summary>
    private YamlNode? Node(int depth)
    {
        var start = _parser.Current!;
        var (line, column) = ((int)start.Start.Line, (int)start.Start.Column);
        if (start is AnchorAlias alias)
        {
            _parser.MoveNext();
            _sound = false;
            // A line full of one alias is one fault.
            if (!_aliases.Add((line, alias.Value.ToString()))) return null;
            return Nothing(line, column, $"*{alias.Value} refers to another place in the file (an alias).", "Write the text out: these files have no anchors and aliases.");
        }
        if (start is NodeEvent { Anchor.IsEmpty: false } anchored)
            _findings.Error(line, column, $"&{anchored.Anchor.Value} names this place for later (an anchor).", "Delete it: these files have no anchors and aliases.");
        if (start is NodeEvent { Tag.IsEmpty: false } tagged)
            _findings.Error(line, column, $"The tag {tagged.Tag.Value} asks for a special type.", "Delete it: these files have plain texts, lists and properties only.");
        // Reading ends here: passing over a million open brackets would take the parser hours.
        if (depth > MostDepth) throw new YamlException(start.Start, start.End, YamlFault.TooDeep);
        return start switch
        {
            Scalar => Text(line, column),
            SequenceStart => List(line, column, depth),
            MappingStart => Map(line, column, depth),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private YamlText Text(int line, int column)
    {
        var scalar = _parser.Consume<Scalar>();
        return new(line, column, scalar.Value, scalar.Style is not ScalarStyle.Plain);
    }

    private YamlList List(int line, int column, int depth)
    {
        _parser.Consume<SequenceStart>();
        var items = new List<YamlNode>();
        while (!_parser.TryConsume<SequenceEnd>(out _))
            if (Node(depth + 1) is { } item) items.Add(item);
        return new(line, column, items);
    }

    private YamlMap Map(int line, int column, int depth)
    {
        _parser.Consume<MappingStart>();
        var entries = new List<YamlEntry>();
        var lines = new Dictionary<string, int>(StringComparer.Ordinal);
        while (!_parser.TryConsume<MappingEnd>(out _))
        {
            var place = _parser.Current!;
            var name = Node(depth + 1);
            // An entry without a name is reported as a name without a value.
            if (_parser.Current is MappingEnd) throw new YamlException(place.Start, place.End, YamlFault.Nameless);
            var value = Node(depth + 1);
            if (name is null || value is null) continue;
            if (name is not YamlText word)
                Nothing(name.Line, name.Column, "A list or a group of properties stands before the colon.", "Write one word before the colon.");
            else if (!lines.TryAdd(word.Value, word.Line))
                _findings.Error(word.Line, word.Column, $"“{word.Value}” stands twice here; the first is in line {lines[word.Value]}.", "Delete one of the two.");
            else
                entries.Add(new(word, value));
        }
        return new(line, column, entries);
    }

    private YamlNode? Nothing(int line, int column, string message, string hint)
    {
        _findings.Error(line, column, message, hint);
        _sound = false;
        return null;
    }

    private YamlMap? Refused(int line, int column, string message, string hint)
    {
        Nothing(line, column, message, hint);
        return null;
    }
}
