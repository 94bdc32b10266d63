using Microsoft.Playwright;

namespace SurveyHub.Tests.Browser;

/// <summary>
/// The machine's own Chromium, started once for the whole run. Every test has a profile of its own in it.
/// A browser that no longer answers is given up, and the next test gets a new one: most calls of Playwright
/// have a time limit, opening and closing a profile and running a script have none.
/// </summary>
internal static class Chromium
{
    private const string Variable = "BROWSER_PATH";

    private static readonly SemaphoreSlim OneAtATime = new(1);

    private static (IPlaywright Driver, IBrowser Browser)? _started;

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static string? Executable =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : UsualPlaces.FirstOrDefault(File.Exists);

    public static async Task<IBrowser> BrowserAsync()
    {
        if (!File.Exists(Executable)) Assert.Ignore($"There is no Chromium on this machine. ./test installs one; {Variable} can name another.");
        await OneAtATime.WaitAsync();
        try
        {
            return (_started ??= await StartAsync()).Browser;
        }
        finally
        {
            OneAtATime.Release();
        }
    }

    public static async Task StopAsync()
    {
        if (_started is not { } running) return;
        await running.Browser.DisposeAsync();
        running.Driver.Dispose();
    }

    /// <summary>Ends the driver, and with it the browser; whatever still waits for either fails at once.</summary>
    public static void GiveUp()
    {
        var given = _started;
        _started = null;
        given?.Driver.Dispose();
    }

    private static async Task<(IPlaywright Driver, IBrowser Browser)> StartAsync()
    {
        var driver = await Playwright.CreateAsync();
        var browser = await driver.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Executable,
            // No sandbox, because containers run as root; the rest keeps the browser from the network and the graphics card.
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
        });
        return (driver, browser);
    }
}
