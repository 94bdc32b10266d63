using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Results.Differencing;

/// <summary>
/// One list of figures with its total, as two reports of an edition tell it: everybody stands in one line of the first report, or came
/// later, and in one line of the second. That is a table of two ways to part the same people, and whoever has both reports can take sums of
/// lines from each other (methodology M9, rule 5).
/// </summary>
internal sealed class TwoReports
{
    // More than anybody answers: lines of which nobody knows the sum are on the same side of whatever is known.
    private const int Inseparable = 1 << 29;

    /// <summary>Counts of the first report by figure.</summary>
    public required IReadOnlyList<int> Before { get; init; }

    /// <summary>What was added since.</summary>
    public required IReadOnlyList<int> Later { get; init; }

    public required Func<int, bool> WasShown { get; init; }
    public required Func<int, bool> IsShown { get; init; }
    public required bool TotalWasShown { get; init; }
    public required bool TotalIsShown { get; init; }

    /// <summary>Figures of the second report that together with the first tell of few people.</summary>
    /// <param name="minimum">Fewest people who may be told apart.</param>
    /// <returns>Null when they tell of nobody; the places are those that are shown, and none where it is the total that tells.</returns>
    public IReadOnlyList<int>? FirstDifference(int minimum)
    {
        int[] rows = [.. Shown(WasShown)], columns = [.. Shown(IsShown)];
        var (hiddenBefore, later) = (rows.Length, TotalWasShown ? rows.Length + 1 : rows.Length);
        var hiddenNow = columns.Length;
        var table = new CrossTable(rows.Length + 2, columns.Length + 1);
        for (var at = 0; at < Before.Count; at++)
        {
            var column = Place(columns, at, hiddenNow);
            table.Add(Place(rows, at, hiddenBefore), column, Before[at]);
            table.Add(later, column, Later[at]);
        }
        if (!TotalIsShown) table.Add(later, hiddenNow, Inseparable);
        if (table.FirstDifference(minimum) is not { } difference) return null;
        int[] inside = [.. difference.Columns.Where(c => c < columns.Length).Select(c => columns[c])];
        return CrossTable.Fewer(inside, [.. columns.Except(inside)]);
    }

    private IEnumerable<int> Shown(Func<int, bool> isShown) => Enumerable.Range(0, Before.Count).Where(isShown);

    private static int Place(int[] shown, int at, int otherwise) => Array.IndexOf(shown, at) is >= 0 and var place ? place : otherwise;
}
