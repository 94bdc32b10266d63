using SurveyHub.Shell;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Access.Audit;

/// <summary>The lines that the page shows (all of its pages) as a file.</summary>
internal static class AuditCsv
{
    public static void MapAuditCsv(this WebApplication app) =>
        app.MapFile(Urls.AuditCsv, SendAsync).RequireAuthorization(Policies.ReadAudit);

    private static async Task<IResult> SendAsync(HttpContext context, ReadAudit audit, AuditLog log)
    {
        await log.RecordDownloadAsync(context, "audit log");
        var query = AuditQuery.Read(context.Request.QueryString.Value);
        return TypedResults.Stream(body => WriteAsync(CsvWriter.To(body), audit, query, context.RequestAborted), "text/csv; charset=utf-8", "audit.csv");
    }

    private static async Task WriteAsync(CsvWriter csv, ReadAudit audit, AuditQuery query, CancellationToken cancellation)
    {
        await csv.WriteRowAsync(["at", "who", "verb", "subject", "detail"], cancellation);
        await audit.ForEachAsync(query, line =>
        {
            csv.Write(line.At);
            csv.Write(line.Who);
            csv.Write(line.Verb);
            csv.Write(line.Subject);
            csv.Write(line.Detail);
            return csv.EndRowAsync(cancellation);
        }, cancellation);
        await csv.FlushAsync(cancellation);
    }
}
