using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>Who may manage editions, and what is not there.</summary>
public sealed class ManagingAccessTests
{
    private const string Survey = SurveyFolder.Survey;

    private SurveyFolder _folder = null!;
    private SurveyHubHost _host = null!;
    private HttpClient _owner = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _folder = new();
        _host = await SurveyHubHost.StartAsync(new() { Configuration = new Dictionary<string, string> { ["SurveyHub:SurveysDirectory"] = _folder.Path } });
        _owner = await _host.SignInAsync(People.Owner);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _owner.Dispose();
        await _host.DisposeAsync();
        _folder.Dispose();
    }

    internal static IEnumerable<string> Pages =>
    [
        Urls.Manage(Survey), Urls.NextEdition(Survey), Urls.OpenEdition(Survey, 2026), Urls.TakeBackEdition(Survey, 2026), Urls.DiscardEdition(Survey, 2026),
        Urls.ExtendEdition(Survey, 2026), Urls.OpenLink(Survey, 2026), Urls.CloseEdition(Survey, 2026), Urls.ReopenEdition(Survey, 2026),
    ];

    [TestCaseSource(nameof(Pages))]
    public async Task A_stranger_is_led_to_the_sign_in_page(string page)
    {
        using var answer = await _host.Visitor().GetAsync(new Uri(page, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.Headers.Location?.AbsolutePath, Is.EqualTo(Urls.SignIn));
    }

    [TestCaseSource(nameof(Pages))]
    public async Task Nobody_but_an_owner_may_manage_editions(string page)
    {
        foreach (var person in People.All.Where(p => p != People.Owner))
        {
            using var visitor = await _host.SignInAsync(person);
            using var answer = await visitor.GetAsync(new Uri(page, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), person.Name);
        }
    }

    [TestCase("/surveys/garden")]
    [TestCase("/surveys/garden/next")]
    [TestCase("/surveys/house/2026/open")]
    [TestCase("/surveys/house/2026/take-back")]
    [TestCase("/surveys/house/2026/discard")]
    [TestCase("/surveys/house/2026/extend")]
    [TestCase("/surveys/house/2026/open-link")]
    [TestCase("/surveys/house/2026/close")]
    [TestCase("/surveys/house/2026/reopen")]
    [TestCase("/surveys/..%2F..%2Fetc/next")]
    public async Task What_is_not_there_is_not_found(string page)
    {
        using var answer = await _owner.GetAsync(new Uri(page, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }
}
