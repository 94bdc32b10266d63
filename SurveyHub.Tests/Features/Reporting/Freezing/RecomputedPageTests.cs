using System.Net;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.Freezing;

/// <summary>An update that would change published figures asks the survey's owner.</summary>
public sealed class RecomputedPageTests
{
    private const string Notice = "The software now computes 1 figure of 2025 differently.";
    private static readonly string Page = Urls.Recomputed(ReportedSurvey.Key);

    [Test]
    public async Task The_owner_sees_what_differs_and_publishes_it_and_others_only_read()
    {
        await using var host = await StartAfterAnUpdateAsync();
        using var owner = await host.SignInAsync(People.Owner);
        using var cio = await host.SignInAsync(People.Cio);
        using var serviceOwner = await host.SignInAsync(People.ServiceOwner);

        foreach (var address in new[] { Urls.Home, Urls.Report(ReportedSurvey.Key, 2025), Urls.Method(ReportedSurvey.Key) })
        {
            Assert.That(await cio.ReadAsync(address), Does.Contain(Notice), address);
            Assert.That(await serviceOwner.ReadAsync(address), Does.Not.Contain(Notice), address);
        }
        var row = HtmlTables.Rows(await owner.ReadAsync(Page), "plain-table").Skip(1).Single();
        Assert.That(row, Is.EqualTo(new[] { "wifi", "good", "41", "40" }));
        Assert.That(await cio.ReadAsync(Page), Does.Not.Contain("Publish what is computed now"));

        using var done = await owner.SubmitAsync(Page, "figures", ("Decision", "publish"));

        Assert.That(done.LeadsTo(), Is.EqualTo($"{Page}?done=confirmed"));
        Assert.That(await owner.ReadAsync(Urls.Home), Does.Not.Contain(Notice));
        Assert.That(await owner.ReadAsync(Page), Does.Contain("Nothing differs"));
        Assert.That((await host.AuditAsync())[^1], Does.EndWith($"confirmed {ReportedSurvey.Key} (the figures that the software computes now, of all editions)"));
    }

    [Test]
    public async Task Kept_figures_are_no_longer_asked_about_and_the_files_name_their_methods()
    {
        await using var host = await StartAfterAnUpdateAsync();
        using var owner = await host.SignInAsync(People.Owner);

        using var file = await owner.GetAsync(new Uri(Urls.AsCsv(Page), UriKind.Relative));
        Assert.That(await file.Content.ReadAsStringAsync(), Does.Contain("2025,service_year,wifi,good,41,40,surveyhub-0,"));
        using var done = await owner.SubmitAsync(Page, "figures", ("Decision", "keep"));

        Assert.That(done.LeadsTo(), Is.EqualTo($"{Page}?done=kept"));
        Assert.That(await owner.ReadAsync(Urls.Home), Does.Not.Contain(Notice));
        var services = ReportFile.Parse(await owner.ReadAsync(Urls.AsCsv(Urls.Services(ReportedSurvey.Key, 2025))));
        Assert.That(services.Where(r => r["service"] == "wifi" && r["question"] == "overall").Select(r => (r["k_good"], r["method_version"])), Is.EqualTo([("41", "surveyhub-0")]));
    }

    [Test]
    public async Task Who_may_not_decide_changes_nothing()
    {
        await using var host = await StartAfterAnUpdateAsync();
        using var cio = await host.SignInAsync(People.Cio);
        using var owner = await host.SignInAsync(People.Owner);
        var html = await owner.ReadAsync(Page);

        using var refused = await cio.SubmitAsync(html, Page, "figures", ("Decision", "publish"));

        Assert.That(refused.StatusCode, Is.Not.EqualTo(HttpStatusCode.InternalServerError));
        Assert.That(await cio.ReadAsync(Urls.Home), Does.Contain(Notice));
    }

    private static async Task<SurveyHubHost> StartAfterAnUpdateAsync()
    {
        var host = await SurveyHubHost.StartAsync();
        await ReportedSurvey.StoreAsync(host);
        await host.Database.WriteAsync(async work =>
        {
            await work.ExecuteAsync("update report_table set method_version = 'surveyhub-0'");
            await work.ExecuteAsync(
                """
                update report_table
                set content = replace(content, '"item":"wifi","respondents":120,"valid":120,"not_applicable":0,"missing":0,"good":40', '"item":"wifi","respondents":120,"valid":120,"not_applicable":0,"missing":0,"good":41')
                where name = 'service_year' and edition_id = (select edition_id from edition where year = 2025)
                """);
        });
        await host.WithAsync(async (EditionClosing closing) =>
        {
            await closing.FinishInterruptedAsync();
            return true;
        });
        return host;
    }
}
