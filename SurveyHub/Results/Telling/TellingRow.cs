using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Telling;

/// <summary>
/// Stored where it was looked at what the edition's file of single responses tells. What rests on who gave which answers together then follows from that file, and tells nothing beside it.
/// Without it nobody looked: an earlier method, answers that wait for a later report, or no such file.
/// </summary>
public sealed record TellingRow
{
    public static readonly ReportTable<TellingRow> Table = new("telling", ("year", ColumnKind.Year, r => r.Year), ("withholds", Flag, r => r.Withholds), ("renewed", Flag, r => r.IsRenewed));

    public required int Year { get; init; }

    /// <summary>The file withholds ratings, so that such figures are told otherwise than they are computed from all answers.</summary>
    public required bool Withholds { get; init; }

    /// <summary>The report took the place of an earlier one, beside which figures at full length could tell who came later.</summary>
    public required bool IsRenewed { get; init; }
}
