using System.Net;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>From the link to the receipt, without any script.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class WholeJourneyTests(TestServer server) : SharedHostTest(server)
{
    private static readonly (string, string)[] Answers =
    [
        ("used", "wifi"), ("used", "desk"), ("wifi.overall", "4"), ("wifi.reliable", "2"), ("wifi.comment", "Drops in the lift"),
        ("desk.overall", "-8"), ("group.role", "nurse"), ("overall", "5"), ("hours", "2,5"), ("contact", "mail"), ("last", "Thank you"),
    ];

    [Test]
    public async Task A_customer_answers_by_personal_link()
    {
        var edition = await OpenAsync(Anonymity.Anonymous);
        var customer = Customer.Of(Host);

        var thanks = await customer.AnswerAndSendAsync(edition.Link, Answers);

        Assert.That((thanks.Status, thanks.Heading), Is.EqualTo((HttpStatusCode.OK, "Thank you")));
        Assert.That(thanks.Text, Does.Match("Your receipt [3-9A-Y]{5}-[3-9A-Y]{5}"));
        Assert.That(await edition.DispositionAsync(), Is.EqualTo("answered"));
        Assert.That(await edition.DraftsAsync(), Is.Zero);
        foreach (var (item, stored) in new[]
        {
            ("used.wifi", "1"), ("used.printing", "0"), ("wifi.overall", "4"), ("wifi.reliable", "2"), ("wifi.comment", "Drops in the lift"),
            ("desk.overall", "-8"), ("desk.comment", "-9"), ("group.role", "2"), ("overall", "5"), ("hours", "2.5"), ("contact.mail", "1"), ("contact.none", "0"), ("last", "Thank you"),
        })
            Assert.That(await edition.StoredAsync(item), Is.EqualTo([stored]), item);
    }

    [Test]
    public async Task A_customer_answers_by_the_open_link_and_gets_a_link_of_their_own()
    {
        var code = $"open{Guid.NewGuid():N}"[..12];
        var edition = await OpenAsync(Anonymity.Anonymous, code);
        var customer = Customer.Of(Host);

        var welcome = await customer.GetAsync($"/s/{code}");
        var screener = await customer.SendAndFollowAsync(welcome);
        Assert.That(welcome.Text, Does.Contain("address of your own").And.Not.Contain("keep the address"), "the open link itself remembers nothing");
        Assert.That(screener.Text, Does.Contain("keep the address of this page"));
        var own = screener.Action.Split('/')[2];
        var thanks = await customer.AnswerAndSendAsync(own, [.. Answers, ("group.department", "surgery")]);

        Assert.That(thanks.Heading, Is.EqualTo("Thank you"));
        Assert.That(await edition.StoredAsync("group.department"), Is.EqualTo(["2"]));
        Assert.That((await customer.OpenAsync($"/s/{own}")).Heading, Is.EqualTo("You have already answered"));
        Assert.That((await customer.OpenAsync($"/s/{code}")).Heading, Is.EqualTo("How good are our services?"), "the open link is for everybody");
    }

    [TestCase(Anonymity.Confidential)]
    [TestCase(Anonymity.Identified)]
    public async Task Where_names_are_kept_the_invitation_knows_how_much_was_answered(Anonymity mode)
    {
        var edition = await OpenAsync(mode);

        await Customer.Of(Host).AnswerAndSendAsync(edition.Link, Answers);

        Assert.That(await edition.DispositionAsync(), Is.EqualTo("complete"));
    }

    [Test]
    public async Task The_pages_come_in_order_and_say_where_one_is()
    {
        var edition = await OpenAsync(Anonymity.Anonymous);
        var customer = Customer.Of(Host);
        var page = await customer.SendAndFollowAsync(await customer.OpenAsync($"/s/{edition.Link}"));
        var seen = new List<(string Place, string Heading)>();

        while (!page.Action.EndsWith("/review", StringComparison.Ordinal))
        {
            seen.Add((page.Action.Split('/', 4)[3], page.Heading));
            page = await customer.SendAndFollowAsync(page, [.. Answers.Where(a => page.Has(a.Item1)), ("-go", "next")]);
        }

        Assert.That(seen, Is.EqualTo(new[]
        {
            ("services", "Which of these have you used?"), ("service/wifi", "wifi"), ("service/desk", "desk"), ("groups", "About you"), ("last", "Last questions"),
        }));
        Assert.That(page.Heading, Is.EqualTo("Check your answers"));
        Assert.That(page.Text, Does.Contain("Drops in the lift").And.Contain("I cannot judge this"));
        var desk = await customer.GetAsync($"/s/{edition.Link}/service/desk");
        Assert.That(desk.Title, Does.StartWith("desk, Service 2 of 2 – "));
        Assert.That(desk.Text, Does.Contain("Service 2 of 2 · about").And.Contain("Saved"));
    }

    [Test]
    public async Task Another_device_goes_on_at_the_same_place_with_the_same_answers()
    {
        var edition = await OpenAsync(Anonymity.Anonymous);
        var phone = Customer.Of(Host);
        var screener = await phone.SendAndFollowAsync(await phone.OpenAsync($"/s/{edition.Link}"));
        var wifi = await phone.SendAndFollowAsync(screener, ("used", "wifi"), ("used", "desk"), ("-go", "next"));
        await phone.SendAsync(wifi, ("wifi.overall", "4"), ("wifi.comment", "Slow"), ("-go", "next"));

        var elsewhere = await Customer.Of(Host).OpenAsync($"/s/{edition.Link}");
        var wifiThere = await Customer.Of(Host).OpenAsync($"/s/{edition.Link}/service/wifi");

        Assert.That(elsewhere.Heading, Is.EqualTo("desk"));
        Assert.That((wifiThere.Value("wifi.overall"), wifiThere.Value("wifi.comment")), Is.EqualTo(("4", "Slow")));
    }

    [Test]
    public async Task Back_saves_too_and_the_review_leads_to_every_page_and_back()
    {
        var edition = await OpenAsync(Anonymity.Anonymous);
        var customer = Customer.Of(Host);
        var review = await customer.AnswerAsync(edition.Link, Answers);

        var wifi = await customer.OpenAsync($"/s/{edition.Link}/service/wifi?review=1");
        Assert.That(wifi.Text, Does.Contain("Save and check"));
        var back = await customer.SendAndFollowAsync(wifi, ("wifi.overall", "5"), ("-go", "review"));
        Assert.That(back.Heading, Is.EqualTo("Check your answers"));

        var last = await customer.SendAndFollowAsync(review, ("-go", "back"));
        var groups = await customer.SendAndFollowAsync(last, ("last", "Changed while going back"), ("-go", "back"));
        Assert.That(groups.Heading, Is.EqualTo("About you"));
        Assert.That((await customer.GetAsync($"/s/{edition.Link}/last")).Value("last"), Is.EqualTo("Changed while going back"));

        var services = await customer.OpenAsync($"/s/{edition.Link}/services");
        Assert.That((await customer.SendAndFollowAsync(services, ("-go", "back"))).Text, Does.Contain("Continue"), "before the first page is the welcome page");
    }

    [Test]
    public async Task An_optional_answer_can_be_taken_back_without_script()
    {
        var edition = await OpenAsync(Anonymity.Anonymous);
        var customer = Customer.Of(Host);
        await customer.AnswerAsync(edition.Link, Answers);
        var wifi = await customer.OpenAsync($"/s/{edition.Link}/service/wifi");

        var cleared = await customer.SendAsync(wifi, ("wifi.reliable", "5"), ("-clear", "wifi.overall"));

        Assert.That(cleared.Location, Is.EqualTo($"/s/{edition.Link}/service/wifi#q-wifi.overall"));
        var again = await customer.GetAsync($"/s/{edition.Link}/service/wifi");
        Assert.That((again.Value("wifi.overall"), again.Value("wifi.reliable")), Is.EqualTo(("", "5")));
    }

    [Test]
    public async Task A_follow_up_appears_without_script_once_and_holds_nobody_up()
    {
        var edition = await OpenAsync(Anonymity.Anonymous);
        var customer = Customer.Of(Host);
        var screener = await customer.SendAndFollowAsync(await customer.OpenAsync($"/s/{edition.Link}"));
        var wifi = await customer.SendAndFollowAsync(screener, ("used", "wifi"), ("-go", "next"));
        Assert.That(wifi.Has("wifi.why"), Is.False);

        var more = await customer.SendAndFollowAsync(wifi, ("wifi.overall", "1"), ("-go", "next"));
        Assert.That(more.Text, Does.Contain("One more question"));
        Assert.That(more.Has("wifi.why"));

        Assert.That((await customer.SendAndFollowAsync(more, ("-go", "next"))).Heading, Is.EqualTo("About you"));
    }

    [Test]
    public async Task The_language_can_be_changed_before_and_while_answering()
    {
        var edition = await OpenAsync(Anonymity.Anonymous);
        var customer = Customer.Of(Host);

        Assert.That((await customer.GetAsync($"/s/{edition.Link}", "de-AT,en;q=0.5")).Text, Does.Contain("Starten"));
        var german = await customer.GetAsync($"/s/{edition.Link}?lang=de");
        Assert.That(german.Text, Does.Contain("Ihre Antworten sind anonym").And.Contain("English"));
        var screener = await customer.SendAndFollowAsync(german);
        Assert.That(screener.Text, Does.Contain("Weiter"));
        var english = await customer.SendAndFollowAsync(screener, ("used", "wifi"), ("-lang", "en"));
        Assert.That(english.Text, Does.Contain("Next"));
        Assert.That(english.Ticked("used"), Is.EqualTo(["wifi"]));
    }

    [Test]
    public async Task The_welcome_page_says_what_the_settings_are()
    {
        var edition = await OpenAsync(Anonymity.Anonymous);

        var page = await Customer.Of(Host).GetAsync($"/s/{edition.Link}");

        Assert.That(page.Text, Does.Contain("St. Anna Hospital").And.Contain("about 4 minutes").And.Contain("30 November")
            .And.Contain("Your answers are anonymous").And.Contain("at least 10 people").And.Contain("Deutsch"));
        var privacy = await Customer.Of(Host).GetAsync($"/s/{edition.Link}/privacy");
        Assert.That(privacy.Text, Does.Contain("fewer than 10 invited people").And.Contain("What we cannot promise"));
    }

    private Task<OpenEdition> OpenAsync(Anonymity mode, string? openCode = null) =>
        OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Anonymity = mode, Survey = $"s{Guid.NewGuid():N}" }, openCode: openCode);
}
