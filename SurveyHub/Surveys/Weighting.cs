namespace SurveyHub.Surveys;

/// <summary>
/// Results are also shown weighted to the headcounts of the list of people (methodology M11). Decided before anybody answers, so it is part of
/// the frozen questionnaire.
/// </summary>
public sealed record Weighting
{
    /// <summary>Keys of the customer groups whose headcounts the weighted answers meet, each by itself.</summary>
    public required IReadOnlyList<string> By { get; init; }

    /// <summary>Whether two editions are weighted by the same groups, so that their weighted figures can be compared (methodology M13).</summary>
    public static bool AreAlike(Weighting? one, Weighting? other) =>
        one is null || other is null ? one is null && other is null : one.By.ToHashSet(StringComparer.Ordinal).SetEquals(other.By);
}
