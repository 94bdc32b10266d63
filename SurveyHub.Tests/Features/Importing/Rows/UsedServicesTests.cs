using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Rows;

/// <summary>What the boxes of a row say about the services it uses, and what may stand beside them.</summary>
public sealed class UsedServicesTests() : MicrodataTest(TestServer.Sqlite)
{
    [Test]
    public async Task A_rating_beside_a_box_left_empty_among_ticked_ones_is_named()
    {
        using var folder = ImportFolder.Canteen(answers: "used.lunch,used.coffee,lunch,coffee\n1,,5,4\n");

        Assert.That(await ProblemsOfAsync(folder), Is.EqualTo([
            "answers.csv:2: column coffee: The row has an answer about “coffee”, and leaves used.coffee empty beside a yes, which says that it is not used. Empty the cell, or write 1 in used.coffee.",
        ]));
    }

    [Test]
    public async Task An_empty_box_is_a_no_beside_a_yes_and_left_empty_beside_a_no()
    {
        using var folder = ImportFolder.Canteen(answers: "used.lunch,used.coffee,lunch,coffee\n1,,5,\n0,,,4\n");

        await ExecuteAsync(folder);

        Assert.That(await Stored.AnswersAsync(Database, 2025, "used.coffee"), Is.EqualTo(["-9", "0"]));
        Assert.That(await Stored.AnswersAsync(Database, 2025, "coffee.overall"), Is.EqualTo(["4 (1)"]));
    }
}
