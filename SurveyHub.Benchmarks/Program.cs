using System.CommandLine;
using SurveyHub.Benchmarks;
using SurveyHub.Benchmarks.Demonstration;

var root = new RootCommand("Measures SurveyHub. Each command prints what it measured; docs/benchmarks.md says how to read it.");
var brief = new Option<bool>("--short") { Description = "A small run that only shows that the benchmark still works." };
root.Subcommands.Add(MakeDemonstration.Command());
root.Subcommands.Add(SubmissionsBenchmark.Command(brief));
root.Subcommands.Add(ExportBenchmark.Command(brief));
root.Subcommands.Add(ReportsBenchmark.Command(brief));
var all = new Command("all", "Every measurement, one after the other.") { brief };
all.SetAction(async result =>
{
    var isBrief = result.GetValue(brief);
    var faults = await SubmissionsBenchmark.RunAsync(isBrief);
    await ExportBenchmark.RunAsync(isBrief);
    await ReportsBenchmark.RunAsync(isBrief);
    return faults;
});
root.Subcommands.Add(all);
return await root.Parse(args).InvokeAsync();

// Not public, or the tests could not tell it from the product's.
internal partial class Program;
