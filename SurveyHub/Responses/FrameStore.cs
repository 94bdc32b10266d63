using System.Data;
using System.Data.Common;
using System.Text.Json;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Responses;

/// <summary>How an invitation ended or stands (AAPOR dispositions). "Answered" is what an anonymous edition knows: not whether completely.</summary>
public enum Disposition
{
    Invited,
    Started,
    Answered,
    Complete,
    Partial,
    Refused,
    Undeliverable,
    Ineligible,
}

/// <summary>A person on the frame of an edition.</summary>
public sealed record FramePerson
{
    public string? Address { get; init; }
    public string? Name { get; init; }
    public string? Language { get; init; }

    /// <summary>Option key by customer group key; unknown ones are left out.</summary>
    public required IReadOnlyDictionary<string, string> Groups { get; init; }
    public Disposition Disposition { get; init; } = Disposition.Invited;

    /// <summary>Hash of the personal link's token; null when no link was made.</summary>
    public byte[]? TokenHash { get; init; }
}

/// <summary>People with the same groups who stand the same.</summary>
public sealed record FrameCount(IReadOnlyDictionary<string, string> Groups, InvitationState State, int People)
{
    public Disposition Disposition => State.Disposition;
}

/// <summary>The frame of an edition: who was invited, and what became of it. Never what was answered.</summary>
public static class FrameStore
{
    /// <summary>Adds people; an address that the frame already has, in whatever case, is left as it is.</summary>
    /// <returns>How many were added.</returns>
    public static async Task<int> AddAsync(Work work, Edition edition, IEnumerable<FramePerson> people, DateOnly today)
    {
        using var batch = new RowBatch(work,
            """
            insert into invitation (edition_id, invitation_id, token_hash, address, name, language, groups, disposition, disposed_on)
            values {rows}
            on conflict (edition_id, address) do nothing
            """,
            DbType.Int32, DbType.Guid, DbType.Binary, DbType.String, DbType.String, DbType.String, DbType.String, DbType.String, DbType.Date);
        var added = await batch.ExecuteAsync(people.Select(person => new object?[]
        {
            edition.EditionId,
            // Random, not by time: the order of keys says nothing.
            Guid.NewGuid(),
            person.TokenHash,
            Address(person.Address),
            person.Name,
            person.Language,
            Text(edition.Questionnaire, person.Groups),
            Word(person.Disposition),
            HasDay(edition, person.Disposition) ? today : null,
        }));
        await RefreshKeptGroupsAsync(work, edition);
        return added;
    }

    /// <summary>The condition for whom links are made: whether they have answered is not in it.</summary>
    public const string ToBeAsked = "address is not null and earlier_disposition is null and disposition in ('invited', 'started', 'answered', 'complete', 'partial')";

    /// <summary>How many of those who are to be asked have no link.</summary>
    public static Task<int> CountWithoutLinkAsync(DbConnection db, int editionId) => db.ExecuteScalarAsync<int>(
        $"select count(*) from invitation where edition_id = @editionId and token_hash is null and {ToBeAsked}", new { editionId });

    // As in answering: of an anonymous response no table has the day.
    private static bool HasDay(Edition edition, Disposition disposition) =>
        disposition != Disposition.Invited && !(disposition == Disposition.Answered && edition.Questionnaire.Anonymity == Anonymity.Anonymous);

    /// <summary>An address as it is stored and compared: nobody's mail box differs from another's by capital letters alone.</summary>
    public static string? Address(string? address) => address?.Trim().ToLowerInvariant();

    /// <summary>Counts the frame by groups and state.</summary>
    public static async Task<IReadOnlyList<FrameCount>> CountAsync(DbConnection db, int editionId, DbTransaction? transaction = null)
    {
        var rows = await db.QueryAsync<CountRow>(
            """
            select groups, disposition, earlier_disposition, count(*) as people
            from invitation
            where edition_id = @editionId
            group by groups, disposition, earlier_disposition
            order by groups, disposition, earlier_disposition
            """, new { editionId }, transaction);
        return [.. rows.Select(r => new FrameCount(Groups(r.Groups), InvitationState.Of(r.Disposition, r.EarlierDisposition), (int)r.People))];
    }

