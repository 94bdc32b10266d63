using System.Collections.Concurrent;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>
/// The stored reports. A page asks the database for the hashes only; a report it has seen before it already has, so a page costs the
/// same for a thousand answers as for a hundred thousand.
/// </summary>
public sealed class ReportTableStore(Database database, EditionStore editions, SqlDialect dialect)
{
    // Six years of a dozen surveys, with room to spare. Beyond that it begins anew.
    private const int Kept = 256;

    private readonly ConcurrentDictionary<int, (string Version, StoredTables Tables)> _known = new();

    /// <summary>The reports of a survey's closed editions, the earliest first.</summary>
    public async Task<IReadOnlyList<EditionReport>> OfSurveyAsync(string survey, CancellationToken cancellation = default)
    {
        var closed = (await editions.OfSurveyAsync(survey, cancellation)).Where(e => e.Status == EditionStatus.Closed).ToArray();
        return closed.Length == 0 ? [] : await ReadAsync(closed, cancellation);
    }

    /// <summary>One edition's report; null when it is not closed, or its answers are still being counted.</summary>
    public async Task<EditionReport?> FindAsync(string survey, int year, CancellationToken cancellation = default) =>
        await editions.FindAsync(survey, year, cancellation) is { Status: EditionStatus.Closed } edition
            ? (await ReadAsync([edition], cancellation)) is [var report] ? report : null
            : null;

    /// <summary>Replaces some tables of an edition; every other stays.</summary>
    internal static async Task WriteAsync(Work work, int editionId, IEnumerable<TableContent> tables)
    {
        foreach (var table in tables)
            await work.ExecuteAsync(
                """
                insert into report_table (edition_id, name, content, sha256, method_version)
                values (@editionId, @Name, @Content, @Sha256, @Version)
                on conflict (edition_id, name) do update
                set content = excluded.content, sha256 = excluded.sha256, method_version = excluded.method_version
                """, new { editionId, table.Name, table.Content, table.Sha256, Version = MethodVersion.Current });
    }

    internal static Task DeleteAsync(Work work, int editionId) =>
        work.ExecuteAsync("delete from report_table where edition_id = @editionId", new { editionId });

    /// <summary>Takes some tables of an edition away; every other stays.</summary>
    internal static Task DeleteAsync(Work work, int editionId, IReadOnlyList<string> names) =>
        work.ExecuteAsync($"delete from report_table where edition_id = @editionId and {work.Dialect.AnyOf("name", "names")}", new { editionId, names });

    private async Task<IReadOnlyList<EditionReport>> ReadAsync(Edition[] closed, CancellationToken cancellation)
    {
        var versions = await VersionsAsync([.. closed.Select(e => e.EditionId)], cancellation);
        var reports = new List<EditionReport>();
        foreach (var edition in closed)
            if (versions.TryGetValue(edition.EditionId, out var version))
                if (await ReportAsync(edition, version, cancellation) is { } report)
                    reports.Add(report);
        return reports;
    }

    // Opened again, or closed again, since the hashes were read: what is kept goes by the hashes that stood beside it, and nothing is no report.
    private async Task<EditionReport?> ReportAsync(Edition edition, string version, CancellationToken cancellation)
    {
        if (_known.TryGetValue(edition.EditionId, out var known) && known.Version == version) return new(edition, known.Tables);
        var rows = await database.ReadAsync(async (db, _) => (await db.QueryAsync<ContentRow>(
            "select name, content, sha256, method_version from report_table where edition_id = @EditionId order by name", new { edition.EditionId })).AsList(), cancellation);
        if (rows.Count == 0) return null;
        var hashes = string.Concat(rows.Select(r => r.Sha256));
        var tables = new StoredTables(rows.ToDictionary(r => r.Name, r => r.Content, StringComparer.Ordinal), rows[0].MethodVersion, OwnHashes(rows));
        if (_known.Count >= Kept) _known.Clear();
        _known[edition.EditionId] = (hashes, tables);
        return new(edition, tables);
    }

    private Task<Dictionary<int, string>> VersionsAsync(int[] ids, CancellationToken cancellation) =>
        database.ReadAsync(async (db, _) =>
        {
            var rows = await db.QueryAsync<VersionRow>(
                $"select edition_id, sha256 from report_table where {dialect.AnyOf("edition_id", "ids")} order by edition_id, name", new { ids });
            return rows.GroupBy(r => r.EditionId).ToDictionary(g => g.Key, g => string.Concat(g.Select(r => r.Sha256)));
        }, cancellation);

    private static string OwnHashes(IEnumerable<ContentRow> rows) => string.Concat(rows.Where(r => !TrendTables.Names.Contains(r.Name)).Select(r => r.Sha256));

    private sealed record ContentRow
    {
        public required string Name { get; init; }
        public required string Content { get; init; }
        public required string MethodVersion { get; init; }
        public required string Sha256 { get; init; }
    }

    private sealed record VersionRow
    {
        public int EditionId { get; init; }
        public required string Sha256 { get; init; }
    }
}
