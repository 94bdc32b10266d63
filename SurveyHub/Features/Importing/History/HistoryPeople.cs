namespace SurveyHub.Features.Importing.History;

/// <summary>How many of all customers, or of one customer group, were invited and answered in a year: numbers that a file tells in one row of many, or repeats in each.</summary>
/// <param name="First">The first row about them.</param>
/// <param name="Invited">Null where no row tells.</param>
/// <param name="InvitedLine">Where it stands first; where the rows begin if nowhere.</param>
/// <param name="Responses">Null where no row tells.</param>
/// <param name="ResponsesLine">As <paramref name="InvitedLine"/>.</param>
internal sealed record HistoryPeople(HistoryRow First, int? Invited, int InvitedLine, int? Responses, int ResponsesLine)
{
    /// <summary>Invited, and did not answer; null where one of the two is not known.</summary>
    public int? Silent => Invited - Responses;

    /// <param name="rows">All rows of one year about the same people.</param>
    public static HistoryPeople Of(IReadOnlyList<HistoryRow> rows)
    {
        var (invited, responses) = (rows.FirstOrDefault(r => r.Invited is not null), rows.FirstOrDefault(r => r.Responses is not null));
        return new(rows[0], invited?.Invited, (invited ?? rows[0]).Line, responses?.Responses, (responses ?? rows[0]).Line);
    }

    /// <summary>All customers and every customer group of a year.</summary>
    public static IEnumerable<HistoryPeople> InYear(IEnumerable<HistoryRow> rows) => rows.GroupBy(r => (r.Attribute, r.Value)).Select(g => Of([.. g]));
}
