using SurveyHub.Features.Managing;
using SurveyHub.Features.People.Finding;
using SurveyHub.Features.People.Saving;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class SavePeopleTests(TestServer server) : FrameTest(server)
{
    [Test]
    public async Task A_file_is_put_on_the_list_and_the_deed_is_written_down_without_addresses()
    {
        var outcome = await SaveAsync(File(12) + "böhm@st-anna.example,\"Böhm, Jörg\",de,Innere Medizin,doctor\n");

        Assert.That(outcome, Is.EqualTo(new SavePeopleOutcome.Saved(13, 0)));
        var böhm = await AskAsync<(string Name, string Language, string Groups)>("select name, language, groups from invitation where address = 'böhm@st-anna.example'");
        Assert.That(böhm, Is.EqualTo(("Böhm, Jörg", "de", """{"department":"medicine","role":"doctor"}""")));
        Assert.That(await AuditLinesAsync(), Is.EqualTo(["olga put people on the list of internal 2026: 13 new, 0 changed"]));
    }

    [Test]
    public async Task A_preview_counts_what_is_new_what_changes_and_who_belongs_where_and_writes_nothing()
    {
        await PrepareAsync();
        await SaveAsync(File(3) + "ann@st-anna.example,Ann,,medicine,doctor\n");

        var preview = await PreviewAsync(
            "mail,name,department\np0@st-anna.example,Person 0,surgery\np1@st-anna.example,Person One,surgery\np2@st-anna.example,,chapel\nnew@st-anna.example,New,chapel\nann@st-anna.example,,\n");

        Assert.That((preview.New, preview.Changed, preview.Same, preview.WithoutLanguage), Is.EqualTo((1, 2, 2, 2)));
        Assert.That(preview.Groups[0].Options, Is.EqualTo(new OptionPreview[] { new("Internal medicine", 1, 0), new("Surgery", 2, 0), new("Chaplaincy", 2, 1) }));
        Assert.That(preview.Groups[1].Options, Is.Null, "the file does not tell the role");
        Assert.That(await AskAsync<int>("select count(*) from invitation"), Is.EqualTo(4));
    }

    [Test]
    public async Task One_bad_row_and_nobody_is_put_on_the_list()
    {
        var outcome = await SaveAsync(File(5) + "nobody,Nobody,en,surgery,nurse\n");

        Assert.That(outcome, Is.TypeOf<SavePeopleOutcome.Refused>());
        Assert.That(await AskAsync<int>("select count(*) from invitation"), Is.Zero);
        Assert.That(await AuditLinesAsync(), Is.Empty);
    }

    [Test]
    public async Task The_same_file_twice_changes_nothing()
    {
        await SaveAsync(File(20));

        Assert.That(await SaveAsync(File(20)), Is.EqualTo(new SavePeopleOutcome.Saved(0, 0)));
        Assert.That(await AskAsync<int>("select count(*) from invitation"), Is.EqualTo(20));
    }

    [Test]
    public async Task People_on_the_list_are_brought_up_to_date_and_what_the_file_leaves_empty_stays()
    {
        await PrepareAsync();
        await SaveAsync(File(1));

        await SaveAsync("address,name,department,role\nP0@ST-ANNA.EXAMPLE,,chapel,\n");

        Assert.That(await AskAsync<(string, string, string)>("select name, language, groups from invitation"),
            Is.EqualTo(("Person 0", "en", """{"department":"chapel","role":"nurse"}""")));
    }

    [Test]
    public async Task From_the_opening_on_groups_stay_and_the_preview_says_so()
    {
        await SaveAsync(File(2));
        var file = "address,name,department\np0@st-anna.example,Renamed,chapel\np1@st-anna.example,,surgery\nnew@st-anna.example,New,chapel\n";

        var preview = await PreviewAsync(file);
        await SaveAsync(file);

        Assert.That((preview.New, preview.Changed, preview.Same, preview.OtherGroups), Is.EqualTo((1, 1, 1, 1)));
        Assert.That(await AskAsync<(string, string)>("select name, groups from invitation where address = 'p0@st-anna.example'"), Is.EqualTo(("Renamed", """{"department":"surgery","role":"nurse"}""")));
        Assert.That(await AskAsync<string>("select groups from invitation where address = 'new@st-anna.example'"), Is.EqualTo("""{"department":"chapel"}"""));
    }

    [TestCase("answered")]
    [TestCase("complete")]
    [TestCase("partial")]
    public async Task Whoever_has_answered_stays_as_they_answered_and_no_number_tells_so(string disposition)
    {
        await SaveAsync(File(2));
        await BecomesAsync("p0@st-anna.example", disposition);
        var file = "address,name,status\np0@st-anna.example,Renamed,ineligible\np1@st-anna.example,Renamed,ineligible\n";

        var preview = await PreviewAsync(file);
        var outcome = await SaveAsync(file);

        Assert.That(preview.Changed, Is.EqualTo(2));
        Assert.That(outcome, Is.EqualTo(new SavePeopleOutcome.Saved(0, 2)));
        Assert.That((await PreviewAsync(file)).Changed, Is.Zero, "nor does the same file once more");
        Assert.That(await AskAsync<string>("select name || ' ' || disposition from invitation where address = 'p0@st-anna.example'"), Is.EqualTo($"Renamed {disposition}"));
        var found = await new FindPeople(Database).ExecuteAsync(Edition, new() { Part = "@st-anna" });
        Assert.That(found.People.Select(p => p.Standing), Is.All.EqualTo(Disposition.Ineligible), "to the owner both are removed");
    }

    [TestCase("invited", "ineligible")]
    [TestCase("started", "ineligible")]
    [TestCase("invited", "refused")]
    [TestCase("started", "undeliverable")]
    public async Task What_staff_said_can_be_taken_back(string before, string word)
    {
        await SaveAsync(File(1));
        await BecomesAsync("p0@st-anna.example", before);
        await SaveAsync($"address,status\np0@st-anna.example,{word}\n");
        Assert.That(await DispositionAsync("p0@st-anna.example"), Is.EqualTo(word));

        await SaveAsync("address,status\np0@st-anna.example,invited\n");

        Assert.That(await DispositionAsync("p0@st-anna.example"), Is.EqualTo(before), "whoever had begun has begun");
        Assert.That(await AskAsync<int>("select count(*) from invitation where disposed_on is null"), Is.EqualTo(1));
    }

    [Test]
    public async Task One_word_after_the_other_is_taken_back_at_once()
    {
        await SaveAsync(File(1));
        await BecomesAsync("p0@st-anna.example", "started");
        foreach (var word in new[] { "undeliverable", "refused", "ineligible", "refused", "invited" }) await SaveAsync($"address,status\np0@st-anna.example,{word}\n");

        Assert.That(await DispositionAsync("p0@st-anna.example"), Is.EqualTo("started"));
    }

    [Test]
    public async Task Who_said_no_themselves_is_not_invited_again_by_a_file()
    {
        await SaveAsync(File(1));
        await BecomesAsync("p0@st-anna.example", "refused");

        await SaveAsync("address,status\np0@st-anna.example,invited\n");

        Assert.That(await DispositionAsync("p0@st-anna.example"), Is.EqualTo("refused"));
    }

    [Test]
    public async Task New_people_may_be_removed_in_the_same_breath()
    {
        await SaveAsync("address,status\nann@st-anna.example,left\nben@st-anna.example,\n");

        Assert.That(await DispositionAsync("ann@st-anna.example"), Is.EqualTo("ineligible"));
        Assert.That(await DispositionAsync("ben@st-anna.example"), Is.EqualTo("invited"));
    }

    [Test]
    public async Task Somebody_new_of_whom_the_file_says_that_they_have_left_is_in_no_rate_before_and_after_the_opening([Values] bool isOpen)
    {
        if (!isOpen) await PrepareAsync();
        await SaveAsync(File(12));
        await SaveAsync("address,department,role,status\nann@st-anna.example,surgery,nurse,left\nben@st-anna.example,surgery,nurse,ineligible\n");

        Assert.That(await AskAsync<int>("select count(*) from invitation where disposition = 'ineligible' and earlier_disposition is null and disposed_on = @Today", new { Today = new DateOnly(2026, 11, 2) }), Is.EqualTo(2));
        Assert.That((await new EditionNumbersStore(Database).OfSurveyAsync(Edition.Survey))[Edition.EditionId].Invited, Is.EqualTo(12));
        Assert.That((await new ParticipationStore(Database, new(Database, new(Database, new()), Dialect)).OfAsync(Edition))[0].Ineligible, Is.EqualTo(2));
        await SaveAsync("address,status\nann@st-anna.example,invited\n");
        Assert.That(await DispositionAsync("ann@st-anna.example"), Is.EqualTo("invited"));
    }

    [Test]
    public async Task Groups_an_anonymous_answer_may_keep_are_decided_anew_after_every_change_before_the_opening()
    {
        await PrepareAsync();
        await SaveAsync(File(10) + "chaplain@st-anna.example,C,en,chapel,nurse\n");
        Assert.That((await KeptAsync("p0"), await KeptAsync("chaplain")), Is.EqualTo(("""{"department":"surgery","role":"nurse"}""", "{}")));
        await TakeOffAsync("p9");
        Assert.That(await KeptAsync("p0"), Is.EqualTo("{}"), "nine are not ten");
        await SaveAsync(File(11, "chapel", "doctor", "c"));
        Assert.That((await KeptAsync("c0"), await KeptAsync("chaplain")), Is.EqualTo(("""{"department":"chapel"}""", """{"department":"chapel"}""")), "nobody is missing from the chapel");
    }

    [Test]
    public async Task From_the_opening_on_nobody_who_is_taken_off_moves_what_the_others_may_keep([Values("invited", "started", "answered")] string state, [Values] bool byFile)
    {
        await SaveAsync(File(10));
        await BecomesAsync("p9@st-anna.example", state);
        await (byFile ? SaveAsync("address,status\np9@st-anna.example,ineligible\n") : TakeOffAsync("p9"));

        Assert.That(await KeptAsync("p0"), Is.EqualTo("""{"department":"surgery","role":"nurse"}"""));
        await SaveAsync(File(1, "chapel", "doctor", "c"));
        Assert.That(await KeptAsync("p0"), Is.EqualTo("""{"department":"surgery","role":"nurse"}"""), "nor when somebody else is added");
    }

    [Test]
    public async Task Whoever_was_on_the_list_before_the_opening_and_taken_off_counts_for_no_group()
    {
        await PrepareAsync();
        await SaveAsync(File(10));
        await TakeOffAsync("p9");
        await Database.WriteAsync(async work =>
        {
            await work.ExecuteAsync("update edition set status = 'open'");
            await FrameStore.SettleAsync(work, Edition.EditionId);
            await FrameStore.RefreshKeptGroupsAsync(work, Edition);
        });
        Assert.That(await KeptAsync("p0"), Is.EqualTo("{}"));
    }

    [Test]
    public async Task The_list_of_a_closed_edition_is_not_changed()
    {
        await SaveAsync(File(1));
        await Database.WriteAsync(work => work.ExecuteAsync("update edition set status = 'closed'"));

        Assert.That(await SaveAsync(File(5)), Is.TypeOf<SavePeopleOutcome.Closed>());
        Assert.That(await new RemovePerson(Database, Audit, Clock).ExecuteAsync(Olga, Edition, "p0@st-anna.example", putBack: false), Is.False);
        Assert.That(await MakeLinksAsync(), Is.Null);
        Assert.That(await new EmptyList(Database, Audit).ExecuteAsync(Olga, Edition), Is.Null);
        Assert.That(await AskAsync<int>("select count(*) from invitation where disposition = 'invited'"), Is.EqualTo(1));
    }

    [TestCase("invited", 3)]
    [TestCase("ineligible", 3)]
    [TestCase("started", null)]
    [TestCase("answered", null)]
    public async Task A_wrong_list_can_be_emptied_as_long_as_nobody_has_begun(string disposition, int? deleted)
    {
        await SaveAsync(File(3));
        await BecomesAsync("p1@st-anna.example", disposition);

        Assert.That(await new EmptyList(Database, Audit).ExecuteAsync(Olga, Edition), Is.EqualTo(deleted));
        Assert.That(await AskAsync<int>("select count(*) from invitation"), Is.EqualTo(3 - (deleted ?? 0)));
    }

    [Test]
    public async Task A_list_with_links_is_not_emptied()
    {
        await SaveAsync(File(3));
        await MakeLinksAsync();

        Assert.That(await new EmptyList(Database, Audit).ExecuteAsync(Olga, Edition), Is.Null);
    }

    [Test]
    public async Task A_hundred_thousand_people_are_stored_in_one_go()
    {
        Assert.That(await SaveAsync(File(100_000)), Is.EqualTo(new SavePeopleOutcome.Saved(100_000, 0)));
        Assert.That(await AskAsync<int>("select count(*) from invitation where kept_groups = groups"), Is.EqualTo(100_000));
    }

    private Task TakeOffAsync(string name) => new RemovePerson(Database, Audit, Clock).ExecuteAsync(Olga, Edition, $"{name}@st-anna.example", putBack: false);

    private Task<string> KeptAsync(string name) => AskAsync<string>("select kept_groups from invitation where address = @address", new { address = $"{name}@st-anna.example" });
}
