namespace SurveyHub.Shell.Starting;

/// <summary>
/// Until the program is ready, a failure is told by the one who started it, in a sentence. The framework would tell it as well,
/// several times and with its stack.
/// </summary>
public sealed class StartPhase
{
    private volatile bool _isOver;

    public void End() => _isOver = true;

    internal void Quieten(ILoggingBuilder logging)
    {
        // A background task that breaks is told as critical too, at any time; "Hosting failed to start" as an error only.
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", level => level >= LogLevel.Warning && (_isOver || level != LogLevel.Error));
        logging.AddFilter("Microsoft.AspNetCore.Server.Kestrel", level => level >= LogLevel.Warning && (_isOver || level < LogLevel.Error));
    }
}
