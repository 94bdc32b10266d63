using SurveyHub.Editions;
using SurveyHub.Features.Managing.Running;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>What the owner is told when an edition is closed for the second time.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class ReopenedEditionPageTests(TestServer server)
{
    private const string Survey = "internal";

    [TestCase(7, "so a report needs at least 3 further answers")]
    [TestCase(0, "so a report needs at least 10 further answers")]
    public async Task After_a_report_without_figures_as_many_more_are_needed_as_figures_lack(int answered, string words)
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, Now = new(2025, 3, 10, 9, 0, 0, TimeSpan.Zero) });
        using var owner = await host.SignInAsync(People.Owner);
        await Answered.EditionAsync(host.Database, A.Questionnaire("wifi"), 2025, answered.Times(("wifi.overall", 5)));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");

        Assert.That(await owner.ReadAsync(Urls.ReopenEdition(Survey, 2025)), Does.Contain(words).And.Not.Contain("A new report needs"));
    }

    [Test]
    public async Task A_few_more_answers_bring_back_the_report_of_before_and_no_microdata_until_there_are_enough()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, Now = new(2025, 3, 10, 9, 0, 0, TimeSpan.Zero) });
        using var owner = await host.SignInAsync(People.Owner);
        var edition = await Answered.EditionAsync(host.Database, A.Questionnaire("wifi"), 2025, 12.Times(("wifi.overall", 5)));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");

        Assert.That(await owner.ReadAsync(Urls.ReopenEdition(Survey, 2025)), Does.Contain("A new report needs at least 10 further answers"));
        await owner.SubmitAsync(Urls.ReopenEdition(Survey, 2025), "edition", (LastDay.Field, "2025-03-31"));
        await host.Database.WriteAsync(work => Answered.AddAsync(work, edition, 3.Times(("wifi.overall", 1))));
        Assert.That(await owner.ReadAsync(Urls.CloseEdition(Survey, 2025)),
            Does.Contain("The report will be the one that was published before").And.Contain("3 people have answered").And.Contain("Close 2025 and show the earlier report again</button>")
                .And.Not.Contain("The figures are computed from").And.Not.Contain("compute the results"));
        using var closed = await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");

        Assert.That(await owner.ReadAsync(new Uri(host.Address, closed.Headers.Location!).PathAndQuery), Does.Contain("Its report is the one that was published before"));
        Assert.That(await owner.ReadAsync(Urls.AsCsv(Urls.Services(Survey, 2025))), Does.Contain(",12,").And.Not.Contain(",15,"));
        using var cio = await host.SignInAsync(People.Cio);
        const string waiting = "The report of 2025 is of the 12 responses there were when it was published. It was reopened since then, and later ones wait: they are in no figure";
        foreach (var page in new[] { Urls.Trend(Survey), Urls.Method(Survey), Urls.Report(Survey, 2025), Urls.Services(Survey, 2025), Urls.Groups(Survey, 2025), Urls.BoardPaper(Survey, 2025), Urls.Participation(Survey, 2025), Urls.Disclosure(Survey, 2025) })
            Assert.That(HtmlTables.Text(await cio.ReadAsync(page)), Does.Contain(waiting).And.Not.Contain("15 ").And.Not.Contain("3 later"), page);
        Assert.That(await owner.ReadAsync(Urls.Report(Survey, 2025)), Does.Contain("Since the report of 2025 was published more people have answered").And.Not.Contain(Urls.Microdata(Survey, 2025)).And.Not.Contain(Urls.MicrodataForSpss(Survey, 2025)));
        Assert.That(await owner.ReadAsync(Urls.ReopenEdition(Survey, 2025)),
            Does.Contain("A new report needs at least 7 further answers, beside the 3 that wait since the report of today").And.Contain("from 9 further answers on it may show less"));
        using var zip = await owner.GetAsync(new Uri(Urls.Microdata(Survey, 2025), UriKind.Relative));
        Assert.That(((int)zip.StatusCode, await zip.Content.ReadAsStringAsync()), Is.EqualTo((409, "Since the report of 2025 was published more people have answered, and beside it the file would tell what some of them say. It is there again when enough have answered for a new report.")));
        await owner.SubmitAsync(Urls.ReopenEdition(Survey, 2025), "edition", (LastDay.Field, "2025-03-31"));
        await host.Database.WriteAsync(work => Answered.AddAsync(work, edition, 7.Times(("wifi.overall", 1))));
        Assert.That(await owner.ReadAsync(Urls.CloseEdition(Survey, 2025)),
            Does.Contain("can subtract it from a new one").And.Contain("Customer groups stay as they were published first").And.Contain("its figures are computed from 22 responses").And.Contain("Close 2025 and show its report</button>"));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");
        Assert.That(HtmlTables.Text(await cio.ReadAsync(Urls.Report(Survey, 2025))), Does.Not.Contain("later ones wait"));
        Assert.That(await owner.ReadAsync(Urls.Report(Survey, 2025)), Does.Contain(Urls.Microdata(Survey, 2025)));
        Assert.That((await host.WithAsync<EditionStore, Edition?>(store => store.FindAsync(Survey, 2025)))!.Status, Is.EqualTo(EditionStatus.Closed));
    }

    [Test]
    public async Task As_many_later_answers_as_a_figure_needs_are_numbered_and_what_else_a_new_report_needs_is_said()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, Now = new(2025, 3, 10, 9, 0, 0, TimeSpan.Zero) });
        using var owner = await host.SignInAsync(People.Owner);
        using var cio = await host.SignInAsync(People.Cio);
        // Of the service two more have rated, so how these rated it would be the difference: it cannot stay, and it must not go.
        var edition = await Answered.EditionAsync(host.Database, A.Questionnaire("wifi", "mail"), 2025, 40.Times(("wifi.overall", 5), ("mail.overall", 5)));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");
        await owner.SubmitAsync(Urls.ReopenEdition(Survey, 2025), "edition", (LastDay.Field, "2025-03-31"));
        await host.Database.WriteAsync(work => Answered.AddAsync(work, edition, [.. 12.Times(("wifi.overall", 1)), .. 2.Times(("mail.overall", 1))]));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");

        Assert.That(HtmlTables.Text(await cio.ReadAsync(Urls.Services(Survey, 2025))), Does.Contain("is of the 40 responses there were when it was published. It was reopened since then, and 14 later ones wait"));
        Assert.That(await owner.ReadAsync(Urls.ReopenEdition(Survey, 2025)),
            Does.Contain("A new report needs at least 1 further answer, beside the 14 that wait since the report of today").And.Contain("from 26 further answers on it may show less"));
    }

    [Test]
    public async Task Where_microdata_were_handed_out_the_page_says_why_they_are_not_any_more()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, Now = new(2025, 3, 10, 9, 0, 0, TimeSpan.Zero) });
        using var owner = await host.SignInAsync(People.Owner);
        var edition = await Answered.EditionAsync(host.Database, A.Questionnaire("wifi"), 2025, 12.Times(("wifi.overall", 5)));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");
        using (await owner.GetAsync(new Uri(Urls.Microdata(Survey, 2025), UriKind.Relative))) { }
        Assert.That(await owner.ReadAsync(Urls.Report(Survey, 2025)), Does.Contain(Urls.Microdata(Survey, 2025)));
        await owner.SubmitAsync(Urls.ReopenEdition(Survey, 2025), "edition", (LastDay.Field, "2025-03-31"));
        await host.Database.WriteAsync(work => Answered.AddAsync(work, edition, 30.Times(("wifi.overall", 1))));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");

        Assert.That(await owner.ReadAsync(Urls.Report(Survey, 2025)), Does.Contain("so they are not given out again").And.Not.Contain(Urls.Microdata(Survey, 2025)));
    }

    [Test]
    public async Task Microdata_that_somebody_has_are_given_out_again_as_they_were_and_never_with_later_answers()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Server = server, Now = new(2025, 3, 10, 9, 0, 0, TimeSpan.Zero) });
        using var owner = await host.SignInAsync(People.Owner);
        using var analyst = await host.SignInAsync(People.Analyst);
        var edition = await Answered.EditionAsync(host.Database, A.Questionnaire("wifi"), 2025, 12.Times(("wifi.overall", 5)));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");
        var (first, again) = (await DownloadAsync(), await DownloadAsync());

        await owner.SubmitAsync(Urls.ReopenEdition(Survey, 2025), "edition", (LastDay.Field, "2025-03-31"));
        await host.Database.WriteAsync(work => Answered.AddAsync(work, edition, 30.Times(("wifi.overall", 1))));
        await owner.SubmitAsync(Urls.CloseEdition(Survey, 2025), "edition");
        var later = await DownloadAsync();

        Assert.That((first.Status, again.Status), Is.EqualTo((200, 200)));
        Assert.That(again.Bytes, Is.EqualTo(first.Bytes));
        Assert.That((later.Status, System.Text.Encoding.UTF8.GetString(later.Bytes)), Is.EqualTo((409, "Of 2025 microdata were downloaded before it was reopened. With the later answers among them they would tell, beside those, what the people said who came later; so they are not given out again.")));
        Assert.That(await owner.ReadAsync(Urls.AsCsv(Urls.Services(Survey, 2025))), Does.Contain(",42,"), "the report has them");

        async Task<(int Status, byte[] Bytes)> DownloadAsync()
        {
            using var answer = await analyst.GetAsync(new Uri(Urls.Microdata(Survey, 2025), UriKind.Relative));
            return ((int)answer.StatusCode, await answer.Content.ReadAsByteArrayAsync());
        }
    }
}
