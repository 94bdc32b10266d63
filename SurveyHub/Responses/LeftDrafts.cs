using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Responses;

/// <summary>
/// Whoever begins by one link and answers by another that replaced it leaves the first draft behind, with answers that mostly are those of the
/// response. Nothing in the database says which draft that is, and so it cannot go together with the sending.
/// </summary>
public static class LeftDrafts
{
    /// <summary>
    /// At the closing of an anonymous edition: takes away all that was begun and not sent, if some of it may be of people who have answered. That
    /// is so if somebody has answered whose link was made anew and there are more drafts than people who have begun; after an earlier closing,
    /// which may have taken drafts of people who have begun, already if the former holds. Drafts by the open link are drafts like all others.
    /// </summary>
    public static Task DeleteAsync(Work work, Edition edition) => edition.Questionnaire.Anonymity != Anonymity.Anonymous
        ? Task.CompletedTask
        : work.ExecuteAsync(
            """
            delete from draft
            where edition_id = @EditionId and status = 'open'
              and exists (select 1 from replaced_link r join invitation i on i.invitation_id = r.invitation_id
                          where i.edition_id = @EditionId and i.disposition = 'answered')
              and (exists (select 1 from edition_count c where c.edition_id = @EditionId)
                   or (select count(*) from draft d where d.edition_id = @EditionId and d.status = 'open')
                      > (select count(*) from invitation i
                         where i.edition_id = @EditionId
                           and (i.disposition = 'started' or (i.earlier_disposition = 'started' and i.disposition <> 'answered'))))
            """, new { edition.EditionId });
}
