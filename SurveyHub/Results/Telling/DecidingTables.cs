using System.Security.Cryptography;
using System.Text;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Tables;

namespace SurveyHub.Results.Telling;

/// <summary>The tables of one edition that decide which answers the file of single responses withholds. They follow from the counts alone.</summary>
internal sealed class DecidingTables
{
    public DecidingTables(EditionTallies tallies, RaterSets raters, JointPatterns? joint)
    {
        Ledger = Ledger.Of(tallies);
        Headline = Headlines.Of(Ledger, tallies, raters);
        var counted = Participation.Of(tallies);
        Represented = Representation.Of(tallies);
        ResponseRates = Representation.Rates(tallies, Represented, counted);
        var listIsTooSmall = Representation.ListIsTooSmall(Represented, counted[0]);
        (Services, Aspects) = (ServiceYears.Of(Ledger, listIsTooSmall), ServiceYears.Aspects(Ledger, listIsTooSmall));
        Gaps = ServiceGaps.Of(joint, Ledger);
        Figures =
        [
            TableContent.Of(ServiceYearRow.Table, Services),
            TableContent.Of(ServiceYearRow.AspectTable, Aspects),
            TableContent.Of(ServiceYearRow.OfGroupsTable, Ledger.OfGroups == Ledger ? [] : ServiceYears.Of(Ledger.OfGroups, listIsTooSmall)),
            TableContent.Of(HeadlineRow.Table, [Headline]),
            TableContent.Of(SegmentRow.Table, SegmentTables.Of(Ledger)),
            // Not of editions that do not ask: they stay what they were, byte by byte.
            .. tallies.Edition.Questionnaire.Expectations is null ? [] : new[] { TableContent.Of(GapRow.Table, [.. Gaps.Select(g => g.Row)]) },
        ];
        TableContent[] all = [.. Figures, TableContent.Of(LedgerRow.Table, LedgerRows.Of(Ledger, GapDecisions))];
        Report = new(tallies.Edition, new StoredTables(all.ToDictionary(t => t.Name, t => t.Content, StringComparer.Ordinal), "", ""));
        Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(all.Select(t => t.Sha256)))));
    }

    public Ledger Ledger { get; }
    public HeadlineRow Headline { get; }
    public IReadOnlyList<RepresentationRow> Represented { get; }
    public IReadOnlyList<ResponseRateRow> ResponseRates { get; }
    public IReadOnlyList<ServiceYearRow> Services { get; }
    public IReadOnlyList<ServiceYearRow> Aspects { get; }
    public IReadOnlyList<ServiceGap> Gaps { get; }
    public IEnumerable<LedgerRow> GapDecisions => Gaps.SelectMany(g => g.Decided);

    /// <summary>All of them but the ledger, which gets further rows before it is stored.</summary>
    public IReadOnlyList<TableContent> Figures { get; }

    /// <summary>The report as far as they are it.</summary>
    public EditionReport Report { get; }

    /// <summary>Equal tables, equal hash.</summary>
    public string Hash { get; }
}
