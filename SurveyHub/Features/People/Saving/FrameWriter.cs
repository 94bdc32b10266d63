using System.Data;
using SurveyHub.Data;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Saving;

/// <summary>Changes people who are on the list. Whoever has answered stays as they answered, and what staff say is kept beside it (<see cref="InvitationState"/>).</summary>
internal static class FrameWriter
{
    private const string Answered = "('answered', 'complete', 'partial')";

    /// <summary>Whether the list may be changed: until the edition is closed.</summary>
    public static async Task<bool> MayChangeAsync(Work work, int editionId) => await HoldAsync(work, editionId) is EditionStatus.Draft or EditionStatus.Open;

    /// <summary>
    /// The edition's status, which stays as it is until the work ends: a list that was counted is not changed any more. And one list is
    /// changed by one work at a time: which groups an answer may keep follows from all the people there are.
    /// </summary>
    public static async Task<EditionStatus> HoldAsync(Work work, int editionId)
    {
        await work.FindAsync<string>(
            $"select survey_key from survey where survey_key = (select survey_key from edition where edition_id = @editionId) {work.Dialect.ForUpdate}", new { editionId });
        // Shared with those who send their answers meanwhile.
        return Enum.Parse<EditionStatus>(await work.FindAsync<string>($"select status from edition where edition_id = @editionId {work.Dialect.ForShare}", new { editionId }) ?? nameof(EditionStatus.Closed), ignoreCase: true);
    }

    /// <summary>Whoever has answered too: names that stay as they were would be the names of those who have.</summary>
    public static async Task UpdateAsync(Work work, Edition edition, IEnumerable<PersonChange> people)
    {
        using var batch = new RowBatch(work,
            $$"""
            with v (address, name, language, groups) as (values {rows})
            update invitation
            set name = v.name, language = v.language, groups = v.groups
            from v
            where invitation.edition_id = @edition and invitation.address = v.address
            """, DbType.String, DbType.String, DbType.String, DbType.String).With("edition", edition.EditionId);
        await batch.ExecuteAsync(people.Select(p => new object?[] { p.Address, p.Name, p.Language, FrameStore.Text(edition.Questionnaire, p.Groups) }));
    }

    /// <summary>Staff's word about people; what it stands over is kept, so that it can be taken back with "invited".</summary>
    public static Task SayAsync(Work work, int editionId, Disposition word, IEnumerable<string> addresses, DateOnly today) => word switch
    {
        Disposition.Invited => TakeBackAsync(work, editionId, addresses),
        Disposition.Ineligible => RemoveAsync(work, editionId, addresses, today),
        Disposition.Refused or Disposition.Undeliverable => SayAsync(work, editionId, FrameStore.Word(word), addresses, today),
        _ => throw new ArgumentOutOfRangeException(nameof(word), word, "Only an answer says so."),
    };

    // Whoever has answered keeps the answer; the list calls both kinds removed, and does not tell them apart.
    private static Task RemoveAsync(Work work, int editionId, IEnumerable<string> addresses, DateOnly today) => ExecuteAsync(work, editionId, addresses,
        $$"""
        with v (address) as (values {rows})
        update invitation
        set earlier_disposition = case when disposition in ('refused', 'undeliverable') and earlier_disposition is not null then earlier_disposition else disposition end,
            disposed_on = case when disposition in {{Answered}} then disposed_on else @today end,
            disposition = case when disposition in {{Answered}} then disposition else 'ineligible' end
        from v
        where invitation.edition_id = @edition and invitation.address = v.address and invitation.disposition <> 'ineligible'
        """, ("today", today));

    private static Task SayAsync(Work work, int editionId, string word, IEnumerable<string> addresses, DateOnly today) => ExecuteAsync(work, editionId, addresses,
        $$"""
        with v (address) as (values {rows})
        update invitation
        set earlier_disposition = case when disposition in {{Answered}} then @word
                                       when disposition in ('invited', 'started') then disposition
                                       else coalesce(earlier_disposition, 'invited') end,
            disposed_on = case when disposition in {{Answered}} then disposed_on else @today end,
            disposition = case when disposition in {{Answered}} then disposition else @word end
        from v
        where invitation.edition_id = @edition and invitation.address = v.address and invitation.disposition <> @word
        """, ("today", today), ("word", word));

    private static Task TakeBackAsync(Work work, int editionId, IEnumerable<string> addresses) => ExecuteAsync(work, editionId, addresses,
        $$"""
        with v (address) as (values {rows})
        update invitation
        set disposed_on = case when disposition in {{Answered}} then disposed_on else null end,
            disposition = case when disposition in ('refused', 'undeliverable', 'ineligible') then coalesce(earlier_disposition, 'invited') else disposition end,
            earlier_disposition = null
        from v
        where invitation.edition_id = @edition and invitation.address = v.address
          and (invitation.earlier_disposition is not null or invitation.disposition in ('undeliverable', 'ineligible'))
        """);

    private static async Task ExecuteAsync(Work work, int editionId, IEnumerable<string> addresses, string sql, params (string Name, object Value)[] once)
    {
        using var batch = new RowBatch(work, sql, DbType.String).With("edition", editionId);
        foreach (var (name, value) in once) batch.With(name, value);
        await batch.ExecuteAsync(addresses.Select(address => new object?[] { address }));
    }
}
