using SurveyHub.Statistics;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Disclosure;

/// <summary>
/// What the file for other organisations leaves out of what pages show, or coarsens. Whoever reads it knows nothing of the people, and we do not know who reads it:
/// no row of fewer than ten, none in which a few all said the same, and none from which such a row could be worked out (methodology M9, rule 6).
/// </summary>
internal static class OthersRows
{
    /// <summary>Fewest valid answers for a row, whatever the survey shows at home: others cannot judge how few is too few there.</summary>
    public const int Fewest = 10;

    public static IEnumerable<LedgerRow> Of(Ledger ledger) =>
        [.. Ratings(ledger), .. ledger.Tallies.Thresholds.MinimumBase < Fewest ? NoGroups(ledger.OfGroups) : ledger.OfGroups.Groups.SelectMany(table => Groups(ledger.OfGroups, table))];

    private static IEnumerable<LedgerRow> Ratings(Ledger ledger)
    {
        foreach (var item in ledger.Edition.Items.All.Where(i => i is { Kind: ItemKind.Rating, IsExpectation: false } && ledger.IsShown(i)))
            if (ledger.Tallies.Of(item).Valid < Fewest) yield return LedgerRows.Row(ledger, LedgerRow.Benchmark, item.ReportKey, Decision.Suppressed, Reason.TooFewForOthers);
            else if (IsBlurred(ledger, ledger.Tallies.Of(item).GoodCount)) yield return LedgerRows.Row(ledger, LedgerRow.Benchmark, item.ReportKey, Decision.Blurred, Reason.NearlyAllAlike);
    }

    // Where the report shows groups of fewer, the groups of ten and their total would tell these.
    private static IEnumerable<LedgerRow> NoGroups(Ledger ledger) =>
        LedgerRows.Groups(ledger).Where(r => r.Decision == Decision.Shown).Select(r => r with { Of = LedgerRow.Benchmark, Decision = Decision.Suppressed, Reason = Reason.MinimumBelowTen });

    private static IEnumerable<LedgerRow> Groups(Ledger ledger, GroupTable table)
    {
        foreach (var item in table.Items)
        {
            GoodCount[] counts = [.. table.Values.Select(v => ledger.Tallies.Of(item, table.Group.Key, v).GoodCount)];
            // The file has no row of those whose group is not known.
            bool IsShown(int at) => table.Values[at].Length > 0 && table[item, table.Values[at]].Visibility == CellVisibility.Shown;
            var line = OneWayRule.Apply(counts, ledger.Tallies.Thresholds, at => !IsShown(at) || IsBlurred(ledger, counts[at]));
            foreach (var (at, value) in table.Values.Index().Where(v => IsShown(v.Index) && line.Cells[v.Index].IsHidden))
            {
                var isBlurred = IsBlurred(ledger, counts[at]);
                yield return LedgerRows.Row(ledger, LedgerRow.Benchmark, item.ReportKey, isBlurred ? Decision.Blurred : Decision.Suppressed, isBlurred ? Reason.NearlyAllAlike : Reason.ProtectsSameTable) with
                {
                    Attribute = table.Group.Key,
                    SegmentKey = value,
                    Segment = table.NameOf(value),
                };
            }
        }
    }

    private static bool IsBlurred(Ledger ledger, GoodCount count) => count.IsNearlyOneOpinion(ledger.Tallies.Thresholds);
}
