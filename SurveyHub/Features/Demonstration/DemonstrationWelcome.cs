using SurveyHub.Editions;
using SurveyHub.Shell;

namespace SurveyHub.Features.Demonstration;

/// <summary>Says where the demonstration's open survey can be answered, at every start that offers it: also from a phone, where one can come in.</summary>
public sealed class DemonstrationWelcome(EditionStore editions, Site site, IHostEnvironment environment, ILogger<DemonstrationWelcome> log) : IHostedLifecycleService
{
    public async Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment() || await editions.FindByOpenCodeAsync(OpenDemonstrationEdition.OpenCode, cancellationToken) is null) return;
        log.LogInformation("Answer the demonstration's survey as a customer: {Address}", (site.AddressFromTheNetwork() ?? site.Address()) + Urls.Answer(OpenDemonstrationEdition.OpenCode));
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
