using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using SurveyHub.Editions;
using SurveyHub.Features.Managing.Running;
using SurveyHub.Features.People.Finding;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>Two things done to one list at once: whoever comes second waits for the first.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ListChangedMeanwhileTests(TestServer server) : FrameTest(server)
{
    // An anonymous edition's closing rewrites the list itself, so it would meet the change there.
    protected override Anonymity Anonymity => Anonymity.Confidential;

    [Test]
    public async Task Who_comes_on_the_list_while_the_edition_is_closed_is_in_its_report_or_refused()
    {
        await SaveAsync(File(12));

        await WhileWritingAsync(() => SaveAsync("address,name\nlate@st-anna.example,Late\n"), () => Closing.CloseAsync(Edition.EditionId));

        var reported = await Participation.OfAsync((await Editions.FindAsync(Edition.EditionId))!);
        Assert.That(reported.First(r => r.Attribute.Length == 0).Listed, Is.EqualTo(await AskAsync<int>("select count(*) from invitation")));
    }

    [Test]
    public async Task Two_who_take_off_one_each_of_eleven_leave_no_group_that_nine_share()
    {
        await PrepareAsync();
        Edition = Edition with { Questionnaire = Edition.Questionnaire with { Anonymity = Anonymity.Anonymous } };
        await SaveAsync(File(11));
        Assert.That(await AskAsync<int>("select count(*) from invitation where kept_groups = groups"), Is.EqualTo(11));

        await WhileWritingAsync(() => TakeOffAsync("p0@st-anna.example"), () => TakeOffAsync("p1@st-anna.example"));

        Assert.That(await AskAsync<int>("select count(*) from invitation where kept_groups = '{}'"), Is.EqualTo(11));
    }

    [Test]
    public async Task An_open_link_switched_on_while_the_edition_is_closed_stays_off()
    {
        var link = new SwitchOpenLink(Database, new(Clock), Audit);
        var switching = Task.FromResult<SwitchOutcome>(new SwitchOutcome.Switched());

        await Database.WriteAsync(async work =>
        {
            await new EditionWriter(Clock).ChangeStatusAsync(work, Edition.EditionId, EditionStatus.Open, EditionStatus.Closed);
            using (ExecutionContext.SuppressFlow()) switching = Task.Run(() => link.ExecuteAsync(Olga, Edition, on: true));
            await UntilWaitingAsync(1, switching);
        });

        Assert.That(await switching, Is.TypeOf<SwitchOutcome.EditionClosed>());
        Assert.That(await AskAsync<string?>("select open_code from edition"), Is.Null);
    }

    /// <summary>The one has looked at the edition and wants to write the list; then the other begins, and gets as far as it can.</summary>
    private async Task WhileWritingAsync(Func<Task> one, Func<Task> other)
    {
        if (Server == TestServer.Sqlite)
        {
            // There is one writer: nobody comes between two statements.
            await Task.WhenAll(one(), other());
            return;
        }
        await using var holder = new NpgsqlConnection(Options.ConnectionString);
        await holder.OpenAsync();
        await using var held = await holder.BeginTransactionAsync();
        await holder.ExecuteAsync("lock table invitation in exclusive mode");
        var first = Task.Run(one);
        await UntilWaitingAsync(1, first);
        var second = Task.Run(other);
        await UntilWaitingAsync(2, second);
        await held.CommitAsync();
        await Task.WhenAll(first, second);
    }

    private async Task UntilWaitingAsync(int works, Task last)
    {
        if (Server == TestServer.Sqlite) return;
        var until = DateTime.UtcNow.AddSeconds(20);
        while (!last.IsCompleted && await AskAsync<int>("select count(*)::int from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") < works)
        {
            Assert.That(DateTime.UtcNow, Is.LessThan(until), "it neither waits nor is done");
            await Task.Delay(20);
        }
    }

    private Task TakeOffAsync(string address) => new RemovePerson(Database, Audit, Clock).ExecuteAsync(Olga, Edition, address, putBack: false);

    private EditionStore Editions => new(Database, new FrozenQuestionnaires());

    private EditionClosing Closing => new(Database, Editions, new EditionWriter(Clock), Database.Dialect, NullLogger<EditionClosing>.Instance);

    private ParticipationStore Participation => new(Database, new(Database, Editions, Database.Dialect));
}
