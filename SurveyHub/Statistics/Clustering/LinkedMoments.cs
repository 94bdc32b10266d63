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
public sealed record LinkedMoments(int People, long GoodGood, long GoodValid, long ValidGood, long ValidValid);
