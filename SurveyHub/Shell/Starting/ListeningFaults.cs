using System.Globalization;

namespace SurveyHub.Shell.Starting;

/// <summary>Addresses and ports nobody can listen on. Whether they are free shows when it is tried.</summary>
internal static class ListeningFaults
{
    private const char Separator = ';';
    private static readonly string[] PortSettings = ["http_ports", "https_ports"];

    /// <summary>Whether anything says where to listen.</summary>
    public static bool IsConfigured(IConfiguration configuration) =>
        configuration["urls"] is { Length: > 0 } || configuration["http_ports"] is { Length: > 0 } || configuration["https_ports"] is { Length: > 0 }
        || configuration.GetSection("Kestrel:Endpoints").GetChildren().Any();

    public static IEnumerable<string> In(IConfiguration configuration) =>
    [
        .. Split(configuration["urls"]).Where(url => !CanBeListenedTo(url)).Select(url => $"ASPNETCORE_URLS (--urls) has \"{url}\". {HowToWrite}"),
        .. from endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren()
           let url = endpoint["Url"]
           where !CanBeListenedTo(url ?? "")
           select $"{endpoint.Path}:Url is \"{url}\". {HowToWrite}",
        .. from setting in PortSettings
           from port in Split(configuration[setting])
           where !(int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IsPort(number))
           select $"ASPNETCORE_{setting.ToUpperInvariant()} has \"{port}\". Write a port from 0 to 65535.",
    ];

    private const string HowToWrite = "Write scheme, host and port, as in http://localhost:5080, or http://*:5080 to be reached from other machines.";

    private static bool CanBeListenedTo(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            if (address.Scheme is not ("http" or "https")) return false;
            // A port that is no number has been taken for a part of the host.
            return address.IsUnixPipe || address.IsNamedPipe
                || (address.PathBase.Length == 0 && IsPort(address.Port) && (address.Host.StartsWith('[') || !address.Host.Contains(':', StringComparison.Ordinal)));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsPort(int number) => number is >= 0 and <= ushort.MaxValue;

    private static string[] Split(string? list) => list?.Split(Separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
