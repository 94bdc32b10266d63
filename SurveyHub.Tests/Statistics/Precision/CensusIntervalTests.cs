using SurveyHub.Statistics.Precision;

namespace SurveyHub.Tests.Statistics.Precision;

public sealed class CensusIntervalTests
{
    [Test]
    public void Among_a_known_number_of_people_the_interval_is_the_one_of_statsmodels()
    {
        var rows = Vectors.Csv("15_wilson_fpc.csv").ToList();
        Assert.That(rows, Has.Count.GreaterThan(20));
        foreach (var row in rows)
        {
            var interval = CensusInterval.Of(row.Count("k"), row.Count("n"), row.Count("N"))!.Value;
            Close.To(row.Number("lower"), interval.Lower, Vectors.Exact, row);
            Close.To(row.Number("upper"), interval.Upper, Vectors.Exact, row);
        }
    }

    [Test]
    public void When_everybody_answered_the_share_is_known_exactly() =>
        Assert.That(CensusInterval.Of(9, 12, 12), Is.EqualTo(new SurveyHub.Statistics.Interval(0.75, 0.75)));

    [Test]
    public void A_list_with_fewer_people_than_answers_is_not_divided_by() =>
        Assert.That(CensusInterval.Of(9, 12, 11), Is.Null);

    [TestCase(0, 0, 5)]
    [TestCase(-1, 3, 5)]
    [TestCase(4, 3, 5)]
    public void Impossible_counts_are_refused(int good, int n, int population) =>
        Assert.That(() => CensusInterval.Of(good, n, population), Throws.TypeOf<ArgumentOutOfRangeException>());

    [Test]
    public void The_census_interval_lies_within_the_usual_one() => Property.Holds(Property.RatedCounts, count =>
        Enumerable.Range(1, 5).All(times =>
        {
            var (usual, census) = (count.Interval!.Value, CensusInterval.Of(count.Good, count.Valid, count.Valid + times * 7)!.Value);
            return census.Lower >= usual.Lower - 1e-12 && census.Upper <= usual.Upper + 1e-12;
        }));

    /// <summary>Twelve of some people, nine good: R's variance divides by n − 1, ours by n, and the corrections make up for it.</summary>
    [TestCase(12, 0)]
    [TestCase(13, 0.0362103412188951)]
    [TestCase(20, 0.0825722823844771)]
    [TestCase(112, 0.123365942804957)]
    public void The_standard_error_is_the_one_of_a_sample_without_replacement(int population, double expected) =>
        Assert.That(CensusInterval.StandardError(9, 12, population) * Math.Sqrt(12.0 / 11 * (population - 1) / population), Is.EqualTo(expected).Within(Vectors.Errors));
}
