using System.Data.Common;
using Dapper;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Withholding;

/// <summary>
/// Which answers the rows of the microdata leave out, because the report hides the figure behind them (docs/adr/0010). Decided before the
/// first row is written; a row then looks at one list of its own. A row belongs to what it shows of the first customer group: where more
/// groups are carried, nothing is hidden in any of them.
/// </summary>
internal sealed class WithheldAnswers
{
    private static readonly GroupValue Unknown = new(0, null);

    private readonly bool[] _always;
    private readonly Dictionary<GroupValue, bool[]> _byGroup = [];

    private readonly Edition _edition;
    private readonly AskedAfter _askedAfter;

    private WithheldAnswers(Edition edition, bool[] always)
    {
        (_edition, _always, _askedAfter) = (edition, always, AskedAfter.Of(edition.Questionnaire, edition.Items));
        WithholdAfterWithheld(_always);
    }

    /// <summary>Items of which some responses' answers are left out.</summary>
    public HashSet<Item> PartlyWithheld { get; } = [];

    /// <summary>Nobody's answer to the item is in the file.</summary>
    public bool IsWithheld(Item item) => _always[item.No];

    /// <summary>By item number, whether a response that shows these traits leaves its answer out.</summary>
    public bool[] Of(int?[] shown) => shown.Length > 0 && _byGroup.TryGetValue(new(0, shown[0]), out var withheld) ? withheld : _always;

    /// <summary>Decides which traits and which answers the rows show.</summary>
    public static async Task<(CarriedTraits Carried, WithheldAnswers Answers)> FindAsync(
        DbConnection db, DbTransaction? transaction, EditionReport report, EditionTallies tallies, RowTraits traits, CancellationToken cancellation)
    {
        var edition = report.Edition;
        var withheld = new WithheldAnswers(edition, await ItemsAsync(db, transaction, report));
        if (edition.Questionnaire.Anonymity == Anonymity.Identified) return (CarriedTraits.All(traits), withheld);
        if (report.RespondentsOfEarlierGroups is not null || IsOfRowsThatTellWhen(tallies)) return (CarriedTraits.None(traits), withheld);
        var published = PublishedGroups.Of(report, tallies, edition.Items.All.Where(i => i.Kind == ItemKind.Rating && !withheld.IsWithheld(i)));
        // Those of which the report tells how they go together.
        var told = report.Rows(GapRow.Table).Where(r => r.Share is not null).Select(r => r.Service).ToHashSet();
        GapItems[] expected = [.. GapItems.Of(edition).Where(e => told.Contains(e.Service))];
        Item[] answered = [.. published.Items.Select(p => p.Item), .. edition.Items.All.Where(i => i.Kind is ItemKind.SingleChoice or ItemKind.Selected or ItemKind.Number && !withheld.IsWithheld(i))];
        var counts = await RowCounts.CountAsync(db, transaction, edition, traits, answered, cancellation, [.. expected.Select(e => e.All)]);
        var carried = CarriedTraits.Decide(traits, counts, published, edition.Questionnaire.MinimumAnswers);
        withheld.WithholdFewChoices(answered.Index().Skip(published.Items.Count), carried, counts, edition.Questionnaire.MinimumAnswers);
        if (traits.Groups > 0) withheld.WithholdByGroup(tallies, carried, counts, published, answered);
        if (traits.Groups > 0) withheld.WithholdExpectations(expected, carried, counts, edition.Questionnaire.MinimumAnswers);
        return (carried, withheld);
    }

    // At the first closing rows of an anonymous edition gave up groups; which of them still have one may tell that they came later, and the earlier report is somebody's.
    private static bool IsOfRowsThatTellWhen(EditionTallies tallies) => tallies.Edition.Questionnaire.Anonymity == Anonymity.Anonymous && tallies.Count(CountNames.Renewed) is not null;

