using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Frozen;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Trends;

/// <summary>
/// The tables that compare editions. Each edition is set against the one before, and the last also against the first, and where services came or went the
/// headline against every other one, too; whenever an
/// edition comes, goes or is counted anew, all of the survey's are made again from the stored counts; those of an edition whose published figures wait for
/// the owner's word stay as they are.
/// </summary>
internal static class TrendTables
{
    /// <summary>The tables that come and go with other editions.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Computed.Select(t => t.Name), .. Computed.Select(t => t.ToldName), LedgerRow.OfEditionsTable.Name];

    private static IReadOnlyList<ReportTable> Computed => [ChangeRow.Table, HeadlineChangeRow.Table, HeadlineChangeRow.FurtherTable, CompositeRow.Table, LikeForLikeRow.Table];

    public static async Task RefreshAsync(Work work, EditionStore editions, string survey)
    {
        var all = await editions.OfSurveyAsync(work.Connection, survey, work.Transaction);
        var reported = await ReportedAsync(work, survey);
        var frozen = await PendingStore.FrozenAsync(work, survey);
        var counted = new List<EditionTallies>();
        foreach (var edition in all.Where(e => reported.Contains(e.EditionId)))
            counted.Add(await TallyStore.ReadAsync(work.Connection, work.Transaction, edition, allGroups: false));
        await WriteAsync(work, counted, all, frozen, areTold: false);
        if (counted.Any(t => t.OfFile is not null)) await WriteAsync(work, [.. counted.Select(t => t.AsTold())], all, frozen, areTold: true);
        else foreach (var tallies in counted.Where(t => !frozen.Contains(t.Edition.EditionId))) await ReportTableStore.DeleteAsync(work, tallies.Edition.EditionId, [.. Computed.Select(t => t.ToldName)]);
    }

