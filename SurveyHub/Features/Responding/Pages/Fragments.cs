using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using SurveyHub.Features.Responding.Answers;

namespace SurveyHub.Features.Responding.Pages;

/// <summary>Pieces of a page that the script puts in later: made by the same component as when the page is made whole.</summary>
public static class Fragments
{
    /// <param name="request">The request's own services: a component may ask for one that belongs to a request.</param>
    /// <param name="frame">The page's language and words.</param>
    /// <param name="field">The field that was changed in two windows.</param>
    /// <param name="stored">What is stored.</param>
    public static async Task<string> ElsewhereAsync(IServiceProvider request, Frame frame, Field field, string? stored)
    {
        await using var renderer = new HtmlRenderer(request, request.GetRequiredService<ILoggerFactory>());
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(Elsewhere.Frame)] = frame,
            [nameof(Elsewhere.Field)] = field,
            [nameof(Elsewhere.Stored)] = stored,
        });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync<Elsewhere>(parameters)).ToHtmlString());
    }
}
