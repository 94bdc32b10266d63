using SurveyHub.Responses;
using SurveyHub.Statistics;

namespace SurveyHub.Results.Tables;

/// <summary>Who took part, of everybody, of one customer group, or of several small ones together.</summary>
public sealed record ParticipationLine
{
    public required string Attribute { get; init; }

    /// <summary>The group's name; of several, all of them.</summary>
    public required IReadOnlyList<string> Names { get; init; }
    public required int Listed { get; init; }
    public required int Ineligible { get; init; }
    public required int Answered { get; init; }

    /// <summary>Null where an anonymous edition does not know, or not yet, who answered completely.</summary>
    public int? Complete { get; init; }
    public int? Partial { get; init; }
    public required int Refused { get; init; }
    public required int NoContact { get; init; }
    public required int UnknownEligibility { get; init; }

    /// <summary>RR1 and RR5 are null where completeness is not known.</summary>
    public required ResponseRates Rates { get; init; }

    public int Invited => Listed - Ineligible;

    /// <summary>So few that who answered would show: no figure of them is printed.</summary>
    public bool IsHidden => FewPeople.Are(Invited);

    /// <summary>Why there is no rate: <see cref="ResponseRateRow.State"/> of any of its rows.</summary>
    public string State { get; init; } = "";

    public bool IsPool => Names.Count > 1;

    /// <summary>Adds up rows and computes their rates anew: a rate of several groups is no mean of rates.</summary>
    /// <param name="attribute">The customer group's key; empty for everybody.</param>
    /// <param name="rows">Rows of people who were listed.</param>
    /// <param name="tellsCompleteness">Whether how completely people answered may be told already.</param>
    public static ParticipationLine Of(string attribute, IReadOnlyList<ResponseRateRow> rows, bool tellsCompleteness)
    {
        var known = tellsCompleteness && rows.All(r => r is { Complete: not null, Partial: not null });
        var answered = Sum(r => r.Answered);
        var state = rows.Select(r => r.State).OrderDescending(StringComparer.Ordinal).FirstOrDefault("");
        var (complete, partial) = known ? (Sum(r => r.Complete), Sum(r => r.Partial)) : (answered, 0);
        var rates = ResponseRates.Of(new(complete, partial, Sum(r => r.Refused), Sum(r => r.NoContact), Sum(r => r.UnknownEligibility), Sum(r => r.Ineligible)));
        return new()
        {
            Attribute = attribute,
            Names = [.. rows.Select(r => r.Value)],
            Listed = Sum(r => r.Listed),
            Ineligible = Sum(r => r.Ineligible),
            Answered = answered,
            Complete = known ? complete : null,
            Partial = known ? partial : null,
            Refused = Sum(r => r.Refused),
            NoContact = Sum(r => r.NoContact),
            UnknownEligibility = Sum(r => r.UnknownEligibility),
            Rates = state.Length > 0 ? new(null, null, null, null) : known ? rates : rates with { Rr1 = null, Rr5 = null },
            State = state,
        };

        int Sum(Func<ResponseRateRow, int?> count) => rows.Sum(r => count(r) ?? 0);
    }
}
