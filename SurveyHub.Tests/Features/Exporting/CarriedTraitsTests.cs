using System.IO.Compression;
using System.Text.Json;
using SurveyHub.Features.Exporting;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>By what the rows of the microdata may be told apart.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class CarriedTraitsTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task A_second_customer_group_is_in_the_file_where_every_combination_is_a_crowd_for_every_rating()
    {
        var package = await CloseAsync(Anonymity.Confidential, Four(20, ("wifi.overall", 4)));

        Assert.That(package.Wide.Select(r => (r["group.department"], r["group.role"])).Distinct(), Is.EquivalentTo([("1", "1"), ("1", "2"), ("2", "1"), ("2", "2")]));
        Assert.That(package.LeftOut, Is.Empty);
    }

    [TestCase(9, Description = "a combination of nine")]
    [TestCase(12, 3, Description = "a combination of twelve, of whom three rated")]
    public async Task A_second_customer_group_that_would_cost_an_answer_is_a_blank_column_and_every_answer_stays(int people, int raters = 9)
    {
        IEnumerable<Person> few = [.. raters.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 5)), .. (people - raters).Times(("group.department", 1), ("group.role", 1))];

        var package = await CloseAsync(Anonymity.Confidential,
            [.. few, .. 30.Times(("group.department", 1), ("group.role", 2), ("wifi.overall", 4)), .. 30.Times(("group.department", 2), ("group.role", 1), ("wifi.overall", 4)), .. 30.Times(("group.department", 2), ("group.role", 2), ("wifi.overall", 4))]);

        Assert.Multiple(() =>
        {
            Assert.That(package.Wide.Select(r => r["group.role"]), Is.All.Empty);
            Assert.That(package.Long.Select(r => r["group.role"]), Is.All.Empty);
            Assert.That(package.Wide.Count(r => r["group.department"] == "1"), Is.EqualTo(people + 30));
            Assert.That(package.Wide.Count(r => r["wifi.overall"].Length > 0), Is.EqualTo(raters + 90), "nothing is withheld for it");
            Assert.That(package.LeftOut, Has.Some.StartsWith("The customer group role of all responses: "));
            Assert.That(package.Codebook.Where(r => r["variable"] == "group.role").Select(r => r["withheld_note"]), Is.All.StartsWith("withheld: together with"));
            Assert.That(package.Codebook.Where(r => r["variable"] == "group.department").Select(r => r["withheld_note"]), Is.All.Empty);
        });
    }

    [TestCase(8, 36, 44)]
    [TestCase(12, 20, 12, Description = "enough to be nobody in particular")]
    public async Task Of_a_few_rows_without_a_department_nobody_knows_which_they_are(int unknown, int smallest, int blank)
    {
        // The eight of the chaplaincy, whose name the response rates tell: with the smallest department beside them they are two departments.
        var package = await CloseAsync(Anonymity.Anonymous,
        [
            .. unknown.Times(("group.role", 1), ("wifi.overall", 5)), .. smallest.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 4)),
            .. 60.Times(("group.department", 2), ("group.role", 1), ("wifi.overall", 4)), .. 60.Times(("group.department", 2), ("group.role", 2), ("wifi.overall", 2)),
        ]);

        Assert.That(package.Wide.Count(r => r["group.department"].Length == 0), Is.EqualTo(blank));
    }

    [Test]
    public async Task Language_and_day_name_nobody_in_a_confidential_file()
    {
        // One French speaker in department 1: with the language her row would be hers.
        var package = await CloseAsync(Anonymity.Confidential, Four(20, ("wifi.overall", 4)),
            (record, number) => record with { Language = number == 3 ? "fr" : "en", SubmittedOn = new DateOnly(2025, 3, 1 + number % 20), Weight = number % 2 + 1 });

        Assert.Multiple(() =>
        {
            foreach (var column in new[] { "language", "submitted_on", "weight" }) Assert.That(package.Wide.Select(r => r[column]), Is.All.Empty, column);
            Assert.That(package.LeftOut.Select(l => l.Split(' ')[1]), Is.EqualTo(["language", "day", "weight"]));
        });
    }

    [Test]
    public async Task Language_and_day_of_crowds_stay_and_a_weight_that_all_have()
    {
        var package = await CloseAsync(Anonymity.Confidential, Four(20, ("wifi.overall", 4)),
            (record, number) => record with { Language = number % 20 < 10 ? "fr" : "en", SubmittedOn = new DateOnly(2025, 3, 7), Weight = 1.5 });

        Assert.That(package.Wide.Select(r => (r["language"], r["submitted_on"], r["weight"])).Distinct(),
            Is.EquivalentTo([("fr", "2025-03-07", "1.5"), ("en", "2025-03-07", "1.5")]));
    }

    [Test]
    public async Task Identified_customers_knew_what_is_seen_of_them_so_their_rows_have_everything()
    {
        var package = await CloseAsync(Anonymity.Identified,
            [.. 30.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 4)), .. 1.Times(("group.department", 2), ("group.role", 2), ("wifi.overall", 1))],
            (record, number) => record with { Language = number == 3 ? "fr" : "en", SubmittedOn = new DateOnly(2025, 3, 1 + number % 20), Weight = number % 2 + 1 });

        Assert.That(package.Wide.Count(r => r["group.department"] == "2" && r["group.role"] == "2"), Is.EqualTo(1));
        Assert.That(package.Wide.Select(r => r["language"]), Has.Exactly(1).EqualTo("fr"));
        Assert.That(package.Wide.SelectMany(r => new[] { r["submitted_on"], r["weight"] }), Has.None.Empty);
    }

    [Test]
    public async Task After_a_second_closing_page_and_file_still_tell_nothing_of_the_rows_that_gave_up_their_group()
    {
        // All seventy of the first closing give up their role; of the nurses among them three rated printing, and all who came later did.
        var first = new[] { (1, 1, 31), (1, 2, 5), (2, 1, 3), (2, 2, 31) };
        var edition = await Answered.EditionAsync(Database, Survey(Anonymity.Anonymous), 2025, first.SelectMany(c => Combination(c, printing: c.Item2 == 1 ? c.Item1 == 2 ? 3 : 0 : Math.Min(6, c.Item3))));
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        await results.ReopenAsync(edition.EditionId);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, Combination((2, 1, 20), printing: 20)));

        await results.Closing.CloseAsync(edition.EditionId);

        var report = (await results.Reports.FindAsync("internal", 2025))!;
        var wide = (await PackageReader.OfAsync(Database, report)).Wide;
        foreach (var row in report.Rows(SegmentRow.Table).Where(r => r is { Attribute: "role", IsHidden: false, Valid: > 0 }))
        {
            var file = wide.Count(r => r["group.role"] == (row.SegmentKey == "x" ? "1" : "2") && r[$"{row.Item}.overall"].Length > 0);
            Assert.That(row.Valid - file, Is.Zero.Or.GreaterThanOrEqualTo(10), $"{row.SegmentKey} {row.Item}");
        }
    }

    [Test]
    public async Task An_answer_stored_while_the_file_is_written_is_in_none_of_its_parts()
    {
        var report = await ReportAsync(Anonymity.Confidential, Four(20, ("wifi.overall", 4)));
        using var file = new WatchedStream(() => Database.WriteAsync(work => Answered.AddAsync(work, report.Edition, 5.Times(("wifi.overall", 1)))));

        await PackageReader.ZipOf(Database).WriteAsync(file, report, CancellationToken.None);

        using var zip = new ZipArchive(new MemoryStream(file.ToArray()));
        using var manifest = JsonDocument.Parse(zip.GetEntry("manifest.json")!.Open());
        var rows = manifest.RootElement.GetProperty("files").EnumerateArray().Take(2).Select(f => f.GetProperty("rows").GetInt32());
        var answersOfEach = new MicrodataColumns(report.Edition).Items.Count(i => i.Kind is not (ItemKind.Group or ItemKind.Usage));
        Assert.That(rows, Is.EqualTo([80, 80 * answersOfEach]));
        Assert.That(await Database.ReadAsync((db, _) => Dapper.SqlMapper.ExecuteScalarAsync<long>(db, "select count(*) from response")), Is.EqualTo(85), "it was stored meanwhile");
    }

    [Test]
    public async Task A_file_that_is_cut_short_does_not_open()
    {
        var report = await ReportAsync(Anonymity.Confidential, Four(20, ("wifi.overall", 4)));
        using var stop = new CancellationTokenSource();
        using var file = new WatchedStream(() => stop.CancelAsync());

        Assert.That(async () => await PackageReader.ZipOf(Database).WriteAsync(file, report, stop.Token), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(() => new ZipArchive(new MemoryStream(file.ToArray())), Throws.InstanceOf<InvalidDataException>());
    }

    [Test]
    public async Task Of_an_edition_that_was_opened_again_there_is_no_file()
    {
        var report = await ReportAsync(Anonymity.Confidential, Four(20, ("wifi.overall", 4)));
        await new ResultsOf(Database).ReopenAsync(report.Edition.EditionId);

        Assert.That(async () => await PackageReader.OfAsync(Database, report), Throws.InvalidOperationException);
    }

    private async Task<PackageReader> CloseAsync(Anonymity anonymity, IEnumerable<Person> people, Func<ResponseRecord, int, ResponseRecord>? with = null) =>
        await PackageReader.OfAsync(Database, await ReportAsync(anonymity, people, with));

    private async Task<EditionReport> ReportAsync(Anonymity anonymity, IEnumerable<Person> people, Func<ResponseRecord, int, ResponseRecord>? with = null)
    {
        var edition = await Answered.EditionAsync(Database, Survey(anonymity), 2025, []);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, people, with));
        return (await new ResultsOf(Database).CloseAllAsync("internal"))[0];
    }

    private static IEnumerable<Person> Four(int each, params (string, int)[] answers) =>
        from department in new[] { 1, 2 }
        from role in new[] { 1, 2 }
        from person in each.Times([("group.department", department), ("group.role", role), .. answers])
        select person;

    private static IEnumerable<Person> Combination((int Department, int Role, int People) of, int printing) =>
    [
        .. (of.People - printing).Times(("group.department", of.Department), ("group.role", of.Role), ("wifi.overall", 4)),
        .. printing.Times(("group.department", of.Department), ("group.role", of.Role), ("wifi.overall", 4), ("printing.overall", 2)),
    ];

    private static Questionnaire Survey(Anonymity anonymity) => A.Questionnaire("wifi", "printing") with
    {
        Anonymity = anonymity,
        Headline = HeadlineKind.MeanOfServices,
        Screener = null,
        ServiceQuestions = [A.Rating("overall")],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b"), A.Group("role", GroupSource.Invitation, "x", "y")],
    };

    /// <summary>Calls somebody when the first bytes have come.</summary>
    private sealed class WatchedStream(Func<Task> atFirst) : MemoryStream
    {
        private bool _called;

        public override bool CanSeek => false;

        public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            if (_called) return;
            _called = true;
            await atFirst();
        }
    }
}
