namespace SurveyHub.Results;

public static class ResultsRegistration
{
    public static IServiceCollection AddResults(this IServiceCollection services)
    {
        services.AddSingleton<EditionClosing>();
        services.AddSingleton<ReportTableStore>();
        services.AddSingleton<ParticipationStore>();
        services.AddSingleton<LaterResponses>();
        services.AddSingleton<WaitingAnswers>();
        services.AddSingleton<HandedOut>();
        services.AddSingleton<SingleResponses>();
        services.AddSingleton<Frozen.FrozenReports>();
        services.AddSingleton<Commenting.PublishedComments>();
        services.AddSingleton<Benchmarks.OtherOrganisations>();
        services.AddHostedService<InterruptedClosings>();
        return services;
    }
}

/// <summary>Finishes, beside the first requests, what the last run of the program could not.</summary>
internal sealed class InterruptedClosings(EditionClosing closing, ILogger<InterruptedClosings> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        try
        {
            await closing.FinishInterruptedAsync();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The survey goes on; the edition's report says that it is not ready, and the next start tries again.
            log.LogError(error, "The report of a closed edition could not be computed");
        }
    }
}
