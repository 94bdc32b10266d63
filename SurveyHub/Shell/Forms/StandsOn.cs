namespace SurveyHub.Shell.Forms;

/// <summary>The page with the form of an address that only takes posts: shown again when the form is stale, returned to after signing in.</summary>
public sealed class StandsOn(Func<HttpContext, string> page)
{
    public string PageOf(HttpContext context) => page(context);

    /// <summary>Where whoever is sent to the sign-in page comes back to.</summary>
    public static string ReturnFrom(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<StandsOn>()?.PageOf(context) ?? context.Request.PathBase + context.Request.Path + context.Request.QueryString;
}

public static class StandsOnPage
{
    public static TBuilder StandsOn<TBuilder>(this TBuilder address, Func<HttpContext, string> page) where TBuilder : IEndpointConventionBuilder =>
        address.WithMetadata(new StandsOn(page));
}
