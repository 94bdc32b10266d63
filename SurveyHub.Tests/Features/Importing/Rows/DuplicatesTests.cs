using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Rows;

/// <summary>Of somebody who answered twice in a year the last complete row counts: whoever broke off later has not taken back what they said.</summary>
public sealed class DuplicatesTests() : MicrodataTest(TestServer.Sqlite)
{
    private const string Last = "columns: { person: who, complete: done }\nduplicates: last\n";

    [TestCase("1", "0")]
    [TestCase("TRUE", "FALSE")]
    [TestCase("Yes", "No")]
    [TestCase("COMPLETE", "Partial")]
    public async Task A_later_row_that_was_broken_off_does_not_replace_a_complete_one(string complete, string brokenOff)
    {
        using var folder = ImportFolder.Canteen(Last, $"who,done,lunch\na,{complete},5\na,{brokenOff},\n");

        await ExecuteAsync(folder);

        Assert.That(await Stored.AnswersAsync(Database, 2025, "lunch.overall"), Is.EqualTo(["5 (1)"]));
    }

    [Test]
    public async Task Where_no_column_says_so_a_row_is_complete_that_answers_every_required_question()
    {
        using var folder = new ImportFolder().With("surveys/joint-services.yaml", await File.ReadAllBytesAsync(Path.Combine(ShippedFiles.Folder, "joint-services.yaml")))
            .With("answers.csv", "who,hr_advice,overall\na,4,4\na,2,\nb,4,\nb,2,\nc,3,\nc,4,4\n")
            .With("mapping.yaml", "survey: joint-services\neditions:\n  - { year: 2025, responses: answers.csv }\ncolumns: { person: who }\nduplicates: last\n");

        await ExecuteAsync(folder);

        Assert.That(await Stored.AnswersAsync(Database, 2025, "hr_advice.overall"), Is.EqualTo(["2 (-1)", "4 (1)", "4 (1)"]));
    }

    [Test]
    public async Task A_faulty_row_is_told_even_if_a_later_one_would_replace_it()
    {
        using var folder = ImportFolder.Canteen(Last, "who,done,lunch\na,1,bad\na,1,5\n");

        Assert.That(await ProblemsOfAsync(folder), Is.EqualTo(["answers.csv:2: column lunch: “bad” is no code of the scale. Write 1, 2, 3, 4, 5, -8, or leave the cell empty."]));
    }
}
