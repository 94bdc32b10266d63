using System.Data.Common;
using SurveyHub.Data;
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
    private readonly Dictionary<string, bool[]> _byGroups;

    private WithheldAnswers(bool[] always, Dictionary<string, bool[]> byGroups, IReadOnlySet<Item> partly) =>
        (_always, _byGroups, PartlyWithheld) = (always, byGroups, partly);

    /// <summary>Items of which some responses' answers are left out.</summary>
    public IReadOnlySet<Item> PartlyWithheld { get; }

    /// <summary>Nobody's answer to the item is in the file.</summary>
    public bool IsWithheld(Item item) => _always[item.No];

    /// <summary>By item number, whether a response that shows these groups leaves its answer out.</summary>
    public bool[] Of(int?[] shownGroups) =>
        _byGroups.Count == 0 ? _always : _byGroups.GetValueOrDefault(ExportedGroups.Key(shownGroups), _always);

    public static async Task<WithheldAnswers> FindAsync(
        DbConnection db, SqlDialect dialect, EditionReport report, ExportedGroups groups, CancellationToken cancellation)
    {
        var edition = report.Edition;
        var tallies = await TallyStore.ReadAsync(db, null, edition);
        var always = await ItemsAsync(db, report, tallies);
        // Identified customers were told that those who run the survey see who answered what.
        if (edition.Questionnaire.Anonymity == Anonymity.Identified || edition.Questionnaire.Groups.Count == 0) return new(always, [], new HashSet<Item>());
        var published = edition.Items.All.Where(i => i.Kind == ItemKind.Rating && !always[i.No]).ToDictionary(i => i, i => PublishedTotals.Of(report, tallies, i));
        var someAreBlank = await LostGroups.AnyAsync(db, dialect, edition, tallies, groups);
        var items = published.Keys.Where(i => someAreBlank || published[i].Hidden.Count > 0).ToArray();
        if (items.Length == 0) return new(always, [], new HashSet<Item>());
        var crowds = await CrowdCounts.ReadAsync(db, dialect, edition, groups, items, cancellation);
        return Decide(tallies, always, items, crowds, published);
    }

    private static WithheldAnswers Decide(
        EditionTallies tallies, bool[] always, Item[] items, CrowdCounts crowds, Dictionary<Item, PublishedTotals> published)
    {
        var masks = crowds.Shown.Select(_ => always.ToArray()).ToArray();
        var partly = new HashSet<Item>();
        var groups = tallies.Edition.Questionnaire.Groups;
        foreach (var (at, item) in items.Index())
        {
            var notKnown = groups.Select(g => tallies.Of(item, g.Key).Valid).ToArray();
            var withheld = CrowdWithholding.Decide(published[item], crowds.Of(at), groups.Count, notKnown, tallies.Thresholds.MinimumBase);
            for (var crowd = 0; crowd < masks.Length; crowd++) masks[crowd][item.No] |= withheld[crowd];
            if (withheld.Contains(true)) partly.Add(item);
        }
        return new(always, crowds.Shown.Zip(masks).ToDictionary(c => ExportedGroups.Key(c.First), c => c.Second, StringComparer.Ordinal), partly);
    }

    private static async Task<bool[]> ItemsAsync(DbConnection db, EditionReport report, EditionTallies tallies)
    {
        var (edition, minimum) = (report.Edition, tallies.Thresholds.MinimumBase);
        var withheld = new bool[edition.Items.All.Count + 1];
        foreach (var item in edition.Items.All)
            withheld[item.No] = item.Kind switch
            {
                ItemKind.Rating => PublishedTotals.RatingRow(report, item)?.State == CellState.Hidden,
                ItemKind.Number => await CountNumbersAsync(db, edition, item) is > 0 and var n && n < minimum,
                ItemKind.Usage or ItemKind.Selected or ItemKind.SingleChoice =>
                    tallies.Codes(item).Where(c => c.Key >= 0).Sum(c => c.Value) is > 0 and var n && n < minimum,
                _ => false,
            };
        return withheld;
    }

    private static Task<long> CountNumbersAsync(DbConnection db, Edition edition, Item item) =>
        Dapper.SqlMapper.ExecuteScalarAsync<long>(db, "select count(*) from answer where edition_id = @EditionId and item_no = @No and number is not null", new { edition.EditionId, item.No });
}
