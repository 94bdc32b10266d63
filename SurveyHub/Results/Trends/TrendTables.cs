using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Trends;

/// <summary>
/// The tables that compare editions. Each edition is set against the one before, and the last also against the first; whenever an
/// edition comes, goes or is counted anew, all of the survey's are made again from the stored counts.
/// </summary>
internal static class TrendTables
{
    public static async Task RefreshAsync(Work work, EditionStore editions, string survey)
    {
        var all = await editions.OfSurveyAsync(work.Connection, survey, work.Transaction);
        var reported = await ReportedAsync(work, survey);
        var counted = new List<EditionTallies>();
        foreach (var edition in all.Where(e => reported.Contains(e.EditionId)))
            counted.Add(await TallyStore.ReadAsync(work.Connection, work.Transaction, edition, allGroups: false));
        for (var i = 0; i < counted.Count; i++)
        {
            IReadOnlyList<int> against = i == 0 ? [] : i == counted.Count - 1 && i > 1 ? [i - 1, 0] : [i - 1];
            var (changes, headlines) = (new List<ChangeRow>(), new List<HeadlineChangeRow>());
            foreach (var earlier in against) await CompareAsync(work, new(counted[earlier], counted[i], all), changes, headlines);
            await ReportTableStore.WriteAsync(work, counted[i].Edition.EditionId,
                [TableContent.Of(ChangeRow.Table, changes), TableContent.Of(HeadlineChangeRow.Table, headlines)]);
        }
    }

    private static async Task CompareAsync(Work work, EditionPair pair, List<ChangeRow> changes, List<HeadlineChangeRow> headlines)
    {
        var linked = await LinkedCounting.OfAsync(work, pair.From.Edition, pair.To.Edition);
        var (pooled, mean) = (HeadlineChanges.SetsOf(pair), HeadlineChanges.MeanSetsOf(pair));
        var from = await RatersAsync(work, pair.From, pooled.From, mean.From);
        var to = await RatersAsync(work, pair.To, pooled.To, mean.To);
        var rows = Changes.Of(pair, linked);
        changes.AddRange(rows);
        headlines.Add(HeadlineChanges.Of(pair, from, to, linked, rows));
    }

    private static async Task<RaterSets> RatersAsync(Work work, EditionTallies tallies, params IEnumerable<IReadOnlyList<Item>> sets)
    {
        var raters = await RaterSets.PrepareAsync(work.Connection, work.Transaction, work.Dialect, tallies, sets);
        await TallyStore.AddCountsAsync(work, tallies.Edition.EditionId, raters.Found);
        return raters;
    }

    private static async Task<HashSet<int>> ReportedAsync(Work work, string survey) =>
        [.. await work.QueryAsync<int>(
            """
            select edition_id
            from edition join report_table using (edition_id)
            where survey_key = @survey and name = @Name
            """, new { survey, ServiceYearRow.Table.Name })];
}
