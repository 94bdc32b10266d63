using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Responses;

/// <summary>
/// PostgreSQL keeps beside every row the number of the transaction that wrote it, and writes rows where there is room, in the order of
/// events. Whoever has begun was written again since (<see cref="UsedInvitations"/>) and lies behind the others; a work that then goes along
/// the whole list writes that order down once more, beside its own number: who had begun by that time. So after such a work, and at closing,
/// the invitations of an anonymous edition and their replaced links are written anew, all in one transaction and in the order of their random
/// keys. SQLite needs none of it: it keeps these rows by their random keys and no number beside them.
/// </summary>
public static class ListRewriting
{
    /// <summary>The tables that are written anew, whose old rows are to be overwritten.</summary>
    public static readonly IReadOnlyList<string> Tables = ["invitation", "replaced_link"];

    public static async Task RewriteAsync(Work work, Edition edition)
    {
        if (work.Dialect is not PostgresDialect || edition.Questionnaire.Anonymity != Anonymity.Anonymous) return;
        await work.ExecuteAsync(
            """
            with gone as (delete from invitation where edition_id = @EditionId returning *)
            insert into invitation
            select * from gone order by invitation_id
            """, new { edition.EditionId });
        await work.ExecuteAsync(
            """
            with gone as (
                delete from replaced_link
                where invitation_id in (select invitation_id from invitation where edition_id = @EditionId)
                returning *)
            insert into replaced_link
            select * from gone order by token_hash
            """, new { edition.EditionId });
    }
}
