namespace SurveyHub.Surveys;

/// <summary>
/// Which service questions ask not how good a service is but what customers expect of it, on the same scale (methodology M15). Their answers
/// are no ratings of quality and stand in no share. Part of the frozen questionnaire.
/// </summary>
public sealed record Expectations
{
    /// <summary>Key of the service question that asks what would just do.</summary>
    public required string Minimum { get; init; }

    /// <summary>Key of the service question that asks what is wished for.</summary>
    public required string Desired { get; init; }

    /// <summary>Key of the rating that is compared with them; null for the service's main rating.</summary>
    public string? Perceived { get; init; }

    /// <summary>Whether a service question asks what is expected.</summary>
    public bool Include(string question) => question == Minimum || question == Desired;
}
