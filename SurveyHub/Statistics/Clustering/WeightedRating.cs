namespace SurveyHub.Statistics.Clustering;

/// <summary>One person's valid rating of one item.</summary>
/// <param name="IsGood">Whether the rating is in the good set.</param>
/// <param name="Weight">The person's weight in that edition, above 0; 1 when nothing is weighted.</param>
public readonly record struct WeightedRating(bool IsGood, double Weight = 1);

/// <summary>Sums over people held in memory, for weighted figures and to check the counts against.</summary>
internal static class PersonRows
{
    public static ClusteredCovariance Covariance(IReadOnlyList<IReadOnlyList<WeightedRating?>> people)
    {
        var items = people.Count == 0 ? 0 : people[0].Count;
        if (people.Any(person => person.Count != items))
            throw new ArgumentException("Every person has one place for each item.", nameof(people));
        var columns = Enumerable.Range(0, items).Select(j => Column.Of([.. people.Select(person => person[j])])).ToArray();
        var sums = new double[items, items];
        for (var j = 0; j < items; j++)
            for (var k = 0; k < items; k++)
                sums[j, k] = columns[j].Deviations.Zip(columns[k].Deviations, (a, b) => a * b).Sum();
        return ClusteredCovariance.FromSums(
            [.. columns.Select(c => c.Count)], [.. columns.Select(c => c.Share)], sums,
            people.Count(person => person.Any(rating => rating is not null)));
    }

    private sealed record Column(GoodCount Count, double Share, double[] Deviations)
    {
        public static Column Of(WeightedRating?[] ratings)
        {
            var valid = ratings.OfType<WeightedRating>().ToArray();
            if (valid.Length == 0 || valid.Any(rating => !(rating.Weight > 0)))
                throw new ArgumentException("Every item compared needs a rating, and every weight is above zero.", nameof(ratings));
            var total = valid.Sum(rating => rating.Weight);
            var share = valid.Sum(rating => rating.IsGood ? rating.Weight : 0) / total;
            return new Column(new GoodCount(valid.Count(rating => rating.IsGood), valid.Length), share,
                [.. ratings.Select(rating => rating is { } r ? r.Weight * ((r.IsGood ? 1 : 0) - share) / total : 0)]);
        }
    }
}
