using Microsoft.Extensions.Logging.Abstractions;
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
    protected override async Task<IReadOnlyList<EditionReport>> CloseAsync(string folder, bool oneGroup = false)
    {
        var (editions, writer) = (new EditionStore(Database, new()), new EditionWriter(TimeProvider.System));
        var imported = new ImportedEditions(editions, writer, new(Database, editions, writer, Dialect, NullLogger<EditionClosing>.Instance), new(Database, TimeProvider.System), new FixedClock(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)));
        var import = new ImportMicrodata(Database, imported, new SurveyCatalog(TestFolder.Path));

        var outcome = await import.ExecuteAsync("olivia", "mapping.yaml", VectorMapping.Of(folder, oneGroup), VectorMapping.FilesOf(folder));

        Assert.That(outcome, Is.TypeOf<MicrodataOutcome.Imported>(), outcome is MicrodataOutcome.Refused refused ? string.Join('\n', refused.Problems) : "");
        return await new ReportTableStore(Database, editions, Dialect).OfSurveyAsync("vectors");
    }
}
