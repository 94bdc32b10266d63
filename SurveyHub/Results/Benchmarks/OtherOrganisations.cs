using System.Data;
using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Results.Benchmarks;

/// <summary>The stored figures of other organisations, survey by survey.</summary>
public sealed class OtherOrganisations(Database database, TimeProvider clock)
{
    /// <summary>What is stored, organisation by organisation, the latest year first.</summary>
    public Task<IReadOnlyList<StoredSource>> SourcesAsync(string survey, CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<StoredSource>>(async (db, _) =>
        [
            .. from row in await db.QueryAsync<SourceRow>(
                   """
                   select s.org_id, s.year, s.org_label, s.sector, s.size_band, s.country, s.added_by, s.added_at,
                          (select count(*) from benchmark_figure f where f.survey_key = s.survey_key and f.org_id = s.org_id and f.year = s.year) as figures
                   from benchmark_source s
                   where s.survey_key = @survey
                   """, new { survey })
               let source = new BenchmarkSource { OrgId = row.OrgId, Year = row.Year, OrgLabel = row.OrgLabel, Sector = row.Sector, SizeBand = row.SizeBand, Country = row.Country }
               orderby source.Name.ToUpperInvariant(), source.OrgId, source.Year descending
               select new StoredSource(source, (int)row.Figures, row.AddedBy, row.AddedAt),
        ], cancellation);

    /// <summary>Everything about all customers, of every year: what a survey's figures can be compared with.</summary>
    public Task<IReadOnlyList<BenchmarkFigure>> OfAllCustomersAsync(string survey, CancellationToken cancellation = default) =>
        FiguresAsync(survey, "and customer_group = @AllCustomers", cancellation);

    /// <summary>As <see cref="OfAllCustomersAsync"/>, and of every customer group.</summary>
    public Task<IReadOnlyList<BenchmarkFigure>> AllAsync(string survey, CancellationToken cancellation = default) => FiguresAsync(survey, "", cancellation);

    /// <summary>Stores figures within one work; the same figure of the same organisation and year is replaced.</summary>
    /// <param name="work">What it is part of.</param>
    /// <param name="survey">Its key; it has an edition.</param>
    /// <param name="who">Who adds it.</param>
    /// <param name="sources">Every organisation and year of the figures.</param>
    /// <param name="figures">Each once.</param>
    public async Task AddAsync(Work work, string survey, string who, IEnumerable<BenchmarkSource> sources, IEnumerable<BenchmarkFigure> figures)
    {
        await work.ExecuteAsync(
            """
            insert into benchmark_source (survey_key, org_id, year, org_label, sector, size_band, country, added_by, added_at)
            values (@survey, @OrgId, @Year, @OrgLabel, @Sector, @SizeBand, @Country, @who, @at)
            on conflict (survey_key, org_id, year) do update
            set org_label = excluded.org_label, sector = excluded.sector, size_band = excluded.size_band, country = excluded.country,
                added_by = excluded.added_by, added_at = excluded.added_at
            """,
            sources.Select(s => new { survey, s.OrgId, s.Year, s.OrgLabel, s.Sector, s.SizeBand, s.Country, who, at = clock.GetUtcNow() }).ToArray());
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

    /// <returns>False when there was no such organisation and year.</returns>
    public static async Task<bool> RemoveAsync(Work work, string survey, string orgId, int year)
    {
        await work.ExecuteAsync("delete from benchmark_figure where survey_key = @survey and org_id = @orgId and year = @year", new { survey, orgId, year });
        return await work.ExecuteAsync("delete from benchmark_source where survey_key = @survey and org_id = @orgId and year = @year", new { survey, orgId, year }) > 0;
    }

    private Task<IReadOnlyList<BenchmarkFigure>> FiguresAsync(string survey, string further, CancellationToken cancellation) =>
        database.ReadAsync<IReadOnlyList<BenchmarkFigure>>(async (db, _) => (await db.QueryAsync<BenchmarkFigure>(
            $"""
            select org_id, year, concept, dimension, customer_group, item_hash, scale_hash, valid, share
            from benchmark_figure
            where survey_key = @survey {further}
            order by org_id, year, concept, dimension, customer_group
            """, new { survey, ComparableQuestion.AllCustomers })).AsList(), cancellation);

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
