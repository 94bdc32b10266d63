using Microsoft.AspNetCore.Http.Features;
using SurveyHub.Shell.Forms;
using SurveyHub.Shell.Messages;

namespace SurveyHub.Shell;

/// <summary>
/// Reads a posted form before anybody else does, so that one that is too large or broken ends with a sentence
/// rather than with whatever the first reader makes of it. Uploads (multipart) are judged by their own page.
/// </summary>
public static class FormGuard
{
    /// <summary>A page of 500 items with a comment each has some 1,500 fields; more than this is no page of ours.</summary>
    public const int MostFields = 4_000;

    public const int LongestName = 512;

    /// <summary>Ten thousand characters of any script in a comment, several to a page, percent-encoded.</summary>
    public const long LargestPost = 4 * 1024 * 1024;

    /// <summary>A form as our own pages send it: not an upload, nor anything else.</summary>
    public static bool IsPlainForm(HttpRequest request) =>
        request.HasFormContentType && request.ContentType!.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase);

    public static IApplicationBuilder UseFormGuard(this IApplicationBuilder app) => app.Use(static async (context, next) =>
    {
        if (HttpMethods.IsPost(context.Request.Method) && IsPlainForm(context.Request) && !await IsReadableAsync(context))
            return;
        await next(context);
    });

    private static async Task<bool> IsReadableAsync(HttpContext context)
    {
        try
        {
            if (await BrokenText.IsInAsync(context.Request, context.RequestAborted)) context.Features.Set(BrokenText.Instance);
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
        }
        catch (InvalidDataException error)
        {
            // The framework has one exception for both and tells them apart in its words only.
            var tooLarge = error.Message.Contains("limit", StringComparison.OrdinalIgnoreCase);
            context.Features.Set(new Explanation(tooLarge ? StatusMessage.FormTooLarge : StatusMessage.FormUnreadable));
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException error)
        {
            context.Response.StatusCode = error.StatusCode;
        }

        return false;
    }

    public static void Limit(FormOptions form)
    {
        form.ValueCountLimit = MostFields;
        form.KeyLengthLimit = LongestName;
        form.ValueLengthLimit = (int)LargestPost;
    }
}
