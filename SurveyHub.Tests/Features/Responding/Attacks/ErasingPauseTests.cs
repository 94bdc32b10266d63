using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Features.Responding;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>How long traces may stay until they are erased again.</summary>
public sealed class ErasingPauseTests() : DatabaseTest(TestServer.Sqlite)
{
    [Test]
    public async Task Waiting_behind_somebody_else_is_no_work_that_would_make_the_next_pause_longer()
    {
        var edition = await AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, 10);
        var clock = new SlowClock();
        using var eraser = new TraceEraser(Database, clock, NullLogger<TraceEraser>.Instance);
        await eraser.StartAsync(default);

        for (var time = 1; time <= 3; time++)
        {
            eraser.Notice(edition.Edition.Edition.EditionId);
            Assert.That(() => clock.Pauses.Count >= time && eraser.IsDone, Is.True.After(10).Seconds.PollEvery(20).MilliSeconds);
        }
        await eraser.StopAsync(default);

        Assert.That(clock.Pauses, Is.All.LessThanOrEqualTo(TimeSpan.FromSeconds(5)), "thirty rows, however long the disk was somebody else's");
    }

    /// <summary>Whatever is measured took ten seconds; what is waited for comes at once.</summary>
    private sealed class SlowClock : TimeProvider
    {
        private long _seconds;

        public ConcurrentQueue<TimeSpan> Pauses { get; } = new();

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Interlocked.Add(ref _seconds, 10);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (dueTime > TimeSpan.Zero) Pauses.Enqueue(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
