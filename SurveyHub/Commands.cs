using System.CommandLine;

namespace SurveyHub;

/// <summary>What the program does besides serving pages. Without one of these words it serves.</summary>
internal static class Commands
{
    public static bool AreMeantBy(string[] args) =>
        args is [var first, ..] && (first is "-h" or "-?" or "--help" or "--version" || Root().Subcommands.Any(command => command.Name == first));

    public static Task<int> RunAsync(string[] args) => Root().Parse(args).InvokeAsync();

    private static RootCommand Root()
    {
        var root = new RootCommand("SurveyHub. Without a command it runs the server; settings are given as --SurveyHub:Name=value or in the environment.");
        foreach (var command in All()) root.Subcommands.Add(command);
        return root;
    }

    private static IEnumerable<Command> All() => [];
}
