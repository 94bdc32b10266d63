namespace SurveyHub.Surveys.Differences;

/// <summary>A service that has gone and a new one that looks like it.</summary>
internal static class Likeness
{
    // "PACS", "Wi-Fi", "desk": shorter words are in every second name.
    private const int ShortestWord = 4;

    /// <summary>What to write into the file if the new service continues one that has gone; null where none is like it.</summary>
    public static string? Proposal(QuestionnairePair pair, Service added, IReadOnlyList<Service> gone)
    {
        var near = gone.Where(g => IsNearName(pair.Words(g.Name), pair.Words(added.Name))).ToArray();
        if (near.Length == 0) near = [.. gone.Where(g => HasItsPlace(pair, g, added))];
        return near switch
        {
            [] => null,
            [var one] => $"lineage:\n  - {{ kind: renamed, service: {added.Key}, from: {one.Key}, year: … }}",
            _ => $"lineage:\n  - {{ kind: merged, service: {added.Key}, from: [{string.Join(", ", near.Select(g => g.Key))}], year: … }}",
        };
    }

    private static bool IsNearName(string one, string other) => WordsOf(one).Intersect(WordsOf(other)).Any();

    private static IEnumerable<string> WordsOf(string name) =>
        name.ToLowerInvariant().Split([' ', '(', ')', ',', '/', '-', ':', '&'], StringSplitOptions.RemoveEmptyEntries).Where(w => w.Length >= ShortestWord && w is not ("service" or "services"));

    // Between the same neighbours, of the same department and under the same heading.
    private static bool HasItsPlace(QuestionnairePair pair, Service gone, Service added) =>
        gone.Provider == added.Provider && gone.Group == added.Group && gone.Group is not null
        && Neighbours(pair.Before, pair.Now, gone).Intersect(Neighbours(pair.Now, pair.Before, added)).Any();

    private static IEnumerable<string> Neighbours(Questionnaire questionnaire, Questionnaire other, Service service)
    {
        var at = questionnaire.Services.Index().First(s => s.Item.Key == service.Key).Index;
        if (questionnaire.Services.Take(at).LastOrDefault(s => other.Service(s.Key) is not null) is { } before) yield return $"after {before.Key}";
        if (questionnaire.Services.Skip(at + 1).FirstOrDefault(s => other.Service(s.Key) is not null) is { } behind) yield return $"before {behind.Key}";
    }
}
