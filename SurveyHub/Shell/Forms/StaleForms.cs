using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Components.Endpoints;

namespace SurveyHub.Shell.Forms;

/// <summary>
/// Shows the page of a stale form again, with what was typed and a fresh token, where the framework has an empty 400. The check is not weakened:
/// what would act on the form is never called. Customers' pages do it by themselves, because their answers may be kept in a draft.
/// </summary>
public static class StaleForms
{
    /// <summary>Before routing: a stale form of an address that has no page is shown at the page on which it stands.</summary>
    public static IApplicationBuilder UseStaleForms(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        await next(context);
        if (StaleForm.Of(context) is { } stale && !context.Response.HasStarted && context.GetEndpoint()?.Metadata.GetMetadata<StandsOn>() is { } stands)
        {
            GoTo(stands.PageOf(context), stale, context);
            await next(context);
        }
    });

    /// <summary>Behind the framework's check of the token.</summary>
    public static IApplicationBuilder UseStaleFormsOfPages(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false } && context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null)
            (StaleForm.Of(context) ?? new()).LeadAway(context);
        return next(context);
    });

    private static void GoTo(string page, StaleForm stale, HttpContext context)
    {
        var query = page.IndexOf('?', StringComparison.Ordinal);
        context.Request.Path = new PathString(Uri.UnescapeDataString(query < 0 ? page : page[..query]));
        context.Request.QueryString = new(query < 0 ? "" : page[query..]);
        context.SetEndpoint(null);
        context.Request.RouteValues.Clear();
        context.Response.Clear();
        stale.LeadAway(context);
    }
}
