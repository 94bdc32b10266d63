using System.Globalization;
using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Features.Importing.Commands;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>Answers of an earlier year that were given on another scale than those that are here.</summary>
public sealed class MicrodataBreaksTests() : MicrodataTest(TestServer.Sqlite)
{
    private const string Sentence = "2025 against 2024: The scale";

    [Test]
    public async Task A_break_is_said_in_words_and_nothing_is_stored_before_it_is_confirmed()
    {
        await ImportedAsync();
        using var earlier = Year2024();

        Assert.That((await PreviewOfAsync(earlier)).Breaks.Single().Sentence, Does.StartWith(Sentence).And.EndWith("break here."));
        Assert.That(await ExecuteAsync(earlier), Is.TypeOf<MicrodataOutcome.Unconfirmed>());
        Assert.That(await Stored.AnswersAsync(Database, 2024, "lunch.overall"), Is.Empty);
    }

    [TestCase(false, 1)]
    [TestCase(true, 0)]
    public async Task By_command_a_yes_is_not_enough_for_a_break(bool confirmed, int result)
    {
        await ImportedAsync();
        using var earlier = Year2024();
        using var output = new StringWriter(CultureInfo.InvariantCulture);

        Assert.That(await new MicrodataCommand(Import(earlier)).RunAsync(earlier["mapping.yaml"], null, new(output, null, IsConfirmed: true), confirmed ? ConfirmedBreaks.All : null), Is.EqualTo(result));

        Assert.That(output.ToString(), Does.Contain($"break: {Sentence}").And.Contain(confirmed ? "Imported." : "--confirm-breaks"));
    }

    [Test]
    public async Task Responses_with_nothing_right_in_them_are_not_read_to_their_end()
    {
        using var folder = ImportFolder.Canteen(answers: "lunch,coffee\n" + string.Concat(Enumerable.Repeat("bad,worse\n", 5000)));

        var refused = (MicrodataOutcome.Refused)await PreviewAsync(folder);

        Assert.That((refused.Problems.Count, refused.Count), Is.EqualTo((100, 1000)));
    }

    private async Task ImportedAsync()
    {
        using var folder = ImportFolder.Canteen();
        Assert.That(await ExecuteAsync(folder), Is.TypeOf<MicrodataOutcome.Imported>());
    }

    private static ImportFolder Year2024() => new ImportFolder().With("answers.csv", ImportFolder.Answers).With("mapping.yaml",
        ImportFolder.Survey.Replace("2025", "2024", StringComparison.Ordinal).Replace("5: Excellent }", "5: Excellent }, good: [5]", StringComparison.Ordinal) + "values: { cannot_judge: [X] }");
}
