using System.Text.Json;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Statistics.Weighting;

namespace SurveyHub.Tests.Statistics.Weighting;

public sealed class RakingVectorTests
{
    [TestCase("employees")]
    [TestCase("skewed")]
    [TestCase("balanced")]
    [TestCase("apisrs")]
    public void Weights_their_cost_and_weighted_shares_are_those_of_R(string id)
    {
        var expected = Vectors.Json("09_weights/expected.json").Single(e => e.GetProperty("id").GetString() == id);
        var sample = Vectors.Csv($"09_weights/{id}_sample.csv").ToArray();

        var raked = (RakingOutcome.Weighted)Raking.Rake(Margins(id, sample));

        foreach (var (row, weight) in sample.Zip(raked.Weights)) Assert.That(weight / row.Number("weight")!.Value, Is.EqualTo(1).Within(1e-6), $"{row}");
        Compare(expected.GetProperty("kish"), raked.Kish);
        var trimmed = Raking.Trim(raked.Weights, expected.GetProperty("trim_limit_times_mean").GetDouble());
        foreach (var (row, weight) in sample.Zip(trimmed)) Assert.That(weight / row.Number("weight_trimmed")!.Value, Is.EqualTo(1).Within(1e-6), $"{row}");
        Compare(expected.GetProperty("kish_trimmed"), Kish.Of(trimmed));
        foreach (var outcome in expected.GetProperty("outcomes").Items()) Compare(outcome, sample, raked.Weights);
    }

    [Test]
    public void What_weights_cost_is_what_Kish_says()
    {
        foreach (var expected in Vectors.Json("09_weights/kish.json")) Compare(expected, Kish.Of(expected.Numbers("weights")));
    }

    /// <summary>One margin alone is post-stratification.</summary>
    [Test]
    public void A_single_margin_gives_everybody_headcount_over_answers()
    {
        var expected = Vectors.JsonObject("09_weights/poststratification_expected.json");
        var sample = Vectors.Csv("09_weights/employees_sample.csv").ToArray();

        var raked = (RakingOutcome.Weighted)Raking.Rake([Margin("role", sample, [.. expected.GetProperty("population").EnumerateObject().Select(p => (p.Name, p.Value.GetDouble()))])]);

        foreach (var (row, weight) in sample.Zip(raked.Weights))
            Assert.That(weight, Is.EqualTo(expected.GetProperty("weight_by_role").GetProperty(row["role"]).GetDouble()).Within(Vectors.Exact));
        Close.To(expected.GetProperty("estimate").Number(), WeightedShare.Of([.. Ratings(sample, "good_it", raked.Weights)])!.Share, Vectors.Exact, "estimate");
    }

    private static void Compare(JsonElement expected, Kish kish)
    {
        Assert.That(kish.N, Is.EqualTo(expected.GetProperty("n").GetInt32()));
        foreach (var (name, value) in new[] { ("sum_w", kish.Sum), ("sum_w2", kish.SumOfSquares), ("n_eff", kish.EffectiveN), ("deff_kish", kish.DesignEffect), ("min_over_mean", kish.Least), ("max_over_mean", kish.Most) })
            Assert.That(value / expected.GetProperty(name).GetDouble(), Is.EqualTo(1).Within(1e-9), name);
    }

    private static void Compare(JsonElement expected, VectorRow[] sample, IReadOnlyList<double> weights)
    {
        var ratings = Ratings(sample, expected.GetProperty("outcome").GetString()!, weights).ToArray();
        var share = WeightedShare.Of(ratings)!;
        Assert.That(share.Count.Valid, Is.EqualTo(expected.GetProperty("n").GetInt32()));
        Close.To(expected.GetProperty("unweighted_estimate").Number(), share.Count.Share, Vectors.Exact, expected);
        Close.To(expected.GetProperty("estimate").Number(), share.Share, Vectors.Exact, expected);
        Close.To(expected.GetProperty("sum_w").Number(), share.SumOfWeights, 1e-6, expected);
        Close.To(expected.GetProperty("n_eff_kish").Number(), share.EffectiveN, 1e-6, expected);
        Close.To(expected.GetProperty("se_linearized_domain").Number(), WeightedShare.LinearizedError(ratings, sample.Length), Vectors.Errors, expected);
    }

    private static IEnumerable<WeightedRating> Ratings(VectorRow[] sample, string outcome, IReadOnlyList<double> weights) =>
        sample.Zip(weights).Where(p => p.First[outcome].Length > 0).Select(p => new WeightedRating(p.First[outcome] == "1", p.Second));

    private static Margin[] Margins(string id, VectorRow[] sample) =>
        [.. Vectors.Csv($"09_weights/{id}_margins.csv").GroupBy(row => row["variable"])
            .Select(m => Margin(m.Key, sample, [.. m.Select(row => (row["level"], row.Number("population")!.Value))]))];

    private static Margin Margin(string name, VectorRow[] sample, (string Level, double Population)[] levels) => new(
        name, [.. sample.Select(row => Array.FindIndex(levels, l => l.Level == row[name]))], [.. levels.Select(l => l.Population)]);
}
