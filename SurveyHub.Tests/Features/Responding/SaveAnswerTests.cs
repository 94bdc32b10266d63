using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>One answer at a time, as the script sends them.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class SaveAnswerTests(TestServer server) : OneCustomerTest(server)
{
    private SeenPage _services = null!;

    [SetUp]
    public async Task Begin()
    {
        _services = await Customer.SendAndFollowAsync(await Customer.OpenAsync($"/s/{Link}"));
    }

    [Test]
    public async Task An_answer_is_there_on_every_device_at_once()
    {
        var saved = await SaveAsync("wifi.overall", "4", 0);

        Assert.That((saved.Status, saved.Html), Is.EqualTo((HttpStatusCode.OK, """{"rev":2,"message":null,"stale":null,"other":null,"fine":true}""")));
        Assert.That(await StoredAsync("wifi.overall"), Is.EqualTo("4"));
    }

    [Test]
    public async Task The_same_request_twice_is_one_answer()
    {
        await SaveAsync("wifi.overall", "4", 0);

        Assert.That((await SaveAsync("wifi.overall", "4", 0)).Html, Does.Contain("\"rev\":2"));
    }

    [Test]
    public async Task A_request_that_was_delayed_on_its_way_does_not_undo_a_newer_one()
    {
        await SaveAsync("wifi.comment", "first", 0);
        await SaveAsync("wifi.comment", "second", 2);

        var delayed = await SaveAsync("wifi.comment", "first", 0);

        Assert.That((delayed.Status, delayed.Html), Is.EqualTo((HttpStatusCode.Conflict, """{"rev":3,"message":null,"stale":null,"other":null}""")));
        Assert.That(await StoredAsync("wifi.comment"), Is.EqualTo("second"));
    }

    [Test]
    public async Task An_answer_can_be_taken_back()
    {
        await SaveAsync("wifi.overall", "4", 0);
        await SaveAsync("wifi.overall", "", 2);

        Assert.That(await StoredAsync("wifi.overall"), Is.Empty);
    }

    [Test]
    public async Task Boxes_are_ticked_one_by_one_and_none_rules_out_the_others()
    {
        await SaveAsync("used", "desk", 0, ticked: true);
        await SaveAsync("used", "wifi", 2, ticked: true);
        Assert.That(await TickedAsync(), Is.EqualTo(["wifi", "desk"]));

        await SaveAsync("used", "desk", 3, ticked: false);
        Assert.That(await TickedAsync(), Is.EqualTo(["wifi"]));

        await SaveAsync("used", "-", 4, ticked: true);
        Assert.That(await TickedAsync(), Is.EqualTo(["-"]));

        await SaveAsync("used", "printing", 5, ticked: true);
        Assert.That(await TickedAsync(), Is.EqualTo(["printing"]));
    }

    [TestCase("wifi.overall", "99", "no such answer")]
    [TestCase("used", "canteen", "not in this survey")]
    [TestCase("words", "this is far longer than twenty characters", "room for 20")]
    public async Task What_cannot_be_kept_is_said(string field, string value, string said)
    {
        var answer = await SaveAsync(field, value, 0, ticked: field == "used" ? true : null);

        Assert.That((int)answer.Status, Is.EqualTo(422));
        Assert.That(answer.Html, Does.Contain(said));
    }

    [TestCase("@at")]
    [TestCase("@seen")]
    [TestCase("canteen.overall")]
    [TestCase("group.department")]
    [TestCase("")]
    public async Task A_field_the_customer_is_not_asked_for_is_refused(string field) =>
        Assert.That((int)(await SaveAsync(field, "review", 99)).Status, Is.EqualTo(422));

    [Test]
    public async Task A_stale_token_stores_nothing_and_says_so()
    {
        var answer = await Customer.PostAsync($"/s/{Link}/answer", [("field", "wifi.overall"), ("value", "4"), ("__RequestVerificationToken", "expired")]);

        Assert.That((answer.Status, answer.Html), Is.EqualTo((HttpStatusCode.Forbidden, """{"rev":null,"message":null,"stale":true,"other":null}""")));
        Assert.That(await StoredAsync("wifi.overall"), Is.Empty);
    }

    [Test]
    public async Task After_sending_and_after_closing_nothing_more_is_stored()
    {
        await Edition.CloseAsync();
        Assert.That((await SaveAsync("wifi.overall", "4", 0)).Status, Is.EqualTo(HttpStatusCode.Gone));
        await Edition.ReopenAsync();
        await Customer.AnswerAndSendAsync(Link, ("used", "-"), ("overall", "4"));

        Assert.That((await SaveAsync("wifi.overall", "4", 0)).Status, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(await Edition.DraftsAsync(), Is.Zero);
    }

    [Test]
    public async Task Fifty_answers_at_once_are_all_stored()
    {
        var fields = new[] { "wifi", "printing", "desk" }.SelectMany(s => new[] { $"{s}.overall", $"{s}.reliable" }).ToArray();

        // A value for each, so that none can stand in another's place: five points, and none beside itself.
        static string ValueOf(int field) => $"{field % 5 + 1}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 48).Select(i => SaveAsync(fields[i % fields.Length], ValueOf(i % fields.Length), 0)));

        Assert.That(answers.Select(a => a.Status), Is.All.EqualTo(HttpStatusCode.OK));
        foreach (var (i, field) in fields.Index()) Assert.That(await StoredAsync(field), Is.EqualTo(ValueOf(i)), field);
    }

    [Test]
    public async Task What_another_window_has_saved_is_not_overwritten_but_sent_back_with_the_choice()
    {
        await SaveAsync("wifi.overall", "5", 0);

        var other = await SaveAsync("wifi.overall", "2", 0, me: "other");

        Assert.That(other.Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(other.Html, Does.Contain("\"stale\":true").And.Contain("\"rev\":null").And.Contain("changed in another window").And.Contain("Excellent").And.Contain("take").And.Contain("keep"));
        Assert.That(await StoredAsync("wifi.overall"), Is.EqualTo("5"));
    }

    [Test]
    public async Task Two_windows_that_tick_boxes_tick_them_all_and_neither_page_unticks_the_other_s()
    {
        var second = await Customer.OpenAsync($"/s/{Link}/services");
        await SaveAsync("used", "wifi", 0, ticked: true);

        var joined = await SaveAsync("used", "desk", 0, ticked: true, me: second.Value("-me"));
        await Customer.SendAsync(second, ("used", "desk"), ("-go", "next"));

        Assert.That((joined.Status, joined.Html), Is.EqualTo((HttpStatusCode.OK, """{"rev":null,"message":null,"stale":null,"other":null}""")));
        Assert.That(await TickedAsync(), Is.EqualTo(["wifi", "desk"]));
    }

    [Test]
    public async Task None_of_these_does_not_untick_what_another_window_has_ticked()
    {
        await SaveAsync("used", "wifi", 0, ticked: true);

        Assert.That((await SaveAsync("used", "-", 0, ticked: true, me: "other")).Status, Is.EqualTo(HttpStatusCode.Conflict));
        Assert.That(await TickedAsync(), Is.EqualTo(["wifi"]));
    }

    private Task<SeenPage> SaveAsync(string field, string value, int known, bool? ticked = null, string? me = null) => Customer.PostAsync($"/s/{Link}/answer",
    [
        ("field", field), ("value", value), ("rev", $"{known}"), ("me", me ?? _services.Value("-me")), ("__RequestVerificationToken", _services.Token), .. ticked is { } on ? [("ticked", on ? "1" : "0")] : Array.Empty<(string, string)>(),
    ]);

    private async Task<string> StoredAsync(string field)
    {
        if (await TickedAsync() is []) await SaveAsync("used", "wifi", 99, ticked: true);
        await SaveAsync("used", "printing", 99, ticked: true);
        await SaveAsync("used", "desk", 99, ticked: true);
        return (await Customer.Of(Host).GetAsync($"/s/{Link}/service/{field.Split('.')[0]}")).Value(field);
    }

    private async Task<string[]> TickedAsync() => (await Customer.Of(Host).GetAsync($"/s/{Link}/services")).Ticked("used");
}
