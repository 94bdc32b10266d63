using System.CommandLine;
using SurveyHub.Benchmarks.Filling;
using SurveyHub.Editions;
using SurveyHub.Features.Exporting;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Benchmarks;

/// <summary>The microdata of one edition as a ZIP, from a SQLite file.</summary>
internal static class ExportBenchmark
{
    public static Command Command(Option<bool> brief)
    {
        var command = new Command("export", "Microdata of 100,000 responses × 20 ratings: seconds, and how much the process grows.") { brief };
        command.SetAction(result => RunAsync(result.GetValue(brief)));
        return command;
    }

    public static async Task RunAsync(bool brief)
    {
        var responses = brief ? 2_000 : 100_000;
        using var folder = new TemporaryFolder();
        await using var database = await folder.CreateDatabaseAsync();
        Measured.Header($"Microdata, {responses:N0} responses");
        IReadOnlyList<Edition> filled = [];
        Measured.Print("storing them", await Measured.SecondsAsync(1, async () => filled = await LargeSurvey.FillAsync(database, 1, responses, EditionStatus.Open)), "s");
        var editions = new EditionStore(database, new());
        await new EditionClosing(database, editions, new EditionWriter(TimeProvider.System), database.Dialect).CloseAsync(filled[0].EditionId);
        var report = (await new ReportTableStore(database, editions, database.Dialect).OfSurveyAsync(LargeSurvey.Key))[0];

        var zip = new MicrodataZip(database);
        GC.Collect();
        var before = Measured.Megabytes();
        var most = before;
        var target = Path.Combine(folder.Path, "microdata.zip");
        Measured.Print("export", await Measured.SecondsAsync(brief ? 1 : 5, async () =>
        {
            await using var file = File.Create(target);
            await zip.WriteAsync(file, report, CancellationToken.None);
            most = Math.Max(most, Measured.Megabytes());
        }), "s");
        Measured.Print("size of the ZIP", new FileInfo(target).Length / 1048576.0, "MB");
        Measured.Print("growth of the process", most - before, "MB");
    }
}
