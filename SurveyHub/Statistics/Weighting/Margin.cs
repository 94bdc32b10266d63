namespace SurveyHub.Statistics.Weighting;

/// <summary>One attribute of which the headcounts are known.</summary>
/// <param name="Name">For messages.</param>
/// <param name="Levels">For each person of the sample, or each line of people who are alike, the place of its value in <paramref name="Population"/>.</param>
/// <param name="Population">Headcount of each value.</param>
public sealed record Margin(string Name, IReadOnlyList<int> Levels, IReadOnlyList<double> Population);
