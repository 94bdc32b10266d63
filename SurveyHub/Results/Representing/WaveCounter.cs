using System.Data.Common;
using Dapper;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Representing;

/// <summary>
/// Counts those who answered early and those who answered late apart, for the headline's figure alone (methodology M10): who had to be
/// reminded is more like those who never answered. An anonymous edition keeps no days, so there it counts nothing.
/// </summary>
internal sealed class WaveCounter
{
    private readonly DateOnly _lastEarly;
    private readonly HashSet<int> _items;
    private readonly long[][] _sums = [new long[Waves.Sums], new long[Waves.Sums]];
    private int? _wave;
    private int _good, _valid;

    private WaveCounter(DateOnly lastEarly, HashSet<int> items) => (_lastEarly, _items) = (lastEarly, items);

    /// <returns>Null where no days are kept, or all answered on one.</returns>
    public static async Task<WaveCounter?> ReadAsync(DbConnection db, DbTransaction? transaction, Edition edition)
    {
        if (edition.Questionnaire.Anonymity == Anonymity.Anonymous) return null;
        var days = (await db.QueryAsync<DayRow>(
            "select submitted_on, count(*) as people from response where edition_id = @EditionId and submitted_on is not null group by submitted_on order by submitted_on",
            new { edition.EditionId }, transaction)).AsList();
        if (days.Count < 2) return null;
        // The day after which the two are most nearly halves; the last one has nobody behind it.
        var (all, sum, best, split) = (days.Sum(d => d.People), 0L, long.MaxValue, days[0].SubmittedOn);
        foreach (var day in days.SkipLast(1))
        {
            sum += day.People;
            if (Math.Abs(2 * sum - all) >= best) continue;
            (best, split) = (Math.Abs(2 * sum - all), day.SubmittedOn);
        }
        var items = edition.Questionnaire.Headline == HeadlineKind.OverallQuestion && edition.Items.Overall is { } overall ? [overall] : edition.Items.MainRatings;
        return new(split, [.. items.Select(i => i.No)]);
    }

    public void BeginPerson(DateOnly? day)
    {
        _wave = day is { } known ? known <= _lastEarly ? 0 : 1 : null;
        (_good, _valid) = (0, 0);
    }

    public void Rated(Item item, bool good)
    {
        if (!_items.Contains(item.No)) return;
        _valid++;
        if (good) _good++;
    }

    public void EndPerson()
    {
        if (_wave is not { } wave || _valid == 0) return;
        var sums = _sums[wave];
        sums[0]++;
        sums[1] += _good;
        sums[2] += _valid;
        sums[3] += (long)_good * _good;
        sums[4] += (long)_good * _valid;
        sums[5] += (long)_valid * _valid;
    }

    public IEnumerable<CountRow> Rows() => Waves.Rows(_lastEarly, _sums);

    private sealed record DayRow
    {
        public DateOnly SubmittedOn { get; init; }
        public long People { get; init; }
    }
}
