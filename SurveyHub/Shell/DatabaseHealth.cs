using Dapper;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using SurveyHub.Data;

namespace SurveyHub.Shell;

/// <summary>Healthy means that the database answers. The reason why not is in the log, not in the public answer.</summary>
public sealed class DatabaseHealth(Database database) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        var one = await database.ReadAsync((connection, _) => connection.ExecuteScalarAsync<long>("select 1"), cancellationToken);
        return one == 1 ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy();
    }
}
