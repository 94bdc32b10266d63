using System.Security.Claims;
using SurveyHub.Results.Frozen;
using SurveyHub.Shell;

namespace SurveyHub.Features.Reporting.Freezing;

/// <summary>The survey's owner decides between what is published and what the software computes now.</summary>
public sealed class DecideFigures(FrozenReports frozen, AuditLog audit)
{
    public const string Publish = "publish";
    public const string Keep = "keep";

    /// <returns>What was done; null where there was nothing to decide, or no such choice.</returns>
    public async Task<string?> ExecuteAsync(ClaimsPrincipal who, string survey, string? decision) => decision switch
    {
        Publish => await frozen.ConfirmAsync(survey, work => audit.RecordAsync(work, who, "confirmed", survey, "the figures that the software computes now, of all editions")) ? "confirmed" : null,
        Keep => await frozen.KeepAsync(survey, work => audit.RecordAsync(work, who, "kept", survey, "the published figures, which the software computes differently now")) ? "kept" : null,
        _ => null,
    };
}
