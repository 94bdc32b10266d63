using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Tests.Statistics.Counting;

/// <summary>
/// Counts people one at a time into everything the statistics take: item tallies, pair tallies, and how many people rated which set of
/// items. The product counts stored answers (CountingPass); this is how vectors and made-up people become counts without a database.
/// </summary>
internal sealed class RatingCounter
{
    /// <summary>The most items one table can hold.</summary>
    public const int MostItems = 128;

    private readonly IReadOnlyList<ScaleCodes> _scales;
    private readonly SortedDictionary<int, int>[] _codes;
    private readonly int[] _notApplicable;
    private readonly int[] _skipped;
    private readonly int[,] _both;
    private readonly int[,] _goodOfRow;
    private readonly int[,] _goodBoth;
    private readonly Dictionary<UInt128, int> _patterns = [];
    private readonly int[] _rated;
    private readonly bool[] _good;

    /// <summary>A counter for these items.</summary>
    /// <param name="scales">The scale of each item, at most 128.</param>
    /// <exception cref="ArgumentOutOfRangeException">More than 128 items.</exception>
    public RatingCounter(IReadOnlyList<ScaleCodes> scales)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(scales.Count, MostItems);
        var items = scales.Count;
        _scales = scales;
        _codes = [.. scales.Select(_ => new SortedDictionary<int, int>())];
        (_notApplicable, _skipped) = (new int[items], new int[items]);
        (_both, _goodOfRow, _goodBoth) = (new int[items, items], new int[items, items], new int[items, items]);
        (_rated, _good) = (new int[items], new bool[items]);
    }

    /// <summary>Counts one person.</summary>
    /// <param name="person">The person's answer to each item, in the order of the scales.</param>
    /// <exception cref="ArgumentException">The number of answers is not that of the items, or a code is not on the scale. Nothing is counted then.</exception>
    public void Add(ReadOnlySpan<ItemAnswer> person)
    {
        Check(person);
        UInt128 pattern = 0;
        var count = 0;
        for (var item = 0; item < person.Length; item++)
        {
            if (!Count(item, person[item]))
                continue;
            _good[item] = _scales[item].IsGood(person[item].Code);
            _rated[count++] = item;
            pattern |= UInt128.One << item;
        }
        _patterns[pattern] = _patterns.GetValueOrDefault(pattern) + 1;
        CountPairs(_rated.AsSpan(0, count));
    }

    /// <summary>The counts so far.</summary>
    public RatingTable ToTable()
    {
        var pairs = new PairTallies(_scales.Count);
        for (var second = 1; second < _scales.Count; second++)
            for (var first = 0; first < second; first++)
                pairs[first, second] = new PairTally(
                    _both[first, second], _goodOfRow[first, second], _goodOfRow[second, first], _goodBoth[first, second]);
        return new RatingTable(
            [.. _scales.Select((scale, item) => ItemTally.Of(scale, _codes[item], _notApplicable[item], _skipped[item]))],
            pairs, new Dictionary<UInt128, int>(_patterns));
    }

    private void Check(ReadOnlySpan<ItemAnswer> person)
    {
        if (person.Length != _scales.Count)
            throw new ArgumentException($"{person.Length} answers do not belong to {_scales.Count} items.", nameof(person));
        for (var item = 0; item < person.Length; item++)
            if (person[item].IsRated && !_scales[item].IsValid(person[item].Code))
                throw new ArgumentException($"{person[item].Code} is not a code of the scale of item {item}.", nameof(person));
    }

    private bool Count(int item, ItemAnswer answer)
    {
        if (answer.IsNotApplicable)
            _notApplicable[item]++;
        if (answer.IsSkipped)
            _skipped[item]++;
        if (answer.IsRated)
            _codes[item][answer.Code] = _codes[item].GetValueOrDefault(answer.Code) + 1;
        return answer.IsRated;
    }

    private void CountPairs(ReadOnlySpan<int> rated)
    {
        for (var i = 1; i < rated.Length; i++)
            for (var j = 0; j < i; j++)
            {
                var (first, second) = (rated[j], rated[i]);
                _both[first, second]++;
                if (_good[first])
                    _goodOfRow[first, second]++;
                if (_good[second])
                    _goodOfRow[second, first]++;
                if (_good[first] && _good[second])
                    _goodBoth[first, second]++;
            }
    }
}
