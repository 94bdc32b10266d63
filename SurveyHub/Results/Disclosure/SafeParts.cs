namespace SurveyHub.Results.Disclosure;

/// <summary>
/// Divides texts that everybody reads into parts by which they can be filtered. Whoever reads a text with and without a filter knows on which side
/// of it its writer stands, and with a second filter where they stand on both; so every combination of parts that are offered has no
/// text or at least the minimum (docs/adr/0010).
/// </summary>
public sealed class SafeParts
{
    private readonly int _minimum;

    // By what is known of each text already: the parts it is in.
    private readonly string[] _known;

    /// <param name="known">What is known of each text beforehand; the same word for those nobody can tell apart.</param>
    /// <param name="minimum">Fewest texts that may be told apart.</param>
    public SafeParts(IEnumerable<string> known, int minimum) => (_known, _minimum) = ([.. known], minimum);

    /// <summary>Whether what is known beforehand tells nobody apart.</summary>
    public bool IsSafe => _known.Length == 0 || AreSafe(new int[_known.Length], [0]);

    /// <summary>Tries divisions from the finest to the coarsest and takes the first that is safe.</summary>
    /// <param name="labels">The label of each text.</param>
    /// <param name="divisions">The part of every label.</param>
    /// <returns>The division; null where none is safe with two parts or more that have texts.</returns>
    public int[]? Offer(IReadOnlyList<int> labels, IEnumerable<int[]> divisions)
    {
        foreach (var division in divisions)
            if (labels.Select(l => division[l]).Distinct().Count() > 1 && AreSafe(labels, division))
                return Take(labels, division);
        return null;
    }

    /// <summary>Every label by itself, those that are too few together; null where that leaves nothing to choose between.</summary>
    /// <param name="labels">The label of each text.</param>
    /// <param name="count">Number of labels.</param>
    /// <param name="isTogether">A label that may not be a part of its own.</param>
    /// <returns>The part of every label: the label itself, or <paramref name="count"/> for those that are together.</returns>
    public int[]? OfferPooled(IReadOnlyList<int> labels, int count, Func<int, bool> isTogether)
    {
        var texts = new int[count];
        foreach (var label in labels) texts[label]++;
        int[] division = [.. Enumerable.Range(0, count).Select(label => isTogether(label) ? count : label)];
        while (TooFew(labels, division) is { Count: > 0 } few)
        {
            var alone = few.Where(part => part != count).ToArray();
            // The sum itself is too few: its next smallest neighbour comes along.
            if (alone.Length == 0) alone = [.. Enumerable.Range(0, count).Where(l => division[l] == l && texts[l] > 0).OrderBy(l => texts[l]).Take(1)];
            if (alone.Length == 0) return null;
            foreach (var label in alone) division[label] = count;
        }
        return labels.Select(l => division[l]).Distinct().Count() > 1 ? Take(labels, division) : null;
    }

    private bool AreSafe(IReadOnlyList<int> labels, int[] division) => TooFew(labels, division).Count == 0;

    /// <summary>The parts that, together with what is known, tell a few apart.</summary>
    private HashSet<int> TooFew(IReadOnlyList<int> labels, int[] division)
    {
        var cells = new Dictionary<(string Known, int Part), int>();
        for (var at = 0; at < _known.Length; at++)
        {
            var cell = (_known[at], division[labels[at]]);
            cells[cell] = cells.GetValueOrDefault(cell) + 1;
        }
        return [.. cells.Where(c => c.Value < _minimum).Select(c => c.Key.Part)];
    }

    private int[] Take(IReadOnlyList<int> labels, int[] division)
    {
        var words = new Dictionary<(string, int), string>();
        for (var at = 0; at < _known.Length; at++)
        {
            var cell = (_known[at], division[labels[at]]);
            if (!words.TryGetValue(cell, out var word)) words[cell] = word = $"{cell.Item1}/{cell.Item2}";
            _known[at] = word;
        }
        return division;
    }
}
