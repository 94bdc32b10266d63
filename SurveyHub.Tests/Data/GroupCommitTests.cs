using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

/// <summary>How SQLite's one writer treats those who wait for it.</summary>
public sealed class GroupCommitTests() : DatabaseTest(TestServer.Sqlite)
{
    private readonly ManualResetEventSlim _gate = new();
    private Task _first = Task.CompletedTask;

    [SetUp]
    public async Task KeepTheWriterBusy()
    {
        var begun = new TaskCompletionSource();
        _gate.Reset();
        await Database.WriteAsync(work => work.ExecuteAsync("create table note (note_no integer not null primary key)"));
        _first = Database.WriteAsync(_ =>
        {
            begun.TrySetResult();
            _gate.Wait();
            return Task.CompletedTask;
        });
        await begun.Task;
    }

    [TearDown]
    public void LetGo() => _gate.Set();

    [OneTimeTearDown]
    public void RemoveTheGate() => _gate.Dispose();

    [Test]
    public async Task What_waits_together_is_committed_together()
    {
        var waiting = Enumerable.Range(1, 40).Select(n => NoteAsync(n)).ToArray();
        _gate.Set();

        Assert.That((await Task.WhenAll(waiting)).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_long_work_shares_its_commit_with_nobody()
    {
        var before = NoteAsync(1);
        var alone = Database.WriteAloneAsync(work => Task.FromResult(work.Transaction));
        var after = NoteAsync(2);
        _gate.Set();

        Assert.That(await Task.WhenAll(before, alone, after), Is.Unique);
    }

    [Test]
    public async Task Who_gives_up_while_waiting_is_passed_over_and_the_others_are_stored()
    {
        using var patience = new CancellationTokenSource();
        var staying = NoteAsync(1);
        var leaving = NoteAsync(2, patience.Token);
        await patience.CancelAsync();
        _gate.Set();
        await staying;

        Assert.That(await Outcome.ErrorOfAsync(leaving), Is.InstanceOf<OperationCanceledException>());
        Assert.That(await NotesAsync(), Is.EqualTo([1]));
    }

    [Test]
    public async Task Nobody_sees_a_neighbours_work_before_it_is_committed()
    {
        var seen = new List<int>();
        var writing = NoteAsync(1);
        var looking = Database.WriteAsync(async _ => seen.AddRange(await NotesAsync()));
        _gate.Set();
        await Task.WhenAll(_first, writing, looking);

        Assert.That(seen, Is.Empty);
        Assert.That(await NotesAsync(), Is.EqualTo([1]));
    }

    private Task<DbTransaction> NoteAsync(int number, CancellationToken cancellation = default) => Database.WriteAsync(async work =>
    {
        await work.ExecuteAsync("insert into note (note_no) values (@number)", new { number });
        return work.Transaction;
    }, cancellation);

    private Task<List<int>> NotesAsync() =>
        Database.ReadAsync(async (connection, _) => (await connection.QueryAsync<int>("select note_no from note")).AsList());
}
