using SurveyHub.Data;

namespace SurveyHub.Features.Managing;

/// <summary>How many people an edition's list has.</summary>
internal static class FramedPeople
{
    /// <summary>Those who could answer by a personal link.</summary>
    public static Task<int> CountAsync(Work work, int editionId) =>
        work.FindAsync<int>("select count(*) from invitation where edition_id = @editionId and disposition <> 'ineligible'", new { editionId });

    /// <summary>Those who could when it was opened, or were added since: as <see cref="EditionNumbers.Invited"/>.</summary>
    public static Task<int> CountInvitedAsync(Work work, int editionId) => work.FindAsync<int>(
        "select count(*) from invitation where edition_id = @editionId and (disposition <> 'ineligible' or earlier_disposition is not null)", new { editionId });

    public static Task<int> CountAllAsync(Work work, int editionId) =>
        work.FindAsync<int>("select count(*) from invitation where edition_id = @editionId", new { editionId });
}
