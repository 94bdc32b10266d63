using System.Collections.Frozen;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Counting;

/// <summary>An item whose answers are counted by code: the codes it can have, and what they mean.</summary>
internal sealed class CountedItem
{
    private readonly FrozenDictionary<int, int> _places;
    private readonly bool[] _isRating;
    private readonly bool[] _isFavourable;

    private CountedItem(Item item, IEnumerable<int> codes)
    {
        Item = item;
        Codes = [.. codes, Item.CannotJudge, Item.Skipped];
        _places = Codes.Select((code, place) => KeyValuePair.Create(code, place)).ToFrozenDictionary();
        _isRating = [.. Codes.Select(code => item.Scale?.Option(code) is not null)];
        _isFavourable = [.. Codes.Select(code => item.Scale?.Option(code)?.Role == OptionRole.Favourable)];
    }

    public Item Item { get; }

    public int[] Codes { get; }

    public bool IsRating(int place) => _isRating[place];

    public bool IsFavourable(int place) => _isFavourable[place];

    /// <exception cref="InvalidOperationException">The stored code is none of the frozen questionnaire's.</exception>
    public int Place(int code) => _places.TryGetValue(code, out var place)
        ? place
        : throw new InvalidOperationException($"An answer to {Item.Key} is stored with the code {code}, which its frozen questionnaire does not have.");

    /// <summary>The items that have codes to count, in order. Numbers and texts have none.</summary>
    public static IReadOnlyList<CountedItem> Of(Edition edition) =>
        [.. from item in edition.Items.All
            let codes = CodesOf(edition.Questionnaire, item)
            where codes is not null
            select new CountedItem(item, codes)];

    private static IEnumerable<int>? CodesOf(Questionnaire questionnaire, Item item) => item.Kind switch
    {
        ItemKind.Rating => item.Scale!.Options.Select(o => o.Code),
        ItemKind.SingleChoice => questionnaire.QuestionOf(item)!.Options.Select(o => o.Code),
        ItemKind.Group => questionnaire.Groups.First(g => g.Key == item.Question).Options.Select(o => o.Code),
        ItemKind.Usage or ItemKind.Selected => [1, 0],
        ItemKind.Number or ItemKind.Text => null,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
