using System.Security.Claims;
using SurveyHub.Data;

namespace SurveyHub.Shell;

/// <summary>
/// Who did what and when, for the staff's deeds that others must be able to look up. Never an answer, a token or an address.
/// A line reads as a sentence: <c>olivia · opened · internal-services 2026 · closes 2026-03-31</c>.
/// </summary>
public sealed class AuditLog(Database database, TimeProvider clock)
{
    /// <summary>For what nobody in particular did: a command on the server, the start itself.</summary>
    public const string System = "system";

    /// <summary>In the transaction of the deed, so that there is neither a deed without its line nor a line without its deed.</summary>
    public Task RecordAsync(Work work, ClaimsPrincipal who, string verb, string subject, string? detail = null) =>
        RecordAsync(work, NameOf(who), verb, subject, detail);

    public Task RecordAsync(Work work, string who, string verb, string subject, string? detail = null) =>
        work.ExecuteAsync(
            """
            insert into audit_entry (at, who, verb, subject, detail)
            values (@at, @who, @verb, @subject, @detail)
            """,
            new { at = clock.GetUtcNow(), who, verb, subject, detail });

    /// <summary>That somebody takes a file. Await it before the first byte is sent. Whoever asks for the file's head only takes nothing.</summary>
    public Task RecordDownloadAsync(HttpContext context, string subject, string? detail = null) =>
        HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : RecordAsync(context.User, "downloaded", subject, detail);

    /// <summary>For deeds that write nothing themselves.</summary>
    public Task RecordAsync(ClaimsPrincipal who, string verb, string subject, string? detail = null) =>
        RecordAsync(NameOf(who), verb, subject, detail);

    public Task RecordAsync(string who, string verb, string subject, string? detail = null) =>
        database.WriteAsync(work => RecordAsync(work, who, verb, subject, detail));

    /// <summary>How a person is called in the log: the sign-in name, which never changes.</summary>
    public static string NameOf(ClaimsPrincipal who) => who.Identity?.Name ?? System;
}
