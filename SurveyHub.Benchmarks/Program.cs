using System.CommandLine;

var root = new RootCommand("Measures SurveyHub. Each command prints what it measured; docs/operations.md says how to read it.");
return await root.Parse(args).InvokeAsync();
