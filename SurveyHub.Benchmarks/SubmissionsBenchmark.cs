using System.Collections.Concurrent;
using System.CommandLine;
using System.Diagnostics;
using SurveyHub.Benchmarks.Load;

namespace SurveyHub.Benchmarks;

/// <summary>Whole journeys of customers against the Release build on loopback; afterwards every acknowledged answer is looked up in the database.</summary>
internal static class SubmissionsBenchmark
{
    private const int Services = 6;

    public static Command Command(Option<bool> brief)
    {
        var command = new Command("submissions", "Customers answering the survey of 12 services, at 8 and at 32 at a time.") { brief };
        command.SetAction(result => RunAsync(result.GetValue(brief)));
        return command;
    }

    public static async Task<int> RunAsync(bool brief)
    {
        using var folder = new TemporaryFolder();
        var (warm, each) = brief ? (10, 30) : (600, 3000);
        await using var database = await folder.CreateDatabaseAsync();
        var (edition, links) = await OpenSurvey.PrepareAsync(database, warm + 2 * each);
        await using var server = await Server.StartAsync(folder.ConnectionString, folder.Path);
        var acknowledged = new ConcurrentBag<Journey>();

        await DriveAsync(server, links.Take(warm), 8, acknowledged);
        foreach (var (customers, part) in new[] { (8, links.Skip(warm).Take(each)), (32, links.Skip(warm + each)) })
            await MeasureAsync(server, part, customers, acknowledged);

        var faults = await StoredJourneys.FaultsAsync(database, edition, acknowledged);
        foreach (var fault in faults.Take(20)) Console.WriteLine(fault);
        Console.WriteLine(faults.Count == 0
            ? $"Every acknowledged answer of {acknowledged.Count:N0} journeys is in the database, once."
            : $"{faults.Count} faults.");
        return faults.Count == 0 ? 0 : 1;
    }

    private static async Task MeasureAsync(Server server, IEnumerable<string> links, int customers, ConcurrentBag<Journey> acknowledged)
    {
        Measured.Header($"{customers} customers at a time, {Services} services each");
        var (cpu, own, watch) = (server.Cpu, Environment.CpuUsage.TotalTime, Stopwatch.StartNew());
        var before = acknowledged.Count;
        var milliseconds = await DriveAsync(server, links, customers, acknowledged);
        var (seconds, journeys) = (watch.Elapsed.TotalSeconds, acknowledged.Count - before);
        Array.Sort(milliseconds);
        Measured.Print("journeys a second", journeys / seconds, "");
        Measured.Print("requests a journey", (double)milliseconds.Length / journeys, "");
        Measured.Print("server CPU a journey", (server.Cpu - cpu).TotalMilliseconds / journeys, "ms");
        Measured.Print("generator CPU a journey", (Environment.CpuUsage.TotalTime - own).TotalMilliseconds / journeys, "ms");
        foreach (var percent in new[] { 50, 95, 99 })
            Measured.Print($"a request, p{percent}", milliseconds[milliseconds.Length * percent / 100], "ms");
        Measured.Print("memory of the server", server.Megabytes, "MB");
    }

    private static async Task<double[]> DriveAsync(Server server, IEnumerable<string> links, int customers, ConcurrentBag<Journey> acknowledged)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, MaxConnectionsPerServer = customers })
        {
            BaseAddress = server.Address,
        };
        var waiting = new ConcurrentQueue<string>(links);
        var milliseconds = await Task.WhenAll(Enumerable.Range(0, customers).Select(number => Task.Run(async () =>
        {
            var own = new List<double>();
            var random = new Random(number);
            while (waiting.TryDequeue(out var link)) acknowledged.Add(await new Customer(http, random, own).AnswerAsync($"/s/{link}", Services));
            return own;
        })));
        return [.. milliseconds.SelectMany(m => m)];
    }
}
