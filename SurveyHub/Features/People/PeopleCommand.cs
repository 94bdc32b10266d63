using System.CommandLine;
using System.Globalization;
using SurveyHub.Editions;
using SurveyHub.Features.People.Saving;
using SurveyHub.Features.People.Upload;
using SurveyHub.Shell;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People;

/// <summary>The command <c>import people</c>: preview, question, import. What the page does, for a list that another system writes.</summary>
public sealed class PeopleCommand(EditionStore editions, PreviewPeople preview, SavePeople save)
{
    /// <param name="withServices">Runs a command with everything the product consists of.</param>
    public static Command Create(Func<Func<IServiceProvider, Task<int>>, Task<int>> withServices)
    {
        var survey = new Option<string>("--survey") { Description = "The survey's key", Required = true };
        var year = new Option<int>("--year") { Description = "The edition's year; it is in preparation or open", Required = true };
        var file = new Option<string>("--file") { Description = "A CSV file with everybody who is to be asked (docs/people.md)", Required = true };
        var yes = ImportConsole.Yes();
        var command = new Command("people", "Puts people on an edition's list, or brings them up to date there") { survey, year, file, yes };
        command.SetAction((parsed, cancellation) => withServices(services => ActivatorUtilities.CreateInstance<PeopleCommand>(services)
            .RunAsync(parsed.GetRequiredValue(survey), parsed.GetRequiredValue(year), parsed.GetRequiredValue(file), ImportConsole.Of(parsed, yes), cancellation)));
        return command;
    }

    /// <param name="survey">The survey's key.</param>
    /// <param name="year">The edition's year.</param>
    /// <param name="file">Path of the CSV file.</param>
    /// <param name="console">Where the preview goes, and where the answer comes from.</param>
    /// <param name="cancellation">Stops reading.</param>
    /// <returns>0 when the list is as the file says, 1 when it was refused or not confirmed.</returns>
    public async Task<int> RunAsync(string survey, int year, string file, ImportConsole console, CancellationToken cancellation = default)
    {
        if (file.Length == 0)
        {
            console.Output.WriteLine("--file names no file. Write the name of the list behind it.");
            return 1;
        }
        if (await editions.FindAsync(survey, year, cancellation) is not { } edition)
            return Refuse(console, $"There is no edition {year.ToString(CultureInfo.InvariantCulture)} of a survey “{survey}”. Prepare it first.");
        if (edition.Status == EditionStatus.Closed) return Refuse(console, Closed(edition));
        if (await ReadAsync(file, edition, cancellation) is not { } people) return Refuse(console, $"{file}: The file cannot be found or read.");
        if (people.IsRefused)
        {
            var name = Path.GetFileName(file);
            console.Refuse([.. people.Problems.Select(p => Line(name, p))], people.Problems.Count);
            return 1;
        }
        Write(edition, await preview.ExecuteAsync(edition, people, cancellation), people, console.Output);
        if (!console.Confirms()) return 1;
        switch (await save.ExecuteAsync(AuditLog.System, edition, people, cancellation))
        {
            case SavePeopleOutcome.Saved saved:
                console.Output.WriteLine($"Imported: {Words.Count(saved.New)} new, {Words.Count(saved.Changed)} changed. Links are made on the page.");
                return 0;
            default:
                return Refuse(console, Closed(edition));
        }
    }

    private static int Refuse(ImportConsole console, string reason)
    {
        console.Refuse([reason], 1);
        return 1;
    }

    private static string Closed(Edition edition) => $"{edition.Questionnaire.Title} {edition.Year} is closed: nobody can be asked any more.";

    private static async Task<PeopleFile?> ReadAsync(string file, Edition edition, CancellationToken cancellation)
    {
        try
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read);
            return await new PeopleFileReader(edition.Questionnaire).ReadAsync(stream, cancellation);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static string Line(string file, PeopleProblem problem)
    {
        // Most sentences quote what stands there.
        var value = problem.Value.Length > 0 && !problem.Message.StartsWith('"') ? $"\"{problem.Value}\": " : "";
        var place = problem.Column is { } column ? $"column {column}: {value}" : "";
        return string.Create(CultureInfo.InvariantCulture, $"{file}:{problem.Line}: {place}{problem.Message} {problem.Hint}").TrimEnd();
    }

    private static void Write(Edition edition, PeoplePreview preview, PeopleFile file, TextWriter output)
    {
        output.WriteLine($"{edition.Questionnaire.Title} {edition.Year} ({edition.Survey})");
        output.WriteLine();
        output.WriteLine($"{Words.People(preview.People)} in the file: {Words.Count(preview.New)} new, {Words.Count(preview.Changed)} changed, {Words.Count(preview.Same)} on the list just so");
        foreach (var group in preview.Groups.Where(g => g.Options is not null))
        {
            output.WriteLine($"{group.Group.Name}:");
            foreach (var option in group.Options!)
                output.WriteLine($"{Words.Count(option.People),9}  {option.Label ?? "not known"}");
        }
        if (preview.OtherGroups > 0) output.WriteLine($"note: of {Words.People(preview.OtherGroups)} the file says other groups than the list; from the opening on these stay.");
        if (preview.WithoutLanguage > 0) output.WriteLine($"note: of {Words.People(preview.WithoutLanguage)} no language is known; they are greeted in the first one and can choose.");
        if (file.Columns!.Ignored is { Count: > 0 } ignored) output.WriteLine($"note: nothing is stored of {string.Join(", ", ignored)}.");
        foreach (var missing in preview.Groups.Where(g => g.Options is null))
            output.WriteLine($"note: the file has no column for {missing.Group.Name} ({missing.Group.Key}); of people who are new it stays unknown.");
        output.WriteLine();
    }
}
