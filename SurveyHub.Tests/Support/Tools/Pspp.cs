namespace SurveyHub.Tests.Support.Tools;

/// <summary>PSPP, the free program for SPSS files: it reads ours the way an analyst's program does.</summary>
internal static class Pspp
{
    public const string Category = "pspp";

    /// <summary>Runs a syntax in a folder.</summary>
    /// <returns>The tables it prints, as comma-separated lines.</returns>
    public static async Task<string> RunAsync(string folder, string syntax)
    {
        var file = Path.Combine(folder, $"{Guid.NewGuid():N}.sps");
        await File.WriteAllTextAsync(file, syntax);
        return await Tool.RunAsync("pspp", folder, "--no-statrc", "-o", "-", "-O", "format=csv", file);
    }

    /// <summary>A system file as comma-separated values, codes unless options say otherwise ("--labels", "--recode").</summary>
    public static async Task<string> ToCsvAsync(string sav, params string[] options)
    {
        var (folder, csv) = (Path.GetDirectoryName(sav)!, Path.ChangeExtension(sav, $"{Guid.NewGuid():N}.csv"));
        await Tool.RunAsync("pspp-convert", folder, [.. options, "-O", "csv", sav, csv]);
        return await File.ReadAllTextAsync(csv);
    }
}
