using System.Net;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;
using Staff = SurveyHub.Tests.Support.People;

namespace SurveyHub.Tests.Features.Frame;

public sealed class ParticipationPagesTests : HostTest
{
    private const string Page = "/reports/internal/2026/participation";

    [TestCase(Page)]
    [TestCase(Page + ".csv")]
    public async Task Owner_CIO_and_analyst_read_it_and_nobody_else(string page)
    {
        await OwnersBrowser.OpenEditionAsync(Host);
        foreach (var (person, status) in new[]
                 {
                     (Staff.Owner, HttpStatusCode.OK), (Staff.Cio, HttpStatusCode.OK), (Staff.Analyst, HttpStatusCode.OK),
                     (Staff.ServiceOwner, HttpStatusCode.Forbidden), (Staff.Administrator, HttpStatusCode.Forbidden),
                 })
        {
            using var answer = await (await Host.SignInAsync(person)).GetAsync(new Uri(page, UriKind.Relative));
            Assert.That(answer.StatusCode, Is.EqualTo(status), $"{person}");
        }
        using var stranger = await Host.Visitor().GetAsync(new Uri(page, UriKind.Relative));
        Assert.That(stranger.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
    }

    [TestCase("/reports/internal/1999/participation")]
    [TestCase("/reports/internal/1999/participation.csv")]
    public async Task An_edition_that_is_not_there_has_none(string page)
    {
        using var answer = await (await Host.SignInAsync(Staff.Cio)).GetAsync(new Uri(page, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task An_edition_that_is_not_open_yet_says_so()
    {
        await OwnersBrowser.OpenEditionAsync(Host, EditionStatus.Draft);

        Assert.That(await ReadAsync(), Does.Contain("This edition is not open yet"));
    }

    [Test]
    public async Task An_open_edition_counts_groups_days_and_the_open_link_and_names_nobody()
    {
        var edition = await OpenAsync();
        await AnswerAsync(edition, "surgery", 12, new(2026, 11, 1));
        await AnswerAsync(edition, "medicine", 4, new(2026, 11, 2));
        await StoreResponsesAsync(edition, 16 + 3);

        var page = await ReadAsync();
        var csv = await ReadAsync(Page + ".csv");

        Assert.That(page, Does.Contain("22 %").And.Contain("16 of 73 invited").And.Contain("Few have answered so far"));
        Assert.That(page, Does.Match(@"By the open link</h2>\s*<p[^>]*>3</p>"));
        Assert.That(page, Does.Contain("1 Nov").And.Contain("until then a single answer could be told from it"));
        Assert.That(page, Does.Not.Contain("@st-anna.example").And.Not.Contain("Person "));
        Assert.That(csv, Does.Contain("2026,department,Surgery,40,0,40,12,,,0,28,0,,0.3,,0.3,,,\r\n"));
    }

    [Test]
    public async Task Of_a_group_of_three_nothing_can_be_told_not_even_by_taking_the_others_from_the_total()
    {
        var edition = await OpenAsync();
        await AnswerAsync(edition, "chapel", 3, new(2026, 11, 1));

        foreach (var page in new[] { Page, Page + ".csv" })
        {
            var text = await ReadAsync(page);
            Assert.That(text, Does.Contain("Internal medicine, Chaplaincy"), page);
            Assert.That(text, Does.Not.Match(@"Chaplaincy</th>|,Chaplaincy,"), page);
        }
    }

    [Test]
    public async Task A_list_of_a_few_people_says_how_many_are_invited_and_no_more()
    {
        var edition = await OwnersBrowser.OpenEditionAsync(Host);
        await (await OwnersBrowser.AtAsync(Host)).SaveAsync(FramePagesTest.File);
        await Host.Database.WriteAsync(work => work.ExecuteAsync("update invitation set disposition = 'answered', disposed_on = '2026-11-01' where address like 'ann%'"));
        await StoreResponsesAsync(edition!.Value, 4);

        Assert.That(await ReadAsync(), Does.Contain("2 people invited").And.Not.Contain("50 %").And.Not.Contain("Day by day"));
        Assert.That(await ReadAsync(Page + ".csv"), Does.Contain("2026,,(all),2,0,2,,,,,,,,,,,,,\r\n"));
    }

    [Test]
    public async Task Without_invitations_there_is_a_count_and_no_rate()
    {
        var edition = await OpenAsync(people: false);
        await StoreResponsesAsync(edition, 5);

        Assert.That(await ReadAsync(), Does.Contain("5 responses").And.Contain("no response rate"));
        Assert.That(await ReadAsync(Page + ".csv"), Does.Contain("2026,,(all),,,,,,,,,,,,,,5,5,\r\n"));
    }

    [Test]
    public async Task A_closed_edition_tells_how_many_answered_completely()
    {
        var edition = await OpenAsync();
        await AnswerAsync(edition, "surgery", 30, new(2026, 11, 3));
        await StoreResponsesAsync(edition, 30, complete: 24);
        Assert.That(await ReadAsync(), Does.Not.Contain("Answered completely"));

        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));

        Assert.That(await ReadAsync(), Does.Match(@"Answered completely</th><td[^>]*>24</td>").And.Contain("41.1 %").And.Contain("32.9 %"));
        Assert.That(await ReadAsync(Page + ".csv"), Does.Contain("2026,,(all),73,0,73,30,24,6,0,43,0,"));
    }

    [Test]
    public async Task A_download_is_written_down()
    {
        await OpenAsync();

        await ReadAsync(Page + ".csv");

        var deeds = await Host.Database.ReadAsync((db, _) => Dapper.SqlMapper.QueryAsync<string>(db, "select who || ' ' || verb || ' ' || subject || ' ' || detail from audit_entry where verb = 'downloaded'"));
        Assert.That(deeds, Is.EqualTo(["carl downloaded internal 2026 /reports/internal/2026/participation.csv"]));
    }

    private async Task<string> ReadAsync(string page = Page) => (await (await Host.SignInAsync(Staff.Cio)).ReadAsync(page)).Replace('\u00A0', ' ');

    /// <summary>40 in surgery, 30 in medicine, 3 in the chapel.</summary>
    private async Task<Edition> OpenAsync(bool people = true)
    {
        await OwnersBrowser.OpenEditionAsync(Host);
        var file = "address,name,department\n" + string.Concat(
            new[] { ("surgery", 40), ("medicine", 30), ("chapel", 3) }.SelectMany(d => Enumerable.Range(0, d.Item2).Select(i => $"{d.Item1}{i}@st-anna.example,Person {i},{d.Item1}\n")));
        if (people) await (await OwnersBrowser.AtAsync(Host)).SaveAsync(file);
        return (await Host.WithAsync((EditionStore editions) => editions.FindAsync("internal", 2026)))!;
    }

    private Task AnswerAsync(Edition edition, string department, int people, DateOnly day) => Host.Database.WriteAsync(work => work.ExecuteAsync(
        "update invitation set disposition = 'answered', disposed_on = @day where edition_id = @EditionId and address in (select address from invitation where address like @pattern order by address limit @people)",
        new { day, edition.EditionId, pattern = $"{department}%", people }));

    private Task StoreResponsesAsync(Edition edition, int responses, int complete = 0) => StoreResponsesAsync(edition.EditionId, responses, complete);

    private Task StoreResponsesAsync(int edition, int responses, int complete = 0) => Host.Database.WriteAsync(async work =>
    {
        using var writer = new ResponseWriter(work);
        for (var i = 0; i < responses; i++) await writer.InsertAsync(new() { EditionId = edition, IsComplete = i < complete, Answers = [] });
    });
}
