using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace SurveyHub.Benchmarks.Load;

/// <summary>The product's Release build as a process of its own, on a port that the system chooses.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private readonly Process _process;

    private readonly TaskCompletionSource<string> _setUpLink = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Server(Process process, Uri address)
    {
        (_process, Address) = (process, address);
        _ = ListenAsync();
    }

    public Uri Address { get; }

    /// <summary>Path of the link that a start without accounts prints.</summary>
    public Task<string> SetUpLink => _setUpLink.Task.WaitAsync(TimeSpan.FromSeconds(20));

    public TimeSpan Cpu
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public double Megabytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64 / 1048576.0;
        }
    }

    public static async Task<Server> StartAsync(string connectionString, string folder)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in new[] { Program(), "--urls", "http://127.0.0.1:0" }) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["SurveyHub__Database__ConnectionString"] = connectionString;
        var process = Process.Start(start) ?? throw new InvalidOperationException("The server did not start.");
        // Two threads write to it.
        var said = new ConcurrentQueue<string>();
        // Both streams are read to the end: a full pipe would stop the server.
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Enqueue(line);
            if (Listening().Match(line) is not { Success: true } match) continue;
            return new(process, new(match.Value));
        }
        throw new InvalidOperationException($"The server ended before it listened:\n{string.Join('\n', said)}");
    }

    private async Task ListenAsync()
    {
        // To the end: a full pipe would stop the server.
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
            if (SetUp().Match(line) is { Success: true } match) _setUpLink.TrySetResult(match.Value);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    /// <summary>The folder of the solution, from wherever this program was started.</summary>
    public static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "SurveyHub.sln"))) return folder.FullName;
        throw new InvalidOperationException("Run this from the source tree: the folder of SurveyHub.sln was not found above it.");
    }

    private static string Program()
    {
        var program = Path.Combine(Root(), "SurveyHub", "bin", "Release", "net10.0", "SurveyHub.dll");
        return File.Exists(program) ? program
            : throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"{program} is not there. Build it: dotnet build -c Release SurveyHub"));
    }

    [GeneratedRegex("/set-up/[A-Za-z0-9_-]+", RegexOptions.CultureInvariant)]
    private static partial Regex SetUp();

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*", RegexOptions.CultureInvariant)]
    private static partial Regex Listening();
}
