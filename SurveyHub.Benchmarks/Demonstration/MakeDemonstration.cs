using System.CommandLine;
using System.Globalization;
using System.Text;

namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>The command make-demonstration: writes the demonstration's CSV files.</summary>
internal static class MakeDemonstration
{
    public static Command Command()
    {
        var target = new Option<DirectoryInfo>("--out") { Description = "The folder seed-data; files of the same name are replaced.", Required = true };
        var command = new Command("make-demonstration", "Writes the demonstration hospital's answers as CSV; the same bytes every time.") { target };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(target)));
        return command;
    }

    private static void Write(DirectoryInfo target)
    {
        var folder = Directory.CreateDirectory(Path.Combine(target.FullName, DemonstrationFiles.Folder));
        foreach (var (name, content) in DemonstrationFiles.All())
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {content.Count(c => c == '\n') - 1} rows"));
        }
    }
}
