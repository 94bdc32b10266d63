using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using SurveyHub.Data;

namespace SurveyHub.Tests.Features.Responding.Killing;

/// <summary>The product as a process of its own, which can be killed as the power company would.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync(DatabaseOptions database, string keys)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetDirectoryName(keys)! };
        foreach (var argument in new[] { typeof(Program).Assembly.Location, "--urls", "http://127.0.0.1:0" }) start.ArgumentList.Add(argument);
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        start.Environment["SurveyHub__Database__ConnectionString"] = database.ConnectionString;
        start.Environment["SurveyHub__KeysDirectory"] = keys;
        var process = Process.Start(start)!;
        // Two threads write to it.
        var said = new ConcurrentQueue<string>();
        process.ErrorDataReceived += (_, line) => said.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Enqueue(line);
            if (Listening().Match(line) is not { Success: true } match) continue;
            // To the end: a full pipe would stop the server.
            _ = process.StandardOutput.ReadToEndAsync();
            return new(process, new(match.Value));
        }
        throw new InvalidOperationException($"The server ended before it listened:\n{string.Join('\n', said)}");
    }

    /// <summary>kill −9: it gets no chance to finish anything.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>A visitor with cookies of their own, who brings those of an earlier process along.</summary>
    public Customer Visitor(System.Net.CookieContainer? cookies = null) => new(new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        CookieContainer = cookies ?? new(),
    })
    { BaseAddress = Address });

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Listening();
}
