using SurveyHub.Shell;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Access.Audit;

/// <summary>The lines that the page shows (all of its pages) as a file.</summary>
internal static class AuditCsv
{
    public static void MapAuditCsv(this WebApplication app) =>
        app.MapGet(Urls.AuditCsv, WriteAsync).RequireAuthorization(Policies.ReadAudit);

    private static async Task WriteAsync(HttpContext context, ReadAudit audit, AuditLog log)
    {
        await log.RecordAsync(context.User, "downloaded", "audit log");
        context.Response.ContentType = "text/csv; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"audit.csv\"";
        var csv = new CsvWriter(context.Response.BodyWriter);
        await csv.WriteRowAsync(["at", "who", "verb", "subject", "detail"], context.RequestAborted);
        await audit.ForEachAsync(AuditQuery.Read(context.Request.QueryString.Value), line =>
        {
            csv.Write(line.At);
            csv.Write(line.Who);
            csv.Write(line.Verb);
            csv.Write(line.Subject);
            csv.Write(line.Detail);
            return csv.EndRowAsync(context.RequestAborted);
        }, context.RequestAborted);
        await csv.FlushAsync(context.RequestAborted);
    }
}
