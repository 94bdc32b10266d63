using System.Data.Common;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Weights;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Differencing;

/// <summary>Finds what a report has to hide although its own tables would show it, and what it may take over from its earlier self (methodology M9, rule 5).</summary>
internal static class FigureHiding
{
    /// <param name="db">An open connection.</param>
    /// <param name="transaction">The transaction to read in, when there is one.</param>
    /// <param name="dialect">The database's.</param>
    /// <param name="edition">The edition.</param>
    /// <param name="count">What was counted of its answers.</param>
    /// <returns>The counts that are to be published.</returns>
    public static async Task<EditionCount> ApplyAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, Edition edition, EditionCount count)
    {
        var now = new EditionTallies(edition, count.Tallies, count.Pairs, count.Counts);
        var before = await TallyStore.ReadAsync(db, transaction, edition);
        // A report of too few answers had no figures from which anything could be subtracted.
        var published = before.Count(CountNames.Responses) >= edition.Questionnaire.MinimumAnswers ? new EarlierReport(before, now) : null;
        var hidden = new HiddenFigures();
        var renewal = published?.Renew(hidden) ?? Renewal.Whole;
        if (renewal == Renewal.Refused) return count with { KeepsEarlierReport = true };
        if (renewal == Renewal.WithoutGroups) return WithGroupsOf(before, count, hidden);
        var crossed = await CrossedAsync(db, transaction, dialect, now);
        for (var known = -1; hidden.Count > known;)
        {
            known = hidden.Count;
            published?.HideCells(hidden);
            crossed.Hide(hidden);
        }
        return count with { Counts = [.. count.Counts, .. hidden.Rows, .. published is null ? Array.Empty<CountRow>() : [new() { Name = CountNames.Renewed, N = 1 }], Done] };
    }

    /// <summary>
    /// Looks once more at a report that an earlier version of the program published, by the groups that rows still have, before it is
    /// computed anew from its counts. What is hidden already stays hidden.
    /// </summary>
    public static async Task RepeatAsync(Work work, Edition edition)
    {
        // Of counts nobody knows who overlaps.
        var tallies = await TallyStore.ReadAsync(work.Connection, work.Transaction, edition);
        if (edition.Origin == EditionOrigin.History || tallies.Count(CountNames.Responses) is null) return;
        // Rows of an anonymous edition gave up groups: what they have left finds differences of two groups, but is fewer people than the figures are of.
        var isWhole = edition.Questionnaire.Anonymity != Anonymity.Anonymous;
        if (tallies.Count(CountNames.Crossed) is { } done && (done >= Done.N || !isWhole)) return;
        var hidden = HiddenFigures.Of(tallies);
        var crossed = await CrossedAsync(work.Connection, work.Transaction, work.Dialect, tallies);
        if (isWhole) crossed.Hide(hidden);
        else crossed.HideOfTwo(hidden);
        await TallyStore.AddCountsAsync(work, edition.EditionId, [.. hidden.Rows, Done]);
    }

    private static CountRow Done => new() { Name = CountNames.Crossed, N = 3 };

    private static EditionCount WithGroupsOf(EditionTallies before, EditionCount count, HiddenFigures hidden)
    {
        var (tallies, counts) = before.GroupRows();
        return count with
        {
            Tallies = [.. count.Tallies.Where(t => t.Attribute.Length == 0), .. tallies],
            Counts = [.. count.Counts.Where(c => c.Attribute.Length == 0), .. hidden.Rows.Where(r => r.Attribute.Length == 0), .. counts, Done],
            // Weights go by the groups that everybody has now; beside groups of then they would tell which of them came later.
            Weighted = count.Weighted is { } weighted ? WeightedCount.None(weighted.Outcome with { State = WeightingState.GroupsOfEarlierReport }) : null,
        };
    }

    private static async Task<CrossedGroups> CrossedAsync(DbConnection db, DbTransaction? transaction, SqlDialect dialect, EditionTallies tallies)
    {
        var (edition, items) = (tallies.Edition, CrossedGroups.ItemsOf(tallies.Edition));
        var answered = edition.Questionnaire.Groups.Count > 1
            ? await AnsweredGroups.CountAsync(db, transaction, dialect, edition.EditionId, new GroupSlots(edition).Items, [.. items.Select(i => i.No)])
            : [];
        return new(tallies, answered, items);
    }
}
