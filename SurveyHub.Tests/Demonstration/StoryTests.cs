using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Demonstration;

/// <summary>docs/demonstration.md promises a story; the figures tell it.</summary>
public sealed class StoryTests
{
    private static readonly Dictionary<int, YearOfAnswers> Years = SeedData.ClosedYears.ToDictionary(y => y, YearOfAnswers.Read);

    [TestCase(2020, 71)]
    [TestCase(2021, 76)]
    [TestCase(2022, 80)]
    [TestCase(2023, 84)]
    [TestCase(2024, 89)]
    [TestCase(2025, 92)]
    public void Of_all_ratings_of_a_year_as_many_are_good_or_excellent_as_the_story_says(int year, double percent) =>
        Assert.That(100 * Counted.Pooled(Years[year].Table)!.Share, Is.EqualTo(percent).Within(0.5));

    [TestCase(2020, "clinical_wifi")]
    [TestCase(2021, "printing")]
    [TestCase(2022, "remote_access")]
    [TestCase(2023, "imaging")]
    [TestCase(2024, "identity")]
    [TestCase(2025, "health_record")]
    public void One_service_a_year_stands_out_as_lowest_rated(int year, string service) => Assert.That(
        Years[year].Ranking.Services.Where(s => s.Standing == ServiceStanding.LowestRated).Select(s => s.Service), Is.EqualTo(new[] { service }));

    [TestCase(2020)]
    [TestCase(2021)]
    [TestCase(2022)]
    [TestCase(2023)]
    [TestCase(2024)]
    public void The_lowest_rated_service_is_the_one_that_rises_most_in_the_next_year(int year)
    {
        var changes = Years[year].ChangesTo(Years[year + 1]);

        var most = changes.MaxBy(c => c.Value.Comparison.Change!.Difference);

        Assert.That((most.Key, most.Value.Verdict), Is.EqualTo((Years[year].Lowest, Verdict.Better)));
    }

    [Test]
    public void Only_remote_access_is_ever_judged_worse()
    {
        var worse = from year in SeedData.ClosedYears.SkipLast(1)
                    from change in Years[year].ChangesTo(Years[year + 1])
                    where change.Value.Verdict == Verdict.Worse
                    select (change.Key, year + 1);

        Assert.That(worse, Is.EqualTo(new[] { ("remote_access", 2022) }));
    }

    [Test]
    public void Recruiting_is_used_by_too_few_to_be_tested() => Assert.That(
        SeedData.ClosedYears.Select(y => CellStates.Of(Years[y].Tally("recruiting")!)), Is.All.EqualTo(CellState.SmallBase));

    [Test]
    public void Pagers_merge_into_telephony_in_2022_and_imaging_replaces_the_image_library_in_2023() => Assert.Multiple(() =>
    {
        Assert.That(Years.OrderBy(y => y.Key).Select(y => y.Value.Services.Count), Is.EqualTo(new[] { 13, 13, 12, 12, 12, 12 }));
        Assert.That(Years[2021].Services.Except(Years[2022].Services), Is.EqualTo(new[] { "pagers" }));
        Assert.That(Years[2022].Services.Except(Years[2023].Services), Is.EqualTo(new[] { "image_library" }));
        Assert.That(Years[2023].Services.Except(Years[2022].Services), Is.EqualTo(new[] { "imaging" }));
    });

    [Test]
    public void People_who_rate_one_service_low_rate_others_low()
    {
        foreach (var year in Years.Values)
        {
            var naive = Math.Sqrt(Counted.Pooled(year.Table)!.Share * (1 - Counted.Pooled(year.Table)!.Share) / year.Table.Items.Sum(i => i.Valid));

            Assert.That(Counted.Pooled(year.Table)!.StandardError, Is.GreaterThan(1.4 * naive));
        }
    }
}
