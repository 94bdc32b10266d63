using System.Net.NetworkInformation;
using System.Net.Sockets;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace SurveyHub.Shell;

/// <summary>Where people find this installation: for links that leave the browser, in a mail merge or on the console.</summary>
public sealed class Site(IOptions<SurveyHubOptions> options, IServer server)
{
    private static readonly string[] Everywhere = ["//0.0.0.0", "//[::]", "//*", "//+"];

    /// <summary>As configured; else as the request came in; else where the server listens. Without a slash at the end.</summary>
    public string Address(HttpRequest? request = null) =>
        Configured ?? (request is null ? On("localhost") : $"{request.Scheme}://{request.Host}");

    /// <summary>For another device, such as a phone in the same network; null when only this machine can come in, or when the address is configured.</summary>
    public string? AddressFromTheNetwork() =>
        Configured is null && Everywhere.Any(all => Listening.Contains(all, StringComparison.Ordinal)) && OwnAddress() is { } own ? On(own) : null;

    private string? Configured => options.Value.PublicAddress is { Length: > 0 } address ? address.TrimEnd('/') : null;

    private string Listening => server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault()?.TrimEnd('/') ?? "http://localhost";

    private string On(string host) => Everywhere.Aggregate(Listening, (address, all) => address.Replace(all, $"//{host}", StringComparison.Ordinal));

    /// <summary>The address of the network card that leads outside.</summary>
    private static string? OwnAddress() =>
        (from card in NetworkInterface.GetAllNetworkInterfaces()
         where card is { OperationalStatus: OperationalStatus.Up, NetworkInterfaceType: not NetworkInterfaceType.Loopback }
         let network = card.GetIPProperties()
         from address in network.UnicastAddresses
         where address.Address.AddressFamily == AddressFamily.InterNetwork
         orderby network.GatewayAddresses.Count == 0
         select address.Address.ToString()).FirstOrDefault();
}
