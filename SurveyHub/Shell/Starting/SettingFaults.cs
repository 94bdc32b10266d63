using System.Globalization;
using System.Net;
using SurveyHub.Definitions;

namespace SurveyHub.Shell.Starting;

/// <summary>Settings of our own that cannot be what they say, or that nobody reads.</summary>
public static class SettingFaults
{
    private const string Proxies = nameof(SurveyHubOptions.TrustedProxies);

    /// <summary>Every setting there is, as in docs/operations.md; a list's entries are numbered below its name.</summary>
    public static IReadOnlyList<string> Known { get; } =
    [
        "Database:ConnectionString", "SurveysDirectory", nameof(SurveyHubOptions.PublicAddress),
        nameof(SurveyHubOptions.KeysDirectory), nameof(SurveyHubOptions.KeysCertificate), nameof(SurveyHubOptions.KeysCertificatePassword),
        Proxies, nameof(SurveyHubOptions.SignInsPerMinute), nameof(SurveyHubOptions.Demonstration), "SeedDataDirectory",
        "Benchmark:OrganisationId", "Benchmark:OrganisationLabel", "Benchmark:Sector", "Benchmark:SizeBand", "Benchmark:Country",
    ];

    public static IEnumerable<string> In(IConfigurationSection section) => [.. Unknown(section), .. Values(section), .. ProxyFaults(section.GetSection(Proxies))];

    /// <summary>A misspelt setting would be as good as none, and nobody would be told.</summary>
    private static IEnumerable<string> Unknown(IConfigurationSection section) =>
        from leaf in Leaves(section)
        let name = leaf.Path[(section.Path.Length + 1)..]
        where !Known.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.StartsWith($"{Proxies}:", StringComparison.OrdinalIgnoreCase)
        select $"{leaf.Path} is no setting. {(Meant(name) is { } near ? $"Did you mean {section.Path}:{near}?" : "docs/operations.md lists those there are.")}";

    private static string? Meant(string name) =>
        NearestWord.To(name, Known) ?? Known.FirstOrDefault(known => known.EndsWith($":{name}", StringComparison.OrdinalIgnoreCase));

    private static IEnumerable<string> Values(IConfigurationSection section)
    {
        if (section[nameof(SurveyHubOptions.PublicAddress)] is { Length: > 0 } address && !IsSite(address))
            yield return $"{section.Path}:PublicAddress is \"{address}\". Write scheme and host and nothing after them, as in https://survey.example.org.";
        if (section[nameof(SurveyHubOptions.SignInsPerMinute)] is { } attempts
            && !(int.TryParse(attempts, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= 100_000))
            yield return $"{section.Path}:SignInsPerMinute is \"{attempts}\". Write a number from 1 to 100000.";
        if (section[nameof(SurveyHubOptions.Demonstration)] is { } wanted && !bool.TryParse(wanted, out _))
            yield return $"{section.Path}:Demonstration is \"{wanted}\". Write true or false.";
    }

    private static IEnumerable<string> ProxyFaults(IConfigurationSection proxies)
    {
        if (proxies.Value is { Length: > 0 } one) yield return $"{proxies.Path} is \"{one}\". It is a list: write {proxies.Path}:0 for the first, {proxies.Path}:1 for the next.";
        foreach (var proxy in proxies.GetChildren())
            if (proxy.Value is not { } named || (!IPAddress.TryParse(named, out _) && !IPNetwork.TryParse(named, out _)))
                yield return $"{proxies.Path} has \"{proxy.Value}\". Write an address (10.0.0.5) or a network (10.0.0.0/8).";
    }

    private static IEnumerable<IConfigurationSection> Leaves(IConfigurationSection section)
    {
        var children = section.GetChildren().ToArray();
        return children.SelectMany(child => child.GetChildren().Any() ? Leaves(child) : [child]);
    }

    private static bool IsSite(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var site)
        && (site.Scheme == Uri.UriSchemeHttps || site.Scheme == Uri.UriSchemeHttp)
        && site is { AbsolutePath: "/", Query: "", Fragment: "", UserInfo: "" };
}
