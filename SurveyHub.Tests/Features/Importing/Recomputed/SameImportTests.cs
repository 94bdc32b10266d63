using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Features.Importing;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Recomputed;

/// <summary>A figure is cited by its data version, so whoever imports the same files elsewhere must find the same one.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class SameImportTests(TestServer server) : DatabaseTest(server)
{
    [TestCase("20_end_to_end", TestName = "The same import has the same data version in every database where it is weighted by headcounts")]
    [TestCase("21_edge_cases", TestName = "The same import has the same data version in every database where answers came with weights")]
    public async Task The_same_import_has_the_same_data_version(string folder)
    {
        await using var other = await TestServer.Sqlite.CreateAsync();

        var here = await VersionsAsync(Database, Dialect, folder);
        var there = await VersionsAsync(other.Database, TestServer.Sqlite.Dialect, folder);

        Assert.That(here, Is.Not.Empty);
        Assert.That(here, Is.EqualTo(there));
    }

    private static async Task<string[]> VersionsAsync(Database database, SqlDialect dialect, string folder)
    {
        var (editions, writer) = (new EditionStore(database, new()), new EditionWriter(TimeProvider.System));
        var imported = new ImportedEditions(editions, writer, new(database, editions, writer, dialect, NullLogger<EditionClosing>.Instance), new(database, TimeProvider.System), new FixedClock(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)));
        await new ImportMicrodata(database, imported, new SurveyCatalog(TestFolder.Path)).ExecuteAsync("olivia", "mapping.yaml", VectorMapping.Of(folder), VectorMapping.FilesOf(folder));
        return [.. (await new ReportTableStore(database, editions, dialect).OfSurveyAsync("vectors")).Select(report => report.DataVersion)];
    }
}
