using System.Globalization;
using SurveyHub.Results.Counting;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Results.Representing;

/// <summary>Early and late answers to what the headline is made of, as <c>edition_count</c> keeps them.</summary>
/// <param name="LastEarlyDay">The last day of the early half.</param>
/// <param name="Early">Ratings of those who answered until then.</param>
/// <param name="Late">Ratings of those who answered later.</param>
internal sealed record Waves(DateOnly LastEarlyDay, PooledMoments Early, PooledMoments Late)
{
    /// <summary>Fewest people in each half: a difference of ten points is not seen with fewer, and of many nobody is told apart by whole percents.</summary>
    public const int FewestPeople = 100;

    public const int Sums = 6;

    private const string Split = "split";
    private static readonly string[] Names = ["early", "late"];

    /// <summary>Null where no days are kept, all answered on one day, or the edition was closed before they were counted.</summary>
    public static Waves? Of(EditionTallies tallies) => tallies.Count(CountNames.Wave, "", Split) is { } day
        ? new(DateOnly.FromDayNumber(day), Moments(tallies, Names[0]), Moments(tallies, Names[1]))
        : null;

    /// <summary>Both are large enough to be compared.</summary>
    public bool CanBeCompared => Math.Min(Early.People, Late.People) >= FewestPeople;

    /// <summary>Late minus early, by people; null where they cannot be compared.</summary>
    public HeadlineChange? Change() => CanBeCompared && Headline.Pooled(Early, 1) is { } early && Headline.Pooled(Late, 1) is { } late ? HeadlineChange.Unlinked(early, late) : null;

    public static IEnumerable<CountRow> Rows(DateOnly lastEarlyDay, long[][] sums)
    {
        // More than a count holds: nobody has that many answers, and a report without this comparison is better than none.
        if (sums.Any(wave => wave.Any(n => n > int.MaxValue))) yield break;
        yield return Row(Split, lastEarlyDay.DayNumber);
        foreach (var (name, wave) in Names.Zip(sums))
            for (var i = 0; i < Sums; i++)
                yield return Row(Value(name, i), (int)wave[i]);
    }

    private static PooledMoments Moments(EditionTallies tallies, string name)
    {
        int[] sums = [.. Enumerable.Range(0, Sums).Select(i => tallies.Count(CountNames.Wave, "", Value(name, i)) ?? 0)];
        return new(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    private static string Value(string name, int sum) => string.Create(CultureInfo.InvariantCulture, $"{name} {sum}");

    private static CountRow Row(string value, int n) => new() { Name = CountNames.Wave, Value = value, N = n };
}