    /// <summary>
    /// At opening: whoever was taken off so far could never answer, so it tells nothing that they are in no rate. Whoever is taken off
    /// later stands in it, for a rate that moves would say whether they had answered.
    /// </summary>
    public static Task SettleAsync(Work work, int editionId) => work.ExecuteAsync(
        "update invitation set earlier_disposition = null where edition_id = @editionId and disposition = 'ineligible' and earlier_disposition is not null", new { editionId });

    /// <summary>
    /// Decides again which groups an anonymous response may keep; to be called whenever the frame has changed. From the opening on a word of
    /// staff moves no number: if only those who have not answered went out of it, what the others may keep would tell.
    /// </summary>
    public static async Task RefreshKeptGroupsAsync(Work work, Edition edition)
    {
        var isPrepared = await work.FindAsync<string>("select status from edition where edition_id = @EditionId", new { edition.EditionId }) is "draft";
        var attributes = InvitationGroups(edition.Questionnaire);
        var combinations = (await CountAsync(work.Connection, edition.EditionId, work.Transaction))
            .GroupBy(c => Text(edition.Questionnaire, c.Groups))
            .Select(c => (Text: c.Key, Values: attributes.Select(a => c.First().Groups.GetValueOrDefault(a)).ToArray(), People: c.Where(x => IsEligible(x.State, isPrepared)).Sum(x => x.People)))
            .ToArray();
        var kept = edition.Questionnaire.Anonymity == Anonymity.Anonymous
            ? KeptGroups.Count([.. combinations.Select(c => ((IReadOnlyList<string?>)c.Values, c.People))], attributes.Length, edition.Questionnaire.MinimumAnswers)
            : [.. combinations.Select(_ => attributes.Length)];
        var changed = 0;
        for (var i = 0; i < combinations.Length; i++)
        {
            var keep = attributes.Take(kept[i]).ToHashSet(StringComparer.Ordinal);
            var groups = Groups(combinations[i].Text).Where(g => keep.Contains(g.Key)).ToDictionary(StringComparer.Ordinal);
            changed += await work.ExecuteAsync("update invitation set kept_groups = @kept where edition_id = @EditionId and groups = @Text and kept_groups <> @kept",
                new { kept = Text(edition.Questionnaire, groups), edition.EditionId, combinations[i].Text });
        }
        if (changed > 0 && !isPrepared) await ListRewriting.RewriteAsync(work, edition);
    }

    // Taken off before the opening, or on the list as such: then nothing stands under the word.
    private static bool IsEligible(InvitationState state, bool isPrepared) => state.Disposition != Disposition.Ineligible || (state.Earlier is not null && !isPrepared);

    /// <summary>Groups as they are stored: a JSON object, in the questionnaire's order, so that equal groups are equal texts.</summary>
    public static string Text(Questionnaire questionnaire, IReadOnlyDictionary<string, string> groups) =>
        JsonSerializer.Serialize(questionnaire.Groups.Where(g => groups.ContainsKey(g.Key)).ToDictionary(g => g.Key, g => groups[g.Key], StringComparer.Ordinal));

    public static IReadOnlyDictionary<string, string> Groups(string text) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(text) ?? [];

    private static string[] InvitationGroups(Questionnaire questionnaire) =>
        [.. questionnaire.Groups.Where(g => g.Source == GroupSource.Invitation).Select(g => g.Key)];

    public static string Word(Disposition disposition) => disposition.ToString().ToLowerInvariant();

    private sealed record CountRow
    {
        public required string Groups { get; init; }
        public required string Disposition { get; init; }
        public string? EarlierDisposition { get; init; }
        public long People { get; init; }
    }
}
