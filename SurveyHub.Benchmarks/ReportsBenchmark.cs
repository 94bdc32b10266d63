using System.CommandLine;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Benchmarks.Filling;
using SurveyHub.Benchmarks.Load;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Surveys;

namespace SurveyHub.Benchmarks;

/// <summary>Six editions: how long closing takes, and whether a report page gets slower with the number of responses. It must not.</summary>
internal static class ReportsBenchmark
{
    private const int Editions = 6;

    private static readonly string[] Pages = ["", "/2025", "/2025/services", "/2025/services?show=funnel", "/2025/changes", "/2025/groups", "/2025/priorities", "/2025/drivers", "/2025/distribution", "/2025/benchmark", "/2025/participation", "/2025/disclosure", "/2025/board-paper", "/2025/services/s01", "/2025/groups?show=impact", "/2025/groups/department/d01", "/2025/comments", "/2025/comments?page=1000", "/2025/comments?about=s07.comment", "/2025/comments?who=-rating.good"];

    // Each is asked for once: a search that nobody made before.
    private static readonly string[] Searches = ["drucker", "größer", "nobody answers", "xylophone", "e", "slow printer night", "%", "help desk phone"];

    public static Command Command(Option<bool> brief)
    {
        var command = new Command("reports", "Closing, and the pages of six editions of 100,000 responses beside six of 1,000.") { brief };
        command.SetAction(result => RunAsync(result.GetValue(brief)));
        return command;
    }

    public static async Task RunAsync(bool brief)
    {
        var small = await OfSizeAsync(brief ? 50 : 1_000, brief);
        var large = await OfSizeAsync(brief ? 500 : 100_000, brief);
        Measured.Header("Large over small, first byte");
        foreach (var page in Pages) Measured.Print($"/reports/{LargeSurvey.Key}{page}", large[page] / small[page], "×");
    }

    private static async Task<Dictionary<string, double>> OfSizeAsync(int responses, bool brief)
    {
        using var folder = new TemporaryFolder();
        await using (var database = await folder.CreateDatabaseAsync())
        {
            Measured.Header($"{Editions} editions of {responses:N0} responses × 20 ratings, 60 × 6 × 4 groups");
            await CloseAsync(database, await LargeSurvey.FillAsync(database, Organisation.Uneven(Anonymity.Confidential) with { WritesComments = true }, Editions, responses));
        }
        await using var server = await Server.StartAsync(folder.ConnectionString, folder.Path);
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = server.Address };
        var reader = new StaffMember(http);
        await reader.SetUpAsync(await server.SetUpLink);
        var medians = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var page in Pages)
        {
            var address = $"/reports/{LargeSurvey.Key}{page}";
            for (var i = 0; i < 10; i++) await reader.LookAsync(address);
            var milliseconds = new double[brief ? 5 : 60];
            for (var i = 0; i < milliseconds.Length; i++) milliseconds[i] = (await reader.LookAsync(address)).Milliseconds;
            Array.Sort(milliseconds);
            Measured.Print($"first byte of {address}", milliseconds, "ms");
            medians[page] = milliseconds[milliseconds.Length / 2];
        }
        var searches = new List<double>();
        foreach (var choice in (string[])["", "&about=s03.comment", "&who=-rating.good"])
            foreach (var words in Searches) searches.Add((await reader.LookAsync($"/reports/{LargeSurvey.Key}/2025/comments?words={Uri.EscapeDataString(words)}{choice}")).Milliseconds);
        Measured.Print("first byte of a search in the comments, each made once", [.. searches.Order()], "ms");
        return medians;
    }

    private static async Task CloseAsync(Database database, IReadOnlyList<Edition> editions)
    {
        var closing = new EditionClosing(database, new EditionStore(database, new()), new EditionWriter(TimeProvider.System), database.Dialect, NullLogger<EditionClosing>.Instance);
        GC.Collect();
        var before = Measured.Megabytes();
        var next = 0;
        Measured.Print("closing an edition", await Measured.SecondsAsync(editions.Count, () => closing.CloseAsync(editions[next++].EditionId)), "s");
        Measured.Print("growth of the process by closing", Measured.PeakMegabytes() - before, "MB at most");
    }
}
