using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Editions;
using SurveyHub.Features.Importing;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>What tests of the microdata import have in common: a database, and the use case as pages and commands call it.</summary>
public abstract class MicrodataTest(TestServer server) : DatabaseTest(server)
{
    internal Task<MicrodataOutcome> PreviewAsync(ImportFolder folder) =>
        Import(folder).PreviewAsync("mapping.yaml", File.ReadAllBytes(folder["mapping.yaml"]), folder.Files);

    internal Task<MicrodataOutcome> ExecuteAsync(ImportFolder folder) =>
        Import(folder).ExecuteAsync("olivia", "mapping.yaml", File.ReadAllBytes(folder["mapping.yaml"]), folder.Files);

    internal async Task<MicrodataPreview> PreviewOfAsync(ImportFolder folder) => await PreviewAsync(folder) switch
    {
        MicrodataOutcome.Ready(var preview) => preview,
        MicrodataOutcome.Refused(var problems, _) => throw new AssertionException(string.Join('\n', problems)),
        var other => throw new AssertionException($"{other}"),
    };

    internal async Task<IReadOnlyList<string>> ProblemsOfAsync(ImportFolder folder) =>
        await PreviewAsync(folder) is MicrodataOutcome.Refused(var problems, _) ? [.. problems.Select(p => p.ToString())] : [];

    internal ImportMicrodata Import(ImportFolder folder)
    {
        var (editions, writer) = (new EditionStore(Database, new()), new EditionWriter(TimeProvider.System));
        var imported = new ImportedEditions(editions, writer, new(Database, editions, writer, Dialect, NullLogger<EditionClosing>.Instance), new(Database, TimeProvider.System), new FixedClock(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)));
        return new(Database, imported, folder.Catalog);
    }
}
