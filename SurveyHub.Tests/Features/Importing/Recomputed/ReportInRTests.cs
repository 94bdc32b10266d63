using System.Text.RegularExpressions;
using SurveyHub.Editions;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Features.Reporting;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Support;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Importing.Recomputed;

/// <summary>
/// Answers in through the import, tables out through the command, and everything computed a second time from the answers by R, which shares no line with the product:
/// shares, intervals, tests and their families, clusters, raking, ranks, importance, drivers, lineage. Unlike the vectors these data were made for nobody's formulas.
/// </summary>
[Category(RScript.Category)]
public sealed partial class ReportInRTests() : MicrodataTest(TestServer.Sqlite)
{
    private static readonly string Airport = Path.GetFullPath(Path.Combine(SourceTree.Root, "../shared/real/sfo-airport/responses.csv"));

    [Test]
    public async Task Every_table_of_a_survey_with_a_list_of_people_weights_further_questions_and_a_merger_is_what_R_computes()
    {
        var (answers, frame) = GeneratedSurvey.Files();
        using var folder = new ImportFolder().With("surveys/generated.yaml", GeneratedSurvey.Definition).With("mapping.yaml", GeneratedSurvey.Mapping).With("answers.csv", answers).With("frame.csv", frame);

        Assert.That(await FiguresAsync(folder, GeneratedSurvey.Key, "department,role", "frame"), Is.GreaterThan(1_800));
    }

    [Test]
    public async Task Every_table_of_four_years_of_real_travellers_is_what_R_computes()
    {
        if (!File.Exists(Airport)) Assert.Ignore("The airport’s survey is not part of the project, and does not lie beside it.");
        var answers = await File.ReadAllTextAsync(Airport);
        using var folder = new ImportFolder()
            .With("mapping.yaml", (await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "seed-data/sfo-airport/mapping.yaml")))
                .Replace("responses.csv", "answers.csv", StringComparison.Ordinal).Replace("language: language_code", "language: language", StringComparison.Ordinal))
            .With("answers.csv", answers.Replace("language_code", "language", StringComparison.Ordinal));

        Assert.That(await FiguresAsync(folder, "sfo-airport", "boarding_area,language"), Is.GreaterThan(10_000));
    }

    /// <returns>How many figures R has compared; all of them agree.</returns>
    private async Task<int> FiguresAsync(ImportFolder folder, string survey, params string[] arguments)
    {
        var outcome = await ExecuteAsync(folder);
        Assert.That(outcome, Is.TypeOf<MicrodataOutcome.Imported>(), outcome is MicrodataOutcome.Refused refused ? string.Join('\n', refused.Problems) : "");
        var editions = new EditionStore(Database, new());
        using var output = new StringWriter();
        var report = new WriteReport(editions, new(Database, editions, Dialect), new(Database, TimeProvider.System));
        Assert.That(await report.RunAsync(survey, folder["report"], output), Is.Zero, output.ToString());

        var script = Path.Combine(SourceTree.Root, "SurveyHub.Tests/Features/Importing/Recomputed/report.R");
        var said = await RScript.RunAsync(script, folder["."], [folder["."], .. arguments]);

        Assert.That(said, Does.EndWith(" figures compared, 0 differ\n"));
        return int.Parse(Compared().Match(said).Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);
    }

    [GeneratedRegex("([0-9]+) figures compared")]
    private static partial Regex Compared();
}
