using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Data;

[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class DatabaseWriteTests(TestServer server) : DatabaseTest(server)
{
    [SetUp]
    public Task CreateNotes() => Database.WriteAsync(work => work.ExecuteAsync("create table note (note_no integer not null primary key)"));

    [Test]
    public async Task Two_hundred_writers_at_once_are_all_stored()
    {
        await Task.WhenAll(Enumerable.Range(1, 200).Select(n => Task.Run(() => Database.WriteAsync(work => NoteAsync(work, n)))));

        Assert.That(await NotesAsync(), Is.EquivalentTo(Enumerable.Range(1, 200)));
    }

    [Test]
    public async Task A_work_that_fails_is_undone_and_harms_none_of_its_neighbours()
    {
        var writers = Enumerable.Range(1, 100).Select(n => Task.Run(() => Database.WriteAsync(async work =>
        {
            await NoteAsync(work, n);
            if (n % 10 == 0) throw new InvalidOperationException($"{n} thinks better of it");
        }))).ToArray();

        var outcomes = await Task.WhenAll(writers.Select(async (writer, at) => (Number: at + 1, Error: await Outcome.ErrorOfAsync(writer))));

        Assert.That(outcomes.Where(o => o.Error is not null).Select(o => o.Error!.Message),
            Is.EquivalentTo(Enumerable.Range(1, 10).Select(n => $"{10 * n} thinks better of it")));
        Assert.That(await NotesAsync(), Is.EquivalentTo(Enumerable.Range(1, 100).Where(n => n % 10 != 0)));
    }

    [Test]
    public async Task A_work_returns_what_it_found_out()
    {
        var counted = await Database.WriteAsync(async work =>
        {
            await NoteAsync(work, 7);
            return await work.FindAsync<int>("select count(*) from note");
        });

        Assert.That(counted, Is.EqualTo(1));
    }

    [Test]
    public async Task Only_one_of_two_works_that_insert_the_same_key_succeeds_and_the_other_learns_why()
    {
        var errors = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
            Outcome.ErrorOfAsync(Task.Run(() => Database.WriteAsync(work => NoteAsync(work, 1))))));

        Assert.That(errors.OfType<DbException>().Single().Message, Does.Contain("unique").IgnoreCase);
        Assert.That(await NotesAsync(), Is.EqualTo([1]));
    }

    [Test]
    public async Task A_work_cancelled_before_its_turn_is_not_done()
    {
        using var gone = new CancellationTokenSource();
        await gone.CancelAsync();

        Assert.That(() => Database.WriteAsync(work => NoteAsync(work, 1), gone.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(await NotesAsync(), Is.Empty);
    }

    [Test]
    public async Task A_long_work_alone_leaves_the_short_ones_around_it_whole()
    {
        var all = Enumerable.Range(1, 60).Select(n => Task.Run(() => n % 20 == 0
            ? Database.WriteAloneAsync(work => NoteAsync(work, n))
            : Database.WriteAsync(work => NoteAsync(work, n))));

        await Task.WhenAll(all);

        Assert.That(await NotesAsync(), Has.Count.EqualTo(60));
    }

    private static Task<int> NoteAsync(Work work, int number) =>
        work.ExecuteAsync("insert into note (note_no) values (@number)", new { number });

    private Task<List<int>> NotesAsync() => Database.ReadAsync(async (connection, _) =>
        (await connection.QueryAsync<int>("select note_no from note order by note_no")).AsList());
}
