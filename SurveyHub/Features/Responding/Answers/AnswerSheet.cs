using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>
/// All a customer has to say, judged and turned into what is stored. What was shown and left empty is stored as skipped; what
/// was not shown is not stored at all, and neither are answers about a service that was ticked first and unticked later.
/// </summary>
public sealed record AnswerSheet
{
    /// <summary>What must be put right before it can be sent; then the rest is empty.</summary>
    public IReadOnlyList<AnswerProblem> Problems { get; private init; } = [];

    public IReadOnlyList<StoredAnswer> Answers { get; private init; } = [];

    /// <summary>Every mandatory question and every main rating that was shown is answered, be it by "I cannot judge this".</summary>
    public bool IsComplete { get; private init; }

    /// <summary>Keys of the services asked about, in the order in which they were.</summary>
    public IReadOnlyList<string> ServiceOrder { get; private init; } = [];

    /// <param name="journey">The customer's way; it must come from the same draft.</param>
    /// <param name="booklet">The edition's pages.</param>
    /// <param name="draft">The answers.</param>
    /// <param name="known">Groups known from the invitation: option key by group key, only those that the response may keep.</param>
    public static AnswerSheet Read(Journey journey, Booklet booklet, DraftAnswers draft, IReadOnlyDictionary<string, string> known)
    {
        AnswerProblem[] problems = [.. journey.Pages.SelectMany(page => PageProblems.Of(page, draft))];
        if (problems.Length > 0) return new() { Problems = problems };

        var answers = new List<StoredAnswer>();
        var isComplete = true;
        foreach (var page in journey.Pages)
        {
            // Sent, or answered in part: the script saves every answer of a page that is never sent.
            var wasSeen = draft.HasSeen(page.Step) || page.Fields.Any(f => draft[f.Name] is not null);
            var shown = ShownFields.Of(page, draft);
            for (var i = 0; i < shown.Length; i++)
            {
                var field = page.Fields[i];
                var answer = draft[field.Name];
                if (!shown[i] || (answer is null && !wasSeen)) continue;
                answers.AddRange(Stored(field, answer));
                isComplete &= answer is not null || !field.Items.Any(item => item.IsMain);
            }
            isComplete &= wasSeen;
        }
        answers.AddRange(KnownGroups(booklet, journey, known));
        answers.Sort((a, b) => a.ItemNo.CompareTo(b.ItemNo));
        return new() { Answers = answers, IsComplete = isComplete, ServiceOrder = journey.Services };
    }

    private static IEnumerable<StoredAnswer> Stored(Field field, string? answer)
    {
        if (field.Kind == FieldKind.Information) return [];
        if (field.IsBoxes) return Boxes(field, answer);
        var item = field.Items[0].No;
        if (field.IsChoice)
            return answer is not null && field.Option(answer) is { } option
                ? [new() { ItemNo = item, Code = option.Code, Role = (int?)option.Role }]
                : [Skipped(item)];
        if (answer is null) return [Skipped(item)];
        return field.Kind == FieldKind.Number && FieldReading.Number(answer) is { } number
            ? [new() { ItemNo = item, Number = (double)number }]
            : [new() { ItemNo = item, Text = answer }];
    }

    private static IEnumerable<StoredAnswer> Boxes(Field field, string? answer)
    {
        var ticked = answer?.Split(',');
        return field.Items.Select(item => ticked is null
            ? Skipped(item.No)
            : new() { ItemNo = item.No, Code = ticked.Contains(item.Option, StringComparer.Ordinal) ? 1 : 0 });
    }

    private static StoredAnswer Skipped(int item) => new() { ItemNo = item, Code = Item.Skipped };

    /// <summary>What the customer was asked is the customer's to say; the rest comes from the invitation.</summary>
    private static IEnumerable<StoredAnswer> KnownGroups(Booklet booklet, Journey journey, IReadOnlyDictionary<string, string> known)
    {
        foreach (var group in booklet.Questionnaire.Groups)
        {
            if (!known.TryGetValue(group.Key, out var value) || group.Options.FirstOrDefault(o => o.Key == value) is not { } option) continue;
            var field = $"group.{group.Key}";
            if (journey.Page(Step.Groups)?.Field(field) is not null) continue;
            if (booklet.Items.Find(field) is { } item) yield return new() { ItemNo = item.No, Code = option.Code };
        }
    }
}
