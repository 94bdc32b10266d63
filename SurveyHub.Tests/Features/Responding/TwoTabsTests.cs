using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>Several pages of one link, old ones, late ones, and the same one twice.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class TwoTabsTests(TestServer server) : OneCustomerTest(server)
{
    private static readonly (string, string)[] Answers = [("used", "wifi"), ("wifi.overall", "4"), ("wifi.comment", "First"), ("overall", "5")];


    [Test]
    public async Task Two_tabs_on_different_pages_both_count()
    {
        await Customer.AnswerAsync(Link, Answers);
        var first = await Customer.OpenAsync($"/s/{Link}/service/wifi");
        var second = await Customer.OpenAsync($"/s/{Link}/last");

        await Customer.SendAsync(second, ("last", "From the second tab"), ("-go", "next"));
        await Customer.SendAsync(first, ("wifi.comment", "From the first tab"), ("-go", "next"));

        var review = await Customer.OpenAsync($"/s/{Link}/review");
        Assert.That(review.Text, Does.Contain("From the first tab").And.Contain("From the second tab"));
    }

    [Test]
    public async Task An_old_tab_on_the_same_page_undoes_nothing()
    {
        await Customer.AnswerAsync(Link, Answers);
        var old = await Customer.OpenAsync($"/s/{Link}/service/wifi");
        await Customer.SendAsync(await Customer.OpenAsync($"/s/{Link}/service/wifi"), ("wifi.overall", "2"), ("wifi.comment", "Newer"), ("-go", "next"));

        await Customer.SendAsync(old, ("wifi.reliable", "3"), ("-go", "next"));

        var now = await Customer.OpenAsync($"/s/{Link}/service/wifi");
        Assert.That((now.Value("wifi.overall"), now.Value("wifi.comment"), now.Value("wifi.reliable")), Is.EqualTo(("2", "Newer", "3")));
    }

    [Test]
    public async Task A_stale_form_sent_again_still_knows_what_it_had_shown()
    {
        await Customer.AnswerAsync(Link, Answers);
        var old = await Customer.OpenAsync($"/s/{Link}/service/wifi");
        await Customer.SendAsync(await Customer.OpenAsync($"/s/{Link}/service/wifi"), ("wifi.comment", "Newer"), ("-go", "next"));

        var stale = await Customer.SendAsync(old, ("__RequestVerificationToken", "expired"), ("wifi.reliable", "3"), ("-go", "next"));
        await Customer.SendAsync(stale, ("-go", "next"));

        var now = await Customer.OpenAsync($"/s/{Link}/service/wifi");
        Assert.That((now.Value("wifi.comment"), now.Value("wifi.reliable")), Is.EqualTo(("Newer", "3")));
    }

    [Test]
    public async Task What_is_sent_is_what_was_reviewed()
    {
        var review = await Customer.AnswerAsync(Link, Answers);
        await Customer.SendAsync(await Customer.OpenAsync($"/s/{Link}/service/wifi"), ("wifi.overall", "1"), ("-go", "next"));

        var again = await Customer.SendAsync(review, ("-go", "send"));

        Assert.That((int)again.Status, Is.EqualTo(422));
        Assert.That(again.Text, Does.Contain("changed in another window").And.Contain("Very poor"));
        Assert.That(await Edition.ResponsesAsync(), Is.Zero);
        Assert.That((await Customer.SendAndFollowAsync(again, ("-go", "send"))).Heading, Is.EqualTo("Thank you"));
    }

    [Test]
    public async Task Looking_around_in_another_tab_does_not_spoil_the_review()
    {
        var review = await Customer.AnswerAsync(Link, Answers);
        await Customer.SendAsync(await Customer.OpenAsync($"/s/{Link}/service/wifi"), ("-go", "next"));

        Assert.That((await Customer.SendAndFollowAsync(review, ("-go", "send"))).Heading, Is.EqualTo("Thank you"));
    }

    [Test]
    public async Task The_last_page_sent_twice_shows_the_same_thanks_and_is_one_response()
    {
        var review = await Customer.AnswerAsync(Link, Answers);

        var first = await Customer.SendAndFollowAsync(review, ("-go", "send"));
        var second = await Customer.SendAndFollowAsync(review, ("-go", "send"));
        var withOldToken = await Customer.SendAndFollowAsync(review, ("__RequestVerificationToken", "expired"), ("-go", "send"));

        Assert.That(first.Text, Does.Contain("Your receipt"));
        Assert.That(new[] { second.Text, withOldToken.Text }, Is.All.EqualTo(first.Text));
        Assert.That(await Edition.ResponsesAsync(), Is.EqualTo(1));
    }

    [TestCase("AAAAA-AAAAA")]
    [TestCase("")]
    [TestCase("' or 1=1 --")]
    public async Task A_made_up_receipt_is_not_thanked_for(string receipt)
    {
        var review = await Customer.AnswerAsync(Link, Answers);
        await Customer.SendAsync(review, ("-go", "send"));

        var page = await Customer.Of(Host).SendAndFollowAsync(review, ("receipt", receipt), ("-go", "send"));

        Assert.That(page.Heading, Is.EqualTo("You have already answered"));
        Assert.That(page.Text, Does.Not.Contain("Your receipt"));
    }

    [Test]
    public async Task The_receipt_stands_in_no_address()
    {
        var review = await Customer.AnswerAsync(Link, Answers);

        var sent = await Customer.SendAsync(review, ("-go", "send"));
        var thanks = await Customer.GetAsync(sent.Location!);

        Assert.That(sent.Location, Is.EqualTo($"/s/{Link}/thanks"));
        var receipt = review.Value("receipt");
        Assert.That(thanks.Text, Does.Contain(receipt));
        Assert.That(sent.Cookies, Has.None.Contains(receipt).And.Some.Contains("httponly").And.Some.Contains($"path=/s/{Link}"));
        Assert.That((await Customer.Of(Host).GetAsync($"/s/{Link}/thanks")).Text, Does.Not.Contain(receipt));
    }

    [Test]
    public async Task A_page_sent_after_the_answers_says_that_it_came_too_late()
    {
        var review = await Customer.AnswerAsync(Link, Answers);
        var wifi = await Customer.OpenAsync($"/s/{Link}/service/wifi");
        await Customer.SendAsync(review, ("-go", "send"));

        var late = await Customer.SendAsync(wifi, ("wifi.comment", "One more thing"), ("-go", "next"));

        Assert.That(late.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(late.Text, Does.Contain("already answered").And.Contain("was not added"));
        Assert.That(await Edition.StoredAsync("wifi.comment"), Is.EqualTo(["First"]));
        Assert.That(await Edition.DraftsAsync(), Is.Zero);
    }

    [Test]
    public async Task After_closing_everything_says_so_and_the_draft_waits_for_a_reopening()
    {
        var review = await Customer.AnswerAsync(Link, Answers);
        var wifi = await Customer.OpenAsync($"/s/{Link}/service/wifi");
        await Edition.CloseAsync();

        var pages = new[]
        {
            await Customer.GetAsync($"/s/{Link}"), await Customer.GetAsync($"/s/{Link}/service/wifi"),
            await Customer.SendAsync(wifi, ("wifi.comment", "Too late"), ("-go", "next")), await Customer.SendAsync(review, ("-go", "send")),
        };

        Assert.That(pages.Select(p => p.Status), Is.All.EqualTo(HttpStatusCode.Gone));
        Assert.That(pages.Select(p => p.Text), Is.All.Contains("This survey is closed").And.All.Contains("How good are our services?").And.All.Contains("had not been sent"));
        Assert.That(pages[2].Text, Does.Contain("came too late and was not saved"));
        Assert.That(await Edition.ResponsesAsync(), Is.Zero);

        await Edition.ReopenAsync();
        Assert.That((await Customer.OpenAsync($"/s/{Link}/service/wifi")).Value("wifi.comment"), Is.EqualTo("First"));
        Assert.That((await Customer.SendAndFollowAsync(review, ("-go", "send"))).Heading, Is.EqualTo("Thank you"));
    }

    [Test]
    public async Task The_last_day_counts_to_its_end_and_the_first_from_its_beginning()
    {
        try
        {
            Host.Clock.Now = new(OpenEdition.LastDay, new(23, 59), TimeSpan.Zero);
            Assert.That((await Customer.GetAsync($"/s/{Link}")).Status, Is.EqualTo(HttpStatusCode.OK));
            Host.Clock.Now = new(OpenEdition.LastDay.AddDays(1), new(0, 1), TimeSpan.Zero);
            Assert.That((await Customer.GetAsync($"/s/{Link}")).Text, Does.Contain("answers were accepted until 30 November"));
            Host.Clock.Now = new(OpenEdition.FirstDay.AddDays(-1), new(12, 0), TimeSpan.Zero);
            var early = await Customer.GetAsync($"/s/{Link}");
            Assert.That((early.Status, early.Heading), Is.EqualTo((HttpStatusCode.Forbidden, "This survey has not opened yet")));
            Assert.That(early.Text, Does.Contain("opens on 1 October"));
        }
        finally
        {
            Host.Clock.Now = new HostSettings().Now;
        }
    }

    [TestCase("2026-10-01", "How good are our services? is not open at present")]
    [TestCase("2027-10-01", "How good are our services? is not open at present")]
    public async Task An_edition_that_was_taken_back_names_no_day(string opensOn, string words)
    {
        await Host.Database.WriteAsync(work => work.ExecuteAsync(
            "update edition set status = 'draft', opens_on = @day, closes_on = @last where edition_id = @EditionId",
            new { day = DateOnly.Parse(opensOn, System.Globalization.CultureInfo.InvariantCulture), last = new DateOnly(2027, 12, 1), Edition.Edition.EditionId }));

        var page = await Customer.GetAsync($"/s/{Link}");

        Assert.That((page.Status, page.Heading), Is.EqualTo((HttpStatusCode.Forbidden, "This survey has not opened yet")));
        Assert.That(page.Text, Does.Contain(words).And.Not.Contain("October"));
    }

    [TestCase("refused")]
    [TestCase("ineligible")]
    public async Task Whoever_was_taken_from_the_list_is_told_so(string disposition)
    {
        await Host.Database.WriteAsync(work => work.ExecuteAsync("update invitation set disposition = @disposition where edition_id = @EditionId", new { disposition, Edition.Edition.EditionId }));

        var page = await Customer.GetAsync($"/s/{Link}");

        Assert.That((page.Status, page.Heading), Is.EqualTo((HttpStatusCode.Forbidden, "This link is no longer in use")));
    }
}
