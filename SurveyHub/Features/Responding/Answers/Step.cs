namespace SurveyHub.Features.Responding.Answers;

public enum StepKind
{
    Welcome,

    /// <summary>Which services do you use?</summary>
    Services,
    Service,
    Groups,
    Last,
    Review,
    Thanks,
}

/// <summary>One page of a customer's way through the questionnaire; its path follows the link's secret in the address.</summary>
public readonly record struct Step(StepKind Kind, string? Service = null)
{
    public static readonly Step Welcome = new(StepKind.Welcome);
    public static readonly Step Services = new(StepKind.Services);
    public static readonly Step Groups = new(StepKind.Groups);
    public static readonly Step Last = new(StepKind.Last);
    public static readonly Step Review = new(StepKind.Review);
    public static readonly Step Thanks = new(StepKind.Thanks);

    /// <summary>As in the address: <c>services</c>, <c>service/wifi</c>, <c>groups</c>; empty for the welcome page.</summary>
    public string Path => Kind switch
    {
        StepKind.Welcome => "",
        StepKind.Service => $"service/{Service}",
        _ => Kind.ToString().ToLowerInvariant(),
    };

    public static Step ForService(string key) => new(StepKind.Service, key);

    /// <summary>The step with this path, or null when there is none; whether the service exists is not asked here.</summary>
    public static Step? At(string? path) => path switch
    {
        "" => Welcome,
        "services" => Services,
        "groups" => Groups,
        "last" => Last,
        "review" => Review,
        "thanks" => Thanks,
        not null when path.StartsWith("service/", StringComparison.Ordinal) => ForService(path["service/".Length..]),
        _ => null,
    };
}
