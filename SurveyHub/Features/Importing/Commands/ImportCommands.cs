using System.CommandLine;
using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Shell;

namespace SurveyHub.Features.Importing.Commands;

/// <summary>What comes after the word <c>import</c> on the command line.</summary>
public static class ImportCommands
{
    /// <param name="withServices">Runs a command with everything the product consists of.</param>
    public static Command Microdata(Func<Func<IServiceProvider, Task<int>>, Task<int>> withServices)
    {
        var mapping = new Option<string>("--mapping") { Description = "The mapping file: what the columns hold (docs/importing.md)", Required = true };
        var data = new Option<string?>("--data") { Description = "Where the data lie, if not beside the mapping: a folder, or the file of responses" };
        var (yes, breaks) = (ImportConsole.Yes(), ConfirmBreaks());
        var command = new Command("microdata", "Imports the answers of earlier years, one row a response, as closed editions") { mapping, data, yes, breaks };
        command.SetAction((parsed, cancellation) => withServices(services => services.GetRequiredService<MicrodataCommand>()
            .RunAsync(parsed.GetRequiredValue(mapping), parsed.GetValue(data), ImportConsole.Of(parsed, yes), Confirmed(parsed, breaks), cancellation)));
        return command;
    }

    /// <param name="withServices">Runs a command with everything the product consists of.</param>
    public static Command History(Func<Func<IServiceProvider, Task<int>>, Task<int>> withServices)
    {
        var file = new Option<string>("--file") { Description = "The history file: counts per service and year (docs/importing.md)", Required = true };
        var (yes, breaks) = (ImportConsole.Yes(), ConfirmBreaks());
        var command = new Command("history", "Imports counts of earlier years, where nobody has the answers any more") { file, yes, breaks };
        command.SetAction((parsed, cancellation) => withServices(services => services.GetRequiredService<HistoryCommand>()
            .RunAsync(parsed.GetRequiredValue(file), ImportConsole.Of(parsed, yes), Confirmed(parsed, breaks), cancellation)));
        return command;
    }

    private static Option<bool> ConfirmBreaks() => new("--confirm-breaks") { Description = "Import although it breaks the series as the preview says; --yes alone does not do so" };

    private static ConfirmedBreaks Confirmed(ParseResult parsed, Option<bool> breaks) => parsed.GetValue(breaks) ? ConfirmedBreaks.All : ConfirmedBreaks.None;
}
