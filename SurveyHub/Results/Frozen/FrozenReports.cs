using SurveyHub.Data;

namespace SurveyHub.Results.Frozen;

/// <summary>What the software computes otherwise than it is published, for the owner to decide.</summary>
/// <param name="From">The methods by which it is published.</param>
/// <param name="To">The methods by which it is computed now.</param>
/// <param name="IsKept">The owner decided to keep what is published.</param>
/// <param name="Differences">Cell by cell, the earliest edition first.</param>
public sealed record PendingFigures(string From, string To, bool IsKept, IReadOnlyList<CellDifference> Differences)
{
    /// <summary>How many figures, each with all its cells, of an edition.</summary>
    public IEnumerable<(int Year, int Figures)> ByYear =>
        Differences.GroupBy(d => d.Year).Select(g => (g.Key, g.Select(d => (d.Table, d.Row)).Distinct().Count()));
}

/// <summary>Published figures stay until the survey's owner confirms others (docs/reports.md, "Frozen figures").</summary>
public sealed class FrozenReports(Database database, EditionClosing closing)
{
    /// <returns>Null where what is published is what the software computes.</returns>
    public Task<PendingFigures?> FindAsync(string survey, CancellationToken cancellation = default) => database.ReadAsync(async (db, _) =>
    {
        var waiting = await PendingStore.WaitingAsync(db, survey);
        if (waiting.Count == 0) return null;
        var published = (await PendingStore.PublishedAsync(db, survey)).ToLookup(t => t.EditionId);
        var differences = new List<CellDifference>();
        foreach (var edition in waiting.GroupBy(t => t.EditionId))
        {
            var now = edition.ToDictionary(t => t.Name);
            foreach (var table in published[edition.Key])
                differences.AddRange(TableDifferences.Of(table.Year, table.Name, table.Content, TableDifferences.InPlaceOf(table.Name, published[edition.Key].Select(t => t.Name), now)?.Content ?? "[]"));
        }
        var first = published[waiting[0].EditionId].First();
        return new PendingFigures(first.MethodVersion, waiting[0].MethodVersion, waiting.All(t => t.Kept != 0), differences);
    }, cancellation);

    /// <summary>Publishes what the software computes now, of all editions of the survey at once.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="alongside">What is written in the same transaction.</param>
    public Task<bool> ConfirmAsync(string survey, Func<Work, Task> alongside) => closing.PublishAnewAsync(survey, alongside);

    /// <summary>Keeps what is published, until another version of the methods comes.</summary>
    /// <param name="survey">The survey.</param>
    /// <param name="alongside">What is written in the same transaction.</param>
    /// <returns>False when nothing was waiting.</returns>
    public Task<bool> KeepAsync(string survey, Func<Work, Task> alongside) => database.WriteAsync(async work =>
    {
        if ((await PendingStore.FrozenAsync(work, survey)).Count == 0) return false;
        await PendingStore.KeepAsync(work, survey);
        await alongside(work);
        return true;
    });
}
