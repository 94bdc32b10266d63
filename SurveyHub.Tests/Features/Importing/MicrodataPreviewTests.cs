using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>The preview says what will be stored: what is in the files, in numbers, before anything is stored.</summary>
public sealed class MicrodataPreviewTests() : MicrodataTest(TestServer.Sqlite)
{
    [Test]
    public async Task It_counts_rows_ratings_and_what_is_no_rating()
    {
        using var folder = ImportFolder.Canteen();

        var edition = (await PreviewOfAsync(folder)).Editions.Single();

        Assert.Multiple(() =>
        {
            Assert.That(edition.Year, Is.EqualTo(2025));
            Assert.That(edition.Rows, Is.EqualTo(2));
            Assert.That(edition.Ratings, Is.EqualTo(4));
            Assert.That(edition.CannotJudge, Is.EqualTo(1));
            Assert.That(edition.Skipped, Is.EqualTo(1), "the second row has no overall rating");
            Assert.That(edition.Comments, Is.EqualTo(1));
            Assert.That(edition.Complete, Is.EqualTo(2), "no question was required");
            Assert.That(edition.Services.Select(s => (s.Key, s.Ratings)), Is.EqualTo([("lunch", 2), ("coffee", 1)]));
            Assert.That(edition.Groups.Single(), Is.EqualTo(new GroupPreview("site", "Site", 2, 2)));
            Assert.That((edition.OpensOn, edition.ClosesOn), Is.EqualTo((new DateOnly(2025, 1, 1), new DateOnly(2025, 12, 31))));
        });
    }

    [Test]
    public async Task Nothing_is_stored()
    {
        using var folder = ImportFolder.Canteen();

        await PreviewOfAsync(folder);

        Assert.That(await Stored.CountAsync(Database), Is.Zero);
    }

    [TestCase("\uFEFFlunch,coffee\r\n5,X\r\n")]
    [TestCase("lunch;coffee\n5;X\n")]
    [TestCase("lunch\tcoffee\r\n5\tX")]
    [TestCase("\"lunch\",\"coffee\"\n\"5\",\"X\"\n\n\n")]
    [TestCase("sep=;\r\nlunch;coffee\r\n5;X\r\n;\r\n")]
    [TestCase("LUNCH , Coffee\n 5 , x \n")]
    [TestCase("coffee,lunch\nx,5.0\n")]
    public async Task The_usual_kinds_of_csv_say_the_same(string answers)
    {
        using var folder = ImportFolder.Canteen(answers: answers);

        var edition = (await PreviewOfAsync(folder)).Editions.Single();

        Assert.That((edition.Rows, edition.Ratings, edition.CannotJudge, edition.Skipped), Is.EqualTo((1, 1, 1, 0)));
    }

    [Test]
    public async Task A_service_that_nobody_answered_anything_about_was_not_asked_about()
    {
        using var folder = ImportFolder.Canteen(answers: "lunch,coffee\n5,\n4,\n");

        var edition = (await PreviewOfAsync(folder)).Editions.Single();

        Assert.That(edition.Services.Select(s => (s.Key, s.WasAsked)), Is.EqualTo([("lunch", true), ("coffee", false)]));
        Assert.That((edition.Skipped, edition.NotShown), Is.EqualTo((0, 2)));
    }

    [Test]
    public async Task Empty_cells_can_mean_not_shown()
    {
        using var folder = ImportFolder.Canteen("values: { empty: not_shown, skipped: ['-'] }", "lunch,coffee\n5,\n-,4\n");

        var edition = (await PreviewOfAsync(folder)).Editions.Single();

        Assert.That((edition.Ratings, edition.Skipped, edition.NotShown), Is.EqualTo((2, 1, 1)));
    }

    [Test]
    public async Task Words_stand_for_codes()
    {
        using var folder = ImportFolder.Canteen("values: { codes: { great: 5 }, cannot_judge: [never] }", "lunch,coffee\nGREAT,very good\nnever,-8\n");

        var edition = (await PreviewOfAsync(folder)).Editions.Single();

        Assert.That((edition.Ratings, edition.CannotJudge), Is.EqualTo((2, 2)));
    }

    [Test]
    public async Task What_is_not_used_was_not_shown_and_an_empty_box_beside_a_tick_is_no_use()
    {
        using var folder = ImportFolder.Canteen(answers: "used.lunch,used.coffee,lunch,coffee\n1,0,5,\n1,,,\n,,,3\n");

        var edition = (await PreviewOfAsync(folder)).Editions.Single();

        Assert.That((edition.Ratings, edition.Skipped, edition.NotShown), Is.EqualTo((2, 2, 2)));
    }

