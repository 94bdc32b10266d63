namespace SurveyHub.Statistics.Importance;

/// <summary>How many people gave the same ratings to the same questions.</summary>
/// <param name="Codes">Their codes, one for each question.</param>
/// <param name="People">0 or more.</param>
public sealed record RatingPattern(IReadOnlyList<int> Codes, int People = 1);
