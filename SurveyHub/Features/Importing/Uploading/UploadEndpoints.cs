using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.Features;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;
using SurveyHub.Shell.Messages;
using SurveyHub.Shell.Uploads;

namespace SurveyHub.Features.Importing.Uploading;

/// <summary>Takes the files of an import. They are kept for the preview, to which the browser is sent on; nothing is stored here.</summary>
internal static class UploadEndpoints
{
    public const string MappingField = "mapping", DataField = "data", HistoryField = "history";

    /// <summary>What we accept, all files together.</summary>
    public const long MostBytes = 50L * 1024 * 1024;

    // Far more than we accept: a browser that is cut off in the middle shows its own error instead of our sentence.
    internal const long MostBytesRead = 400L * 1024 * 1024;

    public static void MapUploads(this WebApplication app)
    {
        Map(app, Urls.ImportMicrodata, MappingField);
        Map(app, Urls.ImportHistory, HistoryField);
    }

    private static void Map(WebApplication app, string address, string mainField) =>
        app.MapPost(address, context => TakeAsync(context, address, mainField))
            .RequireAuthorization(Policies.ImportData)
            .TakesFiles(MostBytesRead)
            .StandsOn(static _ => Urls.Import);

    private static async Task TakeAsync(HttpContext context, string address, string mainField)
    {
        if (await ReadAsync(context) is not { } form) return;
        if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await new StaleForm().ExecuteAsync(context);
            return;
        }
        var main = form.Files.GetFile(mainField);
        var data = form.Files.GetFiles(DataField).Where(f => f.Length > 0).ToList();
        if (form.Files.Sum(f => f.Length) > MostBytes)
            Refuse(context, StatusCodes.Status413PayloadTooLarge, "The files are too large", TooLarge);
        else if (main is { FileName.Length: > 0, Length: 0 } || form.Files.GetFiles(DataField).FirstOrDefault(f => f.Length == 0 && f.FileName.Length > 0) is not null)
            Refuse(context, StatusCodes.Status422UnprocessableEntity, "A file is empty",
                $"Nothing is in {(main is { FileName.Length: > 0, Length: 0 } ? main : form.Files.GetFiles(DataField).First(f => f.Length == 0)).FileName}. Go back and choose the file with the rows in it.");
        else if (main is null or { Length: 0 })
            Refuse(context, StatusCodes.Status422UnprocessableEntity, "A file is missing",
                mainField == MappingField ? "Go back and choose the mapping file, and the data files that it names." : "Go back and choose the file with the counts.");
        else if (mainField == MappingField && data.Count == 0)
            Refuse(context, StatusCodes.Status422UnprocessableEntity, "A file is missing", "Go back and choose the data files that the mapping names, together with the mapping.");
        else if (data.GroupBy(Uploads.NameOf, StringComparer.OrdinalIgnoreCase).FirstOrDefault(f => f.Count() > 1) is { } twins)
            Refuse(context, StatusCodes.Status422UnprocessableEntity, "Two files have the same name",
                $"{twins.Count()} data files are called {twins.Key}, and the mapping finds its files by their names. Nothing of them was kept. Rename them, in the mapping as well, and choose the files again.");
        else
            context.Response.Redirect($"{address}/{await context.RequestServices.GetRequiredService<Uploads>().KeepAsync(main, data, context.RequestAborted)}");
    }

    private const string TooLarge =
        "All files together may have 50 MB; nothing of them was kept. Import them with the command on the server, which takes 256 MB a file, or year by year.";

    internal static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        try
        {
            if (context.Request.HasFormContentType)
            {
                context.Features.Set<IFormFeature>(new FormFeature(context.Request, new() { MultipartBodyLengthLimit = MostBytesRead }));
                return await context.Request.ReadFormAsync(context.RequestAborted);
            }
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (BadHttpRequestException error) when (error.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, "The files are too large", TooLarge);
        }
        catch (InvalidDataException)
        {
            Refuse(context, StatusCodes.Status400BadRequest, "The files did not arrive whole", "Nothing of them was kept. Go back and try again.");
        }
        return null;
    }

    internal static void Refuse(HttpContext context, int status, string title, string text)
    {
        context.Features.Set(new Explanation(new(title, text)));
        context.Response.StatusCode = status;
    }
}
