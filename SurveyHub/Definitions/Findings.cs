using SurveyHub.Definitions.Yaml;

namespace SurveyHub.Definitions;

/// <summary>What is found while one file is read: its problems, and where each thing stands that a later check may complain about.</summary>
internal sealed class Findings(string file)
{
    /// <summary>More than anybody mends in one go; a file of another kind would otherwise fill the screen for minutes.</summary>
    private const int MostProblems = 500;

    private const int MostCharacters = 500;

    private readonly List<DefinitionProblem> _problems = [];
    private readonly Dictionary<object, YamlMap> _places = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<(int, int)> _blamed = [];
    private int _untold;

    public bool HasErrors { get; private set; }

    public void Error(YamlNode at, string message, string hint) => Add(at.Line, at.Column, DefinitionSeverity.Error, message, hint);

    public void Warning(YamlNode at, string message, string hint) => Add(at.Line, at.Column, DefinitionSeverity.Warning, message, hint);

    public void Error(int line, int column, string message, string hint) => Add(line, column, DefinitionSeverity.Error, message, hint);

    /// <summary>Whether an error stands here already, so that what follows from it need not be told.</summary>
    public bool Blames(YamlNode at) => _blamed.Contains((at.Line, at.Column));

    /// <summary>Keeps the map from which a thing was made.</summary>
    public T Remember<T>(T thing, YamlMap map) where T : class
    {
        _places[thing] = map;
        return thing;
    }

    /// <summary>Where a thing's property stands, or the thing itself where the property was left out.</summary>
    public YamlNode Place(object thing, string property)
    {
        var map = _places[thing];
        return map.Find(property)?.Value ?? map;
    }

    /// <summary>From the file's top to its bottom.</summary>
    public IReadOnlyList<DefinitionProblem> InOrder()
    {
        var told = _problems.Distinct().OrderBy(p => p.Line).ThenBy(p => p.Column).ToList();
        if (_untold > 0)
            told.Add(new(file, told[^1].Line, 1, DefinitionSeverity.Error, $"{_untold} more problems are not listed.", "Put these right first, then check again."));
        return told;
    }

    private void Add(int line, int column, DefinitionSeverity severity, string message, string hint)
    {
        HasErrors |= severity == DefinitionSeverity.Error;
        if (severity == DefinitionSeverity.Error) _blamed.Add((line, column));
        if (_problems.Count < MostProblems) _problems.Add(new(file, line, column, severity, OneLine(message), OneLine(hint)));
        else _untold++;
    }

    /// <summary>A problem is one line, whatever the file has written into it.</summary>
    private static string OneLine(string sentence)
    {
        var line = sentence.Length > MostCharacters ? sentence[..MostCharacters] + " …" : sentence;
        return string.Concat(line.Select(c => char.IsControl(c) ? ' ' : c));
    }
}
