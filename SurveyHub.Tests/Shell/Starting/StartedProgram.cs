using System.Diagnostics;
using System.Text.RegularExpressions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell.Starting;

/// <summary>The built program as a process of its own, in a folder of its own, as somebody starts it who has just installed it.</summary>
internal sealed partial class StartedProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly List<string> _said = [];
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private StartedProgram(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>All it has printed, on both channels.</summary>
    public IReadOnlyList<string> Said
    {
        get
        {
            lock (_said) return [.. _said];
        }
    }

    public Uri Address => Said.Select(line => Listening().Match(line)).First(match => match.Success) is var match ? new(match.Value) : throw new UnreachableException();

    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"))).FullName;

    public static StartedProgram Start(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = folder };
        foreach (var argument in (string[])[typeof(Program).Assembly.Location, .. arguments]) start.ArgumentList.Add(argument);
        // Nothing of whoever runs the tests.
        foreach (var name in start.Environment.Keys.Where(OfTheProduct).ToArray()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return new(Process.Start(start)!);
    }

    public static StartedProgram Start(string folder, params string[] arguments) => Start(folder, new Dictionary<string, string>(), arguments);

    public async Task<int> ExitCodeAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(limit.Token);
        _process.WaitForExit();
        return _process.ExitCode;
    }

    public async Task ReadyAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        await Task.WhenAny(_ready.Task, _process.WaitForExitAsync(limit.Token));
        Assert.That(_ready.Task.IsCompleted, $"it did not become ready:\n{string.Join('\n', Said)}");
    }

    /// <summary>kill −9: it gets no chance to tidy up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited) await KillAsync();
        _process.Dispose();
    }

    private static bool OfTheProduct(string name) =>
        new[] { "SURVEYHUB__", "ASPNETCORE_", "DOTNET_ENVIRONMENT", "DOTNET_URLS", "KESTREL__", "LOGGING__" }.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase));

    private void Hear(string? line)
    {
        if (line is null) return;
        lock (_said) _said.Add(line);
        if (line.Contains("SurveyHub is ready", StringComparison.Ordinal)) _ready.TrySetResult();
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9]\d*")]
    private static partial Regex Listening();
}
