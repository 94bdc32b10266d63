using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;

namespace SurveyHub.Features.People.Links;

/// <summary>A list of links that was made and downloaded.</summary>
public sealed record LinkList
{
    public int List { get; init; }
    public DateOnly MadeOn { get; init; }
    public int People { get; init; }

    /// <summary>Those who have neither begun nor answered: for them the list can be made anew.</summary>
    public int NotBegun { get; init; }

    public bool TellsNumbers => !FewPeople.Are(People);
}

/// <summary>The lists of links of an edition, and for how many people there is no link yet.</summary>
public sealed record LinksOverview(IReadOnlyList<LinkList> Lists, int WithoutLink);

public sealed class ReadLinks(Database database)
{
    public Task<LinksOverview> ExecuteAsync(int editionId, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) =>
        {
            var lists = await db.QueryAsync<LinkList>(
                """
                select link_list as list, min(linked_on) as made_on, count(*) as people, count(*) filter (where disposition = 'invited') as not_begun
                from invitation
                where edition_id = @editionId and link_list is not null
                group by link_list
                order by link_list
                """, new { editionId });
            var without = await db.ExecuteScalarAsync<int>(
                "select count(*) from invitation where edition_id = @editionId and token_hash is null and disposition = 'invited' and address is not null", new { editionId });
            return new LinksOverview([.. lists], without);
        }, cancellation);
}
