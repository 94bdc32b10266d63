namespace SurveyHub.Shell;

/// <summary>Says where to go, once somebody can go there.</summary>
public sealed class ReadyMessage(Site site, IHostEnvironment environment, ILogger<ReadyMessage> log) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        log.LogInformation("SurveyHub is ready ({Environment}): {Address}", environment.EnvironmentName, site.Address());
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