    /// <param name="work">The transaction.</param>
    /// <param name="counted">The editions with a report, as they were counted or as they are told.</param>
    /// <param name="all">All editions of the survey.</param>
    /// <param name="frozen">Those whose tables stay.</param>
    /// <param name="areTold">They are told so, and stored beside what was computed of all answers.</param>
    private static async Task WriteAsync(Work work, List<EditionTallies> counted, IReadOnlyList<Edition> all, HashSet<int> frozen, bool areTold)
    {
        var lineage = SurveyLineage.Of(all);
        var decided = counted.Select(Ledger.Of).ToList();
        for (var i = 0; i < counted.Count; i++)
        {
            if (frozen.Contains(counted[i].Edition.EditionId)) continue;
            IReadOnlyList<int> against = i == 0 ? [] : i == counted.Count - 1 && i > 1 ? [i - 1, 0] : [i - 1];
            var (changes, headlines) = (new List<ChangeRow>(), new List<HeadlineChangeRow>());
            foreach (var earlier in against) await CompareAsync(work, new(counted[earlier], counted[i], all, lineage), changes, headlines);
            var (composites, decisions) = await CompositesAsync(work, decided, i, all, lineage);
            var alike = await LikeForLikeAsync(work, decided[..(i + 1)], all, lineage);
            var further = await FurtherAsync(work, [.. counted[..i].Where((_, at) => !against.Contains(at))], counted[i], all, lineage);
            await ReportTableStore.WriteAsync(work, counted[i].Edition.EditionId,
            [
                Content(ChangeRow.Table, changes), Content(HeadlineChangeRow.Table, headlines), Content(HeadlineChangeRow.FurtherTable, further), Content(CompositeRow.Table, composites), Content(LikeForLikeRow.Table, alike),
                // Like for like is over services that are shown in every edition, and nothing else.
                .. areTold ? [] : new[] { TableContent.Of(LedgerRow.OfEditionsTable, [.. decisions, .. alike.Select(row => LedgerRows.Row(decided[i], LedgerRow.LikeForLike, LedgerRow.LikeForLike, Decision.Shown, Reason.None) with { Year = row.Year })]) },
            ]);
        }

        TableContent Content<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows) => areTold ? TableContent.Told(table, rows) : TableContent.Of(table, rows);
    }

    /// <summary>What any other edition has as one service, or had.</summary>
    private static async Task<(IReadOnlyList<CompositeRow> Rows, IReadOnlyList<LedgerRow> Decisions)> CompositesAsync(
        Work work, List<Ledger> decided, int at, IReadOnlyList<Edition> survey, SurveyLineage lineage)
    {
        if (lineage.Services.IsNone) return ([], []);
        var tallies = decided[at].Tallies;
        var sides = decided.Index().Where(c => c.Index != at).SelectMany(other => other.Index < at
            ? new Counterparts(survey, lineage, other.Item.Edition, tallies.Edition).All.Where(c => c.IsWhole).Select(c => c.Now)
            : new Counterparts(survey, lineage, tallies.Edition, other.Item.Edition).All.Where(c => c.IsWhole).Select(c => c.Before));
        var sets = sides.Where(s => s.Count > 1).DistinctBy(s => Ancestry.Name(s.Select(i => i.ReportKey))).OrderBy(s => s[0].No).ThenBy(s => s.Count).ToArray();
        var raters = await RatersAsync(work, tallies, sets);
        var figures = new Composites(decided[at]);
        var rows = sets.Select(s => figures.Row(s, raters)).ToArray();
        return (rows, [.. rows.Zip(sets, figures.Decide)]);
    }

    private static async Task<IReadOnlyList<LikeForLikeRow>> LikeForLikeAsync(
        Work work, IReadOnlyList<Ledger> until, IReadOnlyList<Edition> survey, SurveyLineage lineage)
    {
        var compared = LikeForLike.Of(until, survey, lineage);
        var rows = new List<LikeForLikeRow>();
        foreach (var (tallies, services) in compared)
            rows.Add(LikeForLike.Row(tallies, services, await RatersAsync(work, tallies, [services.SelectMany(s => s).ToArray()])));
        return rows;
    }

    private static async Task CompareAsync(Work work, EditionPair pair, List<ChangeRow> changes, List<HeadlineChangeRow> headlines)
    {
        var linked = await LinkedCounting.OfAsync(work, pair.From.Edition, pair.To.Edition);
        var (from, to) = await RatersAsync(work, pair);
        var rows = Changes.Of(pair, from, to, linked);
        changes.AddRange(rows);
        headlines.Add(HeadlineChanges.Of(pair, from, to, linked, rows));
    }

    /// <summary>The headline against the other earlier editions, where what is stored of each does not tell it.</summary>
    private static async Task<IReadOnlyList<HeadlineChangeRow>> FurtherAsync(Work work, IReadOnlyList<EditionTallies> earlier, EditionTallies now, IReadOnlyList<Edition> survey, SurveyLineage lineage)
    {
        var rows = new List<HeadlineChangeRow>();
        foreach (var before in earlier)
        {
            var pair = new EditionPair(before, now, survey, lineage);
            if (!HeadlineChanges.NeedsCounting(pair)) continue;
            var (from, to) = await RatersAsync(work, pair);
            rows.Add(HeadlineChanges.Of(pair, from, to, LinkedCounts.None, []));
        }
        return rows;
    }

    private static async Task<(RaterSets From, RaterSets To)> RatersAsync(Work work, EditionPair pair)
    {
        var pooled = HeadlineChanges.SetsOf(pair);
        return (await RatersAsync(work, pair.From, [pooled.From, .. Sets(pair, c => c.Before, c => c.From)]), await RatersAsync(work, pair.To, [pooled.To, .. Sets(pair, c => c.Now, c => c.To)]));
    }

    // All that are compared together, and each that is several services.
    private static IEnumerable<IReadOnlyList<Item>> Sets(
        EditionPair pair, Func<Counterpart, IReadOnlyList<Item>> side, Func<(IReadOnlyList<Item> From, IReadOnlyList<Item> To), IReadOnlyList<Item>> common) =>
        [[.. pair.CommonServices.SelectMany(common)], .. pair.Services.All.Where(c => c.IsPooled).Select(side)];

    private static async Task<RaterSets> RatersAsync(Work work, EditionTallies tallies, IEnumerable<IReadOnlyList<Item>> sets)
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
