using System.Diagnostics;
using System.Text;

namespace SurveyHub.Tests.Support.Tools;

/// <summary>A program of the machine that reads what we write. A test that needs one says so by the category of its name, on its class.</summary>
internal static class Tool
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <returns>What the program says on its standard output.</returns>
    public static async Task<string> RunAsync(string program, string folder, params string[] arguments) => (await HearAsync(program, folder, arguments)).Said;

    /// <returns>What it says on both channels.</returns>
    public static async Task<(string Said, string Complaints)> HearAsync(string program, string folder, params string[] arguments)
    {
        if (!IsHere(program)) Assert.Ignore($"There is no {program} on this machine. ./test --all installs it.");
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        // Neither the developer's language nor settings decide what a file says.
        start.Environment["LC_ALL"] = "C.UTF-8";
        start.Environment["LANGUAGE"] = "";
        start.Environment["HOME"] = TestFolder.Path;
        start.Environment["TZ"] = "UTC";
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            var (said, complaints) = (process.StandardOutput.ReadToEndAsync(limit.Token), process.StandardError.ReadToEndAsync(limit.Token));
            await process.WaitForExitAsync(limit.Token);
            Assert.That(process.ExitCode, Is.Zero, $"{program} {string.Join(' ', arguments)}\n{await complaints}\n{await said}");
            return (await said, await complaints);
        }
        finally
        {
            if (!process.HasExited) process.Kill(entireProcessTree: true);
        }
    }

    /// <summary>A folder for the files of one test.</summary>
    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"))).FullName;

    private static bool IsHere(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(place => place.Length > 0 && File.Exists(Path.Combine(place, program)));
}
