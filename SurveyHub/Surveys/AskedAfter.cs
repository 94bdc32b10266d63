namespace SurveyHub.Surveys;

/// <summary>
/// Which answers decide whether an item is shown (its question's show-if rule). Whoever knows that it was shown, or how many were asked, knows something
/// of those answers: a question for the dissatisfied alone tells who they are.
/// </summary>
public sealed class AskedAfter
{
    private readonly Dictionary<int, IReadOnlyList<Item>> _decisive = [];

    private AskedAfter()
    {
    }

    /// <summary>The items that the rules of a questionnaire look at.</summary>
    public static AskedAfter Of(Questionnaire questionnaire, ItemList items)
    {
        var asked = new AskedAfter();
        // Rules look back only, so whatever an earlier item hangs on is known here.
        foreach (var item in items.All)
            if (questionnaire.QuestionOf(item)?.ShowIf is { } rule)
            {
                var named = rule.Conditions.Select(c => c.Question).ToHashSet(StringComparer.Ordinal);
                var direct = items.All.Where(i => i.No < item.No && i.Service == item.Service && i.Kind is not (ItemKind.Usage or ItemKind.Group) && (named.Contains(i.Question) || (questionnaire.QuestionOf(i)?.Bridge is { } old && named.Contains(old)))).ToArray();
                asked._decisive[item.No] = [.. direct.Concat(direct.SelectMany(asked.Decisive)).Distinct()];
            }
        return asked;
    }

    /// <summary>The items whose answers decide, those that decide of these among them; none for an item that everybody is shown.</summary>
    public IReadOnlyList<Item> Decisive(Item item) => _decisive.GetValueOrDefault(item.No, []);
}
