using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>Counts, for every two of some items, the people who rated both. What a person left out costs nothing.</summary>
internal sealed class PairCounter(IReadOnlyList<Item> items)
{
    // The pair (j, i), j < i, is at i(i-1)/2 + j; four counters each.
    private readonly int[] _counts = new int[items.Count * (items.Count - 1) / 2 * 4];
    private readonly int[] _rated = new int[items.Count];
    private readonly int[] _good = new int[items.Count];
    private int _count;

    public void BeginPerson() => _count = 0;

    /// <param name="item">Index of the item; rising within a person.</param>
    /// <param name="good">Whether the rating is favourable.</param>
    public void Rated(int item, bool good)
    {
        _rated[_count] = item;
        _good[_count++] = good ? 1 : 0;
    }

    public void EndPerson()
    {
        for (var i = 1; i < _count; i++)
        {
            var row = _rated[i] * (_rated[i] - 1) / 2;
            for (var j = 0; j < i; j++)
            {
                var at = (row + _rated[j]) * 4;
                _counts[at]++;
                _counts[at + 1] += _good[j];
                _counts[at + 2] += _good[i];
                _counts[at + 3] += _good[j] & _good[i];
            }
        }
    }

    /// <summary>The pairs that anybody rated.</summary>
    public IEnumerable<PairRow> Rows()
    {
        for (var i = 1; i < items.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var at = (i * (i - 1) / 2 + j) * 4;
                if (_counts[at] > 0)
                    yield return new()
                    {
                        FirstItem = items[j].No, SecondItem = items[i].No,
                        BothRated = _counts[at], GoodFirst = _counts[at + 1], GoodSecond = _counts[at + 2], GoodBoth = _counts[at + 3],
                    };
            }
    }
}
