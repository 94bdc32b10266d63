using SurveyHub.Statistics.Importance;

namespace SurveyHub.Tests.Statistics.Importance;

public sealed class CorrelationTests
{
    [Test]
    public void Correlations_and_their_intervals_are_those_of_R()
    {
        var sets = Vectors.Csv("05_correlation_data.csv").Where(row => row["x"] != "" && row["y"] != "").ToLookup(row => row["set"]);
        var expected = Vectors.Json("05_correlation_expected.json");
        Assert.That(expected, Has.Count.GreaterThan(5));
        foreach (var set in expected)
        {
            var name = set.GetProperty("set").GetString()!;
            CodePair[] pairs = [.. sets[name].Select(row => new CodePair(row.Count("x"), row.Count("y")))];
            var pearson = Correlation.Pearson(pairs);
            Assert.That(pairs, Has.Length.EqualTo(set.GetProperty("n_pairs").GetInt32()), name);
            Close.To(set.GetProperty("pearson").Number(), pearson, Vectors.Errors, name);
            Close.To(set.GetProperty("spearman").Number(), Correlation.Spearman(pairs), Vectors.Errors, name);
            var interval = pearson is { } r ? Correlation.FisherInterval(r, pairs.Length) : null;
            Close.To(set.GetProperty("pearson_fisher_z_lower").Number(), interval?.Lower, Vectors.Errors, name);
            Close.To(set.GetProperty("pearson_fisher_z_upper").Number(), interval?.Upper, Vectors.Errors, name);
        }
    }

    [Test]
    public void A_cross_table_says_the_same_as_the_people_it_counts()
    {
        CodePair[] people = [new(5, 4), new(2, 2), new(5, 4), new(1, 3), new(2, 2), new(4, 5)];
        CodePair[] table = [new(5, 4, 2), new(2, 2, 2), new(4, 5, 1), new(1, 3, 1), new(3, 3, 0)];

        Assert.That(Correlation.Pearson(table), Is.EqualTo(Correlation.Pearson(people)));
        Assert.That(Correlation.Spearman(table), Is.EqualTo(Correlation.Spearman(people)));
    }

    [Test]
    public void One_person_or_one_code_has_no_correlation()
    {
        Assert.That(Correlation.Spearman([new(5, 4)]), Is.Null);
        Assert.That(Correlation.Pearson([new(5, 4), new(5, 2), new(5, 1)]), Is.Null);
        Assert.That(Correlation.Spearman([]), Is.Null);
        Assert.That(() => Correlation.Pearson([new(1, 1, -1)]), Throws.TypeOf<ArgumentOutOfRangeException>());
    }

    [Test]
    public void Three_people_have_no_interval() => Assert.That(Correlation.FisherInterval(0.5, 3), Is.Null);
}
