using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;

namespace SurveyHub.Tests.Statistics.Clustering;

public sealed class ClusteredCovarianceTests
{
    [Test]
    public void Partly_the_same_people_in_two_years_have_the_covariance_of_R_with_their_weights()
    {
        var sets = Vectors.Csv("11_change_linked/overlap_data.csv").GroupBy(row => row["set"]).ToDictionary(set => set.Key);
        var expected = Vectors.Json("11_change_linked/overlap_expected.json");
        Assert.That(expected, Has.Count.GreaterThan(3));
        foreach (var set in expected)
        {
            var name = set.GetProperty("set").GetString()!;
            var people = sets[name].GroupBy(row => row["person"]).Select(person => (Rating(person, "1"), Rating(person, "2"))).ToArray();
            var covariance = ClusteredCovariance.FromPeople([.. people.Select(person => new[] { person.Item1, person.Item2 })]);
            var linked = LinkedChange.Of(people);

            Assert.That(covariance.People, Is.EqualTo(set.GetProperty("persons").GetInt32()), name);
            Close.To(Number("p1"), covariance.Shares[0], Vectors.Exact, name);
            Close.To(Number("p2"), covariance.Shares[1], Vectors.Exact, name);
            Close.To(Number("var1"), covariance.Covariance(0, 0), Vectors.Errors, name);
            Close.To(Number("var2"), covariance.Covariance(1, 1), Vectors.Errors, name);
            Close.To(Number("cov12"), covariance.Covariance(0, 1), Vectors.Errors, name);
            Close.To(Number("se_linked"), linked.StandardError, Vectors.Errors, name);
            Close.To(Number("z_linked"), linked.Difference / linked.StandardError!.Value, Vectors.Errors, name);
            Close.To(Number("p_linked"), linked.P, Vectors.Errors, name);
            var everyRatingAPerson = people.SelectMany(p => new[] { new[] { p.Item1, null }, [null, p.Item2] }).Where(p => p.Any(r => r is not null)).ToArray();
            Close.To(Number("se_if_treated_as_independent"), ClusteredCovariance.FromPeople(everyRatingAPerson).StandardError([-1, 1]), Vectors.Errors, name);
            Assert.That((people.Count(p => p.Item1 is not null), people.Count(p => p.Item2 is not null)), Is.EqualTo((set.GetProperty("n_year1").GetInt32(), set.GetProperty("n_year2").GetInt32())), name);
            Assert.That(linked.InBoth, Is.EqualTo(set.GetProperty("n_in_both").GetInt32()), name);

            double Number(string property) => set.GetProperty(property).GetDouble();
        }
    }

    [Test]
    public void Counts_of_pairs_say_exactly_what_the_people_say() => Property.Holds(Crowd.Any, people =>
    {
        var table = Crowd.Count(people);
        var rated = table.ItemsWithBase(1);
        if (rated.Count == 0)
            return true;
        var counted = table.Covariance(rated);
        var direct = ClusteredCovariance.FromPeople([.. Crowd.Rows(people).Select(row => rated.Select(item => row[item]).ToArray())]);
        return counted.People == direct.People && Everywhere(rated.Count, (j, k) => Near(counted.Covariance(j, k), direct.Covariance(j, k)));
    });

    [Test]
    public void The_order_in_which_people_answered_changes_nothing() => Property.Holds(Crowd.Any, people =>
    {
        var (forward, backward) = (Crowd.Count(people), Crowd.Count(people.Reverse()));
        var rated = forward.ItemsWithBase(1);
        return forward.Items.SequenceEqual(backward.Items)
            && (rated.Count == 0 || Everywhere(rated.Count, (j, k) => forward.Covariance(rated).Covariance(j, k) == backward.Covariance(rated).Covariance(j, k)));
    });

