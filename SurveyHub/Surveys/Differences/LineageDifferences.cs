using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Surveys.Differences;

/// <summary>What the file says became of services and customer groups: each line in a sentence, with what it does to the trend.</summary>
internal static class LineageDifferences
{
    public static IEnumerable<Difference> Of(QuestionnairePair pair)
    {
        foreach (var edge in pair.Declared.Where(e => e.MovesKeys))
            yield return new()
            {
                Key = $"lineage.{edge.Id}",
                Subject = edge.Service is null ? DifferenceSubject.Group : DifferenceSubject.Service,
                Sentence = Sentence(pair, edge) + Note(edge),
                Effect = SeriesEffect.Follow,
            };
        foreach (var edge in pair.Retracted)
            yield return new()
            {
                Key = $"lineage.retracted.{edge.Id}",
                Subject = DifferenceSubject.Service,
                Sentence = $"The file says no longer that {Retracted(pair, edge)}. Trends of all years are drawn without it.",
                Effect = SeriesEffect.Follow,
            };
    }

    /// <summary>What the file says of a question's words.</summary>
    /// <param name="edge">The entry.</param>
    /// <param name="question">The question.</param>
    /// <param name="change">": it was … and is now …"; empty where the words are the same.</param>
    /// <param name="items">The items whose series is concerned.</param>
    /// <param name="subject">Which list the question stands in.</param>
    /// <param name="isSame">Its version is that of the last edition.</param>
    /// <returns>Null where the version of the question says otherwise, and has the last word.</returns>
    public static Difference? OfWords(LineageEdge edge, Question question, string change, IReadOnlyList<string> items, DifferenceSubject subject, bool isSame)
    {
        var difference = new Difference { Key = $"lineage.reworded.{(subject == DifferenceSubject.ServiceQuestion ? "service" : "last")}.{question.Key}", Subject = subject, Sentence = "" };
        if (edge.Effect == RewordingEffect.Major)
            return difference with
            {
                Sentence = $"The question “{question.Key}” asks something else from {Wording.Number(edge.Year)} on{change}.{(items.Count == 0 ? "" : " Its trend breaks here.")}{Note(edge)}",
                Effect = items.Count == 0 ? SeriesEffect.None : SeriesEffect.Break,
                Items = items,
            };
        return isSame
            ? difference with
            {
                Sentence = $"The question “{question.Key}” asks the same in other words from {Wording.Number(edge.Year)} on{change}. Its trend goes on, with a note.{Note(edge)}",
                Effect = items.Count == 0 ? SeriesEffect.None : SeriesEffect.Follow,
            }
            : null;
    }

    private static string Sentence(QuestionnairePair pair, LineageEdge edge)
    {
        var (before, now, year) = (Names(pair, edge, edge.Before), Names(pair, edge, edge.After), Wording.Number(edge.Year));
        var whose = edge.Group is { } group ? $"“{GroupName(pair, group)}”: " : "";
        return whose + edge.Kind switch
        {
            LineageKind.Renamed when edge.Group is null => $"{before} goes on as {now} from {year} on: one trend under the new name, which says until when it had the old one.",
            LineageKind.Renamed => $"{before} goes on as {now} from {year} on: figures over the years go on under the new name.",
            LineageKind.Merged when edge.Group is null => $"{before} become {now} from {year} on: the trend shows them together before, where each of them may be shown, and changes are computed against all of them.",
            LineageKind.Merged => $"{before} become {now} from {year} on: figures over the years show them together before.",
            LineageKind.Split when edge.Group is null => $"{before} becomes {now} from {year} on: each begins a trend of its own, with {before} dashed before it and no change across; only {(edge.After.Count == 2 ? "both" : $"all {Wording.Number(edge.After.Count)}")} together are compared with it.",
            LineageKind.Split => $"{before} becomes {now} from {year} on: figures of earlier years are those of {before}, and no change is computed across.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static string Retracted(QuestionnairePair pair, LineageEdge edge) => edge switch
    {
        { MovesKeys: true } => $"{Names(pair, edge, edge.Before)} became {Names(pair, edge, edge.After)} in {Wording.Number(edge.Year)}",
        { Scale: { } scale } => $"the scale “{scale}” was another one from {Wording.Number(edge.Year)} on",
        _ => $"the question “{edge.Question ?? edge.LastQuestion}” was reworded in {Wording.Number(edge.Year)}",
    };

    private static string Names(QuestionnairePair pair, LineageEdge edge, IReadOnlyList<string> keys) =>
        Wording.And(keys.Select(key => $"“{(edge.Group is null ? ServiceName(pair, key) : OptionName(pair, edge.Group, key)) ?? key}”"));

    private static string? ServiceName(QuestionnairePair pair, string key) => (pair.Now.Service(key) ?? pair.Before.Service(key)) is { } service ? pair.Words(service.Name) : null;

    private static string? OptionName(QuestionnairePair pair, string group, string key) =>
        new[] { pair.Now, pair.Before }.SelectMany(q => q.Groups).Where(g => g.Key == group).SelectMany(g => g.Options).FirstOrDefault(o => o.Key == key) is { } option
            ? pair.Words(option.Label)
            : null;

    private static string GroupName(QuestionnairePair pair, string key) => pair.Now.Groups.FirstOrDefault(g => g.Key == key) is { } group ? pair.Words(group.Name) : key;

    private static string Note(LineageEdge edge) => edge.Note is { Length: > 0 } note ? $" ({note.TrimEnd('.')}.)" : "";
}
