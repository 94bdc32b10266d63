using Microsoft.Playwright;
using NUnit.Framework.Interfaces;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Browser;

/// <summary>
/// A journey on a real port in a real browser, content security policy and all. Whatever a page says to the console
/// or throws fails the test, unless the test said beforehand that it would.
/// </summary>
[Category("browser")]
public abstract class BrowserTest
{
    /// <summary>Far longer than a busy machine takes to open or close a profile.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Shorter than what the run allows a test without a word, so that it is this test that fails.</summary>
    private static readonly TimeSpan LongestJourney = TimeSpan.FromMinutes(8);

    private readonly List<string> _complaints = [];
    private readonly List<string> _tolerated = [];
    private readonly List<IBrowserContext> _profiles = [];
    private CancellationTokenSource? _clock;
    private IPage? _page;

    /// <summary>One for the fixture; its tests make surveys of their own in it.</summary>
    protected SurveyHubHost Host { get; private set; } = null!;

    /// <summary>The page of the test that needs only one: at a desk, unless <see cref="Device"/> says otherwise.</summary>
    protected IPage Page => _page!;

    protected virtual HostSettings Settings => new();

    protected virtual Device Device => Device.Desktop;

    [OneTimeSetUp]
    public async Task StartHost()
    {
        await Chromium.BrowserAsync();
        Host = await SurveyHubHost.StartAsync(Settings with { OnTheNetwork = true });
        await ArrangeAsync();
    }

    [OneTimeTearDown]
    public async Task StopHost()
    {
        if (Host is not null) await Host.DisposeAsync();
    }

    [SetUp]
    public async Task OpenPage()
    {
        _clock = new(LongestJourney);
        _clock.Token.Register(Chromium.GiveUp);
        _page = await OpenAsync(Device);
    }

    [TearDown]
    public async Task ClosePages()
    {
        if (TestContext.CurrentContext.Result.Outcome.Status == TestStatus.Failed) await KeepPicturesAsync();
        _clock?.Dispose();
        await CloseProfilesAsync();

        var complaints = TakeComplaints();
        _tolerated.Clear();
        Assert.That(complaints, Is.Empty, "The browser complained.");
    }

    /// <summary>Once for the fixture, before its first page: the surveys and people its journeys find.</summary>
    protected virtual Task ArrangeAsync() => Task.CompletedTask;

    /// <summary>Another person, or the same one on another device: a profile without any cookie.</summary>
    protected async Task<IPage> OpenAsync(Device device)
    {
        try
        {
            return await NewPageAsync(device).WaitAsync(Patience);
        }
        catch (TimeoutException) when (_profiles.Count == 0)
        {
            await TestContext.Out.WriteLineAsync("The browser did not open a page; a new one is started.");
            Chromium.GiveUp();
            return await NewPageAsync(device).WaitAsync(Patience);
        }
    }

    /// <summary>Allows one complaint, named by a part of it: Chromium calls a form answered 422 a failure to load.</summary>
    protected void Tolerate(string complaint) => _tolerated.Add(complaint);

    /// <summary>What the browser has complained of so far; the test then answers for it.</summary>
    protected IReadOnlyList<string> TakeComplaints()
    {
        lock (_complaints)
        {
            string[] taken = [.. _complaints.Where(complaint => !_tolerated.Any(complaint.Contains))];
            _complaints.Clear();
            return taken;
        }
    }

    private async Task<IPage> NewPageAsync(Device device)
    {
        var browser = await Chromium.BrowserAsync();
        var profile = await browser.NewContextAsync(device.Options(Host.Address));
        profile.Console += (_, message) => Note($"{message.Type}: {message.Text}", message.Page);
        profile.WebError += (_, error) => Note(error.Error, error.Page);
        var page = await profile.NewPageAsync();
        _profiles.Add(profile);
        return page;
    }

    private async Task CloseProfilesAsync()
    {
        try
        {
            foreach (var profile in _profiles) await profile.DisposeAsync().AsTask().WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            await TestContext.Out.WriteLineAsync("The browser did not close a page; the next test gets a new browser.");
            Chromium.GiveUp();
        }
        catch (PlaywrightException gone)
        {
            await TestContext.Out.WriteLineAsync($"The browser had been given up: {gone.Message}");
        }

        _profiles.Clear();
    }

    private void Note(string complaint, IPage? page)
    {
        lock (_complaints) _complaints.Add($"{complaint} ({page?.Url})");
    }

    private async Task KeepPicturesAsync()
    {
        var pages = _profiles.SelectMany(profile => profile.Pages).ToList();
        foreach (var (page, number) in pages.Select((page, at) => (page, at + 1)))
        {
            var picture = Path.Combine(TestContext.CurrentContext.WorkDirectory, "pictures", $"{TestContext.CurrentContext.Test.Name}-{number}.png");
            await page.ScreenshotAsync(new() { Path = picture, FullPage = true });
            TestContext.AddTestAttachment(picture);
        }
    }
}
