using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Responses;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ResponseStoreTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task An_edition_comes_back_as_it_was_stored()
    {
        var stored = await StoreEditionAsync();

        var editions = await Editions.OfSurveyAsync("internal");

        Assert.That(editions, Has.Count.EqualTo(1));
        Assert.Multiple(() =>
        {
            Assert.That(editions[0].EditionId, Is.EqualTo(stored.EditionId));
            Assert.That(editions[0].Year, Is.EqualTo(2025));
            Assert.That(editions[0].Status, Is.EqualTo(EditionStatus.Open));
            Assert.That(editions[0].Questionnaire.Services.Select(s => s.Key), Is.EqualTo(["wifi", "printing"]));
            Assert.That(editions[0].Items.Find("wifi.overall")!.IsMain);
        });
    }

    [Test]
    public async Task A_second_edition_of_the_same_year_is_refused_and_changes_nothing()
    {
        await StoreEditionAsync();

        var second = await Database.WriteAsync(work => Writer.InsertAsync(work, NewEdition));

        Assert.That(second, Is.Null);
        Assert.That(await Editions.OfSurveyAsync("internal"), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Answers_come_back_with_codes_numbers_and_words()
    {
        var edition = await StoreEditionAsync();
        var words = "Drops every time I walk from ward 4; “radiology” äöü";
        await StoreAsync(edition, complete: true, new StoredAnswer { ItemNo = 3, Code = 4, Role = 1 }, new StoredAnswer { ItemNo = 4, Text = words });
        await StoreAsync(edition, complete: false, new StoredAnswer { ItemNo = 3, Code = Item.Skipped });

        var seen = new List<(bool Complete, int? Code, string? Text, bool Shown)>();
        await Database.ReadAsync(async (db, cancellation) => await ResponseStream.ForEachAsync(db, null, edition.EditionId, edition.Items.All.Count, response =>
        {
            seen.Add((response.IsComplete, response.Code(3), response.Text(4), response.Shown(4)));
            return ValueTask.CompletedTask;
        }, cancellation));

        Assert.That(seen, Is.EquivalentTo(new (bool, int?, string?, bool)[] { (true, 4, words, true), (false, Item.Skipped, null, false) }));
    }

    [Test]
    public async Task A_frame_is_counted_by_group_and_disposition_and_rare_groups_are_not_kept()
    {
        var edition = await StoreEditionAsync();
        var people = Enumerable.Range(0, 12).Select(i => Person($"m{i}@st-anna.example", "medicine", i < 3 ? Disposition.Answered : Disposition.Invited))
            .Append(Person("c@st-anna.example", "chapel", Disposition.Invited));

        await Database.WriteAsync(work => FrameStore.AddAsync(work, edition, people, new(2025, 3, 1)));

        var counts = await Database.ReadAsync((db, _) => FrameStore.CountAsync(db, edition.EditionId));
        Assert.That(counts.Select(c => (c.Groups["department"], c.Disposition, c.People)), Is.EquivalentTo(new[]
        {
            ("chapel", Disposition.Invited, 1), ("medicine", Disposition.Answered, 3), ("medicine", Disposition.Invited, 9),
        }));
        var kept = await Database.ReadAsync(async (db, _) => await Dapper.SqlMapper.QueryAsync<string>(db, "select distinct kept_groups from invitation order by kept_groups"));
        Assert.That(kept, Is.EquivalentTo(["""{"department":"medicine"}""", "{}"]));
    }

    [Test]
    public async Task An_address_stands_once_on_a_frame()
    {
        var edition = await StoreEditionAsync();
        FramePerson[] people = [Person("a@st-anna.example", "medicine", Disposition.Invited), Person("A@St-Anna.example", "surgery", Disposition.Invited)];

        var added = await Database.WriteAsync(work => FrameStore.AddAsync(work, edition, people, new(2025, 3, 1)));

        Assert.That(added, Is.EqualTo(1));
    }

    private static readonly NewEdition NewEdition = new()
    {
        Year = 2025,
        Status = EditionStatus.Open,
        Origin = EditionOrigin.Collected,
        OpensOn = new(2025, 3, 1),
        ClosesOn = new(2025, 3, 31),
        Questionnaire = A.Questionnaire("wifi", "printing"),
    };

    private EditionStore Editions => new(Database, new FrozenQuestionnaires());

    private static EditionWriter Writer => new(TimeProvider.System);

    private async Task<Edition> StoreEditionAsync()
    {
        var id = await Database.WriteAsync(work => Writer.InsertAsync(work, NewEdition));
        return (await Editions.FindAsync(id!.Value))!;
    }

    private Task<long> StoreAsync(Edition edition, bool complete, params StoredAnswer[] answers) =>
        Database.WriteAsync(async work =>
        {
            using var writer = new ResponseWriter(work);
            return await writer.InsertAsync(new() { EditionId = edition.EditionId, IsComplete = complete, Answers = answers });
        });

    private static FramePerson Person(string address, string department, Disposition disposition) => new()
    {
        Address = address,
        Groups = new Dictionary<string, string> { ["department"] = department },
        Disposition = disposition,
    };
}
