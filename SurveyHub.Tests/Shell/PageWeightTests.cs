using System.Text.RegularExpressions;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

/// <summary>What a page makes a browser fetch. Most staff pages are read, and reading needs neither a connection nor a component library.</summary>
public sealed partial class PageWeightTests
{
    // Three quarters are the style sheet of all pages, fetched once and kept for a year; the component library alone would be 1,900,000.
    private const int MostOfAStaticPage = 120_000;

    private static readonly Person Everybody = new("alma", "Alma Abel", [.. People.All.SelectMany(person => person.Roles)]);

    private SurveyHubHost _host = null!;
    private HttpClient _alma = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await SurveyHubHost.StartAsync();
        _alma = await _host.SignInAsync(Everybody);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _alma.Dispose();
        await _host.DisposeAsync();
    }

    [TestCase(Urls.Home)]
    [TestCase(Urls.Import)]
    [TestCase(Urls.Accounts)]
    [TestCase(Urls.Password)]
    [TestCase("/no/such/page")]
    public async Task A_static_staff_page_is_light_and_carries_neither_the_framework_nor_the_component_library(string address)
    {
        var html = await _alma.ReadAsync(address);
        var weight = html.Length;
        foreach (var file in FilesOf(html)) weight += (await _alma.GetByteArrayAsync(new Uri("/" + file.TrimStart('/'), UriKind.Relative))).Length;

        Assert.That(FilesOf(html), Has.None.Contains("Radzen").And.None.Contains("_framework").And.Some.Contains("staff"));
        Assert.That(weight, Is.LessThan(MostOfAStaticPage));
    }

    private static List<string> FilesOf(string html) => [.. Files().Matches(html).Select(file => file.Groups[1].Value)];

    [GeneratedRegex("<(?:link rel=\"stylesheet\" href|script src)=\"([^\"]+)\"")]
    private static partial Regex Files();
}
