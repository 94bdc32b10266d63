using System.Globalization;
using SurveyHub.Editions;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Features.Reporting;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Statistics;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Recomputed;

/// <summary>The shared vector of expectation gaps through the whole product: answers and a survey file in, the file of the command out.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class GapVectorTests(TestServer server) : MicrodataTest(server)
{
    private const string Survey = """
        survey: expecting
        languages: [en]
        organisation: Vectors
        title: What customers expect
        minutes: 1
        anonymity: confidential
        headline: mean_of_services
        providers: [{ key: it, name: IT }]
        services: [{ key: desk, name: Service desk, provider: it }]
        scales:
          - key: nine
            options:
              - { code: 1, role: unfavourable, label: Worst }
              - { code: 2, role: unfavourable, label: Two }
              - { code: 3, role: unfavourable, label: Three }
              - { code: 4, role: unfavourable, label: Four }
              - { code: 5, role: neutral, label: Five }
              - { code: 6, role: favourable, label: Six }
              - { code: 7, role: favourable, label: Seven }
              - { code: 8, role: favourable, label: Eight }
              - { code: 9, role: favourable, label: Best }
            cannot_judge: Cannot judge
        service_questions:
          - { key: overall, kind: rating, scale: nine, text: "How good is it?" }
          - { key: least, kind: rating, scale: nine, text: "What would just do?" }
          - { key: wish, kind: rating, scale: nine, text: "What do you wish for?" }
        expectations: { minimum: least, desired: wish }
        """;

    private const string Mapping = """
        survey: expecting
        editions:
          - { year: 2025, responses: answers.csv }
        columns:
          items: { minimum: desk.least, desired: desk.wish, perceived: desk }
          ignore: [id]
        """;

    [Test]
    public async Task Answers_in_and_gaps_csv_out_have_the_numbers_that_r_computed()
    {
        await ImportAsync();
        var expected = Vectors.JsonObject("06_gap_expected.json");

        var row = (await FileAsync("gaps.csv")).Single();

        Assert.Multiple(() =>
        {
            Assert.That((row["year"], row["service"], row["n_complete"], row["n_below_minimum"], row["display"]), Is.EqualTo(("2025", "desk", "110", "33", "shown")));
            foreach (var name in new[]
            {
                "mean_minimum", "mean_desired", "mean_perceived", "zone_of_tolerance_width", "adequacy_gap", "adequacy_lower", "adequacy_upper",
                "superiority_gap", "superiority_lower", "superiority_upper", "share_below_minimum", "share_below_lower", "share_below_upper",
            })
                Assert.That(double.Parse(row[name], CultureInfo.InvariantCulture), Is.EqualTo(expected.GetProperty(name).GetDouble()).Within(1e-10), name);
        });
    }

    [Test]
    public async Task What_is_expected_is_in_no_other_file_of_the_report()
    {
        await ImportAsync();

        foreach (var file in new[] { "aspect_year.csv", "drivers.csv", "distribution.csv", "service_year.csv", "segments.csv" })
            Assert.That((await FileAsync(file)).SelectMany(r => r.Values), Has.None.Contains("least").And.None.Contains("wish"), file);
        Assert.That((await FileAsync("disclosure.csv")).Where(r => r["table"] is "benchmark" or "aspect_year" or "distribution").Select(r => r["item"]), Has.None.Contains("."));
    }

    private async Task ImportAsync()
    {
        using var folder = new ImportFolder().With("surveys/expecting.yaml", Survey).With("mapping.yaml", Mapping).With("answers.csv", Vectors.Text("06_gap_data.csv"));
        var outcome = await ExecuteAsync(folder);
        Assert.That(outcome, Is.TypeOf<MicrodataOutcome.Imported>(), outcome is MicrodataOutcome.Refused refused ? string.Join('\n', refused.Problems) : "");
    }

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> FileAsync(string name)
    {
        var editions = new EditionStore(Database, new());
        var to = Directory.CreateDirectory(Path.Combine(TestFolder.Path, "gaps", Guid.NewGuid().ToString("N"))).FullName;
        var report = new WriteReport(editions, new(Database, editions, Dialect), new AuditLog(Database, TimeProvider.System));
        Assert.That(await report.RunAsync("expecting", to, TextWriter.Null), Is.Zero);
        return ReportFile.Parse(await File.ReadAllTextAsync(Path.Combine(to, name)));
    }
}
