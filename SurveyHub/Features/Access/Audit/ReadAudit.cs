using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Features.Access.Audit;

/// <summary>Reads the audit log, the latest line first.</summary>
public sealed class ReadAudit(Database database, TimeProvider clock)
{
    public const int LinesAPage = 50;

    private const string Condition =
        """
        (@who is null or lower(who) = lower(@who))
        and (@what is null or lower(verb || ' ' || subject || ' ' || coalesce(detail, '')) like '%' || lower(@what) || '%' escape '\')
        and (@from is null or at >= @from)
        and (@until is null or at < @until)
        """;

    public Task<AuditPageOfLines> PageAsync(AuditQuery query, int page, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            var filter = Parameters(query);
            var count = await db.ExecuteScalarAsync<int>($"select count(*) from audit_entry where {Condition}", filter);
            filter.Add("skipped", (Math.Max(page, 1) - 1) * LinesAPage);
            filter.Add("limit", LinesAPage);
            var lines = await db.QueryAsync<AuditLine>(
                $"select at, who, verb, subject, detail from audit_entry where {Condition} order by entry_no desc limit @limit offset @skipped", filter);
            return new AuditPageOfLines([.. lines], count);
        }, cancellation);

    /// <summary>Hands every line on as it is read, for a download.</summary>
    public Task ForEachAsync(AuditQuery query, Func<AuditLine, ValueTask> handOn, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            await foreach (var line in db.QueryUnbufferedAsync<AuditLine>(
                $"select at, who, verb, subject, detail from audit_entry where {Condition} order by entry_no desc", Parameters(query)))
                await handOn(line);
            return true;
        }, cancellation);

    /// <summary>Days are this machine's, as the page shows them.</summary>
    private DynamicParameters Parameters(AuditQuery query)
    {
        var parameters = new DynamicParameters();
        parameters.Add("who", query.Who);
        parameters.Add("what", query.What?.Replace(@"\", @"\\").Replace("%", @"\%").Replace("_", @"\_"));
        parameters.Add("from", Midnight(query.From));
        parameters.Add("until", Midnight(query.Until?.AddDays(1)));
        return parameters;
    }

    private DateTimeOffset? Midnight(DateOnly? day)
    {
        if (day is not { } wanted) return null;
        var midnight = wanted.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, clock.LocalTimeZone.GetUtcOffset(midnight));
    }
}

public sealed record AuditPageOfLines(IReadOnlyList<AuditLine> Lines, int Count)
{
    public int Pages => Math.Max(1, (Count + ReadAudit.LinesAPage - 1) / ReadAudit.LinesAPage);
}

public sealed record AuditLine
{
    public required DateTimeOffset At { get; init; }
    public required string Who { get; init; }
    public required string Verb { get; init; }
    public required string Subject { get; init; }
    public string? Detail { get; init; }
}
