namespace SurveyHub.Shell;

/// <summary>How this installation runs, from the section <c>SurveyHub</c> of the configuration.</summary>
public sealed record SurveyHubOptions
{
    public const string Section = "SurveyHub";

    /// <summary>Where the keys lie that protect sessions and forms; when empty, the folder "keys" beside the SQLite file or in "data".</summary>
    public string? KeysDirectory { get; init; }

    /// <summary>A certificate with its private key (PKCS #12, .pfx) that encrypts those keys where they lie. Empty: they lie there readable.</summary>
    public string? KeysCertificate { get; init; }
    public string? KeysCertificatePassword { get; init; }

    /// <summary>What customers and staff type to get here, as in https://survey.example.org; when empty, what the request says.</summary>
    public string? PublicAddress { get; init; }

    /// <summary>Addresses or networks of the reverse proxies whose forwarded headers are believed. Nobody's when empty.</summary>
    public IReadOnlyList<string> TrustedProxies { get; init; } = [];

    /// <summary>Attempts to sign in (or to use a one-time link) that one address may make in a minute.</summary>
    public int SignInsPerMinute { get; init; } = 30;

    /// <summary>Whether the demonstration and its people are wanted. Outside Development it has no effect.</summary>
    public bool Demonstration { get; init; } = true;
}
