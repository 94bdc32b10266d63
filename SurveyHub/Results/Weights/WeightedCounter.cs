using SurveyHub.Statistics.Numerics;
using SurveyHub.Statistics.Weighting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Weights;

/// <summary>Sums the ratings of one edition with their people's weights, one person after the other. It keeps sums and no weight.</summary>
/// <param name="weights">Whose weight is what.</param>
/// <param name="items">The ratings that are summed; those of which every two are compared first.</param>
/// <param name="paired">How many are compared.</param>
internal sealed class WeightedCounter(ResponseWeights weights, IReadOnlyList<Item> items, int paired)
{
    private readonly ExactSum[] _sums = new ExactSum[items.Count * 4];

    // The pair (j, i), j < i, is at i(i-1)/2 + j; four sums each.
    private readonly ExactSum[] _pairs = new ExactSum[paired * (paired - 1) / 2 * 4];
    private readonly Dictionary<int, int> _places = items.Index().ToDictionary(i => i.Item.No, i => i.Index);
    private readonly List<(int Item, bool Good)> _rated = [];
    private double _weight, _least = double.PositiveInfinity, _most;
    private ExactSum _sum, _squares;
    private int _people;

    /// <param name="codes">The person's code of each customer group.</param>
    /// <param name="own">The weight that came with the response.</param>
    public void BeginPerson(ReadOnlySpan<int?> codes, double? own)
    {
        _rated.Clear();
        _weight = weights.Of(codes, own);
        _people++;
        _sum.Add(_weight);
        _squares.Add(_weight * _weight);
        (_least, _most) = (Math.Min(_least, _weight), Math.Max(_most, _weight));
    }

    public void Rated(Item item, bool good)
    {
        if (!_places.TryGetValue(item.No, out var place)) return;
        var (at, square) = (place * 4, _weight * _weight);
        _sums[at].Add(_weight);
        _sums[at + 2].Add(square);
        if (good)
        {
            _sums[at + 1].Add(_weight);
            _sums[at + 3].Add(square);
        }
        if (place < paired) _rated.Add((place, good));
    }

    public void EndPerson()
    {
        var square = _weight * _weight;
        _rated.Sort();
        for (var i = 1; i < _rated.Count; i++)
            for (var j = 0; j < i; j++)
            {
                var at = (_rated[i].Item * (_rated[i].Item - 1) / 2 + _rated[j].Item) * 4;
                _pairs[at].Add(square);
                if (_rated[j].Good) _pairs[at + 1].Add(square);
                if (_rated[i].Good) _pairs[at + 2].Add(square);
                if (_rated[j].Good && _rated[i].Good) _pairs[at + 3].Add(square);
            }
    }

    /// <summary>What is kept: nothing but the reason where the weights turn out too unequal (methodology M11).</summary>
    public WeightedCount Result()
    {
        if (_people == 0) return WeightedCount.None(weights.Outcome with { State = WeightingState.NothingToWeight });
        var kish = new Kish(_people, _sum.Value, _squares.Value, _least * _people / _sum.Value, _most * _people / _sum.Value);
        var outcome = weights.Outcome with { People = _people, EffectiveN = kish.EffectiveN, DesignEffect = kish.DesignEffect, Least = kish.Least, Most = kish.Most };
        return kish.IsPublishable ? new(outcome, [.. Tallies()], [.. Pairs()]) : WeightedCount.None(outcome with { State = WeightingState.TooUnequal });
    }

    private IEnumerable<WeightedTallyRow> Tallies() =>
        from place in Enumerable.Range(0, items.Count)
        where _sums[place * 4].Value > 0
        select new WeightedTallyRow
        {
            ItemNo = items[place].No, Sum = _sums[place * 4].Value, GoodSum = _sums[place * 4 + 1].Value, Squares = _sums[place * 4 + 2].Value, GoodSquares = _sums[place * 4 + 3].Value,
        };

    private IEnumerable<WeightedPairRow> Pairs() =>
        from second in Enumerable.Range(0, paired)
        from first in Enumerable.Range(0, second)
        let at = (second * (second - 1) / 2 + first) * 4
        where _pairs[at].Value > 0
        select new WeightedPairRow
        {
            FirstItem = items[first].No, SecondItem = items[second].No,
            BothRated = _pairs[at].Value, GoodFirst = _pairs[at + 1].Value, GoodSecond = _pairs[at + 2].Value, GoodBoth = _pairs[at + 3].Value,
        };
}
