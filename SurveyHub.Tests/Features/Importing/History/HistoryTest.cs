using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Features.Importing;
using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Features.Importing.History;
using SurveyHub.Results;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.History;

/// <summary>What tests of the history import have in common: a database, and the use case over the survey that ships with the product.</summary>
public abstract class HistoryTest(TestServer server) : DatabaseTest(server)
{
    protected const string Survey = "internal-services";

    protected FixedClock Clock { get; } = new(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero));

    internal EditionStore Editions => new(Database, new());

    internal Task<HistoryOutcome> PreviewAsync(string file) => Import.PreviewAsync("history.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(file)));

    internal Task<HistoryOutcome> ExecuteAsync(string file, ConfirmedBreaks? breaks = null) =>
        Import.ExecuteAsync("olivia", "history.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(file)), breaks ?? ConfirmedBreaks.All);

    internal async Task<IReadOnlyList<string>> ProblemsOfAsync(string file) =>
        await PreviewAsync(file) is HistoryOutcome.Refused(var problems, _) ? [.. problems.Select(p => p.ToString())] : [];

    internal ImportHistory Import
    {
        get
        {
            var writer = new EditionWriter(TimeProvider.System);
            var imported = new ImportedEditions(Editions, writer, new(Database, Editions, writer, Dialect, NullLogger<EditionClosing>.Instance), new(Database, TimeProvider.System), Clock);
            return new(Database, imported, new SurveyCatalog(ShippedFiles.Folder));
        }
    }
}
