using System.Security.Claims;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Editions;
using SurveyHub.Features.Managing;
using SurveyHub.Features.Managing.Opening;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Features.Managing.Running;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Managing;

/// <summary>The owner's use cases over one database and one survey file, on 20 October 2026.</summary>
public abstract class ManagingTest(TestServer server) : DatabaseTest(server)
{
    protected const string Survey = SurveyFolder.Survey;

    protected static ClaimsPrincipal Owner { get; } = Named("olga");

    protected static ClaimsPrincipal OtherOwner { get; } = Named("otto");

    protected SurveyFolder Folder { get; private set; } = null!;

    protected FixedClock Clock { get; private set; } = null!;

    protected EditionStore Editions { get; private set; } = null!;

    protected EditionWriter Writer { get; private set; } = null!;

    protected AuditLog Audit { get; private set; } = null!;

    protected EditionClosing Closing { get; private set; } = null!;

    protected ReadNextEdition Next => new(Folder.Catalog, Editions, Clock);

    protected StoreEdition Store => new(Database, Next, Writer);

    protected PrepareNextEdition Prepare => new(Store, Writer, Audit);

    protected OpenEdition Open => new(Store, Next, Writer, Audit, Clock);

    protected CloseEdition Close => new(Closing, new LaterResponses(Database), Writer, new LastDay(Audit, Clock), Audit, Clock);

    protected ReopenEdition Reopen => new(Database, Closing, Writer, Editions, new LastDay(Audit, Clock));

    protected TakeBackEdition TakeBack => new(Database, Writer, Audit, Clock);

    protected ReadSurvey Read => new(Folder.Catalog, Editions, new EditionNumbersStore(Database), Clock);

    [SetUp]
    public void Begin()
    {
        Folder = new();
        Clock = new(new(2026, 10, 20, 9, 0, 0, TimeSpan.Zero));
        Editions = new(Database, new FrozenQuestionnaires());
        Writer = new(Clock);
        Audit = new(Database, Clock);
        Closing = new(Database, Editions, Writer, Database.Dialect, NullLogger<EditionClosing>.Instance);
    }

    [TearDown]
    public void RemoveFolder() => Folder.Dispose();

    /// <summary>A form without a fault: open link, 2 to 27 November, nothing to confirm.</summary>
    protected static EditionForm Form(int year = 2026) => new() { Year = year, Opens = $"{year}-11-02", Closes = $"{year}-11-27", OpenLink = true };

    protected async Task<Edition> OpenedAsync(int year = 2026)
    {
        Assert.That(await Open.ExecuteAsync(Owner, Survey, Form(year)), Is.TypeOf<LaunchOutcome.Stored>());
        return await FindAsync(year);
    }

    /// <summary>Opened, and its first day has come.</summary>
    protected async Task<Edition> BegunAsync(int year = 2026)
    {
        var edition = await OpenedAsync(year);
        Clock.Now = new(edition.OpensOn, new(9, 0), TimeSpan.Zero);
        return edition;
    }

    protected async Task<Edition> ClosedAsync(int year)
    {
        var edition = await BegunAsync(year);
        Assert.That(await Close.ExecuteAsync(Owner, edition), Is.TypeOf<CloseOutcome.Closed>());
        return await FindAsync(year);
    }

    protected async Task<Edition> FindAsync(int year) => (await Editions.FindAsync(Survey, year))!;

    /// <summary>So many people who rate the Wi-Fi.</summary>
    protected Task AnswerAsync(Edition edition, int people, int code) => Database.WriteAsync(async work =>
    {
        using var writer = new ResponseWriter(work);
        for (var i = 0; i < people; i++)
            await writer.InsertAsync(new()
            {
                EditionId = edition.EditionId, IsComplete = true,
                Answers = [new() { ItemNo = edition.Items.Find("wifi.overall")!.No, Code = code, Role = code - 2 }],
            });
    });

    protected Task InviteAsync(Edition edition, int people, string department = "medicine") => Database.WriteAsync(work =>
        FrameStore.AddAsync(work, edition, Enumerable.Range(0, people).Select(i => new FramePerson
        {
            Address = $"{department}{i}@house.example", Groups = new Dictionary<string, string> { ["department"] = department },
        }), new(2026, 10, 1)));

    protected Task<int> CountAsync(string table) => Database.ReadAsync((db, _) => db.QuerySingleAsync<int>($"select count(*) from {table}"));

    /// <summary>The audit log as sentences, the earliest first.</summary>
    protected Task<IReadOnlyList<string>> DeedsAsync() => Database.ReadAsync<IReadOnlyList<string>>(async (db, _) =>
        (await db.QueryAsync<string>("select who || ' ' || verb || ' ' || subject from audit_entry order by entry_no")).AsList());

    private static ClaimsPrincipal Named(string name) => new(new ClaimsIdentity([new(ClaimTypes.Name, name)], "test"));
}
