using System.CommandLine;
using SurveyHub.Benchmarks.Demonstration;

var root = new RootCommand("Measures SurveyHub. Each command prints what it measured; docs/operations.md says how to read it.");
root.Subcommands.Add(MakeDemonstration.Command());
return await root.Parse(args).InvokeAsync();

// Not public, or the tests could not tell it from the product's.
internal partial class Program;
