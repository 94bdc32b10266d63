using System.CommandLine;

namespace SurveyHub.Shell;

/// <summary>Whoever runs an import by a command: the person at the keyboard, or the script in their place.</summary>
/// <param name="Output">Takes the preview and the problems.</param>
/// <param name="Input">Gives the answer to the question; null where nobody can be asked.</param>
/// <param name="IsConfirmed">Nobody has to be asked.</param>
public sealed record ImportConsole(TextWriter Output, TextReader? Input, bool IsConfirmed)
{
    /// <summary>Takes lines that say how far it is; the errors' stream, so that a script reads the preview alone.</summary>
    public TextWriter Progress { get; init; } = TextWriter.Null;

    public static Option<bool> Yes() => new("--yes") { Description = "Import without asking" };

    public static ImportConsole Of(ParseResult parsed, Option<bool> yes) =>
        new(parsed.InvocationConfiguration.Output, Console.IsInputRedirected ? null : Console.In, parsed.GetValue(yes)) { Progress = parsed.InvocationConfiguration.Error };

    public bool Confirms()
    {
        if (IsConfirmed) return true;
        if (Input is null)
        {
            Output.WriteLine("Nothing was imported. Run the command again with --yes to import this.");
            return false;
        }
        Output.Write("Import this? Write yes or no: ");
        Output.Flush();
        if (Input.ReadLine()?.Trim() is "yes" or "y") return true;
        Output.WriteLine("Nothing was imported.");
        return false;
    }

    /// <param name="problems">Those that are named, each a line.</param>
    /// <param name="count">How many there are.</param>
    /// <param name="isCut">There may be more: nobody read on.</param>
    public void Refuse(IReadOnlyCollection<object> problems, int count, bool isCut = false)
    {
        foreach (var problem in problems) Output.WriteLine(problem);
        if (count > problems.Count) Output.WriteLine($"… and {count - problems.Count} more{(isCut ? " or further ones: the files were not read to their end" : "")}.");
        Output.WriteLine(count == 1
            ? "Nothing was imported: there is 1 problem. Put it right, then run the command again."
            : $"Nothing was imported: there are {count} problems{(isCut ? " or more" : "")}. Put them right, then run the command again.");
    }
}
