using Microsoft.AspNetCore.Http;
using SurveyHub.Shell;

namespace SurveyHub.Tests.Shell;

public sealed class UrlsTests
{
    [TestCase("/", "/")]
    [TestCase("/reports/internal/2025?group=ward#top", "/reports/internal/2025?group=ward#top")]
    [TestCase("/reports/größe?by=Ärzte", "/reports/gr%C3%B6%C3%9Fe?by=%C3%84rzte", Description = "a header takes ASCII only")]
    [TestCase("/reports/gr%C3%B6%C3%9Fe", "/reports/gr%C3%B6%C3%9Fe", Description = "what is written so already stays")]
    [TestCase("/\u0085x", "/")]
    [TestCase(null, "/")]
    [TestCase("", "/")]
    [TestCase("reports", "/")]
    [TestCase("//evil.example", "/")]
    [TestCase("/\\evil.example", "/")]
    [TestCase("/\t/evil.example", "/")]
    [TestCase("\n/x", "/")]
    [TestCase("https://evil.example", "/")]
    [TestCase("javascript:alert(1)", "/")]
    public void A_way_on_leads_within_this_site(string? wanted, string expected) => Assert.That(Urls.LocalOr(wanted), Is.EqualTo(expected));

    [TestCase("/s", true)]
    [TestCase("/s/abc/services", true)]
    [TestCase("/S/abc", true)]
    [TestCase("/surveys/internal", false)]
    [TestCase("/sign-in", false)]
    public void A_customer_is_told_from_staff_by_the_first_segment(string address, bool customer) =>
        Assert.That(Urls.IsAnswering(new PathString(address)), Is.EqualTo(customer));

    [Test]
    public void The_addresses_that_were_promised_stay() =>
        Assert.That(
            new[]
            {
                Urls.Answer("abc"), Urls.Trend("internal"), Urls.Report("internal", 2025), Urls.Services("internal", 2025), Urls.Groups("internal", 2025),
                Urls.Participation("internal", 2025), Urls.AsCsv(Urls.Services("internal", 2025)), Urls.Microdata("internal", 2025), Urls.MicrodataForSpss("internal", 2025), Urls.CodebookForArchives("internal", 2025), Urls.Workbook("internal", 2025), Urls.Benchmark("internal", 2025), Urls.Disclosure("internal", 2025), Urls.Representativeness("internal", 2025), Urls.Health,
            },
            Is.EqualTo(new[]
            {
                "/s/abc", "/reports/internal", "/reports/internal/2025", "/reports/internal/2025/services", "/reports/internal/2025/groups",
                "/reports/internal/2025/participation", "/reports/internal/2025/services.csv", "/exports/internal/2025/microdata.zip", "/exports/internal/2025/microdata.sav", "/exports/internal/2025/codebook.xml", "/reports/internal/2025.xlsx", "/exports/internal/2025/benchmark.csv", "/reports/internal/2025/disclosure", "/reports/internal/2025/representativeness", "/healthz",
            }));
}
