using SurveyHub.Statistics;
using SurveyHub.Statistics.Importance;

namespace SurveyHub.Tests.Statistics.Importance;

public sealed class DriverIntervalsTests
{
    [Test]
    public void Counted_by_pattern_the_drivers_are_those_of_the_single_answers()
    {
        var rows = Vectors.Csv("10_drivers/s8.csv").Select(row => row.Columns.Skip(1).Select(column => (int?)row.Number(column)).ToArray()).ToArray();
        var single = Drivers.Of([.. rows])!;

        var counted = Drivers.Of(Patterns(rows), rows[0].Length)!;

        Assert.That((counted.People, counted.Explained), Is.EqualTo((single.People, single.Explained)), "sums are exact");
        Assert.That(counted.Aspects, Is.EqualTo(single.Aspects));
    }

    [Test]
    public void An_interval_holds_its_share_and_the_same_seed_gives_the_same_interval()
    {
        var patterns = People(600, (i, noise) => [(2 * (i % 5) + i / 5 % 5 + noise) / 4 + 1, i % 5 + 1, i / 5 % 5 + 1]);
        var drivers = Drivers.Of(patterns, 3)!;

        var intervals = DriverIntervals.Of(patterns, drivers, "2025 wifi");

        Assert.That(drivers.Aspects.Zip(intervals), Has.All.Matches<(Driver Driver, Interval? Interval)>(d => d.Interval!.Value.Contains(d.Driver.Share!.Value)));
        Assert.That(DriverIntervals.Of([.. patterns.Reverse().Reverse()], drivers, "2025 wifi"), Is.EqualTo(intervals));
        Assert.That(DriverIntervals.Of(patterns, drivers, "2024 wifi"), Is.Not.EqualTo(intervals));
    }

    [Test]
    public void More_people_make_intervals_narrower_as_the_root_of_their_number_and_groups_are_as_good_as_people()
    {
        var (few, many) = (Width(1_000), Width(16_000));

        Assert.That(few / many, Is.EqualTo(4).Within(1.0), "one is drawn by people, the other by groups of them");

        static double Width(int people)
        {
            var patterns = People(people, (i, noise) => [(i % 5 + i / 5 % 5 + noise) / 3 + 1, i % 5 + 1, i / 5 % 5 + 1]);
            return DriverIntervals.Of(patterns, Drivers.Of(patterns, 3)!, "width")[0]!.Value.Width;
        }
    }

    [Test]
    public void Twelve_aspects_of_many_people_take_a_moment()
    {
        var patterns = People(20_000, (i, noise) => [.. Enumerable.Range(0, 13).Select(a => a == 0 ? noise % 5 + 1 : (i / (a + 1) * 7 + a * i + noise / (a + 1)) % 5 + 1)]);
        var drivers = Drivers.Of(patterns, 13)!;
        var watch = System.Diagnostics.Stopwatch.StartNew();

        var intervals = DriverIntervals.Of(patterns, drivers, "twelve");

        Assert.That(intervals, Has.Count.EqualTo(12).And.No.Member(null));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(20)), "half a second when nothing else runs; without a growing root it was minutes");
    }

    [Test]
    public void Neighbours_whose_intervals_overlap_are_not_told_apart()
    {
        Interval?[] intervals = [new(0.4, 0.5), new(0.3, 0.41), new(0.05, 0.15), new(0.02, 0.04), null];

        Assert.That(DriverGroups.Of(intervals), Is.EqualTo([1, 1, 2, 3, 3]));
        Assert.That(DriverGroups.Of([]), Is.Empty);
    }

    private static RatingPattern[] Patterns(int?[][] rows) =>
        [.. rows.Where(r => r.All(c => c is not null)).GroupBy(r => string.Join(',', r)).Select(g => new RatingPattern([.. g.First().Select(c => c!.Value)], g.Count()))];

    // Noise that everybody can compute again.
    private static RatingPattern[] People(int count, Func<int, int, int[]> of)
    {
        var random = new Random(7);
        return [.. Enumerable.Range(0, count).Select(i => of(i, random.Next(1000) % 7)).GroupBy(c => string.Join(',', c)).Select(g => new RatingPattern(g.First(), g.Count()))];
    }
}
