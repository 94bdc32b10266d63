using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>The command <c>check</c>: every problem of survey files, one a line, as editors and build servers read them.</summary>
public static class CheckDefinitions
{
    /// <param name="paths">Files, or folders whose survey files are meant.</param>
    /// <param name="output">Takes the lines.</param>
    /// <returns>0 when every file can be used, 1 otherwise.</returns>
    public static int Run(IReadOnlyList<string> paths, TextWriter output)
    {
        var (files, errors, warnings) = (0, 0, 0);
        foreach (var other in paths.SelectMany(path => FilesIn(path, "*.yml") ?? []).Distinct(StringComparer.Ordinal))
        {
            output.WriteLine($"{Shown(other)}:1: warning: Only files that end in .yaml are read. Rename it to {Path.GetFileNameWithoutExtension(other)}.yaml.");
            warnings++;
        }
        foreach (var path in paths.SelectMany(path => FilesIn(path, "*" + DefinitionReader.Extension) ?? [path]).Distinct(StringComparer.Ordinal))
        {
            var result = DefinitionReader.ReadFile(path, Shown(path));
            foreach (var problem in result.Problems) output.WriteLine(problem);
            if (result.Definition is { } definition) output.WriteLine($"{Shown(path)}: {Summary(definition.AllYears)}");
            files++;
            errors += result.Problems.Count(p => p.IsError);
            warnings += result.Problems.Count(p => !p.IsError);
        }
        output.WriteLine(files == 0
            ? "No survey file was found. Name a file, or a folder with files that end in .yaml."
            : $"{Counted(files, "file")} checked: {Counted(errors, "error")}, {Counted(warnings, "warning")}.");
        return files == 0 || errors > 0 ? 1 : 0;
    }

    /// <summary>What a folder holds; null where it is none, or cannot be read: then it is told as a file would be.</summary>
    private static IEnumerable<string>? FilesIn(string path, string pattern)
    {
        try
        {
            return Directory.Exists(path) ? [.. Directory.EnumerateFiles(path, pattern).Order(StringComparer.Ordinal)] : null;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Summary(Questionnaire q) =>
        $"{Counted(q.Services.Count, "service")} with {Counted(q.ServiceQuestions.Count, "question")} each, {Counted(q.LastQuestions.Count, "last question")}, "
        + $"{Counted(q.Groups.Count, "customer group")}, in {string.Join(", ", q.Languages)}. It can be opened.";

    private static string Counted(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static string Shown(string path) => path.Replace('\\', '/').StartsWith("./", StringComparison.Ordinal) ? path[2..] : path.Replace('\\', '/');
}
