namespace SurveyHub.Responses;

/// <summary>
/// How many of a person's groups an anonymous response may keep. A combination that few people share would name them
/// (k-anonymity by generalisation, Sweeney 2002), so it loses attributes, the last first, until enough people share what is left. Before it
/// would lose one more, its smallest neighbour comes along: the figure of a department is then of the whole department, not of its nurses.
/// </summary>
/// <remarks>
/// Against a reader of rows alone: for the frame, of whose groups no answers are known yet. Closing stores for good what rows give up beside
/// figures that count it; so there, in <c>WithheldCrowds</c>, those who give up a value have to be enough people themselves as well.
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
        Array.Fill(kept, attributes);
        for (var length = attributes; length > 0; length--)
            foreach (var family in Enumerable.Range(0, kept.Length).Where(i => kept[i] >= length).GroupBy(i => Prefix(combinations[i].Values, length)).ToArray())
                Gather(family, length);
        return kept;

        // All of a family share their first values; those of them that keep no more have to be a crowd.
        void Gather(IEnumerable<int> family, int length)
        {
            var few = family.Where(i => kept[i] == length).ToList();
            // Of equally many the first in the alphabet: the same people give the same answer.
            var neighbours = new Queue<int>(family.Except(few).OrderBy(i => combinations[i].People).ThenBy(i => Prefix(combinations[i].Values, attributes), StringComparer.Ordinal));
            while (few.Count > 0 && few.Sum(People) is > 0 and var people && people < minimum && neighbours.TryDequeue(out var neighbour))
            {
                // A neighbour brings all with whom it would have been a crowd of its own.
                int[] along = [.. family.Where(i => kept[i] == kept[neighbour] && Prefix(combinations[i].Values, kept[i]) == Prefix(combinations[neighbour].Values, kept[neighbour]))];
                few.AddRange(along);
                foreach (var i in along) kept[i] = length;
                neighbours = new(neighbours.Except(along));
            }
            if (few.Sum(People) < minimum)
                foreach (var i in few) kept[i] = length - 1;
        }

        int People(int at) => combinations[at].People;
    }

    private static string Prefix(IReadOnlyList<string?> values, int length) =>
        string.Join('\u001f', values.Take(length).Select(v => v ?? "\u0000"));
}
