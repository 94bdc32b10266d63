using Dapper;

namespace SurveyHub.Tests.Support;

public static class AuditedDeeds
{
    /// <summary>The audit log as sentences, the earliest first: <c>olga opened internal 2026 (closes 2026-11-30)</c>.</summary>
    public static Task<IReadOnlyList<string>> AuditAsync(this SurveyHubHost host) =>
        host.Database.ReadAsync<IReadOnlyList<string>>(async (db, _) =>
        [
            .. await db.QueryAsync<string>(
                "select who || ' ' || verb || ' ' || subject || case when detail is null then '' else ' (' || detail || ')' end from audit_entry order by entry_no"),
        ]);
}
