using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Editions;

/// <summary>A survey that has at least one edition.</summary>
public sealed record StoredSurvey(string Key, string Title);

/// <summary>Reads stored editions. <see cref="EditionWriter"/> changes them.</summary>
public sealed class EditionStore(Database database, FrozenQuestionnaires frozen)
{
    public Task<Edition?> FindAsync(string survey, int year, CancellationToken cancellation = default) =>
        FindAsync("survey_key = @survey and year = @year", new { survey, year }, cancellation);

    public Task<Edition?> FindAsync(int editionId, CancellationToken cancellation = default) =>
        FindAsync("edition_id = @editionId", new { editionId }, cancellation);

    public Task<Edition?> FindByOpenCodeAsync(string openCode, CancellationToken cancellation = default) =>
        FindAsync("open_code = @openCode", new { openCode }, cancellation);

    /// <summary>All editions of a survey, the earliest first.</summary>
    public Task<IReadOnlyList<Edition>> OfSurveyAsync(string survey, CancellationToken cancellation = default) =>
        database.ReadAsync((db, _) => OfSurveyAsync(db, survey), cancellation);

    /// <summary>As <see cref="OfSurveyAsync(string, CancellationToken)"/>, on a connection that is already at hand.</summary>
    public async Task<IReadOnlyList<Edition>> OfSurveyAsync(DbConnection db, string survey, DbTransaction? transaction = null)
    {
        var rows = await db.QueryAsync<EditionRow>(
            $"select {EditionRow.Columns} from edition where survey_key = @survey order by year", new { survey }, transaction);
        return [.. rows.Select(r => r.ToEdition(frozen))];
    }

    /// <summary>An edition as a work sees it, which may have stored it itself.</summary>
    public async Task<Edition?> FindAsync(Work work, int editionId)
    {
        var row = await work.FindAsync<EditionRow>($"select {EditionRow.Columns} from edition where edition_id = @editionId", new { editionId });
        return row?.ToEdition(frozen);
    }

    /// <summary>Surveys that have editions, by key.</summary>
    public Task<IReadOnlyList<StoredSurvey>> SurveysAsync(CancellationToken cancellation = default) =>
        database.ReadAsync<IReadOnlyList<StoredSurvey>>(async (db, _) =>
        {
            var rows = await db.QueryAsync<SurveyRow>("select survey_key, title from survey order by survey_key");
            return [.. rows.Select(r => new StoredSurvey(r.SurveyKey, r.Title))];
        }, cancellation);

    private Task<Edition?> FindAsync(string condition, object parameters, CancellationToken cancellation) =>
        database.ReadAsync(async (db, _) =>
        {
            var row = await db.QuerySingleOrDefaultAsync<EditionRow>(
                $"select {EditionRow.Columns} from edition where {condition}", parameters);
            return row?.ToEdition(frozen);
        }, cancellation);

    private sealed record SurveyRow
    {
        public required string SurveyKey { get; init; }
        public required string Title { get; init; }
    }
}
