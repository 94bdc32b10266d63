using System.Net;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Pages;

/// <summary>Links that were made anew: what was begun by the first one is found by nothing else, and does not stay for ever.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class EarlierLinkTests(TestServer server) : OneCustomerTest(server)
{
    private const string Told = "You were sent another link before this one.";
    private const string Delete = "Delete what I began here";

    [Test]
    public async Task Everybody_whose_link_was_made_anew_is_told_where_answers_may_wait_whether_there_are_any_or_not()
    {
        var edition = await WithPeopleAsync(2);
        await BeginAsync(edition.Links[0]);
        var (begun, other) = (await AnewAsync(edition.Links[0]), await AnewAsync(edition.Links[1]));

        var pages = new[] { await Customer.OpenAsync($"/s/{begun}"), await Customer.OpenAsync($"/s/{other}") };

        Assert.That(pages.Select(p => p.Text), Is.All.Contains(Told));
        Assert.That(pages[0].Text, Is.EqualTo(pages[1].Text), "nobody who opens the new link learns what was done with the first");
        await Customer.SendAndFollowAsync(pages[1]);
        Assert.That((await Customer.OpenAsync($"/s/{other}?welcome=1")).Text, Does.Not.Contain(Told), "here their answers are");
        Assert.That((await Customer.OpenAsync($"/s/{edition.Links[0]}?welcome=1")).Text, Does.Not.Contain(Told), "as they are here");
        Assert.That((await Customer.OpenAsync($"/s/{Link}")).Text, Does.Not.Contain(Told), "of the others nobody had another");
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_was_left_under_the_other_link_is_told_there_and_can_be_deleted(bool isFirst)
    {
        await BeginAsync(Link);
        var anew = await AnewAsync(Link);
        await BeginAsync(anew);
        var (left, sent) = isFirst ? (Link, anew) : (anew, Link);
        await Customer.AnswerAndSendAsync(sent, ("used", "-"), ("overall", "4"));

        var told = await Customer.OpenAsync($"/s/{left}");
        Assert.That((told.Status, told.Heading), Is.EqualTo((HttpStatusCode.OK, "You have already answered")));
        Assert.That(told.Text, Does.Contain("another link that you had").And.Contain(Delete));
        await Customer.SendAsync(told, ("__RequestVerificationToken", "forged"), ("-go", "-forget"));
        Assert.That(await Edition.DraftsAsync(), Is.EqualTo(1), "looking deletes nothing, and neither does whoever has no page");
        var gone = await Customer.SendAndFollowAsync(told, ("-go", "-forget"));

        Assert.That(await Edition.DraftsAsync(), Is.Zero);
        Assert.That(gone.Text, Does.Not.Contain(Delete));
    }

    [Test]
    public async Task Nothing_can_be_deleted_by_a_link_that_is_still_to_be_sent()
    {
        await BeginAsync(Link);
        var page = await Customer.OpenAsync($"/s/{Link}?welcome=1");

        await Customer.SendAsync(page, ("-go", "-forget"));

        Assert.That(await Edition.DraftsAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task Closing_deletes_what_may_have_been_left_behind_by_who_has_answered()
    {
        var edition = await WithPeopleAsync(3);
        await BeginAsync(edition.Links[0]);
        var anew = await AnewAsync(edition.Links[0]);
        await Customer.AnswerAndSendAsync(anew, ("used", "-"), ("overall", "4"));
        await BeginAsync(edition.Links[1]);
        Assert.That(await edition.DraftsAsync(), Is.EqualTo(2), "one of them is of somebody who has answered, and nothing says which");

        await CloseAsync(edition);

        Assert.That(await edition.DraftsAsync(), Is.Zero);
        Assert.That(await edition.ResponsesAsync(), Is.EqualTo(1));
    }

    [Test]
    public async Task After_a_closing_that_deleted_a_second_one_does_not_count_on_who_has_begun()
    {
        var edition = await WithPeopleAsync(3);
        foreach (var link in edition.Links) await BeginAsync(link);
        await Customer.AnswerAndSendAsync(await AnewAsync(edition.Links[0]), ("used", "-"), ("overall", "4"));
        await CloseAsync(edition);
        await edition.ReopenAsync();
        await BeginAsync(edition.Links[1]);
        await Customer.AnswerAndSendAsync(await AnewAsync(edition.Links[1]), ("used", "-"), ("overall", "4"));
        Assert.That(await edition.DraftsAsync(), Is.EqualTo(1), "no more than people who have once begun, and yet of somebody who has answered");

        await CloseAsync(edition);

        Assert.That(await edition.DraftsAsync(), Is.Zero);
    }

    [Test]
    public async Task Closing_deletes_nothing_where_everybody_has_gone_on_by_one_link()
    {
        var edition = await WithPeopleAsync(3);
        string[] anew = [await AnewAsync(edition.Links[0]), await AnewAsync(edition.Links[1]), await AnewAsync(edition.Links[2])];
        await Customer.AnswerAndSendAsync(anew[0], ("used", "-"), ("overall", "4"));
        await BeginAsync(anew[1]);
        await BeginAsync(anew[2]);
        await Host.Database.WriteAsync(work => work.ExecuteAsync(
            "update invitation set earlier_disposition = disposition, disposition = 'ineligible' where token_hash = @hash", new { hash = LinkSecret.HashForInvitation(anew[2]) }));

        await CloseAsync(edition);
        await edition.ReopenAsync();

        Assert.That(await edition.DraftsAsync(), Is.EqualTo(2));
        Assert.That((await Customer.OpenAsync($"/s/{anew[1]}")).Has("used"), Is.True, "they go on where they were");
    }

    [Test]
    public async Task In_a_confidential_edition_nothing_is_deleted_that_the_reopened_one_could_go_on_with()
    {
        var edition = await WithPeopleAsync(1, Anonymity.Confidential);
        await BeginAsync(edition.Link);
        await Customer.AnswerAndSendAsync(await AnewAsync(edition.Link), ("used", "-"), ("overall", "4"));

        await CloseAsync(edition);

        Assert.That(await edition.DraftsAsync(), Is.EqualTo(1));
    }

    private Task<OpenEdition> WithPeopleAsync(int people, Anonymity mode = Anonymity.Anonymous) =>
        OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}", Anonymity = mode }, people);

    private async Task BeginAsync(string link) => await Customer.SendAndFollowAsync(await Customer.OpenAsync($"/s/{link}"));

    private Task CloseAsync(OpenEdition edition) => Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.Edition.EditionId));

    /// <summary>What making a list anew does for one person.</summary>
    private async Task<string> AnewAsync(string link)
    {
        var (old, anew) = (LinkSecret.HashForInvitation(link), LinkSecret.New());
        await Host.Database.WriteAsync(async work =>
        {
            await work.ExecuteAsync("insert into replaced_link (token_hash, invitation_id) select token_hash, invitation_id from invitation where token_hash = @old", new { old });
            await work.ExecuteAsync("update invitation set token_hash = @hash where token_hash = @old", new { old, hash = LinkSecret.HashForInvitation(anew) });
        });
        return anew;
    }
}
