using System.Data.Common;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace SurveyHub.Shell.Messages;

/// <summary>
/// Turns an empty answer of status 400 to 599 into a page. Rendered in place and not by running the request again:
/// a refused POST would only be refused again, and its page would stay blank.
/// </summary>
public static class StatusPages
{
    /// <remarks>Not the framework's own: that one takes a refused form, whose content type is set already, for a finished answer.</remarks>
    public static IApplicationBuilder UseStatusPages(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        await next(context);
        if (context.Response is { HasStarted: false, StatusCode: >= 400 and < 600, ContentLength: null or 0 })
            await RenderAsync(context);
    });

    /// <summary>For the exception handler. It depends on nothing that may be the cause.</summary>
    public static Task RenderFailureAsync(HttpContext context)
    {
        context.Response.StatusCode = context.Features.Get<IExceptionHandlerFeature>()?.Error switch
        {
            BadHttpRequestException refused => refused.StatusCode,
            DbException or TimeoutException => StatusCodes.Status503ServiceUnavailable,
            _ => context.Response.StatusCode,
        };
        return RenderAsync(context);
    }

    private static Task RenderAsync(HttpContext context)
    {
        if (!WantsPage(context.Request)) return Task.CompletedTask;

        context.Response.ContentLength = null;
        context.Response.ContentType = null;
        // A routed page that ended as "not found" has set it already, and the result below adds it without looking.
        context.Response.Headers.Remove("blazor-enhanced-nav");
        var status = context.Response.StatusCode;
        var message = context.Features.Get<Explanation>()?.Message;
        if (Urls.IsAnswering(context.Request.Path))
            return PageAsync<CustomerMessage>(context, new() { [nameof(CustomerMessage.Status)] = status });
        message ??= StatusMessage.For(status);
        Dictionary<string, object?> parameters = new() { [nameof(PlainMessage.Message)] = message };
        return status < 500 && context.User.Identity?.IsAuthenticated is true
            ? PageAsync<StaffMessage>(context, parameters)
            : PageAsync<PlainMessage>(context, parameters);
    }

    /// <summary>In a scope of its own: the renderer and the navigation of the request may have been used already, and work once.</summary>
    private static async Task PageAsync<TPage>(HttpContext context, Dictionary<string, object?> parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        var services = context.RequestServices;
        await using var scope = services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
        context.RequestServices = scope.ServiceProvider;
        try
        {
            await new RazorComponentResult<TPage>(parameters) { StatusCode = context.Response.StatusCode, PreventStreamingRendering = true }
                .ExecuteAsync(context);
        }
        finally
        {
            context.RequestServices = services;
        }
    }

    /// <summary>A script that asks for JSON or a download tool is served by the status alone.</summary>
    private static bool WantsPage(HttpRequest request) =>
        request.Headers.Accept.Count == 0
        || request.Headers.Accept.Any(accept => accept!.Contains("text/html", StringComparison.OrdinalIgnoreCase) || accept.Contains("*/*", StringComparison.Ordinal));
}
