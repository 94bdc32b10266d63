using System.Globalization;
using SurveyHub.Statistics.Precision;
using SurveyHub.Statistics.Scores;

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

    [Test]
    public void The_standard_error_and_students_interval_are_those_of_a_sample_drawn_without_replacement()
    {
        var file = Vectors.JsonObject("04_fpc_cases.json");
        var sample = Vectors.Csv("04_fpc_srs_sample.csv").ToArray();
        foreach (var expected in file.GetProperty("cases").EnumerateArray())
        {
            // The file of the sample tells how many schools there are; of the tiny team the case's name tells the population.
            var (id, variable) = (expected.GetProperty("id").GetString()!, expected.GetProperty("names").GetString()!);
            int[] values = variable == "y" ? file.Counts("tiny_values") : [.. sample.Select(row => row.Count(variable))];
            int? population = variable == "y" ? int.Parse(id[(id.LastIndexOf('N') + 1)..], CultureInfo.InvariantCulture) : id.Contains("nofpc") ? null : sample[0].Count("fpc");
            var mean = MeanScore.Of(values)!;
            var simple = mean.Deviation!.Value / Math.Sqrt(mean.N);
            var error = population is not { } all ? simple : values.All(v => v is 0 or 1) ? CensusInterval.StandardError(values.Sum(), values.Length, all)!.Value : simple * Math.Sqrt(1 - (double)values.Length / all);

            Close.To(expected.GetProperty("estimate").Number(), mean.Mean, Vectors.Exact, id);
            Close.To(expected.GetProperty("se").Number(), error, Vectors.Errors, id);
            var half = (mean.Interval!.Value.Upper - mean.Mean) * error / simple;
            Close.To(expected.GetProperty("t_ci_lower").Number(), mean.Mean - half, Vectors.Errors, id);
            Close.To(expected.GetProperty("t_ci_upper").Number(), mean.Mean + half, Vectors.Errors, id);
        }
        foreach (var expected in Vectors.Json("04_svyciprop.json").Where(e => e.GetProperty("method").GetString() == "mean" && e.GetProperty("design").GetString() == "nofpc"))
        {
            var interval = MeanScore.Of([.. sample.Select(row => row.Count(expected.GetProperty("variable").GetString()!))])!.Interval!.Value;
            Close.To(expected.GetProperty("lower").Number(), interval.Lower, Vectors.Errors, expected);
            Close.To(expected.GetProperty("upper").Number(), interval.Upper, Vectors.Errors, expected);
        }
    }

    [Test]
    public void One_rating_of_many_tells_nothing_of_its_error() =>
        Assert.That(CensusInterval.StandardError(1, 1, 40), Is.Null);
}
