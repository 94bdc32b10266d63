using Microsoft.AspNetCore.Antiforgery;
using SurveyHub.Features.Importing.Uploading;
using SurveyHub.Shell;
using SurveyHub.Shell.Forms;
using SurveyHub.Shell.Uploads;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Takes the files of other organisations. They are kept for the preview, to which the browser is sent on; nothing is stored here.</summary>
internal static class BenchmarkUpload
{
    public const string Field = "files";

    private const int MostFiles = 200;

    public static void MapBenchmarkUploads(this WebApplication app) =>
        app.MapPost("/surveys/{survey}/other-organisations/files", TakeAsync)
            .RequireAuthorization(Policies.CompareOrganisations)
            .TakesFiles(UploadEndpoints.MostBytesRead)
            .StandsOn(static context => Urls.OtherOrganisations((string)context.Request.RouteValues["survey"]!));

    private static async Task TakeAsync(string survey, HttpContext context)
    {
        if (await UploadEndpoints.ReadAsync(context) is not { } form) return;
        if (!await context.RequestServices.GetRequiredService<IAntiforgery>().IsRequestValidAsync(context))
        {
            await new StaleForm().ExecuteAsync(context);
            return;
        }
        var files = form.Files.GetFiles(Field).Where(f => f.FileName.Length > 0).ToList();
        if (files.Sum(f => f.Length) > BenchmarkFile.Limits.File)
            UploadEndpoints.Refuse(context, StatusCodes.Status413PayloadTooLarge, "The files are too large", $"All files together may have {BenchmarkFile.Limits.File / 1024 / 1024} MB; nothing of them was kept. Add them in several goes.");
        else if (files.Count > MostFiles)
            UploadEndpoints.Refuse(context, StatusCodes.Status413PayloadTooLarge, "Too many files", $"At most {MostFiles} files are added in one go; nothing of them was kept.");
        else if (files.FirstOrDefault(f => f.Length == 0) is { } empty)
            UploadEndpoints.Refuse(context, StatusCodes.Status422UnprocessableEntity, "A file is empty", $"Nothing is in {empty.FileName}. Go back and choose the file with the rows in it.");
        else if (files.Count == 0)
            UploadEndpoints.Refuse(context, StatusCodes.Status422UnprocessableEntity, "A file is missing", "Go back and choose one or more benchmark files.");
        else if (files.GroupBy(Uploads.NameOf, StringComparer.OrdinalIgnoreCase).FirstOrDefault(f => f.Count() > 1) is { } twins)
            UploadEndpoints.Refuse(context, StatusCodes.Status422UnprocessableEntity, "Two files have the same name",
                $"{twins.Count()} files are called {twins.Key}, so that nobody could say in which of them a fault stands. Nothing of them was kept. Rename one, and choose the files again.");
        else
            context.Response.Redirect(Urls.BenchmarkFiles(survey, await context.RequestServices.GetRequiredService<Uploads>().KeepAsync(files[0], files.Skip(1), context.RequestAborted)));
    }
}
