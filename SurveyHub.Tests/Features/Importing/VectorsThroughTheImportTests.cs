using System.Text;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Features.Importing;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Results;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>
/// The shared vectors through the whole product: files and a mapping in, closed editions, and every table of the report as R computed it.
/// What is compared is in the base class.
/// </summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class VectorsThroughTheImportTests(TestServer server) : VectorReportTests(server)
{
    private const string Survey = """
        survey:
          key: vectors
          title: The shared vectors
          scale:
            options: { 1: Poor, 2: Fair, 3: Good, 4: Very good, 5: Excellent }
            good: [4, 5]
            cannot_judge: Not applicable
          services_file: services.csv
          overall: All in all
          groups: { department: Department }
        values: { cannot_judge: [X] }

        """;

    private static readonly Dictionary<string, string> Mappings = new()
    {
        ["20_end_to_end"] = """
            editions:
              - { year: 2024, responses: responses.csv, frame: frame.csv }
              - { year: 2025, responses: responses.csv, frame: frame.csv }
              - { year: 2026, responses: responses.csv, frame: frame.csv }
            columns: { year: year, person: person_id, groups: { department: department }, ignore: [dept_group, role] }
            frame_columns: { year: year, disposition: status }
            """,
        ["21_edge_cases"] = """
            editions:
              - { year: 2025, responses: responses.csv }
              - { year: 2026, responses: responses.csv }
            columns: { year: year, person: person_id, weight: weight, groups: { department: department } }
            trend_breaks: [{ item: E12, year: 2026 }]
            """,
    };

    protected override async Task<IReadOnlyList<EditionReport>> CloseAsync(string folder)
    {
        var (editions, writer) = (new EditionStore(Database, new()), new EditionWriter(TimeProvider.System));
        var imported = new ImportedEditions(editions, writer, new(Database, editions, writer, Dialect), new(Database, TimeProvider.System));
        var import = new ImportMicrodata(Database, imported, new SurveyCatalog(TestFolder.Path));
        var files = ImportFiles.In(Path.Combine(AppContext.BaseDirectory, "vectors", folder));

        var outcome = await import.ExecuteAsync("olivia", "mapping.yaml", Encoding.UTF8.GetBytes(Survey + Mappings[folder]), files);

        Assert.That(outcome, Is.TypeOf<MicrodataOutcome.Imported>(), outcome is MicrodataOutcome.Refused refused ? string.Join('\n', refused.Problems) : "");
        return await new ReportTableStore(Database, editions, Dialect).OfSurveyAsync("vectors");
    }
}
