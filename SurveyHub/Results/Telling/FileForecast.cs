using System.Data.Common;
using SurveyHub.Data;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Telling;

/// <summary>
/// What the file of single responses will tell, counted before the report is stored: two walks along the answers, while which, on SQLite, everybody else's would wait.
/// It holds if the report that is stored decides by the same tables, and the answers are the same.
/// </summary>
/// <param name="Hash">Of the tables it was counted by (<see cref="DecidingTables.Hash"/>).</param>
/// <param name="Count">See <see cref="FileCounting.CountAsync"/>.</param>
internal sealed record FileForecast(string Hash, FileCount? Count)
{
    /// <returns>Null where it has to be counted when the report is stored: rows that give up groups then tell less of people than they do now.</returns>
    public static async Task<FileForecast?> OfAsync(DbConnection db, SqlDialect dialect, Edition edition, EditionCount count)
    {
        if (count.KeepsEarlierReport || count.Dropped.Count > 0) return null;
        var frame = await FrameCounting.ReadAsync(db, null, dialect, edition);
        var tallies = new EditionTallies(edition, count.Tallies, count.Pairs, count.Counts.Concat(frame).DistinctBy(c => (c.Name, c.Attribute, c.Value)))
        {
            Weights = count.Weighted is { } weighted ? new(weighted) : null,
        };
        return await OfAsync(db, dialect, tallies, new JointPatterns(edition, count.Joint));
    }

    /// <summary>Of an edition whose counts are stored already, as long as no answers wait beside them.</summary>
    public static async Task<FileForecast?> OfStoredAsync(DbConnection db, SqlDialect dialect, Edition edition) =>
        await LaterResponses.AreAllCountedAsync(db, edition.EditionId)
            ? await OfAsync(db, dialect, await TallyStore.ReadAsync(db, null, edition), await JointStore.ReadAsync(db, null, edition))
            : null;

    private static async Task<FileForecast?> OfAsync(DbConnection db, SqlDialect dialect, EditionTallies tallies, JointPatterns? joint)
    {
        var tables = new DecidingTables(tallies, await RaterSets.PrepareAsync(db, null, dialect, tallies, EditionTables.SetsOf(tallies)), joint);
        return tables.Report.MayShowResponses ? new(tables.Hash, await FileCounting.CountAsync(db, null, tables.Report, tallies)) : null;
    }
}
