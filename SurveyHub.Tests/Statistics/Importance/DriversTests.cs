using SurveyHub.Statistics.Importance;

namespace SurveyHub.Tests.Statistics.Importance;

public sealed class DriversTests
{
    [Test]
    public void Each_aspect_gets_the_part_of_the_overall_rating_that_relaimpo_gives_it()
    {
        foreach (var expected in Vectors.Json("10_drivers/expected.json"))
        {
            var set = expected.GetProperty("set").GetString();
            var drivers = Drivers.Of(Rows($"10_drivers/{set}.csv"), minimumPeople: 50)!;

            var predictors = expected.GetProperty("predictors").Items().ToArray();
            Assert.That((drivers.People, drivers.Aspects.Count), Is.EqualTo((expected.GetProperty("n_complete").GetInt32(), predictors.Length)), set);
            Close.To(expected.GetProperty("r2").Number(), drivers.Explained, Vectors.Errors, set!);
            foreach (var (driver, predictor) in drivers.Aspects.Zip(predictors))
            {
                Close.To(predictor.GetProperty("lmg_shapley").Number(), driver.Contribution, Vectors.Errors, predictor);
                Close.To(predictor.GetProperty("lmg_share").Number(), driver.Share, Vectors.Errors, predictor);
                Close.To(predictor.GetProperty("general_dominance").Number(), driver.Contribution, Vectors.Errors, predictor);
                Assert.That(100 * driver.Share, Is.EqualTo(predictor.GetProperty("johnson_percent").GetDouble()).Within(1), "Johnson's relative weights are another way to nearly the same");
            }
        }
    }

    [Test]
    public void A_single_aspect_accounts_for_all_that_is_explained()
    {
        var drivers = Drivers.Of([.. Rows("10_drivers/s2.csv").Select(row => row.Take(2).ToArray())], minimumPeople: 50)!;

        Assert.That(drivers.Aspects.Single().Contribution, Is.EqualTo(drivers.Explained));
    }

    [Test]
    public void An_aspect_that_everybody_rates_alike_and_one_that_repeats_another_are_named_and_left_out()
    {
        var drivers = Drivers.Of([.. Rows("10_drivers/s2.csv").Select(row => new[] { row[0], row[1], 3, row[1] + 1, row[2] })], minimumPeople: 50)!;

        Assert.That(drivers.Aspects.Select(d => d.Aspect), Is.EqualTo([0, 3]));
        Assert.That((drivers.Constant, drivers.Collinear), Is.EqualTo(((int[])[1], (int[])[2])));
    }

    [Test]
    public void Too_few_people_or_one_overall_rating_for_all_give_no_drivers()
    {
        Assert.That(Drivers.Of(Rows("10_drivers/s2.csv")), Is.Null, "sixty are not a hundred");
        Assert.That(Drivers.Of([.. Enumerable.Range(0, 120).Select(i => new int?[] { 4, i % 5 })]), Is.Null);
        Assert.That(Drivers.Of([]), Is.Null);
    }

    [Test]
    public void More_aspects_than_can_be_split_are_refused() =>
        Assert.That(() => Drivers.Of([new int?[14]]), Throws.ArgumentException.With.Message.Contains("12"));

    private static IReadOnlyList<IReadOnlyList<int?>> Rows(string file) =>
        [.. Vectors.Csv(file).Select(row => row.Columns.Skip(1).Select(column => (int?)row.Number(column)).ToArray())];
}
