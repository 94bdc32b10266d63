using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace SurveyHub.Tests.Support;

/// <summary>What the product wrote to its log, for tests of what must be there and of what must never be.</summary>
public sealed class RecordedLog : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<(LogLevel Level, string Line)> _lines = new();
    private readonly ConcurrentQueue<string> _around = new();
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    /// <summary>Every line with its category, its scopes left out; an exception is part of its line.</summary>
    public IReadOnlyList<string> Lines => [.. _lines.Select(line => line.Line)];

    public IReadOnlyList<string> Errors => [.. _lines.Where(line => line.Level >= LogLevel.Error).Select(line => line.Line)];

    /// <summary>What stood around the lines: a log collector stores it with each of them.</summary>
    public IReadOnlyList<string> Scopes => [.. _around];

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Pen(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Pen(RecordedLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            log._lines.Enqueue((logLevel, $"{logLevel} {category}: {formatter(state, exception)} {exception}".TrimEnd()));
            log._scopes.ForEachScope((scope, around) => around.Enqueue($"{scope}"), log._around);
        }
    }
}
