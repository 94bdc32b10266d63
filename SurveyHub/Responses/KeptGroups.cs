namespace SurveyHub.Responses;

/// <summary>
/// How many of a person's groups an anonymous response may keep. A combination that few people share would name them
/// (k-anonymity by generalisation, Sweeney 2002), so it loses attributes, the last first, until enough people share what is left.
/// </summary>
/// <remarks>
/// Against a reader of rows alone: for the frame, of whose groups no answers are known yet, and for microdata, where answers
/// and not groups are withheld from whoever subtracts. Closing stores for good what rows give up beside figures that count it; so there, in
/// <c>WithheldCrowds</c>, those who give up a value have to be enough people themselves, and small combinations take neighbours along.
/// </remarks>
public static class KeptGroups
{
    /// <param name="combinations">Distinct combinations of group values with the number of people who have them. Every combination lists its values in the order of <paramref name="attributes"/>; null where unknown.</param>
    /// <param name="attributes">Number of attributes.</param>
    /// <param name="minimum">Fewest people who must share what is kept.</param>
    /// <returns>For every combination, in order, how many of its leading attributes may be kept: 0 to <paramref name="attributes"/>.</returns>
    public static IReadOnlyList<int> Count(IReadOnlyList<(IReadOnlyList<string?> Values, int People)> combinations, int attributes, int minimum)
    {
        var kept = new int[combinations.Count];
        var open = Enumerable.Range(0, combinations.Count).ToList();
        for (var length = attributes; length > 0 && open.Count > 0; length--)
        {
            var crowds = open.GroupBy(i => Prefix(combinations[i].Values, length)).ToArray();
            open = [];
            foreach (var crowd in crowds)
            {
                if (crowd.Sum(i => combinations[i].People) >= minimum)
                    foreach (var i in crowd) kept[i] = length;
                else
                    open.AddRange(crowd);
            }
        }
        return kept;
    }

    private static string Prefix(IReadOnlyList<string?> values, int length) =>
        string.Join('\u001f', values.Take(length).Select(v => v ?? "\u0000"));
}
