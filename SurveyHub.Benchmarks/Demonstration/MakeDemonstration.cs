using System.CommandLine;
using System.Globalization;
using System.Text;
using SurveyHub.Benchmarks.Demonstration.Joint;

namespace SurveyHub.Benchmarks.Demonstration;

/// <summary>The command make-demonstration: writes the CSV files of the demonstration's two surveys.</summary>
internal static class MakeDemonstration
{
    public static Command Command()
    {
        var target = new Option<DirectoryInfo>("--out") { Description = "The folder seed-data; files of the same name are replaced.", Required = true };
        var command = new Command("make-demonstration", "Writes the answers of the demonstration's two surveys as CSV; the same bytes every time.") { target };
        command.SetAction(parsed => Write(parsed.GetRequiredValue(target)));
        return command;
    }

    private static void Write(DirectoryInfo target)
    {
        Write(target, DemonstrationFiles.Folder, DemonstrationFiles.All());
        Write(target, JointFiles.Folder, JointFiles.All());
    }

    private static void Write(DirectoryInfo target, string survey, IEnumerable<(string Name, string Content)> files)
    {
        var folder = Directory.CreateDirectory(Path.Combine(target.FullName, survey));
        foreach (var (name, content) in files)
        {
            File.WriteAllText(Path.Combine(folder.FullName, name), content, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{survey}/{name}: {content.Count(c => c == '\n') - 1} rows"));
        }
    }
}
