using System.Globalization;
using SurveyHub.Data;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Shell;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Removes an organisation's year from a survey's comparisons. Its file can be added again.</summary>
public sealed class RemoveBenchmark(Database database, AuditLog audit)
{
    /// <returns>False when it was gone already.</returns>
    public Task<bool> ExecuteAsync(string who, string survey, string orgId, int year) => database.WriteAsync(async work =>
    {
        if (!await OtherOrganisations.RemoveAsync(work, survey, orgId, year)) return false;
        await audit.RecordAsync(work, who, "removed", $"{survey} benchmark", string.Create(CultureInfo.InvariantCulture, $"{orgId} {year}"));
        return true;
    });
}
