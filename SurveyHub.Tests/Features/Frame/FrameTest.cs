using System.Security.Claims;
using System.Text;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Editions;
using SurveyHub.Features.People.Links;
using SurveyHub.Features.People.Saving;
using SurveyHub.Features.Responding;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>The list of one open edition, and what an owner does with it.</summary>
internal abstract class FrameTest(TestServer server) : DatabaseTest(server)
{
    protected static readonly ClaimsPrincipal Olga = new(new ClaimsIdentity([new(ClaimTypes.Name, "olga")], "test"));

    protected Edition Edition { get; set; } = null!;

    protected FixedClock Clock { get; } = new(new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));

    protected AuditLog Audit => new(Database, Clock);

    [SetUp]
    public async Task OpenEdition()
    {
        var id = await Database.WriteAsync(work => new EditionWriter(Clock).InsertAsync(work, new()
        {
            Year = 2026,
            Status = EditionStatus.Open,
            Origin = EditionOrigin.Collected,
            OpensOn = new(2026, 11, 1),
            ClosesOn = new(2026, 11, 27),
            Questionnaire = AFrame.Questionnaire with { Anonymity = Anonymity },
        }));
        Edition = (await new EditionStore(Database, new FrozenQuestionnaires()).FindAsync(id!.Value))!;
    }

    protected virtual Anonymity Anonymity => Anonymity.Anonymous;

    /// <summary>As it was before it opened.</summary>
    protected async Task PrepareAsync()
    {
        await Database.WriteAsync(work => work.ExecuteAsync("update edition set status = 'draft'"));
        Edition = (await new EditionStore(Database, new FrozenQuestionnaires()).FindAsync(Edition.EditionId))!;
    }

    protected async Task<SavePeopleOutcome> SaveAsync(string file) =>
        await new SavePeople(Database, Audit, Clock).ExecuteAsync(Olga, Edition, await AFrame.ReadAsync(file));

    protected async Task<PeoplePreview> PreviewAsync(string file) =>
        await new PreviewPeople(Database).ExecuteAsync(Edition, await AFrame.ReadAsync(file));

    protected Task<MadeLinks?> MakeLinksAsync(int? anew = null) => new MakeLinks(Database, Audit, Clock).ExecuteAsync(Olga, Edition, anew);

    protected async Task<string> LinksCsvAsync(MadeLinks links, string site = "https://survey.example.org")
    {
        using var body = new MemoryStream();
        await new LinksCsv(Database).WriteAsync(body, Edition, site, links, default);
        return Encoding.UTF8.GetString(body.ToArray());
    }

    /// <summary>People of one department and role, with an address each.</summary>
    protected static string File(int people, string department = "surgery", string role = "nurse", string prefix = "p")
    {
        var file = new StringBuilder("address,name,language,department,role\n");
        for (var i = 0; i < people; i++) file.Append(System.Globalization.CultureInfo.InvariantCulture, $"{prefix}{i}@st-anna.example,Person {i},en,{department},{role}\n");
        return file.ToString();
    }

    protected VisitStore Visits { get { var frozen = new FrozenQuestionnaires(); return new(Database, new EditionStore(Database, frozen), frozen); } }

    protected SubmitAnswers Submit => new(Database, Visits, Traces, Clock);

    /// <summary>Somebody comes by a link and gives answers, one at least.</summary>
    protected async Task BeginAsync(string link, params (string Field, string Value)[] given)
    {
        var saved = await new SaveDraft(Database, Visits, Traces, Clock).ExecuteAsync((await Visits.FindAsync(link))!, (_, answers) =>
        {
            foreach (var (field, value) in given.DefaultIfEmpty(("used", "wifi"))) answers.Set(field, value);
        });
        Assert.That(saved, Is.TypeOf<SaveOutcome.Saved>());
    }

    protected async Task SendAsync(string link) => Assert.That(await Submit.ExecuteAsync(link, null, null), Is.TypeOf<SubmitOutcome.Sent>());

    /// <summary>What a customer's answering does to the list.</summary>
    protected Task BecomesAsync(string address, string disposition) => Database.WriteAsync(work => work.ExecuteAsync(
        "update invitation set disposition = @disposition where address = @address", new { address, disposition }));

    protected Task<T> AskAsync<T>(string sql, object? parameters = null) =>
        Database.ReadAsync((db, _) => db.QuerySingleAsync<T>(sql, parameters));

    private TraceEraser Traces => new(Database, Clock, NullLogger<TraceEraser>.Instance);

    protected Task<string> DispositionAsync(string address) => AskAsync<string>("select disposition from invitation where address = @address", new { address });

    protected Task<IReadOnlyList<string>> AuditLinesAsync() => Database.ReadAsync<IReadOnlyList<string>>(async (db, _) =>
        [.. await db.QueryAsync<string>("select who || ' ' || verb || ' ' || subject || coalesce(': ' || detail, '') from audit_entry order by entry_no")]);
}
