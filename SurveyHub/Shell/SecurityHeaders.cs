using Microsoft.AspNetCore.StaticAssets;
using SurveyHub.Shell.Layout;

namespace SurveyHub.Shell;

/// <summary>What a browser is told not to do, on every answer. Only live pages may do a little more.</summary>
public static class SecurityHeaders
{
    private const string Common =
        "default-src 'self'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Our own pages have no style attribute, customers' and staff's alike.</summary>
    public const string Policy = Common + "; style-src-attr 'none'";

    /// <summary>Radzen places and sizes its parts through style attributes.</summary>
    public const string LivePolicy = Common + "; style-src-attr 'unsafe-inline'";

    private const string Permissions =
        "accelerometer=(), autoplay=(), camera=(), display-capture=(), encrypted-media=(), fullscreen=(self), geolocation=(), gyroscope=(), "
        + "magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(), screen-wake-lock=(), usb=(), xr-spatial-tracking=()";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        // When the answer starts, because the exception handler clears what was set before.
        context.Response.OnStarting(Set, context);
        return next(context);
    });

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        var answering = Urls.IsAnswering(context.Request.Path);
        headers.ContentSecurityPolicy = context.GetEndpoint()?.Metadata.GetMetadata<LivePageAttribute>() is null ? Policy : LivePolicy;
        headers.XContentTypeOptions = "nosniff";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A survey link is a secret: it must not travel to any other site in a Referer header.
        headers["Referrer-Policy"] = answering ? "no-referrer" : "same-origin";
        if (headers.CacheControl.Count == 0 && context.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
