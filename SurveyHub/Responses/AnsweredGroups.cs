using System.Data.Common;
using Dapper;
using SurveyHub.Data;

namespace SurveyHub.Responses;

/// <summary>Everybody who answered with the same customer groups.</summary>
/// <param name="Codes">The code of each group. Null where they declined as well as where it is not known: neither tells who it was.</param>
/// <param name="Ratings">How many of them rated each of the items that were asked for.</param>
public sealed record AnsweredCombination(int?[] Codes, int[] Ratings)
{
    public int People { get; internal set; }
}

/// <summary>
/// Counts who answered by the combination of their customer groups, in one walk along the answers. Closing decides on these
/// counts which groups a row may tell, and which figures of two groups would give each other away.
/// </summary>
public static class AnsweredGroups
{
    /// <param name="db">An open connection.</param>
    /// <param name="transaction">The transaction to read in, when there is one.</param>
    /// <param name="dialect">The database's.</param>
    /// <param name="editionId">The edition.</param>
    /// <param name="groups">Numbers of the customer groups' items.</param>
    /// <param name="rated">Numbers of the items whose ratings are counted by combination.</param>
    /// <param name="cancellation">Stops between two rows.</param>
    /// <returns>The combinations, in the order of their codes, for the order of responses is random. Responses with none of these answers are in none.</returns>
    public static async Task<IReadOnlyList<AnsweredCombination>> CountAsync(
        DbConnection db, DbTransaction? transaction, SqlDialect dialect, int editionId, IReadOnlyList<int> groups, IReadOnlyList<int> rated, CancellationToken cancellation = default)
    {
        if (groups.Count == 0) return [];
        int[] wanted = [.. groups, .. rated];
        var places = wanted.Index().ToDictionary(i => i.Item, i => i.Index);
        var (found, all) = (new ByCombination<AnsweredCombination>(), new List<AnsweredCombination>());
        var (codes, isRated) = (new int?[groups.Count], new bool[rated.Count]);
        long? current = null;
        await using var reader = await db.ExecuteReaderAsync(new CommandDefinition(
            $"""
            select response_id, item_no, code
            from answer
            where edition_id = @editionId and {dialect.AnyOf("item_no", "wanted")}
            order by response_id
            """, new { editionId, wanted }, transaction, cancellationToken: cancellation));
        while (await reader.ReadAsync(cancellation))
        {
            var response = reader.GetInt64(0);
            if (response != current)
            {
                if (current is not null) Take();
                current = response;
            }
            if (reader.IsDBNull(2) || reader.GetInt32(2) is not (> 0 and var code)) continue;
            var place = places[reader.GetInt32(1)];
            if (place < codes.Length) codes[place] = code;
            else isRated[place - codes.Length] = true;
        }
        if (current is not null) Take();
        all.Sort((one, other) => one.Codes.Zip(other.Codes).Select(c => Nullable.Compare(c.First, c.Second)).FirstOrDefault(order => order != 0));
        return all;

        void Take()
        {
            if (!found.TryGet(codes, out var combination)) all.Add(found[codes] = combination = new([.. codes], new int[isRated.Length]));
            combination.People++;
            for (var i = 0; i < isRated.Length; i++)
                if (isRated[i]) combination.Ratings[i]++;
            Array.Clear(codes);
            Array.Clear(isRated);
        }
    }
}
