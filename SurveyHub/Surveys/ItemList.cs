using System.Collections.Frozen;

namespace SurveyHub.Surveys;

/// <summary>The items of a questionnaire, numbered; the same questionnaire always gives the same numbers.</summary>
public sealed class ItemList
{
    private readonly FrozenDictionary<string, Item> _byKey;

    private ItemList(IReadOnlyList<Item> items)
    {
        All = items;
        _byKey = items.ToFrozenDictionary(i => i.Key, StringComparer.Ordinal);
    }

    /// <summary>In order: usage, questions service by service, groups, last questions. <c>All[i].No == i + 1</c>.</summary>
    public IReadOnlyList<Item> All { get; }

    public Item? Find(string key) => _byKey.GetValueOrDefault(key);

    public Item this[int no] => All[no - 1];

    /// <summary>Each service's main rating, in the services' order.</summary>
    public IEnumerable<Item> MainRatings => All.Where(i => i.IsMain);

    /// <summary>The overall rating, if it is asked.</summary>
    public Item? Overall => Find(Questionnaire.OverallQuestion) is { Kind: ItemKind.Rating } item ? item : null;

    public static ItemList Of(Questionnaire questionnaire)
    {
        var items = new List<Item>();
        if (questionnaire.Screener is not null)
            foreach (var service in questionnaire.Services)
                items.Add(new()
                {
                    No = items.Count + 1, Key = $"used.{service.Key}", Kind = ItemKind.Usage, Service = service.Key,
                    Question = "used", Field = "used", Option = service.Key,
                });
        foreach (var service in questionnaire.Services)
            foreach (var question in questionnaire.ServiceQuestions)
                Add(items, questionnaire, question, service);
        foreach (var group in questionnaire.Groups)
            items.Add(new()
            {
                No = items.Count + 1, Key = $"group.{group.Key}", Kind = ItemKind.Group, Question = group.Key, Field = $"group.{group.Key}",
            });
        foreach (var question in questionnaire.LastQuestions)
            Add(items, questionnaire, question, null);
        return new(items);
    }

    private static void Add(List<Item> items, Questionnaire questionnaire, Question question, Service? service)
    {
        var field = service is null ? question.Key : $"{service.Key}.{question.Key}";
        if (question.Kind == QuestionKind.MultipleChoice)
        {
            foreach (var option in question.Options)
                items.Add(Item($"{field}.{option.Key}", ItemKind.Selected) with { Option = option.Key });
            return;
        }
        if (KindOf(question.Kind) is { } kind)
            items.Add(Item(field, kind) with
            {
                Scale = questionnaire.Scale(question.Scale),
                IsMain = service is not null && ReferenceEquals(question, questionnaire.MainRating),
                Bridge = question.Bridge,
                IsExpectation = service is not null && kind == ItemKind.Rating && questionnaire.Expectations?.Include(question.Key) == true,
            });

        Item Item(string key, ItemKind kind) => new()
        {
            No = items.Count + 1, Key = key, Kind = kind, Service = service?.Key, Question = question.Key, Field = field,
        };
    }

    private static ItemKind? KindOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Rating => ItemKind.Rating,
        QuestionKind.SingleChoice => ItemKind.SingleChoice,
        QuestionKind.Number => ItemKind.Number,
        QuestionKind.ShortText or QuestionKind.LongText => ItemKind.Text,
        QuestionKind.Information => null,
        _ => throw new System.Diagnostics.UnreachableException($"{kind} makes items of its own."),
    };
}
