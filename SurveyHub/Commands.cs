using System.CommandLine;
using SurveyHub.Definitions;
using SurveyHub.Features.Importing.Commands;
using SurveyHub.Features.People;
using SurveyHub.Features.Reporting;

namespace SurveyHub;

/// <summary>What the program does besides serving pages. Without one of these words it serves.</summary>
public static class Commands
{
    /// <summary>The first word that is no setting and no setting's value is a command, even a mistyped one: a typo must not start the server.</summary>
    public static bool AreMeantBy(string[] args) => CommandAt(args) >= 0 || args is ["-h" or "-?" or "--help" or "--version", ..];

    public static Task<int> RunAsync(string[] args)
    {
        var (settings, words) = (args[..Math.Max(CommandAt(args), 0)], args[Math.Max(CommandAt(args), 0)..]);
        return Root([.. settings, .. words.Where(IsSetting)]).Parse([.. words.Where(w => !IsSetting(w))]).InvokeAsync();
    }

    private static int CommandAt(string[] args)
    {
        for (var at = 0; at < args.Length; at++)
            if (!args[at].StartsWith('-')) return at;
            else if (!args[at].Contains('=')) at++;
        return -1;
    }

    // Behind a command only settings with "=": what stands after a blank belongs to the command.
    private static bool IsSetting(string word) => word.StartsWith("--", StringComparison.Ordinal) && word.IndexOf(':') is > 2 and var colon && word.IndexOf('=') > colon;

    private static RootCommand Root(string[] settings)
    {
        var root = new RootCommand("SurveyHub. Without a command it runs the server; settings are given as --SurveyHub:Name=value, with a command too, or in the environment.");
        foreach (var command in All(settings)) root.Subcommands.Add(command);
        return root;
    }

    private static IEnumerable<Command> All(string[] settings) =>
        [Check(), Import(act => Composition.WritingAsync(settings, act)), ReportCommand.Create(act => Composition.ReadingAsync(settings, act))];

    private static Command Check()
    {
        var paths = new Argument<string[]>("path")
        {
            Description = "Survey files, or folders of them",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["surveys"],
        };
        var command = new Command("check", "Checks survey files and names every problem with its line") { paths };
        command.SetAction(parsed => CheckDefinitions.Run(parsed.GetRequiredValue(paths), parsed.InvocationConfiguration.Output));
        return command;
    }

    private static Command Import(Func<Func<IServiceProvider, Task<int>>, Task<int>> writing) => new("import", "Brings in what other systems have")
    {
        ImportCommands.Microdata(writing),
        ImportCommands.History(writing),
        PeopleCommand.Create(writing),
    };
}
