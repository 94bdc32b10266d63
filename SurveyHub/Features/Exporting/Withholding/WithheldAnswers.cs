using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>
/// Which answers the rows of the microdata leave out, because the report hides the figure behind them or would give it away together
/// with the file (docs/adr/0010). Decided before the first row is written; a row then looks at one list of its own.
/// </summary>
internal sealed class WithheldAnswers
{
    private readonly bool[] _always;
    private readonly ByCombination<bool[]> _byGroups;

    private WithheldAnswers(bool[] always, ByCombination<bool[]> byGroups, IReadOnlySet<Item> partly) =>
        (_always, _byGroups, PartlyWithheld) = (always, byGroups, partly);

    /// <summary>Items of which some responses' answers are left out.</summary>
    public IReadOnlySet<Item> PartlyWithheld { get; }

    /// <summary>Nobody's answer to the item is in the file.</summary>
    public bool IsWithheld(Item item) => _always[item.No];

    /// <summary>By item number, whether a response that shows these groups leaves its answer out.</summary>
    public bool[] Of(int?[] shownGroups) => _byGroups.TryGet(shownGroups, out var withheld) ? withheld : _always;

    /// <summary>
    /// Decides which groups and which answers the rows show. Who answered what by groups is read once; a second time only where no figure is
    /// hidden, and rows lose groups all the same.
    /// </summary>
    public static async Task<(ExportedGroups Groups, WithheldAnswers Answers)> FindAsync(
        DbConnection db, SqlDialect dialect, EditionReport report, WithheldGroups givenUp, CancellationToken cancellation)
    {
        var edition = report.Edition;
        var tallies = await TallyStore.ReadAsync(db, null, edition);
        var always = await ItemsAsync(db, report, tallies);
        // Identified customers were told that those who run the survey see who answered what.
        var published = edition.Questionnaire.Anonymity == Anonymity.Identified || edition.Questionnaire.Groups.Count == 0
            ? []
            : edition.Items.All.Where(i => i.Kind == ItemKind.Rating && !always[i.No]).Select(i => (Item: i, Totals: PublishedTotals.Of(report, tallies, i))).ToArray();
        var someIsHidden = givenUp.Responses().Any() || published.Any(p => p.Totals.Hidden.Count > 0);
        var answered = await CountAsync(someIsHidden);
        var groups = ExportedGroups.Of(edition, answered);
        var someAreBlank = LostGroups.Any(edition, tallies, groups, answered);
        if (someAreBlank && !someIsHidden && published.Length > 0) answered = await CountAsync(true);
        var items = published.Index().Where(p => someAreBlank || p.Item.Totals.Hidden.Count > 0).ToArray();
        if (items.Length == 0) return (groups, new(always, new(), new HashSet<Item>()));
        var crowds = CrowdCounts.Of(answered, groups, [.. items.Select(i => i.Index)]);
        return (groups, Decide(tallies, always, [.. items.Select(i => i.Item)], crowds));

        Task<IReadOnlyList<AnsweredCombination>> CountAsync(bool ratings) => AnsweredGroups.CountAsync(
            db, null, dialect, edition.EditionId, ExportedGroups.ItemsOf(edition), ratings ? [.. published.Select(p => p.Item.No)] : [], cancellation);
    }

    private static WithheldAnswers Decide(EditionTallies tallies, bool[] always, (Item Item, PublishedTotals Totals)[] published, CrowdCounts crowds)
    {
        var masks = crowds.Shown.Select(_ => always.ToArray()).ToArray();
        var partly = new HashSet<Item>();
        var groups = tallies.Edition.Questionnaire.Groups;
        foreach (var (at, (item, totals)) in published.Index())
        {
            var notKnown = groups.Select(g => tallies.Of(item, g.Key).Valid).ToArray();
            var withheld = CrowdWithholding.Decide(totals, crowds.Of(at), groups.Count, notKnown, tallies.Thresholds.MinimumBase);
            for (var crowd = 0; crowd < masks.Length; crowd++) masks[crowd][item.No] |= withheld[crowd];
            if (withheld.Contains(true)) partly.Add(item);
        }
        var byGroups = new ByCombination<bool[]>();
        foreach (var (shown, mask) in crowds.Shown.Zip(masks)) byGroups[shown] = mask;
        return new(always, byGroups, partly);
    }

    private static async Task<bool[]> ItemsAsync(DbConnection db, EditionReport report, EditionTallies tallies)
    {
        var (edition, minimum) = (report.Edition, tallies.Thresholds.MinimumBase);
        var withheld = new bool[edition.Items.All.Count + 1];
        var numbers = edition.Items.All.Any(i => i.Kind == ItemKind.Number) ? await CountNumbersAsync(db, edition) : [];
        foreach (var item in edition.Items.All)
            withheld[item.No] = item.Kind switch
            {
                ItemKind.Rating => PublishedTotals.RatingRow(report, item)?.State == CellState.Hidden,
                ItemKind.Number => numbers.GetValueOrDefault(item.No) is > 0 and var n && n < minimum,
                ItemKind.Usage or ItemKind.Selected or ItemKind.SingleChoice =>
                    tallies.Codes(item).Where(c => c.Key >= 0).Sum(c => c.Value) is > 0 and var n && n < minimum,
                _ => false,
            };
        return withheld;
    }

    private static async Task<Dictionary<int, long>> CountNumbersAsync(DbConnection db, Edition edition) =>
        (await db.QueryAsync<NumbersRow>(
            "select item_no, count(*) as numbers from answer where edition_id = @EditionId and number is not null group by item_no", new { edition.EditionId }))
        .ToDictionary(r => r.ItemNo, r => r.Numbers);

    private sealed record NumbersRow
    {
        public int ItemNo { get; init; }
        public long Numbers { get; init; }
    }
}
