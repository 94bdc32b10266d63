using System.Globalization;
using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Features.Access.Audit;

/// <summary>Reads the audit log, the latest line first.</summary>
public sealed class ReadAudit(Database database, TimeProvider clock)
{
    public const int LinesAPage = 50;

    public Task<AuditPageOfLines> PageAsync(AuditQuery query, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            var count = await db.ExecuteScalarAsync<int>($"select count(*) from audit_entry {Where(query)}", Parameters(query));
            var page = Math.Clamp(query.Page, 1, new AuditPageOfLines([], count, 1).Pages);
            var lines = await db.QueryAsync<AuditLine>(
                $"select entry_no, at, who, verb, subject, detail from audit_entry {Where(query)} order by entry_no desc limit @limit offset @skipped",
                Parameters(query, (page - 1) * LinesAPage));
            return new AuditPageOfLines([.. lines], count, page);
        }, cancellation);

    /// <summary>Hands every line on as it is read, for a download.</summary>
    public Task ForEachAsync(AuditQuery query, Func<AuditLine, ValueTask> handOn, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            await foreach (var line in db.QueryUnbufferedAsync<AuditLine>(
                $"select entry_no, at, who, verb, subject, detail from audit_entry {Where(query)} order by entry_no desc", Parameters(query)))
                await handOn(line);
            return true;
        }, cancellation);

    private static string Where(AuditQuery query)
    {
        string?[] conditions =
        [
            query.Who is null ? null : "lower(who) = lower(@who)",
            query.What is null ? null : @"lower(verb || ' ' || subject || ' ' || coalesce(detail, '')) like '%' || lower(@what) || '%' escape '\'",
            query.From is null ? null : "at >= @from",
            query.Until is null ? null : "at < @until",
        ];
        return conditions.OfType<string>().ToArray() is { Length: > 0 } set ? "where " + string.Join(" and ", set) : "";
    }

    private object Parameters(AuditQuery query, int skipped = 0) => new
    {
        who = query.Who,
        what = query.What?.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("%", @"\%", StringComparison.Ordinal).Replace("_", @"\_", StringComparison.Ordinal),
        from = Midnight(query.From),
        until = Midnight(query.Until?.AddDays(1)),
        limit = LinesAPage,
        skipped,
    };

    /// <summary>Days are this machine's, as the page shows them.</summary>
    private DateTimeOffset? Midnight(DateOnly? day)
    {
        if (day is not { } wanted) return null;
        var midnight = wanted.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, clock.LocalTimeZone.GetUtcOffset(midnight));
    }
}

/// <param name="Lines">Those on the page.</param>
/// <param name="Count">How many there are altogether.</param>
/// <param name="Page">Which page it is: the last one when a later one was asked for.</param>
public sealed record AuditPageOfLines(IReadOnlyList<AuditLine> Lines, int Count, int Page)
{
    public int Pages => Math.Max(1, (Count + ReadAudit.LinesAPage - 1) / ReadAudit.LinesAPage);

    /// <summary>"1 line", "1,402 lines".</summary>
    public string Size => $"{Count.ToString("#,0", CultureInfo.InvariantCulture)} {(Count == 1 ? "line" : "lines")}";

    /// <summary>"Page 2 of 29 · 1,402 lines".</summary>
    public string Place => $"Page {Page} of {Pages} · {Size}";
}

public sealed record AuditLine
{
    /// <summary>Somebody may do the same twice in one moment, and a grid asks that no two of its rows are equal.</summary>
    public long EntryNo { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
    public required string Verb { get; init; }
    public required string Subject { get; init; }
    public string? Detail { get; init; }

    /// <summary>By this machine's clock, and how far that is from UTC: whoever reads it may sit elsewhere.</summary>
    public string When(TimeProvider clock)
    {
        var here = TimeZoneInfo.ConvertTime(At, clock.LocalTimeZone);
        return here.ToString(here.Offset == TimeSpan.Zero ? "yyyy-MM-dd HH:mm 'UTC'" : "yyyy-MM-dd HH:mm zzz", CultureInfo.InvariantCulture);
    }
}
