using System.Runtime.CompilerServices;

namespace SurveyHub.Tests.Architecture;

/// <summary>The files a programmer reads, found from where this one was compiled.</summary>
internal static class SourceTree
{
    private static readonly string[] Projects = ["SurveyHub", "SurveyHub.Tests", "SurveyHub.Benchmarks"];
    private static readonly string[] NotOurs = ["bin", "obj", "_framework", "vectors", "TestResults"];

    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", ".."));

    public static IReadOnlyList<string> Folders(string root) =>
        [.. Projects.Select(project => Path.Combine(root, project)).Where(Directory.Exists).SelectMany(WithinAndItself)];

    public static IReadOnlyList<string> Files(string root, params string[] endings) =>
        [.. Folders(root).SelectMany(folder => Directory.GetFiles(folder)).Where(file => endings.Contains(Path.GetExtension(file)))];

    private static IEnumerable<string> WithinAndItself(string folder) =>
        NotOurs.Contains(Path.GetFileName(folder)) ? [] : Directory.GetDirectories(folder).SelectMany(WithinAndItself).Prepend(folder);

    private static string ThisFile([CallerFilePath] string path = "") => path;
}