    // Where rows tell more than one thing of a person, nothing is left out of some of them only (docs/adr/0010, rule 10). A question beside the ratings is not worth a group.
    private void WithholdFewChoices(IEnumerable<(int Index, Item Item)> choices, CarriedTraits carried, RowCounts counts, int minimum)
    {
        var shown = carried.Shown(counts);
        if (!shown.Any(carried.TellsMore)) return;
        foreach (var (at, item) in choices)
            if (shown.Any(c => c.Ratings[at] > 0 && c.Ratings[at] < minimum)) _always[item.No] = true;
        WithholdAfterWithheld(_always);
    }

    /// <summary>Whether somebody was asked tells what they said before.</summary>
    private void WithholdAfterWithheld(bool[] withheld)
    {
        foreach (var item in _edition.Items.All)
            withheld[item.No] |= _askedAfter.Decisive(item).Any(i => withheld[i.No]);
    }

    private void WithholdByGroup(EditionTallies tallies, CarriedTraits carried, RowCounts counts, PublishedGroups published, IReadOnlyList<Item> answered)
    {
        var (edition, minimum) = (tallies.Edition, tallies.Thresholds.MinimumBase);
        var rows = counts.Combinations.GroupBy(c => Shown(carried, c)).ToDictionary(g => g.Key, g => g.ToArray());
        var (blank, all) = (rows.GetValueOrDefault(Unknown, []).ToLookup(Told), counts.Combinations.ToLookup(Told));
        var values = edition.Questionnaire.Groups[0].Options.Select(o => new GroupValue(0, o.Code)).ToArray();
        foreach (var value in rows.Keys) _byGroup[value] = [.. _always];
        foreach (var (at, item) in answered.Index().Where(i => !IsWithheld(i.Item)).OrderBy(i => i.Item.No))
        {
            var ratings = rows.ToDictionary(r => r.Key, r => Rated(r.Value));
            // Nobody rated it, and that a few could not judge or skipped it would be an answer too.
            var unrated = item.Kind != ItemKind.Rating ? [] : ratings.Where(r => r.Value == 0 && tallies.Of(item, edition.Questionnaire.Groups[0].Key, KeyOf(edition, r.Key)).Asked is > 0 and var asked && asked < minimum).Select(r => r.Key);
            var after = ratings.Keys.Where(v => _askedAfter.Decisive(item).Any(i => _byGroup[v][i.No])).ToHashSet();
            var totals = at < published.Items.Count ? published.Items[at] : new PublishedTotals { Item = item };
            foreach (var value in HiddenIn(totals, ratings, minimum, after, BlankAre).Concat(unrated).Concat(after).Distinct().ToArray())
            {
                _byGroup[value][item.No] = true;
                PartlyWithheld.Add(item);
                // Who used the service is nearly who rated it.
                if (item.IsMain && edition.Items.Find($"used.{item.Service}") is { } used) _byGroup[value][used.No] = true;
            }

            // Not as many as they, but they: two groups of the same size are other people. Of rows that gave up their group the counts tell how many were of which.
            bool BlankAre(Func<GroupValue, bool> isOf)
            {
                var gaveUp = values.ToDictionary(v => v, v => tallies.Of(item, edition.Questionnaire.Groups[0].Key, KeyOf(edition, v)).Valid - Rated(all[v]));
                return gaveUp.Values.Sum() <= Rated(blank[Unknown])
                    && values.All(v => Rated(blank[v]) + gaveUp[v] == (isOf(v) ? Rated(all[v]) + gaveUp[v] : 0))
                    && (isOf(Unknown) || Rated(blank[Unknown]) == gaveUp.Values.Sum());
            }

            int Rated(IEnumerable<RowCombination> combinations) => combinations.Sum(c => c.Ratings[at]);
        }
    }

