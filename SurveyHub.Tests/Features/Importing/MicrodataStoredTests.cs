using SurveyHub.Editions;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Trends;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>What is imported is an edition like any other: frozen, closed, with its answers and its report. Or nothing is.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class MicrodataStoredTests(TestServer server) : MicrodataTest(server)
{
    [Test]
    public async Task Each_year_becomes_a_closed_edition_with_a_report()
    {
        using var folder = new ImportFolder().With("answers.csv", "y,lunch\n2024,5\n2025,4\n2024,3\n").With("mapping.yaml",
            ImportFolder.Survey.Replace("answers.csv }", "answers.csv, opens_on: 2025-03-03, closes_on: 2025-03-28 }", StringComparison.Ordinal)
            + "  - { year: 2024, responses: answers.csv }\ncolumns: { year: y }\ntrend_breaks: [{ item: lunch, year: 2025 }]");

        Assert.That(await ExecuteAsync(folder), Is.TypeOf<MicrodataOutcome.Imported>());

        var editions = await Editions.OfSurveyAsync("canteen");
        Assert.Multiple(() =>
        {
            Assert.That(editions.Select(e => (e.Year, e.Status, e.Origin)),
                Is.EqualTo([(2024, EditionStatus.Closed, EditionOrigin.Imported), (2025, EditionStatus.Closed, EditionOrigin.Imported)]));
            Assert.That(editions[1].OpensOn, Is.EqualTo(new DateOnly(2025, 3, 3)));
            Assert.That(editions[1].ConfirmedBreaks, Is.EqualTo(["lunch.overall"]));
            Assert.That(editions[0].ConfirmedBreaks, Is.Empty);
        });
        Assert.That(await new ReportTableStore(Database, Editions, Dialect).OfSurveyAsync("canteen"), Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Every_cell_is_stored_as_what_it_means()
    {
        using var folder = ImportFolder.Canteen(answers: """
            lunch,coffee,overall,last_words,site
            5,X,3,"More ""soup"", please",North
            2,4,,'=HYPERLINK(1),Süd
            ,1,4,,
            """);

        await ExecuteAsync(folder);

        Assert.Multiple(async () =>
        {
            Assert.That(await Stored.AnswersAsync(Database, 2025, "lunch.overall"), Is.EqualTo(["-9", "2 (-1)", "5 (1)"]));
            Assert.That(await Stored.AnswersAsync(Database, 2025, "coffee.overall"), Is.EqualTo(["-8", "1 (-1)", "4 (1)"]));
            Assert.That(await Stored.AnswersAsync(Database, 2025, "overall"), Is.EqualTo(["-9", "3 (0)", "4 (1)"]));
            Assert.That(await Stored.AnswersAsync(Database, 2025, "last_words"), Is.EquivalentTo(["-9", "=HYPERLINK(1)", "More \"soup\", please"]));
            Assert.That(await Stored.AnswersAsync(Database, 2025, "group.site"), Is.EqualTo(["-9", "1", "2"]));
        });
        var site = (await Editions.FindAsync("canteen", 2025))!.Questionnaire.Groups.Single();
        Assert.That(site.Options.Select(o => (o.Key, o.Code, o.Label.ToString())), Is.EqualTo([("north", 1, "North"), ("sud", 2, "Süd")]));
    }

    [Test]
    public async Task An_item_that_nobody_answered_in_a_year_has_no_rows()
    {
        using var folder = ImportFolder.Canteen(answers: "lunch,coffee,last_words\n5,,\n4,,\n");

        await ExecuteAsync(folder);

        Assert.That(await Stored.AnswersAsync(Database, 2025, "coffee.overall"), Is.Empty);
        Assert.That(await Stored.AnswersAsync(Database, 2025, "last_words"), Is.Empty);
        Assert.That((await Editions.FindAsync("canteen", 2025))!.Questionnaire.Service("coffee"), Is.Not.Null, "it is still a service of the survey");
    }

    [Test]
    public async Task The_screener_is_part_of_an_edition_whose_file_says_who_uses_what()
    {
        using var folder = ImportFolder.Canteen(answers: "used.lunch,used.coffee,lunch,coffee\n1,0,5,\n");

        await ExecuteAsync(folder);

        Assert.That(await Stored.AnswersAsync(Database, 2025, "used.coffee"), Is.EqualTo(["0"]));
        Assert.That(await Stored.AnswersAsync(Database, 2025, "coffee.overall"), Is.Empty, "not used, so not shown");
        Assert.That((await Editions.FindAsync("canteen", 2025))!.Questionnaire.Screener, Is.Not.Null);
    }

    [TestCase("confidential", "ann,en,2025-11-03,1.5")]
    [TestCase("anonymous", ",,,")]
    public async Task Who_and_when_are_kept_only_where_the_survey_did_not_promise_otherwise(string anonymity, string stored)
    {
        using var folder = new ImportFolder().With("answers.csv", "who,tongue,day,w,lunch\nann,en,2025-11-03 14:05:59,1.5,5\n").With("mapping.yaml",
            ImportFolder.Survey.Replace("  overall:", $"  anonymity: {anonymity}\n  overall:", StringComparison.Ordinal)
            + "columns: { person: who, language: tongue, date: day, weight: w }");

        await ExecuteAsync(folder);

        var (person, language, day, weight) = await Stored.OnlyResponseAsync(Database);
        Assert.That(FormattableString.Invariant($"{person},{language},{day:yyyy-MM-dd},{weight}"), Is.EqualTo(stored));
    }

    [TestCase("columns: { groups: { site: site } }")]
    [TestCase("frame_columns: { disposition: disposition, groups: { site: site } }")]
    [TestCase("frame_columns: { disposition: disposition }")]
    [TestCase("")]
    public async Task A_frame_is_kept_as_numbers(string more)
    {
        using var folder = new ImportFolder().With("answers.csv", "lunch,site\n5,North\n")
            .With("frame.csv", "disposition,site\ncomplete,North\nrefused,North\nno_contact,South\nno_contact,\n")
            .With("mapping.yaml", ImportFolder.Survey.Replace("answers.csv }", "answers.csv, frame: frame.csv }", StringComparison.Ordinal) + more);

        await ExecuteAsync(folder);

        var edition = (await Editions.FindAsync("canteen", 2025))!;
        var counts = await Database.ReadAsync((db, _) => TallyStore.ReadAsync(db, null, edition));
        Assert.Multiple(() =>
        {
            Assert.That(counts.Count(CountNames.NoReaction), Is.EqualTo(2));
            Assert.That(counts.Count(CountNames.Complete), Is.EqualTo(1));
            Assert.That(counts.Count(CountNames.Refused, "site", "north"), Is.EqualTo(1));
            Assert.That(counts.Count(CountNames.NoReaction, "site", "south"), Is.EqualTo(1));
            Assert.That(counts.Count(CountNames.NoReaction, "site", ""), Is.EqualTo(1));
            Assert.That(counts.Count(CountNames.Responses), Is.EqualTo(1));
        });
    }

    [Test]
    public async Task One_bad_row_refuses_all_years_and_leaves_the_database_as_it_was()
    {
        using var folder = new ImportFolder().With("answers.csv", "y,lunch\n2024,5\n2025,4\n2025,bad\n").With("mapping.yaml",
            ImportFolder.Survey + "  - { year: 2024, responses: answers.csv }\ncolumns: { year: y }");

        Assert.That(await ExecuteAsync(folder), Is.TypeOf<MicrodataOutcome.Refused>());

        Assert.That(await Stored.CountAsync(Database), Is.Zero);
    }

    [Test]
    public async Task A_year_that_is_there_already_is_refused_and_says_what_to_do()
    {
        using var folder = ImportFolder.Canteen();
        await ExecuteAsync(folder);
        var before = await Stored.CountAsync(Database);

        var refused = (MicrodataOutcome.Refused)await ExecuteAsync(folder);

        Assert.That(refused.Problems.Single().ToString(), Is.EqualTo(
            "mapping.yaml:10: The survey “canteen” has an edition of 2025 already, imported. An import never changes an edition: delete this line from the editions of the mapping."));
        Assert.That(await Stored.CountAsync(Database), Is.EqualTo(before));
    }

    [Test]
    public async Task An_earlier_year_is_added_beside_it_and_compared_with_it()
    {
        using var folder = ImportFolder.Canteen();
        await ExecuteAsync(folder);
        using var earlier = new ImportFolder().With("answers.csv", ImportFolder.Answers).With("mapping.yaml",
            ImportFolder.Survey.Replace("2025", "2024", StringComparison.Ordinal) + "values: { cannot_judge: [X] }");

        Assert.That(await ExecuteAsync(earlier), Is.TypeOf<MicrodataOutcome.Imported>());

        Assert.That((await Editions.OfSurveyAsync("canteen")).Select(e => e.Year), Is.EqualTo([2024, 2025]));
        var changes = (await new ReportTableStore(Database, Editions, Dialect).OfSurveyAsync("canteen"))[1].Rows(ChangeRow.Table);
        Assert.That(changes.Select(c => (c.YearFrom, c.YearTo, c.Item)), Does.Contain((2024, 2025, "lunch")));
    }

    [Test]
    public async Task The_audit_log_names_who_imported_what()
    {
        using var folder = ImportFolder.Canteen();

        await ExecuteAsync(folder);

        Assert.That(await Stored.AuditAsync(Database), Is.EqualTo(["olivia imported canteen 2025: 2 responses from answers.csv"]));
    }

    [Test]
    public async Task Of_two_imports_at_once_one_is_refused_and_one_is_stored()
    {
        using var folder = ImportFolder.Canteen();

        var outcomes = await Task.WhenAll(ExecuteAsync(folder), ExecuteAsync(folder));

        Assert.That(outcomes.Count(o => o is MicrodataOutcome.Imported), Is.EqualTo(1));
        Assert.That(await Stored.AnswersAsync(Database, 2025, "lunch.overall"), Has.Length.EqualTo(2));
    }

    private EditionStore Editions => new(Database, new());
}
