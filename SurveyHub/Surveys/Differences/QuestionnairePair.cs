using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Surveys.Differences;

/// <summary>The last edition's questionnaire and the next one's, with what both sides are asked.</summary>
internal sealed class QuestionnairePair(Questionnaire before, Questionnaire now)
{
    private readonly ItemList _itemsBefore = ItemList.Of(before);
    private readonly ItemList _itemsNow = ItemList.Of(now);

    public Questionnaire Before => before;

    public Questionnaire Now => now;

    /// <summary>What the file says became of things, and the last edition did not know.</summary>
    public IReadOnlyList<LineageEdge> Declared { get; } = [.. (now.Lineage ?? []).ExceptBy((before.Lineage ?? []).Select(e => e.Id), e => e.Id)];

    /// <summary>What the last edition knew, and the file says no more.</summary>
    public IReadOnlyList<LineageEdge> Retracted { get; } = [.. (before.Lineage ?? []).ExceptBy((now.Lineage ?? []).Select(e => e.Id), e => e.Id)];

    /// <summary>Services that the file says have become others, or have come from others.</summary>
    public bool IsFollowed(Service service) => Declared.Any(e => e.Service is not null && (e.Begun.Contains(service.Key) || e.Ended.Contains(service.Key)));

    /// <summary>What the file says of a question's words, now.</summary>
    public LineageEdge? Rewording(Question question, bool perService) =>
        Declared.FirstOrDefault(e => e.Kind == LineageKind.Reworded && (perService ? e.Question : e.LastQuestion) == question.Key);

    public LineageEdge? Rescaling(RatingScale scale) => Declared.FirstOrDefault(e => e.Kind == LineageKind.Rescaled && e.Scale == scale.Key);

    /// <summary>The words of a text as the owner reads them: in the survey's default language.</summary>
    public string Words(LocalText text) => text.In(now.Languages[0]);

    /// <summary>Items of the next edition that pass, of which the last edition has figures under the same key.</summary>
    public IReadOnlyList<string> Continued(Func<Item, bool> pass) =>
        [.. _itemsNow.All.Where(i => HasFigures(i) && pass(i) && _itemsBefore.Find(i.Key) is not null).Select(i => i.Key)];

    /// <summary>What the last edition asked under an item's key; null when it did not.</summary>
    public Item? Earlier(Item item) => _itemsBefore.Find(item.Key);

    /// <summary>Items of the next edition that pass and give figures: comments have no trend to break.</summary>
    public IReadOnlyList<string> Figures(Func<Item, bool> pass) => [.. _itemsNow.All.Where(i => HasFigures(i) && pass(i)).Select(i => i.Key)];

    /// <summary>Items of the last edition that pass and have figures.</summary>
    public IReadOnlyList<string> FiguresBefore(Func<Item, bool> pass) => [.. _itemsBefore.All.Where(i => HasFigures(i) && pass(i)).Select(i => i.Key)];

    private static bool HasFigures(Item item) => item.Kind != ItemKind.Text;

    /// <summary>The keys of one list that are not in the other, and those in both: what was added, removed and kept.</summary>
    public static (IReadOnlyList<T> Added, IReadOnlyList<T> Removed, IReadOnlyList<(T Before, T Now)> Kept) Match<T>(
        IReadOnlyList<T> before, IReadOnlyList<T> now, Func<T, string> key) =>
        ([.. now.ExceptBy(before.Select(key), key)], [.. before.ExceptBy(now.Select(key), key)], [.. before.Join(now, key, key, (b, n) => (b, n))]);
}
