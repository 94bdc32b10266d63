using SurveyHub.Results.Tables;

namespace SurveyHub.Results.Disclosure;

/// <summary>The ledger as it is stored: a row for every cell of every table, in the order of the tables.</summary>
internal static class LedgerRows
{
    public static IReadOnlyList<LedgerRow> Of(Ledger ledger, IEnumerable<LedgerRow> ofFurtherTables) =>
        [.. Services(ledger), .. Aspects(ledger), .. Spreads(ledger), .. Groups(ledger.OfGroups), .. Rates(ledger), .. ofFurtherTables, .. OthersRows.Of(ledger), .. Columns(ledger)];

    private static IEnumerable<LedgerRow> Services(Ledger ledger)
    {
        var services = ledger.Edition.Items.MainRatings.ToArray();
        var tooFew = string.Join(' ', services.Where(s => ledger[s].Reason == Reason.TooFewAnswers).Select(s => s.ReportKey));
        foreach (var service in services) yield return Row(ledger, LedgerRow.Services, service.ReportKey, ledger[service], tooFew);
        if (ledger.Edition.Items.Overall is { } overall) yield return Row(ledger, LedgerRow.Services, overall.ReportKey, ledger[overall]);
        yield return Row(ledger, LedgerRow.Headline, LedgerRow.PooledItem, ledger.Pooled, tooFew);
    }

    private static IEnumerable<LedgerRow> Aspects(Ledger ledger) =>
        ServiceYears.AspectsOf(ledger.Edition).Select(i => Row(ledger, LedgerRow.Aspects, i.ReportKey, ledger[i]));

    private static IEnumerable<LedgerRow> Spreads(Ledger ledger) =>
        from item in ledger.Edition.Items.All
        let reason = ledger.SpreadOf(item)
        where reason is not null
        select Row(ledger, LedgerRow.Distribution, item.ReportKey, reason == Reason.None ? Decision.Shown : Decision.Suppressed, reason.Value);

    internal static IEnumerable<LedgerRow> Groups(Ledger ledger) =>
        from table in ledger.Groups
        from item in table.Items
        from value in table.Values
        let reason = table.ReasonOf(item, value)
        let isPooled = ledger.PoolOf(table, item)?.Values.Contains(value) == true
        let isEmpty = table[item, value].Visibility == Statistics.Disclosure.CellVisibility.Empty
        select new LedgerRow
        {
            Year = ledger.Edition.Year, Of = LedgerRow.Segments, Item = item.ReportKey, Attribute = table.Group.Key, SegmentKey = value, Segment = table.NameOf(value),
            Decision = isEmpty ? Decision.Empty : reason == Reason.None ? Decision.Shown : isPooled ? Decision.Pooled : Decision.Suppressed,
            Reason = isEmpty ? ledger.Tallies.Of(item, table.Group.Key, value).Asked > 0 ? Reason.NobodyRated : Reason.NotAsked : reason,
            Protects = reason == Reason.ProtectsSameTable ? string.Join(' ', table.TooFew(item).Where(v => v.Length > 0)) : "",
        };

    // Who took part is no answer, and the file of rates has a row for each group; pages join small ones.
    private static IEnumerable<LedgerRow> Rates(Ledger ledger) =>
        Participation.Of(ledger.Tallies).Select(r => new LedgerRow
        {
            Year = r.Year, Of = LedgerRow.ResponseRates, Item = "", Attribute = r.Attribute, SegmentKey = r.ValueKey, Segment = r.Value, Decision = Decision.Shown, Reason = Reason.None,
        });

    private static IEnumerable<LedgerRow> Columns(Ledger ledger) =>
        from item in ledger.Edition.Items.All
        let reason = ledger.ColumnOf(item)
        where reason != Reason.None
        select Row(ledger, LedgerRow.Microdata, item.Key, Decision.Suppressed, reason);

    private static LedgerRow Row(Ledger ledger, string table, string item, FigureDecision decided, string tooFew = "") =>
        Row(ledger, table, item, decided.Decision, decided.Reason) with { Protects = decided.Reason == Reason.ProtectsSameTable ? tooFew : "" };

    internal static LedgerRow Row(Ledger ledger, string table, string item, Decision decision, Reason reason) =>
        new() { Year = ledger.Edition.Year, Of = table, Item = item, Decision = decision, Reason = reason };
}
