using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace SurveyHub.Shell.Forms;

/// <summary>
/// Left at a request whose form does not prove that it came from a page of ours, shown to this very person: the keys were lost at a restart,
/// somebody signed out and in again in another tab, or another site forged it. It is not acted on, and what was typed is shown again.
/// As the result of an endpoint it says just that.
/// </summary>
public sealed class StaleForm : IResult
{
    /// <summary>A form of <see cref="StaleNotice"/>, which does nothing. A page's own handlers are never called for a stale form.</summary>
    internal const string Name = "stale";

    private const string Handler = "_handler";

    /// <summary>The form that was sent, when the page has several.</summary>
    public string? Sent { get; private set; }

    public static StaleForm? Of(HttpContext context) => context.Features.Get<StaleForm>();

    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Features.Set(this);
        httpContext.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    }

    /// <summary>Lets the page have the fields, without the files, and leads the form away from what it would do.</summary>
    internal void LeadAway(HttpContext context)
    {
        // First of all: the framework gives nobody the fields of a form that it holds to be forged.
        context.Features.Set<IAntiforgeryValidationFeature>(LedAway.Instance);
        var fields = Fields(context);
        Sent ??= fields.GetValueOrDefault(Handler);
        fields[Handler] = Name;
        context.Features.Set(this);
        context.Features.Set<IFormFeature>(new FormFeature(new FormCollection(fields)));
    }

    private static Dictionary<string, StringValues> Fields(HttpContext context)
    {
        // Read already, or refused while it was read: then there is nothing to show again.
        if (context.Features.Get<IFormFeature>() is not { Form: { } form }) return [];
        return form.ToDictionary(field => field.Key, field => field.Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>The token was judged, and the form's handler exchanged for one that does nothing: that much may run.</summary>
    private sealed class LedAway : IAntiforgeryValidationFeature
    {
        public static LedAway Instance { get; } = new();

        public bool IsValid => true;

        public Exception? Error => null;
    }
}

public static class FormRequests
{
    /// <summary>Whether a form was sent that is acted on, unlike a stale one.</summary>
    public static bool HasFormToActOn(this HttpContext context) => HttpMethods.IsPost(context.Request.Method) && StaleForm.Of(context) is null;
}
