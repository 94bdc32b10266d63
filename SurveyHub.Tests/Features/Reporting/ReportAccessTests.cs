using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>Who may read and take what, and what somebody finds who comes too early or to the wrong address.</summary>
public sealed class ReportAccessTests : ReportTest
{
    private static readonly string[] OfAnEdition = ["", "/services", "/groups", "/disclosure", "/priorities", "/drivers", "/distribution", "/benchmark", "/expectations", "/wordings", "/comments", "/representativeness", "/services/wifi", "/groups/department/surgery"];

    private static readonly string WhoAnswered = Urls.Representativeness(ReportedSurvey.Key, 2025);

    private static IEnumerable<string> Pages(int year) => OfAnEdition.Select(page => Urls.Report(ReportedSurvey.Key, year) + page);

    [Test]
    public async Task Everybody_but_the_administrator_reads_reports()
    {
        foreach (var address in Pages(2025).Where(page => page != WhoAnswered).Prepend(Urls.Trend(ReportedSurvey.Key)))
            foreach (var person in People.All)
                Assert.That(await StatusAsync(address, person), Is.EqualTo(person == People.Administrator ? HttpStatusCode.Forbidden : HttpStatusCode.OK), $"{address} {person}");
    }

    [Test]
    public async Task Who_answered_is_for_those_who_may_see_participation()
    {
        foreach (var person in People.All)
            Assert.That(await StatusAsync(WhoAnswered, person), Is.EqualTo(await StatusAsync(Urls.Participation(ReportedSurvey.Key, 2025), person)), $"{person}");
        Assert.That(await StatusAsync(WhoAnswered, People.ServiceOwner), Is.EqualTo(HttpStatusCode.Forbidden));
    }

    [Test]
    public async Task Files_are_for_those_who_may_export()
    {
        Person[] mayExport = [People.Owner, People.Cio, People.Analyst];
        foreach (var address in Pages(2025).Prepend(Urls.Trend(ReportedSurvey.Key)))
            foreach (var person in People.All)
                Assert.That(await StatusAsync(Urls.AsCsv(address), person), Is.EqualTo(mayExport.Contains(person) ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{address} {person}");
    }

    [Test]
    public async Task Who_may_not_take_a_file_is_not_offered_one()
    {
        var page = Urls.Services(ReportedSurvey.Key, 2025);
        var serviceOwner = await Host.SignInAsync(People.ServiceOwner);

        Assert.That(await PageAsync(page), Does.Contain(Urls.AsCsv(page)));
        Assert.That(await PageAsync(page, serviceOwner), Does.Not.Contain(Urls.AsCsv(page)));
    }

    [Test]
    public async Task What_is_not_there_is_not_found()
    {
        foreach (var address in Pages(2019).Concat(["/reports/nothing", "/reports/nothing/2025", "/reports/nothing/2025/services"]))
        {
            Assert.That(await StatusAsync(address, People.Cio), Is.EqualTo(HttpStatusCode.NotFound), address);
            Assert.That(await StatusAsync(Urls.AsCsv(address), People.Cio), Is.EqualTo(HttpStatusCode.NotFound), address);
        }
    }

    [Test]
    public async Task A_page_that_is_not_there_leads_to_no_other_page_of_that_year()
    {
        using var answer = await Cio.GetAsync(new Uri(Urls.Services(ReportedSurvey.Key, 2019), UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.That(page, Does.Not.Contain($"href=\"{Urls.Report(ReportedSurvey.Key, 2019)}\"").And.Not.Contain("Edition 2019"));
        Assert.That(page, Does.Contain($"href=\"{Urls.Report(ReportedSurvey.Key, 2025)}\""), "the latest there is");
    }

    [Test]
    public async Task An_open_edition_shows_no_answer_on_any_page_and_gives_none_as_a_file()
    {
        foreach (var address in Pages(2026))
        {
            var page = await PageAsync(address);
            using var file = await Cio.GetAsync(new Uri(Urls.AsCsv(address), UriKind.Relative));

            Assert.That(HtmlTables.Text(page), Does.Contain("The 2026 edition is not closed yet"), address);
            Assert.That(HtmlTables.Text(page), Does.Not.Contain("%").And.Not.Contain("The wifi"), address);
            Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.Conflict), address);
            Assert.That(await file.Content.ReadAsStringAsync(), Does.Match("^The 2026 edition is not closed yet. It can be answered from .+ until 31 Mar 2026. Until it is closed nobody sees results, only how many have taken part.$"));
        }
    }

    [Test]
    public async Task Who_took_a_file_stands_in_the_audit_log()
    {
        using var answer = await (await Host.SignInAsync(People.Analyst)).GetAsync(new Uri(Urls.AsCsv(Urls.Services(ReportedSurvey.Key, 2025)) + "?compare=2023", UriKind.Relative));

        var lines = await Host.Database.ReadAsync((db, _) => Dapper.SqlMapper.QueryAsync<string>(db, "select who || ' ' || verb || ' ' || subject || ' ' || detail from audit_entry"));
        Assert.That(lines, Does.Contain("anna downloaded internal 2025 /reports/internal/2025/services.csv?compare=2023"));
    }

    [Test]
    public async Task What_somebody_wrote_behind_the_address_stays_out_of_the_audit_log()
    {
        var address = Urls.AsCsv(Urls.Services(ReportedSurvey.Key, 2025)) + "?x=%FF&part=%2Fs%2FAbCdEfGhIjKlMnOpQrStUv&from=maria@example.org&note=ill&by=department";
        using var answer = await (await Host.SignInAsync(People.Analyst)).GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That((await Host.AuditAsync())[^1], Is.EqualTo("anna downloaded internal 2025 (/reports/internal/2025/services.csv?by=department)"));
    }

    private async Task<HttpStatusCode> StatusAsync(string address, Person person)
    {
        using var visitor = await Host.SignInAsync(person);
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));
        return answer.StatusCode;
    }
}
