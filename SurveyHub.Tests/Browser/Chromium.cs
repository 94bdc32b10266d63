using Microsoft.Playwright;

namespace SurveyHub.Tests.Browser;

/// <summary>The machine's own Chromium, started once for the whole run. Every test has a profile of its own in it.</summary>
internal static class Chromium
{
    private const string Variable = "BROWSER_PATH";

    private static readonly Lazy<Task<(IPlaywright Driver, IBrowser Browser)>> Started = new(StartAsync);

    private static readonly string[] UsualPlaces = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static string? Executable =>
        Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named : UsualPlaces.FirstOrDefault(File.Exists);

    public static async Task<IBrowser> BrowserAsync()
    {
        if (!File.Exists(Executable)) Assert.Ignore($"There is no Chromium on this machine. ./test installs one; {Variable} can name another.");
        return (await Started.Value).Browser;
    }

    public static async Task StopAsync()
    {
        if (!Started.IsValueCreated) return;
        var (driver, browser) = await Started.Value;
        await browser.DisposeAsync();
        driver.Dispose();
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
