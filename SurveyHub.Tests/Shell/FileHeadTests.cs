using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell;

/// <summary>Programs ask for the head of a file before they take it, or instead.</summary>
public sealed class FileHeadTests
{
    private static readonly string[] Addresses =
    [
        Urls.AsCsv(Urls.Trend(ReportedSurvey.Key)), Urls.AsCsv(Urls.Trend(ReportedSurvey.Key)) + "?from=2024", Urls.AsCsv(Urls.Report(ReportedSurvey.Key, 2025)),
        Urls.AsCsv(Urls.Services(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Changes(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Groups(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Group(ReportedSurvey.Key, 2025, "role", "nurse")), Urls.AsCsv(Urls.Participation(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Disclosure(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Comments(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Priorities(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Drivers(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Distribution(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.BenchmarkReport(ReportedSurvey.Key, 2025)), Urls.AsCsv(Urls.Expectations(ReportedSurvey.Key, 2025)),
        Urls.Microdata(ReportedSurvey.Key, 2025), Urls.MicrodataForSpss(ReportedSurvey.Key, 2025), Urls.CodebookForArchives(ReportedSurvey.Key, 2025), Urls.Workbook(ReportedSurvey.Key, 2025), Urls.Benchmark(ReportedSurvey.Key, 2025), Urls.AuditCsv, Urls.People(ReportedSurvey.Key, 2026) + "/template.csv",
    ];

    private static readonly string[] Refused =
    [
        Urls.Microdata(ReportedSurvey.Key, 2026), Urls.MicrodataForSpss(ReportedSurvey.Key, 2026), Urls.Benchmark(ReportedSurvey.Key, 2026), Urls.AsCsv(Urls.Services(ReportedSurvey.Key, 2026)),
        Urls.Microdata(ReportedSurvey.Key, 1999), Urls.AsCsv(Urls.Trend("nothing")),
    ];

    private SurveyHubHost _host = null!;
    private HttpClient _alma = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _host = await SurveyHubHost.StartAsync(new() { OnTheNetwork = true });
        await ReportedSurvey.StoreAsync(_host);
        _alma = await _host.SignInAsync(new("alma", "Alma Abel", [.. People.All.SelectMany(person => person.Roles)]));
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _alma.Dispose();
        await _host.DisposeAsync();
    }

    [Test]
    public void Every_address_of_a_file_answers_both()
    {
        var files = _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.RoutePattern.RawText is { } address && (address.EndsWith(".csv", StringComparison.Ordinal) || address.EndsWith(".zip", StringComparison.Ordinal)))
            .Select(route => (Address: route.RoutePattern.RawText, Methods: route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? []))
            .Where(route => route.Methods.Contains(HttpMethods.Get))
            .ToArray();

        Assert.That(files, Has.Length.GreaterThanOrEqualTo(10));
        Assert.That(files.Where(route => !route.Methods.Contains(HttpMethods.Head)), Is.Empty);
    }

    [TestCaseSource(nameof(Addresses))]
    [TestCaseSource(nameof(Refused))]
    public async Task A_head_is_as_the_file_s_without_its_body_and_nobody_has_taken_it(string address)
    {
        using var file = await _alma.GetAsync(new Uri(address, UriKind.Relative));
        var taken = await _host.AuditAsync();
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await _alma.SendAsync(request);

        Assert.Multiple(async () =>
        {
            Assert.That(file.IsSuccessStatusCode, Is.EqualTo(Addresses.Contains(address)), $"{file.StatusCode}");
            Assert.That(head.StatusCode, Is.EqualTo(file.StatusCode));
            Assert.That(head.Content.Headers.ContentType, Is.EqualTo(file.Content.Headers.ContentType));
            Assert.That(head.Content.Headers.ContentDisposition, Is.EqualTo(file.Content.Headers.ContentDisposition));
            Assert.That(await head.Content.ReadAsByteArrayAsync(), Is.Empty);
            Assert.That(await file.Content.ReadAsByteArrayAsync(), Is.Not.Empty);
            Assert.That(await _host.AuditAsync(), Is.EqualTo(taken));
        });
    }

    [Test]
    public async Task Whoever_may_not_take_a_file_may_not_ask_for_its_head_either()
    {
        using var cio = await _host.SignInAsync(People.Cio);
        using var request = new HttpRequestMessage(HttpMethod.Head, Urls.Microdata(ReportedSurvey.Key, 2025));
        using var answer = await cio.SendAsync(request);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden));
    }
}
