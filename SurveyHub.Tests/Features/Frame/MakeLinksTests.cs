using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Editions;
using SurveyHub.Features.People.Links;
using SurveyHub.Features.Responding;
using SurveyHub.Responses;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class MakeLinksTests(TestServer server) : FrameTest(server)
{
    [Test]
    public async Task Everybody_without_a_link_gets_one_of_their_own_and_only_its_hash_is_kept()
    {
        await SaveAsync(File(120));

        var links = (await MakeLinksAsync())!;

        Assert.That(links.Secrets, Has.Count.EqualTo(120));
        Assert.That(links.Secrets.Values, Is.Unique);
        Assert.That(links.Secrets.Values, Is.All.Match("^[A-Za-z0-9_-]{22}$"));
        foreach (var (id, secret) in links.Secrets)
            Assert.That(await AskAsync<Guid>("select invitation_id from invitation where token_hash = @hash", new { hash = LinkSecret.HashForInvitation(secret) }), Is.EqualTo(id));
        Assert.That((await AuditLinesAsync())[^1], Is.EqualTo("olga made links for internal 2026: list 1, 120 people"));
    }

    [Test]
    public async Task Pressing_the_button_again_makes_no_link_twice()
    {
        await SaveAsync(File(3));
        await MakeLinksAsync();

        Assert.That(await MakeLinksAsync(), Is.Null);
    }

    [Test]
    public async Task Two_owners_who_press_at_once_do_not_get_links_that_lead_nowhere()
    {
        await SaveAsync(File(40));

        var lists = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => MakeLinksAsync())));

        var secrets = lists.OfType<MadeLinks>().SelectMany(l => l.Secrets).ToList();
        Assert.That(secrets, Has.Count.EqualTo(40));
        foreach (var (id, secret) in secrets)
            Assert.That(await AskAsync<Guid>("select invitation_id from invitation where token_hash = @hash", new { hash = LinkSecret.HashForInvitation(secret) }), Is.EqualTo(id));
    }

    [Test]
    public async Task People_who_come_later_get_a_list_of_their_own_and_nobody_elses_link_changes()
    {
        await SaveAsync(File(30));
        await MakeLinksAsync();
        var before = await HashesAsync();
        Clock.Advance(TimeSpan.FromDays(3));
        await SaveAsync(File(12, prefix: "late"));

        var late = (await MakeLinksAsync())!;

        Assert.That((late.List, late.Secrets.Count), Is.EqualTo((2, 12)));
        Assert.That(await HashesAsync(), Is.SupersetOf(before));
        var overview = await new ReadLinks(Database).ExecuteAsync(Edition.EditionId);
        Assert.That(overview.Lists.Select(l => (l.List, l.MadeOn, l.People)), Is.EqualTo(new[] { (1, new DateOnly(2026, 11, 2), 30), (2, new DateOnly(2026, 11, 5), 12) }));
        Assert.That(overview.WithoutLink, Is.Zero);
    }

    [Test]
    public async Task A_lost_list_is_made_anew_for_everybody_who_is_to_be_asked_whatever_they_have_done()
    {
        await SaveAsync(File(4));
        var lost = (await MakeLinksAsync())!;
        await BecomesAsync("p0@st-anna.example", "started");
        await BecomesAsync("p1@st-anna.example", "answered");
        await BecomesAsync("p2@st-anna.example", "undeliverable");

        var anew = (await MakeLinksAsync(anew: 1))!;

        Assert.That((anew.List, anew.Secrets.Count), Is.EqualTo((2, 3)));
        var working = await HashesAsync();
        Assert.That(anew.Secrets.Values, Is.All.Matches<string>(s => working.Any(h => h.SequenceEqual(LinkSecret.HashForInvitation(s!)))));
        Assert.That(lost.Secrets.Values.Count(s => working.Any(h => h.SequenceEqual(LinkSecret.HashForInvitation(s)))), Is.EqualTo(1), "of whom no mail reaches the link stays");
        Assert.That((await AuditLinesAsync())[^1], Does.EndWith("list 2 instead of 1, 3 people"));
    }

    [Test]
    public async Task Whoever_begins_in_the_moment_in_which_the_list_is_made_anew_has_no_answers_under_the_old_link()
    {
        await SaveAsync(File(1));
        var old = (await MakeLinksAsync())!.Secrets.Values.Single();
        var frozen = new FrozenQuestionnaires();
        var visits = new VisitStore(Database, new EditionStore(Database, frozen), frozen);
        var visit = (await visits.FindAsync(old))!;
        await MakeLinksAsync(anew: 1);

        var outcome = await new SaveDraft(Database, visits, new(Database, Clock, NullLogger<TraceEraser>.Instance), Clock).ExecuteAsync(visit, (_, answers) => answers.Language = "de");

        Assert.That(outcome, Is.TypeOf<SaveOutcome.UnknownLink>());
        Assert.That(await AskAsync<int>("select count(*) from draft"), Is.Zero);
        Assert.That(await DispositionAsync("p0@st-anna.example"), Is.EqualTo("invited"));
    }

    [Test]
    public async Task Whoever_begins_although_their_address_was_thought_undeliverable_has_begun()
    {
        await SaveAsync(File(1));
        var link = (await MakeLinksAsync())!.Secrets.Values.Single();
        await SaveAsync("address,status\np0@st-anna.example,undeliverable\n");
        var frozen = new FrozenQuestionnaires();
        var visits = new VisitStore(Database, new EditionStore(Database, frozen), frozen);

        await new SaveDraft(Database, visits, new(Database, Clock, NullLogger<TraceEraser>.Instance), Clock).ExecuteAsync((await visits.FindAsync(link))!, (_, answers) => answers.Language = "de");

        Assert.That(await DispositionAsync("p0@st-anna.example"), Is.EqualTo("started"));
        Assert.That(await MakeLinksAsync(anew: 1), Is.Null, "their link is kept");
    }

    [TestCase("ineligible")]
    [TestCase("refused")]
    [TestCase("undeliverable")]
    public async Task Whoever_is_not_to_be_asked_gets_no_link(string status)
    {
        await SaveAsync(File(2));
        await SaveAsync($"address,status\np0@st-anna.example,{status}\n");

        Assert.That((await MakeLinksAsync())!.Secrets, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task The_list_is_a_mail_merge_in_everybodys_own_language()
    {
        await SaveAsync("address,name,language,department,role\nann@st-anna.example,\"Böhm, Ann\",de,surgery,nurse\nben@st-anna.example,Ben,,chapel,\n");
        var links = (await MakeLinksAsync())!;

        var lines = (await LinksCsvAsync(links)).Split("\r\n");

        Assert.That(lines[0], Is.EqualTo("\uFEFFaddress,name,language,department,role,link"));
        Assert.That(lines[1], Does.Match("^ann@st-anna.example,\"Böhm, Ann\",de,Chirurgie,Pflegedienst,https://survey.example.org/s/[A-Za-z0-9_-]{22}$"));
        Assert.That(lines[2], Does.Match("^ben@st-anna.example,Ben,en,Chaplaincy,,https://survey.example.org/s/[A-Za-z0-9_-]{22}$"));
        Assert.That(lines[3..], Is.EqualTo([""]));
    }

    [Test]
    public async Task The_list_can_be_uploaded_again_as_it_is()
    {
        await SaveAsync(File(3) + "+ann@st-anna.example,Ann,en,surgery,nurse\n-ben@st-anna.example,Ben,en,surgery,nurse\n");
        var csv = await LinksCsvAsync((await MakeLinksAsync())!);

        var preview = await PreviewAsync(csv);

        Assert.That((preview.New, preview.Changed, preview.Same), Is.EqualTo((0, 0, 5)));
    }

    [TestCase("https://survey.example.org", 43)]
    [TestCase("http://12345678901234567890", 45)]
    [TestCase("https://surveys.st-anna-hospital.example", 57)]
    public void A_link_is_as_long_as_its_host_makes_it(string site, int length)
    {
        Assert.That(LinkLength.Of(site), Is.EqualTo(length));
        Assert.That(LinkLength.LongestHost, Is.EqualTo(20));
    }

    private Task<List<byte[]>> HashesAsync() => Database.ReadAsync(async (db, _) =>
        (await db.QueryAsync<byte[]>("select token_hash from invitation where token_hash is not null")).AsList());
}
