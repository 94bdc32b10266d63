using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>One row of a file of responses, understood. Everything in it is valid until the next one.</summary>
internal readonly record struct ReadResponse(EditionPlan Edition, ResponseRow Row, IReadOnlyList<ItemState> States, bool IsComplete);

/// <summary>Walks along one file of responses. The first walk checks and counts, the second stores.</summary>
internal sealed class ResponseFile(string name, DataMapping mapping, ImportFiles files, ImportProblems problems)
{
    /// <summary>How the file's columns are bound; null until it was read.</summary>
    public ResponseLayout? Layout { get; private set; }

    /// <summary>Its editions, by year.</summary>
    public IReadOnlyDictionary<int, EditionPlan> Editions { get; private set; } = new Dictionary<int, EditionPlan>();

    /// <summary>Lines that another row of the same person replaces.</summary>
    public IReadOnlySet<int> Replaced { get; private set; } = new HashSet<int>();

    public async Task ReadAsync(Func<ReadResponse, ValueTask> take, CancellationToken cancellation)
    {
        if (mapping.LastDuplicateCounts) Replaced = await ReplacedAsync(cancellation);
        await WalkAsync(problems, take, cancellation);
    }

    /// <summary>Which rows do not count is known when all are read. Their faults are told by the walk that follows: a faulty row replaces none and is not replaced.</summary>
    private async Task<IReadOnlySet<int>> ReplacedAsync(CancellationToken cancellation)
    {
        var latest = new LatestRows();
        await WalkAsync(new(), response =>
        {
            latest.Add(response);
            return ValueTask.CompletedTask;
        }, cancellation);
        return latest.Replaced;
    }

    private Task WalkAsync(ImportProblems faults, Func<ReadResponse, ValueTask> take, CancellationToken cancellation) =>
        CsvFile.ReadAsync(name, files.OpenResponses(name), faults, (header, rows) => ReadAsync(header, rows, faults, take), cancellation);

    private async Task ReadAsync(CsvHeader header, IAsyncEnumerable<CsvRow> rows, ImportProblems faults, Func<ReadResponse, ValueTask> take)
    {
        if (!Bind(header, faults)) return;
        var reader = new RowReader(Layout!, Editions, mapping, faults);
        var shown = Editions.Values.ToDictionary(e => e, e => new ShownItems(e));
        await foreach (var fields in rows)
        {
            if (faults.IsFull) return;
            if (Replaced.Contains((int)fields.Line) || fields.IsBlank) continue;
            if (reader.Read(fields) is not var (edition, row)) continue;
            var states = shown[edition].Of(row);
            await take(new(edition, row, states, row.Complete ?? shown[edition].IsComplete(states)));
        }
    }

    /// <summary>False when the columns are so wrong that every row would be.</summary>
    private bool Bind(CsvHeader header, ImportProblems faults)
    {
        var before = faults.Count;
        Layout = ResponseLayout.Of(name, header, mapping, faults);
        Editions = mapping.Editions.Where(e => e.Responses == name).ToDictionary(e => e.Year, e => new EditionPlan(mapping, e, Layout));
        if (Editions.Values.Any(e => e.HasNoRating))
            faults.Add(name, 1, null, "No column holds the rating of a service.",
                $"Name the columns under columns: items in {mapping.File}, such as Q1: wifi, or give them the services' keys.");
        return faults.Count == before;
    }
}