    [Test]
    public void Weights_seven_times_as_large_change_nothing() => Property.Holds(Crowd.Any, people =>
    {
        var rated = Crowd.Count(people).ItemsWithBase(1);
        if (rated.Count == 0)
            return true;
        var (once, sevenfold) = (Weighted(1), Weighted(7));
        return Everywhere(rated.Count, (j, k) => Near(once.Covariance(j, k), sevenfold.Covariance(j, k)));

        ClusteredCovariance Weighted(double factor) => ClusteredCovariance.FromPeople(
            [.. Crowd.Rows(people, i => factor * (1 + i % 3)).Select(row => rated.Select(item => row[item]).ToArray())]);
    });

    [Test]
    public void Of_one_person_nothing_is_known_about_the_margin()
    {
        var covariance = Crowd.Count(Crowd.Of(1, "45")).Covariance([0, 1]);

        Assert.That(covariance.StandardError([1, -1]), Is.Null);
        Assert.That(covariance.ComparisonError([1, -1]), Is.Null);
        Assert.That(covariance.Covariance(0, 0), Is.Null);
    }

    [Test]
    public void A_service_everybody_likes_still_has_a_margin_when_it_is_compared()
    {
        var covariance = Crowd.Count(Crowd.Of(20, "52").Concat(Crowd.Of(20, "44"))).Covariance([0, 1]);

        Assert.That(covariance.Covariance(0, 0), Is.Zero);
        Assert.That(covariance.ComparisonCovariance(0, 0), Is.EqualTo(42.0 / 44 * (2.0 / 44) / 44).Within(1e-15));
        Assert.That(covariance.ComparisonCovariance(0, 1), Is.Zero);
        Assert.That(covariance.ComparisonCovariance(1, 1), Is.EqualTo(covariance.Covariance(1, 1)));
    }

    [Test]
    public void Two_services_rated_alike_by_everybody_differ_by_nothing_with_certainty() =>
        Assert.That(
            Crowd.Count(Crowd.Of(20, "55").Concat(Crowd.Of(13, "11"))).Covariance([0, 1]).StandardError([1, -1]), Is.EqualTo(0).Within(1e-12));

    [Test]
    public void Counts_that_do_not_fit_together_are_refused()
    {
        var items = new[] { new GoodCount(3, 5), new GoodCount(2, 5) };

        Assert.That(() => ClusteredCovariance.FromTallies(items, new PairTallies(3), 5), Throws.ArgumentException);
        Assert.That(() => ClusteredCovariance.FromTallies(items, new PairTallies(2), 4), Throws.ArgumentException);
        Assert.That(() => ClusteredCovariance.FromTallies(items, new PairTallies(2), 11), Throws.ArgumentException);
        Assert.That(() => ClusteredCovariance.FromTallies([new GoodCount(0, 0)], new PairTallies(1), 5), Throws.ArgumentException);
        Assert.That(() => ClusteredCovariance.FromPeople([[new WeightedRating(true)], []]), Throws.ArgumentException);
        Assert.That(() => ClusteredCovariance.FromPeople([[new WeightedRating(true, 0)]]), Throws.ArgumentException);
        Assert.That(() => new PairTally(5, 4, 4, 2), Throws.TypeOf<ArgumentOutOfRangeException>());
        Assert.That(() => new PairTally(5, 6, 4, 4), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void The_same_person_in_two_years_makes_a_change_more_certain()
    {
        var unlinked = LinkedChange.Of(new GoodCount(60, 100), new GoodCount(70, 100), PairTally.None);
        var linked = LinkedChange.Of(new GoodCount(60, 100), new GoodCount(70, 100), new PairTally(100, 60, 70, 55));

        Assert.That(linked.StandardError, Is.LessThan(unlinked.StandardError!.Value));
        Assert.That(linked.P, Is.LessThan(unlinked.P!.Value));
    }

    private static WeightedRating? Rating(IEnumerable<VectorRow> person, string year) =>
        person.SingleOrDefault(row => row["year"] == year) is { } row
            ? new WeightedRating(row["good"] == "1", row.Number("weight")!.Value)
            : null;

    private static bool Everywhere(int items, Func<int, int, bool> holds) =>
        Enumerable.Range(0, items).All(j => Enumerable.Range(0, items).All(k => holds(j, k)));

    private static bool Near(double? a, double? b) => a == b || Math.Abs(a!.Value - b!.Value) < 1e-12;
}