    [Test]
    public async Task Columns_nobody_mentioned_are_named_with_what_they_may_have_been()
    {
        using var folder = ImportFolder.Canteen("columns: { ignore: [ID] }", "id,lunch,cofee,shoe size\n1,5,4,43\n");

        var preview = await PreviewOfAsync(folder);

        Assert.That(preview.IgnoredColumns, Is.EqualTo([new IgnoredColumn("answers.csv", "cofee", "coffee"), new IgnoredColumn("answers.csv", "shoe size", null)]));
    }

    [Test]
    public async Task One_file_may_hold_several_years()
    {
        using var folder = new ImportFolder().With("answers.csv", "y,lunch\n2024,5\n2025,4\n2024,3\n").With("mapping.yaml",
            ImportFolder.Survey + "  - { year: 2024, responses: answers.csv }\ncolumns: { year: y }");

        Assert.That((await PreviewOfAsync(folder)).Editions.Select(e => (e.Year, e.Rows)), Is.EqualTo([(2024, 2), (2025, 1)]));
    }

    [Test]
    public async Task A_frame_is_counted_and_compared_with_the_rows()
    {
        using var folder = new ImportFolder().With("answers.csv", "lunch\n5\n4\n").With("frame.csv", "disposition\ncomplete\npartial\ncomplete\nrefused\nBounced\n").With("mapping.yaml",
            ImportFolder.Survey.Replace("answers.csv }", "answers.csv, frame: frame.csv }", StringComparison.Ordinal) + "dispositions: { bounced: undeliverable }");

        var preview = await PreviewOfAsync(folder);

        Assert.That((preview.Editions.Single().Invited, preview.Editions.Single().FrameAnswered), Is.EqualTo((5, 3)));
        Assert.That(preview.Notes, Is.EqualTo(["2025: the frame says that 3 answered, and there are 2 rows."]));
    }

    [Test]
    public async Task Of_several_rows_of_a_person_the_last_complete_one_can_count()
    {
        using var folder = ImportFolder.Canteen("columns: { person: who, complete: done }\nduplicates: last",
            "who,done,lunch\na,1,5\na,0,1\nb,0,2\nb,0,3\nc,1,4\nc,1,5\n");

        var preview = await PreviewOfAsync(folder);

        Assert.That((preview.Editions.Single().Rows, preview.Editions.Single().Complete), Is.EqualTo((3, 2)));
        Assert.That(preview.Notes, Is.EqualTo(["3 rows are left out, because another row of the same person counts."]));
    }

    [Test]
    public async Task Answers_of_a_year_to_come_are_refused()
    {
        using var folder = new ImportFolder().With("answers.csv", "lunch\n5\n").With("mapping.yaml", ImportFolder.Survey.Replace("2025", "2027", StringComparison.Ordinal));

        Assert.That(await ProblemsOfAsync(folder), Has.Some.Contains("The year 2027 has not come yet."));
    }

    [Test]
    public async Task Rows_without_any_answer_count_and_are_mentioned()
    {
        using var folder = ImportFolder.Canteen(answers: "lunch,site\n5,North\n,South\n");

        var preview = await PreviewOfAsync(folder);

        Assert.That(preview.Rows, Is.EqualTo(2));
        Assert.That(preview.Notes, Is.EqualTo(["2025: 1 row has no answer at all; it counts as a response, and as complete, because no question has to be answered."]));
    }

    [Test]
    public async Task An_anonymous_survey_says_what_it_will_not_keep()
    {
        using var folder = new ImportFolder().With("answers.csv", "who,w,lunch\na,1.5,5\n").With("mapping.yaml",
            ImportFolder.Survey.Replace("  overall:", "  anonymity: anonymous\n  overall:", StringComparison.Ordinal) + "columns: { person: who, weight: w }");

        Assert.That((await PreviewOfAsync(folder)).Notes, Is.EqualTo([
            "The survey is anonymous: the column who with the persons' keys is left out; nobody is followed from year to year.",
            "The survey is anonymous: the column w with the weights is left out; a weight can tell a customer group that an answer gave up.",
            "The survey is anonymous: where fewer people than the survey's minimum share the same customer groups, groups are removed from their answers, and from those of others where they could be found by subtraction. The report counts everybody in their groups.",
        ]));
    }

    [Test]
    public async Task Services_may_stand_in_a_file_of_their_own()
    {
        using var folder = new ImportFolder().With("answers.csv", "S01,S02\n5,4\n").With("services.csv", "code,name\nS01,Lunch\nS02,\"Coffee, tea\"\n").With("mapping.yaml",
            ImportFolder.Survey.Replace("services: { lunch: Lunch, coffee: Coffee bar }", "services_file: services.csv", StringComparison.Ordinal));

        Assert.That((await PreviewOfAsync(folder)).Editions.Single().Services.Select(s => s.Name), Is.EqualTo(["Lunch", "Coffee, tea"]));
    }
}
