namespace SurveyHub.Features.Importing.Uploading;

/// <summary>Deletes uploaded files that nobody came back for.</summary>
internal sealed class UploadSweep(Uploads uploads, TimeProvider clock, ILogger<UploadSweep> log) : BackgroundService
{
    private static readonly TimeSpan Period = TimeSpan.FromMinutes(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Period, clock);
        do
        {
            try
            {
                uploads.RemoveExpired();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                log.LogWarning(error, "Uploaded files that are no longer needed could not be deleted; the next try is in {Minutes} minutes", Period.TotalMinutes);
            }
        }
        while (await WaitAsync(timer, stoppingToken));
    }

    private static async Task<bool> WaitAsync(PeriodicTimer timer, CancellationToken stoppingToken)
    {
        try
        {
            return await timer.WaitForNextTickAsync(stoppingToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
