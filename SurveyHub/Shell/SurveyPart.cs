namespace SurveyHub.Shell;

/// <summary>
/// What a feature shows about each survey on the home page, which is another feature and knows none. So a figure has one place that
/// computes and words it, wherever it is read.
/// </summary>
/// <param name="Component">Takes one parameter, <c>Survey</c>, the survey's key; shows nothing where there is nothing yet.</param>
/// <param name="Policy">Who may see it.</param>
public sealed record SurveyPart(Type Component, string Policy);
