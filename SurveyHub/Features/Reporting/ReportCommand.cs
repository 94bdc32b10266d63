using System.CommandLine;

namespace SurveyHub.Features.Reporting;

/// <summary>What comes after the word <c>report</c> on the command line.</summary>
public static class ReportCommand
{
    /// <param name="withServices">Runs a command with everything the product consists of.</param>
    public static Command Create(Func<Func<IServiceProvider, Task<int>>, Task<int>> withServices)
    {
        var survey = new Option<string>("--survey") { Description = "The survey's key", Required = true };
        var folder = new Option<string>("--out") { Description = "The folder for the files; it is made if it is not there", Required = true };
        var command = new Command("report", "Writes every report table of a survey's closed editions as CSV files") { survey, folder };
        command.SetAction((parsed, cancellation) => withServices(services => ActivatorUtilities.CreateInstance<WriteReport>(services)
            .RunAsync(parsed.GetRequiredValue(survey), parsed.GetRequiredValue(folder), parsed.InvocationConfiguration.Output, cancellation)));
        return command;
    }
}
