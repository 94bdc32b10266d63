using System.Data.Common;
using Dapper;
using SurveyHub.Data;
using SurveyHub.Responses;

namespace SurveyHub.Features.People.Saving;

/// <summary>A person who is on the list already.</summary>
internal sealed record KnownPerson
{
    public required string Address { get; init; }
    public string? Name { get; init; }
    public string? Language { get; init; }
    public required string Groups { get; init; }
    public required string Disposition { get; init; }
    public string? EarlierDisposition { get; init; }

    /// <summary>How staff let the person stand; whether somebody answered is not in it.</summary>
    public Disposition Standing => InvitationState.Of(Disposition, EarlierDisposition).Standing;

    public static async Task<IReadOnlyDictionary<string, KnownPerson>> OfAsync(
        DbConnection db, DbTransaction? transaction, SqlDialect dialect, int editionId, IReadOnlyList<string> addresses)
    {
        var rows = await db.QueryAsync<KnownPerson>(
            $"""
            select address, name, language, groups, disposition, earlier_disposition
            from invitation
            where edition_id = @editionId and {dialect.AnyOf("address", "addresses")}
            """, new { editionId, addresses }, transaction);
        return rows.ToDictionary(r => r.Address, StringComparer.Ordinal);
    }
}
