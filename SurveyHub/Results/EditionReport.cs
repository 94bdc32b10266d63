using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Telling;
using SurveyHub.Surveys;

namespace SurveyHub.Results;

/// <summary>The report of a closed edition: its tables, as they were computed at closing.</summary>
public sealed class EditionReport
{
    private readonly StoredTables _tables;
    private readonly ToldRows? _told;
    private readonly ConcurrentDictionary<ReportTable, object> _rows = new();

    internal EditionReport(Edition edition, StoredTables tables) => (Edition, _tables) = (edition, tables);

    private EditionReport(EditionReport stored, IReadOnlySet<int> ofFewServices, IReadOnlySet<int> ofFew, IReadOnlySet<int> inFull) : this(stored.Edition, stored._tables) => _told = new(stored, ofFewServices, ofFew, inFull);

    public Edition Edition { get; }

    /// <summary>Short hash of the edition's own tables: another one, other figures. Comparisons with other editions, which come and go with these, are not in it.</summary>
    public string DataVersion => _tables.DataVersion;

    /// <summary>The methods by which it was published.</summary>
    public string MethodVersion => _tables.MethodVersion;

    /// <summary>
    /// Single responses exist and may be given to analysts. Of fewer people than a figure needs nothing is shown, and a file of their
    /// responses would show everything.
    /// </summary>
    public bool MayShowResponses => Edition.Origin != EditionOrigin.History
        && Rows(HeadlineRow.Table) is [{ Respondents: { } people }, ..] && people >= Edition.Questionnaire.MinimumAnswers;

    /// <summary>So few answered that nothing is shown. Of an edition of counts nobody knows how many people they are of.</summary>
    public bool IsOfTooFew => Rows(HeadlineRow.Table) is [{ Respondents: { } people }, ..] && people < Edition.Questionnaire.MinimumAnswers;

    /// <summary>Whether it was decided what files may tell beside the tables. Only a report that an earlier version stored, in the moment before it is looked at again, has no such decisions.</summary>
    public bool IsDecided => Rows(LedgerRow.Table).Count > 0;

    /// <summary>How many responses the customer groups rest on, where they are those of an earlier report of this edition; otherwise null.</summary>
    public int? RespondentsOfEarlierGroups => Rows(ServiceYearRow.OfGroupsTable) is [var first, ..] ? first.Respondents : null;

    /// <summary>What its file of single responses tells; null where nobody looked.</summary>
    public TellingRow? Telling => Rows(TellingRow.Table) is [var row, ..] ? row : null;

    /// <summary>How precise its headline over services is, is told at full length.</summary>
    public bool IsToldInFull => _told?.IsInFull != false;

    /// <summary>A table's rows; empty when the edition has nothing for it.</summary>
    public IReadOnlyList<TRow> Rows<TRow>(ReportTable<TRow> table) => _told is null ? _tables.Rows(table)
        : (IReadOnlyList<TRow>)_rows.GetOrAdd(table, _ => _told.Of(_tables.ToldRows(table)));

    /// <summary>A survey's reports as its readers are told of them: see <see cref="ToldRows"/>. The command <c>report</c>, for who has the database anyway, writes the tables as they are stored.</summary>
    public static IReadOnlyList<EditionReport> Told(IReadOnlyList<EditionReport> stored)
    {
        // Of counts nobody knows who rated what: their intervals are the widest there can be.
        var single = stored.Where(r => r.Edition.Origin != EditionOrigin.History).ToArray();
        HashSet<int> ofFewServices = Years(ToldRows.IsOfFewServices), ofFew = Years(ToldRows.IsOfFew), inFull = Years(r => r.Telling is { IsRenewed: false });
        return [.. stored.Select(r => new EditionReport(r, ofFewServices, ofFew, inFull))];

        HashSet<int> Years(Func<EditionReport, bool> which) => [.. single.Where(which).Select(r => r.Edition.Year)];
    }
}

/// <summary>The tables as they are stored. A text is read into rows when somebody first asks for them, and once.</summary>
internal sealed class StoredTables(IReadOnlyDictionary<string, string> contents, string methodVersion, string hashes)
{
    public string MethodVersion => methodVersion;

    public string DataVersion { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(hashes)))[..12];

    private readonly ConcurrentDictionary<ReportTable, object> _rows = new();

    public IReadOnlyList<TRow> Rows<TRow>(ReportTable<TRow> table) =>
        (IReadOnlyList<TRow>)_rows.GetOrAdd(table, _ => contents.TryGetValue(table.Name, out var content) ? TableContent.Rows<TRow>(content) : []);

    /// <summary>Those that are stored for readers, where these are others.</summary>
    public IReadOnlyList<TRow> ToldRows<TRow>(ReportTable<TRow> table) => contents.TryGetValue(table.ToldName, out var told) ? TableContent.Rows<TRow>(told) : Rows(table);
}
