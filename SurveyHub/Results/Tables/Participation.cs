using SurveyHub.Results.Counting;
using SurveyHub.Statistics;

namespace SurveyHub.Results.Tables;

/// <summary>Response rates from the counts of a frame. Who took part is no secret; what was answered is not in it.</summary>
internal static class Participation
{
    public static IReadOnlyList<ResponseRateRow> Of(EditionTallies tallies)
    {
        var groups = from attribute in tallies.Edition.Questionnaire.Groups
                     from value in attribute.Options.Select(o => (o.Key, Name: o.Label.ToString())).Append((Key: "", Name: SegmentRow.NotKnown))
                     let counts = CountNames.OfFrame.ToDictionary(name => name, name => tallies.Count(name, attribute.Key, value.Key) ?? 0)
                     where counts.Values.Sum() > 0
                     select Row(tallies.Edition.Year, attribute.Key, value.Key, value.Name, counts);
        return [All(tallies), .. groups];
    }

    /// <summary>Of a list that is not of those who were asked: the counts stay, and nothing is divided by them.</summary>
    /// <param name="rows">The rows as counted.</param>
    /// <param name="tooMany">Whether more of a group answered than its list has.</param>
    public static IReadOnlyList<ResponseRateRow> WithoutRates(IReadOnlyList<ResponseRateRow> rows, Func<ResponseRateRow, bool> tooMany) =>
        [.. rows.Select(r => r with { Rr1 = null, Rr2 = null, Rr5 = null, Rr6 = null, State = r.Attribute.Length == 0 || tooMany(r) ? ResponseRateRow.ListTooSmall : ResponseRateRow.AnotherList })];

    private static ResponseRateRow All(EditionTallies tallies)
    {
        var counts = CountNames.OfFrame.ToDictionary(name => name, name => tallies.Count(name) ?? 0);
        var responses = tallies.Count(CountNames.Responses);
        // All answers came by personal links: then those who answered completely are among the invited.
        if (counts[CountNames.Answered] > 0 && counts.Values.Sum() > 0 && responses == counts[CountNames.Answered] && tallies.Count(CountNames.CompleteResponses) is { } complete)
            counts = new(counts) { [CountNames.Answered] = 0, [CountNames.Complete] = complete, [CountNames.Partial] = responses.Value - complete };
        var row = counts.Values.Sum() == 0
            ? new ResponseRateRow { Year = tallies.Edition.Year, Attribute = "", Value = ResponseRateRow.All, ValueKey = "" }
            : Row(tallies.Edition.Year, "", "", ResponseRateRow.All, counts);
        return row with { Responses = responses };
    }

    private static ResponseRateRow Row(int year, string attribute, string key, string name, Dictionary<string, int> counts)
    {
        var completenessIsKnown = counts[CountNames.Answered] == 0;
        var answered = counts[CountNames.Answered] + counts[CountNames.Complete] + counts[CountNames.Partial];
        var dispositions = new Dispositions(
            completenessIsKnown ? counts[CountNames.Complete] : answered, completenessIsKnown ? counts[CountNames.Partial] : 0,
            counts[CountNames.Refused], counts[CountNames.NoReaction], counts[CountNames.Undeliverable], counts[CountNames.Ineligible]);
        var rates = ResponseRates.Of(dispositions);
        return new()
        {
            Year = year,
            Attribute = attribute,
            Value = name,
            ValueKey = key,
            Listed = dispositions.Listed,
            Ineligible = dispositions.Ineligible,
            Complete = completenessIsKnown ? dispositions.Complete : null,
            Partial = completenessIsKnown ? dispositions.Partial : null,
            Refused = dispositions.Refused,
            NoContact = dispositions.NoContact,
            UnknownEligibility = dispositions.UnknownEligibility,
            Rr1 = completenessIsKnown ? rates.Rr1 : null,
            Rr2 = rates.Rr2,
            Rr5 = completenessIsKnown ? rates.Rr5 : null,
            Rr6 = rates.Rr6,
            Answered = answered,
        };
    }
}
