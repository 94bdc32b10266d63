using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace SurveyHub.Shell;

/// <summary>Where people find this installation: for links that leave the browser, in a mail merge or on the console.</summary>
public sealed class Site(IOptions<SurveyHubOptions> options, IServer server)
{
    /// <summary>As configured; else as the request came in; else where the server listens. Without a slash at the end.</summary>
    public string Address(HttpRequest? request = null) =>
        Configured ?? (request is null ? Listening : $"{request.Scheme}://{request.Host}");

    private string? Configured => options.Value.PublicAddress is { Length: > 0 } address ? address.TrimEnd('/') : null;

    private string Listening =>
        server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? address.Replace("0.0.0.0", "localhost", StringComparison.Ordinal).Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/')
            : "http://localhost";
}
