using System.Runtime.CompilerServices;
using Microsoft.VisualBasic.FileIO;

namespace SurveyHub.Tests.Demonstration;

/// <summary>The files under seed-data/, read with a CSV reader that is not ours.</summary>
internal static class SeedData
{
    public static readonly int[] ClosedYears = [2020, 2021, 2022, 2023, 2024, 2025];

    /// <summary>Seed data as they come with the product.</summary>
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../../seed-data"));

    /// <summary>The hospital's; the other survey's are beside it.</summary>
    public static string Folder { get; } = Path.Combine(Root, "internal-services");

    /// <summary>The rows of a file of the hospital, each as cells by column.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file) => Read(Folder, file);

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string folder, string file)
    {
        using var parser = new TextFieldParser(Path.Combine(folder, file)) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var columns = parser.ReadFields()!;
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (parser.ReadFields() is { } cells)
        {
            Assert.That(cells, Has.Length.EqualTo(columns.Length), $"{file}, row {rows.Count + 1}");
            rows.Add(columns.Zip(cells).ToDictionary(c => c.First, c => c.Second));
        }
        return rows;
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Responses(int year) => Read($"{(year == 2026 ? "answers" : "responses")}-{year}.csv");

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Frame(int year) => Read($"frame-{year}.csv");

    private static string Here([CallerFilePath] string path = "") => path;
}
