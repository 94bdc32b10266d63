using SurveyHub.Shell;

namespace SurveyHub.Tests.Features.Reporting;

public sealed class DisclosurePageTests : ReportTest
{
    private static readonly string Page = Urls.Disclosure(ReportedSurvey.Key, 2025);

    [Test]
    public async Task In_brief_every_part_of_the_report_says_what_is_hidden_and_leads_to_it()
    {
        var html = await PageAsync(Page);
        var rows = HtmlTables.Rows(html, "plain-table").Skip(1).ToDictionary(r => r[0], r => r[1]);

        Assert.Multiple(() =>
        {
            Assert.That(rows["Services and all of them together"], Does.StartWith("8 figures shown, 2 hidden: ").And.Contains("1 has fewer than 10 answers").And.Contains("1 protects a smaller one beside it"));
            Assert.That(rows["Customer groups by department"], Does.Contain("have fewer than 10 answers"));
            Assert.That(rows["Benchmark file"], Is.EqualTo("Nothing is left out."));
            Assert.That(html, Does.Contain($"{Page}?part=groups&amp;by=role"));
        });
    }

    [Test]
    public async Task A_part_lists_what_is_hidden_with_its_reason_and_whom_it_protects()
    {
        var rows = HtmlTables.Rows(await PageAsync(Page + "?part=groups&by=department"), "plain-table").Skip(1).ToArray();

        var mail = rows.Where(r => r[0] == "The mail").ToArray();
        Assert.That(mail.Select(r => (r[1], r[2])), Is.EquivalentTo([("chapel", "Fewer than 10 answers."),
            ("laboratory", "Enough answers, but the total minus what else is shown would give a smaller one away. Here: chapel.")]));
        Assert.That(await PageAsync(Page + "?part=nonsense&by=nonsense"), Does.Contain("In brief"));
        Assert.That(await PageAsync(Page + "?part=groups&by=nonsense"), Does.Contain("Customer groups by department"));
    }

    [Test]
    public async Task The_file_has_every_decision_and_no_number()
    {
        var all = await FileAsync(Urls.AsCsv(Page));
        var groups = await FileAsync(Urls.AsCsv(Page) + "?part=groups&by=role");

        Assert.Multiple(() =>
        {
            Assert.That(all.Select(r => r["table"]).Distinct(), Is.SupersetOf(["service_year", "aspect_year", "headline", "distribution", "segments", "response_rates", "microdata"]));
            Assert.That(all.Where(r => r["item"] == "tiny" && r["table"] == "service_year").Select(r => (r["decision"], r["reason"])), Is.EqualTo([("suppressed", "too few answers")]));
            Assert.That(groups.Select(r => r["attribute"]).Distinct(), Is.EqualTo(["role"]));
            Assert.That(all.SelectMany(r => r.Where(c => c.Key is not "year" and not "method_version" and not "data_version")).Where(c => c.Value.Any(char.IsAsciiDigit)), Is.Empty);
        });
    }

    [Test]
    public async Task Hidden_cells_and_the_method_lead_to_the_reasons()
    {
        Assert.That(await PageAsync(Urls.Groups(ReportedSurvey.Key, 2025)), Does.Contain($"{Page}?part=groups&amp;by=department"));
        Assert.That(await PageAsync(Urls.Services(ReportedSurvey.Key, 2025)), Does.Contain($"{Page}?part=services"));
        Assert.That(await PageAsync(Urls.Method(ReportedSurvey.Key)), Does.Contain(Page));
    }
}
