using System.Net.Mime;
using SurveyHub.Results;
using SurveyHub.Results.Commenting;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Commenting;

/// <summary>A row of the file: never a group, and a rating only where the page tells it.</summary>
public sealed record CommentLine(int Year, string Item, string About, string? Rating, string Comment)
{
    public static readonly ReportTable<CommentLine> Table = new("comments",
        ("year", ColumnKind.Year, r => r.Year), ("item", Text, r => r.Item), ("about", Text, r => r.About), ("rating", Text, r => r.Rating), ("comment", Text, r => r.Comment));
}

/// <summary>The comments that the page shows, all of them, in its order; read piece by piece, so that a hundred thousand need no room.</summary>
internal static class CommentFile
{
    private const int AtOnce = 1000;

    public static void MapCommentFile(this WebApplication app) =>
        app.MapFile("/reports/{survey}/{year:int}/comments.csv", SendAsync).RequireAuthorization(Policies.ExportReports);

    private static Task<IResult> SendAsync(
        string survey, int year, string? about, string? who, string? words, PublishedSurveys surveys, PublishedComments comments, AuditLog audit, HttpContext context) =>
        ReportFiles.OfReportAsync(survey, year, surveys, context, async (_, report) =>
        {
            var view = CommentsView.Of(report, CommentsQuery.Read(about, who, words, null));
            // A file that is saved under the name of a part and has everybody's would mislead whoever opens it later.
            if (view.WhyRefused is { } why) return TypedResults.Text(why, MediaTypeNames.Text.Plain, statusCode: StatusCodes.Status409Conflict);
            await audit.RecordDownloadAsync(context, $"{survey} {year}", context.Request.Path + Told(view));
            return TypedResults.Stream(
                body => WriteAsync(CsvWriter.To(body), view, comments, context.RequestAborted), "text/csv; charset=utf-8", $"{survey}-{year}-comments.csv");
        });

    private static async Task WriteAsync(CsvWriter csv, CommentsView view, PublishedComments comments, CancellationToken cancellation)
    {
        await ReportTableCsv.WriteAsync(csv, CommentLine.Table, [], [], cancellation);
        var items = view.Items.ToDictionary(i => i.Item.No);
        for (IReadOnlyList<ReadComment> found = !view.HasAny ? [] : await comments.AfterAsync(view.Choice, null, AtOnce, cancellation);
             found.Count > 0; found = found.Count < AtOnce ? [] : await comments.AfterAsync(view.Choice, found[^1], AtOnce, cancellation))
        {
            foreach (var comment in found)
            {
                var item = items[comment.ItemNo];
                var line = new CommentLine(view.Edition.Year, item.Item.Key, item.Name, view.IsByGroup || comment.Rating is null ? null : CommentWords.Rating(comment.Rating), comment.Body);
                foreach (var cell in CommentLine.Table.Cells(line)) ReportTableCsv.Write(csv, cell);
                await csv.EndRowAsync(cancellation);
            }
            await csv.FlushAsync(cancellation);
        }
    }

    /// <summary>Which part was taken; of searched words only that there were any.</summary>
    private static string Told(CommentsView view) =>
        (new CommentsQuery(view.Chosen?.Item.Key, view.Part?.Key).QueryString(), view.Choice.Words.Count > 0) switch
        {
            (var filters, false) => filters,
            ("", true) => " (searched)",
            (var filters, true) => $"{filters} (searched)",
        };
}
