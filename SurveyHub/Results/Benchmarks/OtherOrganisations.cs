using System.Data;
using System.Data.Common;
using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Results.Benchmarks;

/// <summary>The stored figures of other organisations, survey by survey.</summary>
public sealed class OtherOrganisations(Database database, TimeProvider clock)
{
    /// <summary>How many years older than an edition a figure may be that it is compared with.</summary>
    public const int OldestYears = 2;

    /// <summary>Whether figures of one year may stand beside those of an edition.</summary>
    public static bool Counts(int year, int edition) => year <= edition && year >= edition - OldestYears;

    /// <summary>What is stored, organisation by organisation, the latest year first.</summary>
    public Task<IReadOnlyList<StoredSource>> SourcesAsync(string survey, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<StoredSource>>(async (db, _) =>
        {
            var codes = new OrganisationCodes(await StoredAsync(db, survey));
            if (!codes.AnyTwice) return codes.Sources;
            var figures = codes.Once(await FiguresAsync(db, survey)).CountBy(f => (f.OrgId, f.Year)).ToDictionary();
            return [.. codes.Sources.Select(s => s with { Figures = figures.GetValueOrDefault((s.Source.OrgId, s.Source.Year)) })];
        }, cancellation);

    /// <summary>Everything about all customers, of every year: what a survey's figures can be compared with.</summary>
    public Task<IReadOnlyList<BenchmarkFigure>> OfAllCustomersAsync(string survey, CancellationToken cancellation = default) =>
        OnceAsync(survey, "and customer_group = @AllCustomers", cancellation);

    /// <summary>As <see cref="OfAllCustomersAsync"/>, and of every customer group.</summary>
    public Task<IReadOnlyList<BenchmarkFigure>> AllAsync(string survey, CancellationToken cancellation = default) => OnceAsync(survey, "", cancellation);

    /// <summary>Stores figures within one work; the same figure of the same organisation and year is replaced. What is stored of an organisation takes its code as it is written here.</summary>
    /// <param name="work">What it is part of.</param>
    /// <param name="survey">Its key; it has an edition.</param>
    /// <param name="who">Who adds it.</param>
    /// <param name="sources">Every organisation and year of the figures; each organisation's code is written in one way.</param>
    /// <param name="figures">Each once.</param>
    public async Task AddAsync(Work work, string survey, string who, IEnumerable<BenchmarkSource> sources, IEnumerable<BenchmarkFigure> figures)
    {
        StoredSource[] added = [.. sources.Select(s => new StoredSource(s, 0, who, clock.GetUtcNow()))];
        await RewriteAsync(work, survey, added.Select(s => s.Source.OrgId).ToHashSet(OrganisationCodes.Same));
        await StoreAsync(work, survey, added, figures);
    }

    /// <returns>How many figures are gone; null when there was no such organisation and year.</returns>
    public static async Task<int?> RemoveAsync(Work work, string survey, string orgId, int year)
    {
        var codes = (await work.QueryAsync<string>("select org_id from benchmark_source where survey_key = @survey and year = @year", new { survey, year })).Where(c => OrganisationCodes.Same.Equals(c, orgId)).ToArray();
        var figures = 0;
        foreach (var code in codes)
        {
            figures += await work.ExecuteAsync("delete from benchmark_figure where survey_key = @survey and org_id = @code and year = @year", new { survey, code, year });
            await work.ExecuteAsync("delete from benchmark_source where survey_key = @survey and org_id = @code and year = @year", new { survey, code, year });
        }
        return codes.Length > 0 ? figures : null;
    }

    /// <summary>Gives what is stored of organisations their code as it is written now, so that each stands once.</summary>
    private static async Task RewriteAsync(Work work, string survey, HashSet<string> now)
    {
        var stored = (await StoredAsync(work.Connection, survey, work)).Where(s => now.Contains(s.Source.OrgId)).ToArray();
        var changed = stored.Where(s => !now.Contains(s.Source.OrgId, StringComparer.Ordinal)).Select(s => s.Source.OrgId).ToHashSet(OrganisationCodes.Same);
        if (changed.Count == 0) return;
        var codes = new OrganisationCodes(stored.Where(s => changed.Contains(s.Source.OrgId)));
        var figures = codes.Once((await FiguresAsync(work.Connection, survey, within: work)).Where(f => changed.Contains(f.OrgId))).ToArray();
        foreach (var one in stored.Where(s => changed.Contains(s.Source.OrgId))) await RemoveAsync(work, survey, one.Source.OrgId, one.Source.Year);
        await StoreAsync(work, survey, codes.Sources.Select(s => s with { Source = s.Source with { OrgId = Now(s.Source.OrgId) } }), figures.Select(f => f with { OrgId = Now(f.OrgId) }));

        string Now(string code) => now.TryGetValue(code, out var written) ? written : code;
    }

    private static async Task StoreAsync(Work work, string survey, IEnumerable<StoredSource> sources, IEnumerable<BenchmarkFigure> figures)
    {
        await work.ExecuteAsync(
            """
            insert into benchmark_source (survey_key, org_id, year, org_label, sector, size_band, country, added_by, added_at)
            values (@survey, @OrgId, @Year, @OrgLabel, @Sector, @SizeBand, @Country, @AddedBy, @AddedAt)
            on conflict (survey_key, org_id, year) do update
            set org_label = excluded.org_label, sector = excluded.sector, size_band = excluded.size_band, country = excluded.country,
                added_by = excluded.added_by, added_at = excluded.added_at
            """,
            sources.Select(s => new { survey, s.Source.OrgId, s.Source.Year, s.Source.OrgLabel, s.Source.Sector, s.Source.SizeBand, s.Source.Country, s.AddedBy, s.AddedAt }).ToArray());
        using var batch = new RowBatch(work,
            """
            insert into benchmark_figure (survey_key, org_id, year, concept, dimension, customer_group, item_hash, scale_hash, valid, share)
            values {rows}
            on conflict (survey_key, org_id, year, concept, dimension, customer_group) do update
            set item_hash = excluded.item_hash, scale_hash = excluded.scale_hash, valid = excluded.valid, share = excluded.share
            """,
            DbType.String, DbType.String, DbType.Int32, DbType.String, DbType.String, DbType.String, DbType.String, DbType.String, DbType.Int32, DbType.Double);
        await batch.ExecuteAsync(figures.Select(f =>
            new object?[] { survey, f.OrgId, f.Year, f.Concept, f.Dimension, f.CustomerGroup, f.ItemHash, f.ScaleHash, f.Valid, f.Share }));
    }

    private Task<IReadOnlyList<BenchmarkFigure>> OnceAsync(string survey, string further, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<BenchmarkFigure>>(async (db, _) =>
            [.. new OrganisationCodes(await StoredAsync(db, survey)).Once(await FiguresAsync(db, survey, further))], cancellation);

    private static async Task<IReadOnlyList<StoredSource>> StoredAsync(DbConnection db, string survey, Work? within = null) =>
    [
        .. from row in await db.QueryAsync<SourceRow>(
               """
               select s.org_id, s.year, s.org_label, s.sector, s.size_band, s.country, s.added_by, s.added_at,
                      (select count(*) from benchmark_figure f where f.survey_key = s.survey_key and f.org_id = s.org_id and f.year = s.year) as figures
               from benchmark_source s
               where s.survey_key = @survey
               """, new { survey }, within?.Transaction)
           select new StoredSource(
               new() { OrgId = row.OrgId, Year = row.Year, OrgLabel = row.OrgLabel, Sector = row.Sector, SizeBand = row.SizeBand, Country = row.Country },
               (int)row.Figures, row.AddedBy, row.AddedAt),
    ];

    private static Task<IEnumerable<BenchmarkFigure>> FiguresAsync(DbConnection db, string survey, string further = "", Work? within = null) =>
        db.QueryAsync<BenchmarkFigure>(
            $"""
            select org_id, year, concept, dimension, customer_group, item_hash, scale_hash, valid, share, added_at
            from benchmark_figure
            join benchmark_source using (survey_key, org_id, year)
            where survey_key = @survey {further}
            order by org_id, year, concept, dimension, customer_group
            """, new { survey, ComparableQuestion.AllCustomers }, within?.Transaction);

    private sealed record SourceRow
    {
        public required string OrgId { get; init; }
        public int Year { get; init; }
        public string? OrgLabel { get; init; }
        public string? Sector { get; init; }
        public string? SizeBand { get; init; }
        public string? Country { get; init; }
        public required string AddedBy { get; init; }
        public DateTimeOffset AddedAt { get; init; }
        public long Figures { get; init; }
    }
}
