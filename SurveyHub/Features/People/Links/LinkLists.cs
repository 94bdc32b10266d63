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
                select link_list as list, min(linked_on) as made_on, count(*) as people
                from invitation
                where edition_id = @editionId and link_list is not null
                group by link_list
                order by link_list
                """, new { editionId });
            return new LinksOverview([.. lists], await FrameStore.CountWithoutLinkAsync(db, editionId));
        }, cancellation);
}
