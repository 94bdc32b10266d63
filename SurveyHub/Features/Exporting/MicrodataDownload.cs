using System.Net.Mime;
using SurveyHub.Results;
using SurveyHub.Shell;

namespace SurveyHub.Features.Exporting;

/// <summary>A file of single responses.</summary>
/// <param name="Name">File name.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="WriteAsync">Writes it.</param>
internal sealed record MicrodataFile(string Name, string MediaType, Func<Stream, EditionReport, CancellationToken, Task> WriteAsync);

/// <summary>Gives out a file of single responses: made whole on the server, noted in the audit log, sent with its length.</summary>
internal sealed class MicrodataDownload(MicrodataGate gate, ExportFolder folder, AuditLog audit)
{
    public async Task<IResult> SendAsync(string survey, int year, HttpContext context, Func<EditionReport, MicrodataFile?> choose)
    {
        var permit = await gate.AskAsync(survey, year, context.RequestAborted);
        if (permit is MicrodataPermit.Refused { Why: var why }) return Refused(why);
        if (permit is not MicrodataPermit.Given { Report: var report }) return TypedResults.NotFound();
        if (choose(report) is not { } wanted) return TypedResults.NotFound();
        await audit.RecordDownloadAsync(context, $"{survey} {year}", context.Request.Path);
        // Whoever asks for the head only is told what the file would be, and none is made.
        if (HttpMethods.IsHead(context.Request.Method)) return TypedResults.Stream(_ => Task.CompletedTask, wanted.MediaType, wanted.Name);
        if (await folder.MakeAsync(stream => wanted.WriteAsync(stream, report, context.RequestAborted)) is not { } file)
            return TypedResults.Text("The server’s disk has no room to make the file. Tell whoever runs SurveyHub; nothing is wrong with the answers.",
                MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status507InsufficientStorage);
        // Only now, for a file that could not be made was given to nobody; from here on it may arrive.
        if (await gate.TakeAsync(report) is not { } whyNot) return TypedResults.Stream(file, wanted.MediaType, wanted.Name);
        await file.DisposeAsync();
        return Refused(whyNot);
    }

    public static IResult Refused(string why) => TypedResults.Text(why, MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status409Conflict);
}