    // The report's figure minus the rows that have all three would be of those whose row lacks one. A few of them are told apart by no minimum, so nobody's stands there.
    private void WithholdExpectations(IReadOnlyList<GapItems> expected, CarriedTraits carried, RowCounts counts, int minimum)
    {
        // What somebody expects of a service beside the report's numbers of those below it bounds what they said of it.
        foreach (var items in GapItems.Of(_edition))
            foreach (var withheld in _byGroup.Values.Where(w => w[items.Perceived.No]))
                foreach (var item in new[] { items.Minimum, items.Desired }.Where(i => !withheld[i.No]))
                {
                    withheld[item.No] = true;
                    PartlyWithheld.Add(item);
                }
        foreach (var (at, items) in expected.Index())
        {
            var lacking = counts.Combinations.Where(c => items.All.Any(i => _byGroup[Shown(carried, c)][i.No])).Sum(c => c.Together[at]);
            if (lacking == 0 || lacking >= minimum) continue;
            _always[items.Minimum.No] = true;
            PartlyWithheld.Remove(items.Minimum);
            foreach (var withheld in _byGroup.Values) withheld[items.Minimum.No] = true;
        }
    }

    private static string KeyOf(Edition edition, GroupValue value) =>
        value.Code is { } code ? edition.Questionnaire.Groups[value.Attribute].Options.First(o => o.Code == code).Key : "";

    // The group of its people, whether or not their row shows it.
    private static GroupValue Told(RowCombination combination) => new(0, combination.Traits[0]);

    private static GroupValue Shown(CarriedTraits carried, RowCombination combination)
    {
        int?[] traits = [.. combination.Traits];
        carried.Limit(traits);
        return new(0, traits[0]);
    }

    /// <summary>
    /// The values whose rows leave the item out: what the report hides, and what it counts otherwise than the file would. Rows without a
    /// value stay if they are exactly those whose sum the report tells: those not known, or all whose own figure is not shown.
    /// </summary>
    private static IEnumerable<GroupValue> HiddenIn(PublishedTotals totals, Dictionary<GroupValue, int> ratings, int minimum, HashSet<GroupValue> elsewhere, Func<Func<GroupValue, bool>, bool> blankAre)
    {
        if (!totals.IsByGroup)
        {
            // Further ratings of a service, and choices, are not published by group; they are treated as if one day they were.
            var values = ratings.Keys.OrderBy(v => v.Code ?? int.MaxValue).ToArray();
            return values.Zip(OneWayRule.Apply([.. values.Select(v => ratings[v])], minimum, at => elsewhere.Contains(values[at])).Cells).Where(v => v.Second.IsHidden).Select(v => v.First);
        }
        var hidden = ratings.Where(r => r.Key != Unknown && (totals.Hidden.Contains(r.Key) || r.Value != totals.Shown.GetValueOrDefault(r.Key))).Select(r => r.Key).ToList();
        var blank = ratings.GetValueOrDefault(Unknown);
        if (blank > 0 && (blank < minimum || !(blankAre(v => v == Unknown) && totals.Shown.ContainsKey(Unknown)) && !blankAre(v => !totals.Shown.ContainsKey(v)))) hidden.Add(Unknown);
        return hidden;
    }

    private static async Task<bool[]> ItemsAsync(DbConnection db, DbTransaction? transaction, EditionReport report)
    {
        var (edition, minimum) = (report.Edition, report.Edition.Questionnaire.MinimumAnswers);
        var withheld = new bool[edition.Items.All.Count + 1];
        var decided = report.Rows(LedgerRow.Table).Where(r => r.Of == LedgerRow.Microdata).Select(r => r.Item).ToHashSet();
        var numbers = edition.Items.All.Any(i => i.Kind == ItemKind.Number) ? await CountNumbersAsync(db, transaction, edition) : [];
        foreach (var item in edition.Items.All)
            withheld[item.No] = decided.Contains(item.Key) || (item.Kind == ItemKind.Number && numbers.GetValueOrDefault(item.No) is > 0 and var n && n < minimum);
        return withheld;
    }

    private static async Task<Dictionary<int, long>> CountNumbersAsync(DbConnection db, DbTransaction? transaction, Edition edition) =>
        (await db.QueryAsync<NumbersRow>(
            "select item_no, count(*) as numbers from answer where edition_id = @EditionId and number is not null group by item_no", new { edition.EditionId }, transaction))
        .ToDictionary(r => r.ItemNo, r => r.Numbers);

    private sealed record NumbersRow
    {
        public int ItemNo { get; init; }
        public long Numbers { get; init; }
    }
}
