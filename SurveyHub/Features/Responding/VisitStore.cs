using Dapper;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding;

/// <summary>Finds what a link leads to: one statement, whatever the link.</summary>
public sealed class VisitStore(Database database, EditionStore editions, FrozenQuestionnaires frozen)
{
    private const string BySecret = """
        select e.edition_id, e.status, e.opens_on, e.closes_on, e.questionnaire_sha256,
               i.invitation_id, i.disposition, i.language, i.kept_groups,
               coalesce(i.token_hash <> @invitation, false) as is_replaced,
               (select count(*) from replaced_link o where o.invitation_id = i.invitation_id) as earlier_links, d.status as draft_status, d.answers, d.receipt, d.version
        from (select 1 as one) as link
        left join invitation i on i.invitation_id = coalesce(
            (select n.invitation_id from invitation n where n.token_hash = @invitation),
            (select r.invitation_id from replaced_link r where r.token_hash = @invitation))
        left join draft d on d.draft_id = @draft
        join edition e on e.edition_id = coalesce(i.edition_id, d.edition_id)
        """;

    private const string ByOpenCode = """
        select edition_id, status, opens_on, closes_on, questionnaire_sha256
        from edition
        where open_code = @link
        """;

    /// <summary>Null when the link leads nowhere.</summary>
    public async Task<Visit?> FindAsync(string link, CancellationToken cancellation = default)
    {
        if (!LinkSecret.MayBeLink(link)) return null;
        var row = await database.ReadAsync((db, _) => LinkSecret.MayBeSecret(link)
            ? db.QuerySingleOrDefaultAsync<Row>(BySecret, new { invitation = LinkSecret.HashForInvitation(link), draft = LinkSecret.HashForDraft(link) })
            : db.QuerySingleOrDefaultAsync<Row>(ByOpenCode, new { link = Code(link) }), cancellation);
        if (row is null || row.IsForgotten) return null;
        // The frozen questionnaire is large and never changes: it is read once in the life of the process.
        var questionnaire = frozen.Known(row.QuestionnaireSha256)?.Questionnaire
            ?? (await editions.FindAsync(row.EditionId, cancellation))?.Questionnaire;
        return questionnaire is null ? null : ToVisit(row, LinkSecret.MayBeSecret(link) ? link : Code(link), BookletOf(questionnaire, row));
    }

    /// <summary>Which words somebody is asked in is drawn when they begin.</summary>
    private static Booklet BookletOf(Questionnaire questionnaire, Row row) =>
        Booklet.Of(questionnaire, questionnaire.HasBridges && row.Answers is { } answers && DraftAnswers.Read(answers, row.Version).InNewWords);

    /// <summary>Whether a response of this edition has this receipt.</summary>
    public Task<bool> HasReceiptAsync(int editionId, string receipt, CancellationToken cancellation = default) =>
        database.ReadAsync(async (db, _) => await db.ExecuteScalarAsync<long>(
            "select count(*) from response where edition_id = @editionId and receipt_hash = @hash",
            new { editionId, hash = Receipt.Hash(receipt) }) > 0, cancellation);

    /// <summary>As it is stored. A phone's keyboard likes to begin with a capital, and posters are set in capitals.</summary>
    private static string Code(string link) => link.ToLowerInvariant();

    private static Visit ToVisit(Row row, string link, Booklet booklet) => new()
    {
        Link = link,
        EditionId = row.EditionId,
        Status = Enum.Parse<EditionStatus>(row.Status, ignoreCase: true),
        OpensOn = row.OpensOn,
        ClosesOn = row.ClosesOn,
        Booklet = booklet,
        IsOpenCode = !LinkSecret.MayBeSecret(link),
        Invitation = row.InvitationId is { } id
            ? new(id, Enum.Parse<Disposition>(row.Disposition!, ignoreCase: true), row.Language, row.KeptGroups!) { HasEarlierLink = row.EarlierLinks > 0 && !row.IsReplaced } : null,
        Draft = row.Answers is { } answers ? new(row.DraftStatus == "submitted", answers, row.Receipt, row.Version) : null,
    };

    private sealed record Row
    {
        public int EditionId { get; init; }
        public required string Status { get; init; }
        public DateOnly OpensOn { get; init; }
        public DateOnly ClosesOn { get; init; }
        public required string QuestionnaireSha256 { get; init; }
        public Guid? InvitationId { get; init; }
        public string? Disposition { get; init; }
        public string? Language { get; init; }
        public string? KeptGroups { get; init; }
        public bool IsReplaced { get; init; }
        public long EarlierLinks { get; init; }

        /// <summary>A link that was made anew leads on for those alone who began by it, and says to those who have answered that they have.</summary>
        public bool IsForgotten => IsReplaced && Answers is null && Disposition is not ("answered" or "complete" or "partial");
        public string? DraftStatus { get; init; }
        public string? Answers { get; init; }
        public string? Receipt { get; init; }
        public int Version { get; init; }
    }
}
