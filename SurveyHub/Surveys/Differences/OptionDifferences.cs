namespace SurveyHub.Surveys.Differences;

/// <summary>The options of a choice question or a customer group.</summary>
internal static class OptionDifferences
{
    /// <summary>One sentence for each kind of difference, with the word that names it in a difference's key.</summary>
    public static IEnumerable<(string What, string Sentence)> Of(
        QuestionnairePair pair, IReadOnlyList<ChoiceOption> before, IReadOnlyList<ChoiceOption> now, string whose)
    {
        var (added, removed, kept) = QuestionnairePair.Match(before, now, o => o.Key);
        if (added.Count > 0)
            yield return ("options_added", $"{whose} has {Options(added.Count)} more: {Labels(pair, added)}.");
        if (removed.Count > 0)
            yield return ("options_removed", $"{whose} has {Options(removed.Count)} less: {Labels(pair, removed)}.");
        if (kept.Where(o => Wording.Differs(o.Before.Label, o.Now.Label)).ToList() is { Count: > 0 } reworded)
            yield return ("labels", $"{whose} has options with other words; "
                + $"{string.Join("; ", reworded.Select(o => $"“{o.Now.Key}”: {Wording.Change(o.Before.Label, o.Now.Label, pair.Now.Languages[0])}"))}.");
        if (kept.Where(o => o.Before.Code != o.Now.Code).ToList() is { Count: > 0 } recoded)
            yield return ("codes", $"{whose} has options with other codes in exported files: "
                + $"{Wording.And(recoded.Select(o => $"“{pair.Words(o.Now.Label)}” {Wording.Number(o.Now.Code)} instead of {Wording.Number(o.Before.Code)}"))}.");
    }

    /// <summary>The options that stay, in their new order; null where it is the old one. What stands first is chosen more often.</summary>
    public static string? Order(QuestionnairePair pair, IReadOnlyList<ChoiceOption> before, IReadOnlyList<ChoiceOption> now)
    {
        var (_, _, kept) = QuestionnairePair.Match(before, now, o => o.Key);
        var (keys, stay) = (kept.Select(o => o.Now.Key).ToHashSet(StringComparer.Ordinal), now.Where(o => kept.Any(k => k.Now == o)).ToList());
        return before.Select(o => o.Key).Where(keys.Contains).SequenceEqual(stay.Select(o => o.Key)) ? null : string.Join(", ", stay.Select(o => $"“{pair.Words(o.Label)}”"));
    }

    private static string Labels(QuestionnairePair pair, IReadOnlyList<ChoiceOption> options) => Wording.And(options.Select(o => $"“{pair.Words(o.Label)}”"));

    private static string Options(int count) => count == 1 ? "one option" : $"{Wording.Number(count)} options";
}
