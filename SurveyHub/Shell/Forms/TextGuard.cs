using SurveyHub.Shell.Messages;

namespace SurveyHub.Shell.Forms;

/// <summary>
/// An address with something in it that is no text (a null character, half a character) ends here: no page has such an address, PostgreSQL
/// refuses to look for one, and SQLite looks for something else. What forms hold is judged by <see cref="FormGuard"/>.
/// </summary>
public static class TextGuard
{
    public static IApplicationBuilder UseTextGuard(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (IsText(context.Request)) return next(context);
        context.Features.Set(new Explanation(StatusMessage.AddressUnreadable));
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return Task.CompletedTask;
    });

    public static bool IsText(string? said)
    {
        for (var i = 0; i < said?.Length; i++)
        {
            if (said[i] == '\0') return false;
            if (!char.IsSurrogate(said[i])) continue;
            if (i + 1 == said.Length || !char.IsSurrogatePair(said[i], said[i + 1])) return false;
            i++;
        }
        return true;
    }

    private static bool IsText(HttpRequest request) =>
        IsText(request.Path.Value) && request.Query.All(part => IsText(part.Key) && part.Value.All(IsText));
}
