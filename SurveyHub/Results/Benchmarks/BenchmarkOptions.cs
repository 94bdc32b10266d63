using System.Security.Cryptography;
using System.Text;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Benchmarks;

/// <summary>Who we are to other organisations; <c>SurveyHub:Benchmark</c> in the configuration. What is empty stays empty in the file.</summary>
public sealed record BenchmarkOptions
{
    public const string Section = "SurveyHub:Benchmark";

    /// <summary>A code the organisations have agreed on; without one, a short hash of the organisation's name.</summary>
    public string? OrganisationId { get; init; }

    /// <summary>The name, if it may be told.</summary>
    public string? OrganisationLabel { get; init; }
    public string? Sector { get; init; }

    /// <summary>Such as "1000-4999".</summary>
    public string? SizeBand { get; init; }

    /// <summary>ISO 3166, two letters.</summary>
    public string? Country { get; init; }

    /// <summary>How our files call us: as it is configured, or by the name that the questionnaire gives us.</summary>
    public string IdIn(Questionnaire questionnaire) => OrganisationId is { Length: > 0 } id
        ? id
        : Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(questionnaire.Organisation.ToString())))[..12];
}
