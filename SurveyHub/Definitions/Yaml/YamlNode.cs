namespace SurveyHub.Definitions.Yaml;

/// <summary>A piece of a YAML file with the place where it stands. Line and column count from 1.</summary>
internal abstract record YamlNode(int Line, int Column);

/// <summary>A word, a number, a sentence. YAML's own idea of types is not asked: <c>no</c> is the text "no", not false.</summary>
internal sealed record YamlText(int Line, int Column, string Value, bool Quoted) : YamlNode(Line, Column)
{
    /// <summary>Nothing was written behind the colon.</summary>
    public bool IsNothing => !Quoted && Value is "" or "~" or "null";
}

internal sealed record YamlList(int Line, int Column, IReadOnlyList<YamlNode> Items) : YamlNode(Line, Column);

internal sealed record YamlMap(int Line, int Column, IReadOnlyList<YamlEntry> Entries) : YamlNode(Line, Column)
{
    public YamlEntry? Find(string name) => Entries.FirstOrDefault(e => e.Name.Value == name);
}

internal sealed record YamlEntry(YamlText Name, YamlNode Value);
