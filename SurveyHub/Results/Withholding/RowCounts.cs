using System.Data.Common;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Withholding;

/// <summary>Rows with the same traits.</summary>
/// <param name="Traits">As <see cref="RowTraits"/> reads them.</param>
/// <param name="Ratings">How many of the rows rated each item, or answered it where it is no rating.</param>
internal sealed record RowCombination(int?[] Traits, int[] Ratings)
{
    public int Rows { get; set; }

    /// <summary>How many of the rows gave all the ratings that are set against each other, set by set.</summary>
    public int[] Together { get; init; } = [];
}

/// <summary>The rows of the file by their traits, counted in one walk along the responses.</summary>
/// <param name="Combinations">In the order in which responses first have them.</param>
/// <param name="SameWeight">Every row has the same weight, or none has one.</param>
internal sealed record RowCounts(IReadOnlyList<RowCombination> Combinations, bool SameWeight)
{
    public static async Task<RowCounts> CountAsync(
        DbConnection db, DbTransaction? transaction, Edition edition, RowTraits traits, IReadOnlyList<Item> rated, CancellationToken cancellation, IReadOnlyList<IReadOnlyList<Item>>? together = null)
    {
        var (found, all, values) = (new ByCombination<RowCombination>(), new List<RowCombination>(), new int?[traits.Count]);
        var (rows, weight, sameWeight) = (0, (double?)null, true);
        await ResponseStream.ForEachAsync(db, transaction, edition.EditionId, edition.Items.All.Count, response =>
        {
            traits.Read(response, values);
            if (!found.TryGet(values, out var combination)) all.Add(found[values] = combination = new([.. values], new int[rated.Count]) { Together = new int[together?.Count ?? 0] });
            combination.Rows++;
            for (var i = 0; i < rated.Count; i++)
                if (IsAnswered(response, rated[i])) combination.Ratings[i]++;
            for (var i = 0; i < combination.Together.Length; i++)
                if (together![i].All(item => response.Code(item.No) > 0)) combination.Together[i]++;
            if (rows++ == 0) weight = response.Weight;
            sameWeight &= response.Weight == weight;
            return ValueTask.CompletedTask;
        }, cancellation);
        return new(all, sameWeight);
    }

    /// <summary>Something was said: neither skipped, nor "cannot judge", nor not shown.</summary>
    public static bool IsAnswered(StreamedResponse response, Item item) => item.Kind switch
    {
        ItemKind.Number => response.Number(item.No) is not null,
        // An option that is not ticked is an answer, too.
        ItemKind.Selected or ItemKind.Usage => response.Code(item.No) >= 0,
        _ => response.Code(item.No) > 0,
    };

    /// <summary>Rows by the value that they have of one trait, with how many of them rated each item. Rows without a value are none of them.</summary>
    public Dictionary<int, (int Rows, int[] Ratings)> ByValueOf(int trait)
    {
        var found = new Dictionary<int, (int Rows, int[] Ratings)>();
        foreach (var combination in Combinations)
        {
            if (combination.Traits[trait] is not { } value) continue;
            var (rows, ratings) = found.TryGetValue(value, out var known) ? known : (0, new int[combination.Ratings.Length]);
            for (var i = 0; i < ratings.Length; i++) ratings[i] += combination.Ratings[i];
            found[value] = (rows + combination.Rows, ratings);
        }
        return found;
    }
}
