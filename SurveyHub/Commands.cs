using System.CommandLine;
using SurveyHub.Definitions;
using SurveyHub.Features.Importing.Commands;
using SurveyHub.Features.People;
using SurveyHub.Features.Reporting;

namespace SurveyHub;

/// <summary>What the program does besides serving pages. Without one of these words it serves.</summary>
public static class Commands
{
    /// <summary>A first word without a hyphen is a command, even a mistyped one: a typo must not start the server.</summary>
    public static bool AreMeantBy(string[] args) =>
        args is [var first, ..] && (!first.StartsWith('-') || first is "-h" or "-?" or "--help" or "--version");

    public static Task<int> RunAsync(string[] args) => Root().Parse(args).InvokeAsync();

    private static RootCommand Root()
    {
        var root = new RootCommand("SurveyHub. Without a command it runs the server; settings are given as --SurveyHub:Name=value or in the environment.");
        foreach (var command in All()) root.Subcommands.Add(command);
        return root;
    }

    private static IEnumerable<Command> All() => [Check(), Import(), ReportCommand.Create(Composition.ReadingAsync)];

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

    private static Command Import() => new("import", "Brings in what other systems have")
    {
        ImportCommands.Microdata(Composition.WritingAsync),
        ImportCommands.History(Composition.WritingAsync),
        PeopleCommand.Create(Composition.WritingAsync),
    };
}
