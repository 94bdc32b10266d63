namespace SurveyHub.Statistics.Clustering;

/// <summary>
/// Sums over the people who rated in two editions, known only where a pseudonymous key links them: with g good and n valid ratings
/// of a person in the earlier (1) and later (2) edition. Store these, not the links.
/// </summary>
/// <param name="People">People with at least one valid rating in both editions.</param>
/// <param name="GoodGood">Sum of g1·g2.</param>
/// <param name="GoodValid">Sum of g1·n2.</param>
/// <param name="ValidGood">Sum of n1·g2.</param>
/// <param name="ValidValid">Sum of n1·n2.</param>
public sealed record LinkedMoments(int People, long GoodGood, long GoodValid, long ValidGood, long ValidValid)
{
    /// <summary>Counts linked people.</summary>
    /// <param name="people">For each linked person the ratings of the earlier and the later edition.</param>
    public static LinkedMoments Of(IEnumerable<(GoodCount Earlier, GoodCount Later)> people) => people
        .Where(person => person.Earlier.Valid > 0 && person.Later.Valid > 0)
        .Aggregate(new LinkedMoments(0, 0, 0, 0, 0), (sum, person) => sum.Plus(person.Earlier, person.Later));

    private LinkedMoments Plus(GoodCount earlier, GoodCount later) => new(
        People + 1,
        GoodGood + (long)earlier.Good * later.Good,
        GoodValid + (long)earlier.Good * later.Valid,
        ValidGood + (long)earlier.Valid * later.Good,
        ValidValid + (long)earlier.Valid * later.Valid);
}
