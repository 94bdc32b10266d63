namespace SurveyHub.Tests.Support.Tools;

/// <summary>R with its package survey: the figures computed a second time by somebody else's program.</summary>
internal static class RScript
{
    public const string Category = "r";

    /// <summary>Runs a script file in a folder, where it finds and leaves its files.</summary>
    /// <returns>What it prints.</returns>
    public static Task<string> RunAsync(string script, string folder, params string[] arguments) =>
        Tool.RunAsync("Rscript", folder, ["--vanilla", script, .. arguments]);

    /// <summary>Runs lines of R in a folder.</summary>
    public static async Task<string> RunLinesAsync(string folder, string lines)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.R");
        await File.WriteAllTextAsync(file, lines);
        return await RunAsync(file, folder);
    }
}
