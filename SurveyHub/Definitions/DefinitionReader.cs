using SurveyHub.Definitions.Yaml;

namespace SurveyHub.Definitions;

/// <summary>
/// Reads a survey file (docs/definition-files.md). Whatever the file is, the answer is a definition or problems with their places,
/// all of them at once; never an exception.
/// </summary>
public static class DefinitionReader
{
    public const string Extension = ".yaml";

    /// <param name="file">The file's name for the problems: <c>surveys/internal-services.yaml</c>.</param>
    /// <param name="bytes">What the file holds.</param>
    public static DefinitionResult Read(string file, ReadOnlySpan<byte> bytes)
    {
        var findings = new Findings(file);
        SurveyDefinition? definition = null;
        if (YamlBytes.Decode(bytes, findings) is { } text && YamlTree.Read(text, findings) is { } map)
        {
            definition = new SurveyReader(map, findings).Read();
            CheckName(file, definition, findings);
        }
        return new(findings.HasErrors ? null : definition, findings.InOrder());
    }

    /// <summary>A survey is found by its file's name, and two files can never claim the same survey.</summary>
    private static void CheckName(string file, SurveyDefinition definition, Findings findings)
    {
        if (definition.Survey != "" && !findings.Blames(findings.Place(definition.AllYears, "survey")) && Path.GetFileName(file) != definition.Survey + Extension)
            findings.Error(findings.Place(definition.AllYears, "survey"), $"The file {Path.GetFileName(file)} holds the survey “{definition.Survey}”.",
                $"Rename it to {definition.Survey}{Extension}, or write another key.");
    }

    /// <summary>Reads a file on disk. One that cannot be opened is a problem like any other.</summary>
    /// <param name="path">Where the file is.</param>
    /// <param name="shownAs">Its name for the problems; the path when left out.</param>
    public static DefinitionResult ReadFile(string path, string? shownAs = null)
    {
        var file = shownAs ?? path;
        if (path.Length == 0) return new(null, [new("\"\"", 1, 1, DefinitionSeverity.Error, "No file is named.", "Write the name of a survey file, or of the folder they lie in.")]);
        try
        {
            if (new FileInfo(path).Length <= YamlBytes.MostBytes) return Read(file, File.ReadAllBytes(path));
            var findings = new Findings(file);
            YamlBytes.TooLarge(new FileInfo(path).Length, findings);
            return new(null, findings.InOrder());
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new(null, [new(file, 1, 1, DefinitionSeverity.Error, $"The file cannot be read: {error.Message}", "Check that it is there and that you may read it.")]);
        }
    }
}
