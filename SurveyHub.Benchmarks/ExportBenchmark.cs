using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Benchmarks.Filling;
using SurveyHub.Data;
using SurveyHub.Features.Exporting;
using SurveyHub.Features.Exporting.Spss;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Benchmarks;

/// <summary>Closing one edition and its microdata as a ZIP and for SPSS, from a SQLite file: where there is much to withhold, and where there is nothing.</summary>
internal static class ExportBenchmark
{
    public static Command Command(Option<bool> brief)
    {
        var command = new Command("export", "Closing and microdata of 100,000 responses × 20 ratings: seconds, and how much the process grows.") { brief };
        command.SetAction(result => RunAsync(result.GetValue(brief)));
        return command;
    }

    public static async Task RunAsync(bool brief)
    {
        foreach (var organisation in new[] { Organisation.Uneven(Anonymity.Confidential), Organisation.Uneven(Anonymity.Anonymous), Organisation.Even })
            await RunAsync(organisation, brief ? 2_000 : 100_000, brief ? 1 : 5);
    }

    private static async Task RunAsync(Organisation organisation, int responses, int runs)
    {
        using var folder = new TemporaryFolder();
        await using var database = await folder.CreateDatabaseAsync();
        Measured.Header($"{responses:N0} responses, {organisation.Name}");
        IReadOnlyList<Edition> filled = [];
        Measured.Print("storing them", await Measured.SecondsAsync(1, async () => filled = await LargeSurvey.FillAsync(database, organisation, 1, responses)), "s");
        await CloseAsync(database, filled[0]);
        var report = (await new ReportTableStore(database, new(database, new()), database.Dialect).OfSurveyAsync(LargeSurvey.Key))[0];
        await ZipAsync(database, report, Path.Combine(folder.Path, "microdata.zip"), runs);
        await SavAsync(database, report, Path.Combine(folder.Path, "microdata.sav"), runs);
    }

    private static async Task CloseAsync(Database database, Edition edition)
    {
        var closing = new EditionClosing(database, new(database, new()), new(TimeProvider.System), database.Dialect, NullLogger<EditionClosing>.Instance);
        double[] seconds = [];
        var growth = await Measured.GrowthAsync(async () => seconds = await Measured.SecondsAsync(1, () => closing.CloseAsync(edition.EditionId)));
        Measured.Print("closing", seconds, "s");
        Measured.Print("growth of the process by closing", growth, "MB at most");
    }

    private static async Task ZipAsync(Database database, EditionReport report, string target, int runs)
    {
        var zip = new MicrodataZip(database, new(database, new()));
        MicrodataManifest? manifest = null;
        await ExportAsync("ZIP", target, runs, async file => manifest = await zip.WriteAsync(file, report, CancellationToken.None));
        foreach (var line in manifest!.LeftOut) Console.WriteLine($"  {line}");
    }

    private static async Task SavAsync(Database database, EditionReport report, string target, int runs)
    {
        var sav = new MicrodataSav(database, new(database, new()));
        await ExportAsync("SAV", target, runs, file => sav.WriteAsync(file, report, report.Edition.Questionnaire.Languages[0], CancellationToken.None));
    }

    private static async Task ExportAsync(string format, string target, int runs, Func<Stream, Task> write)
    {
        double[] seconds = [];
        var before = Environment.CpuUsage.TotalTime;
        var growth = await Measured.GrowthAsync(async () => seconds = await Measured.SecondsAsync(runs, async () =>
        {
            await using var file = File.Create(target);
            await write(file);
        }));
        Measured.Print($"export, {format}", seconds, "s");
        // What a machine that has other work to do cannot change much.
        Measured.Print($"processor time of an export, {format}", (Environment.CpuUsage.TotalTime - before).TotalSeconds / runs, "s");
        Measured.Print($"size of the {format}", new FileInfo(target).Length / 1048576.0, "MB");
        Measured.Print($"growth of the process, {format}", growth, "MB at most");
    }
}
