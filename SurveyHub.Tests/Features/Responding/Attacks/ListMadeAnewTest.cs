using System.Security.Claims;
using Dapper;
using SurveyHub.Features.People.Links;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>People answer, the list of links is made anew while they do, and the others answer.</summary>
internal abstract class ListMadeAnewTest(TestServer server) : DatabaseTest(server)
{
    protected const int People = 120;
    protected const int Earlier = 40;

    private static readonly ClaimsPrincipal Olga = new(new ClaimsIdentity([new(ClaimTypes.Name, "olga")], "test"));

    /// <summary>Forty people answer, the list is made anew, all others come.</summary>
    protected Task<AttackedEdition> AnsweredAsync() => AttackedEdition.AnsweredAsync(Database, Anonymity.Anonymous, People, async (edition, turn) =>
    {
        if (turn == 0) await Database.WriteAsync(work => work.ExecuteAsync("update invitation set link_list = 1"));
        if (turn == Earlier) await MakeAnewAsync(edition);
        if (turn == 2 * People - 1) await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);
    });

    private async Task MakeAnewAsync(AttackedEdition edition)
    {
        var clock = new FixedClock(new HostSettings().Now);
        await edition.Eraser.EraseAsync([edition.Edition.Edition.EditionId]);
        var made = (await new MakeLinks(Database, new AuditLog(Database, clock), clock).ExecuteAsync(Olga, edition.Edition.Edition, anew: 1))!;
        var people = await Database.ReadAsync((db, _) => db.QueryAsync<(Guid Id, string Address)>("select invitation_id, address from invitation"));
        foreach (var (id, address) in people) edition.Links[AttackedEdition.PersonOf(address)] = made.Secrets[id];
    }
}
