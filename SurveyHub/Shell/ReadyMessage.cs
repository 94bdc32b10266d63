using Microsoft.Extensions.Options;
using SurveyHub.Shell.Starting;

namespace SurveyHub.Shell;

/// <summary>Says where to go, once somebody can go there.</summary>
public sealed class ReadyMessage(
    Site site, StartPhase start, IHostEnvironment environment, IOptions<SurveyHubOptions> options, IConfiguration configuration, ILogger<ReadyMessage> log) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        start.End();
        log.LogInformation("SurveyHub is ready ({Environment}): {Address}", environment.EnvironmentName, site.Address());
        if (site.AddressFromTheNetwork() is { } address) log.LogInformation("From other devices in this network: {Address}", address);
        if (!environment.IsDevelopment() && string.IsNullOrWhiteSpace(options.Value.KeysCertificate))
            log.LogInformation(
                "The keys of sessions and forms lie in {Folder} unencrypted. Let nobody but the user who runs SurveyHub read that folder; SurveyHub:KeysCertificate would encrypt them",
                KeyStore.FolderOf(configuration));
        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
