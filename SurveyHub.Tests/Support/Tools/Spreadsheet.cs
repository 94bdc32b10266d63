namespace SurveyHub.Tests.Support.Tools;

/// <summary>A spreadsheet program (Gnumeric's ssconvert) that opens a workbook and tells what is in its cells.</summary>
internal static class Spreadsheet
{
    public const string Category = "spreadsheet";

    /// <summary>Every sheet as comma-separated lines, by its name, in the workbook's order: values as they are stored.</summary>
    public static Task<IReadOnlyDictionary<string, string>> ValuesAsync(string workbook) => SheetsAsync(workbook, "raw");

    /// <summary>The same as a person sees it: 0.713 in a cell for percentages is 71 %.</summary>
    public static Task<IReadOnlyDictionary<string, string>> ShownAsync(string workbook) => SheetsAsync(workbook, "preserve");

    private static async Task<IReadOnlyDictionary<string, string>> SheetsAsync(string workbook, string format)
    {
        var folder = Tool.NewFolder();
        await Tool.RunAsync("ssconvert", folder, "-S", "-T", "Gnumeric_stf:stf_assistant", "-O", $"separator=, format={format} charset=UTF-8", workbook, "%n-%s.csv");
        var sheets = new OrderedDictionary<string, string>();
        foreach (var file in Directory.EnumerateFiles(folder).OrderBy(f => int.Parse(Path.GetFileName(f).Split('-')[0], System.Globalization.CultureInfo.InvariantCulture)))
            sheets[Path.GetFileNameWithoutExtension(file).Split('-', 2)[1]] = await File.ReadAllTextAsync(file);
        Directory.Delete(folder, recursive: true);
        return sheets;
    }
}
