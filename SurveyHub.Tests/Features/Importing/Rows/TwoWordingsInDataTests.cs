using Dapper;
using SurveyHub.Tests.Definitions.Faults;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Rows;

/// <summary>Answers of a bridge year: every row has one of the two wordings.</summary>
public sealed class TwoWordingsInDataTests() : MicrodataTest(TestServer.Sqlite)
{
    [Test]
    public async Task Whoever_answered_in_one_of_the_wordings_was_not_asked_in_the_other_and_skipped_nothing()
    {
        using var folder = Folder("printing,printing.fitting,printing.comment\n2,,\n,1,Slow\n,,\n-9,,\n");

        await ExecuteAsync(folder);

        Assert.That(await Stored.AnswersAsync(Database, 2024, "printing.overall"), Is.EqualTo(["-9", "2 (0)"]));
        Assert.That(await Stored.AnswersAsync(Database, 2024, "printing.fitting"), Is.EqualTo(["1 (-1)"]));
    }

    [Test]
    public async Task In_a_year_in_which_nobody_was_asked_in_the_new_words_an_empty_rating_was_skipped()
    {
        using var folder = Folder("year,printing,printing.fitting,printing.comment\n2023,2,,\n2023,,,Slow\n2024,,1,\n2024,,,Slow\n2024,3,,\n")
            .With("mapping.yaml", "survey: small\neditions:\n  - { year: 2023, responses: answers.csv }\n  - { year: 2024, responses: answers.csv }\ncolumns: { year: year }\n");

        await ExecuteAsync(folder);

        Assert.That(await Stored.AnswersAsync(Database, 2023, "printing.overall"), Is.EqualTo(["-9", "2 (0)"]));
        Assert.That(await Stored.AnswersAsync(Database, 2023, "printing.fitting"), Is.Empty);
        Assert.That(await Stored.AnswersAsync(Database, 2024, "printing.overall"), Is.EqualTo(["3 (1)"]));
    }

    [Test]
    public async Task A_year_whose_data_have_no_column_of_the_new_words_asked_nobody_in_them()
    {
        using var folder = Folder("printing,printing.comment\n2,\n,Slow\n");

        await ExecuteAsync(folder);

        Assert.That(await Database.ReadAsync((db, _) => db.QuerySingleAsync<string>("select questionnaire_json from edition where year = 2024")), Does.Not.Contain("\"bridge\":").And.Not.Contain("fitting"));
        Assert.That(await Stored.AnswersAsync(Database, 2024, "printing.overall"), Is.EqualTo(["-9", "2 (0)"]));
    }

    [Test]
    public async Task A_row_that_answers_neither_wording_of_a_question_that_must_be_answered_is_not_complete()
    {
        var survey = BridgeFaultTests.Text("bridge: overall, required: true").Replace("de: Wie gut? } }", "de: Wie gut? }, required: true }", StringComparison.Ordinal);
        using var folder = Folder("printing,printing.fitting,printing.comment\n2,,\n,1,\n,,Slow\n").With("surveys/small.yaml", survey);

        await ExecuteAsync(folder);

        Assert.That(await Database.ReadAsync(async (db, _) => (await db.QueryAsync<string>("select case when is_complete then 'complete' else 'partial' end from response order by 1")).ToArray()),
            Is.EqualTo(new[] { "complete", "complete", "partial" }));
    }

    [Test]
    public async Task A_row_with_answers_in_both_wordings_is_named()
    {
        using var folder = Folder("printing,printing.fitting\n2,3\n");

        Assert.That(await ProblemsOfAsync(folder), Is.EqualTo([
            "answers.csv:2: column printing.fitting: The row answers printing.fitting and printing, which are one question in two wordings: each customer is asked one of them. "
                + "Empty one of the two cells, or delete bridge in the survey's definition if everybody was asked both.",
        ]));
    }

    private static ImportFolder Folder(string answers) => new ImportFolder()
        .With("surveys/small.yaml", BridgeFaultTests.Text("bridge: overall"))
        .With("answers.csv", answers)
        .With("mapping.yaml", "survey: small\neditions:\n  - { year: 2024, responses: answers.csv }\n");
}
