namespace SurveyHub.Surveys.Differences;

/// <summary>Customer groups and their options. They split the figures and change none, so nothing here breaks a trend.</summary>
internal static class GroupDifferences
{
    public static IEnumerable<Difference> Of(QuestionnairePair pair)
    {
        var (added, removed, kept) = QuestionnairePair.Match(pair.Before.Groups, pair.Now.Groups, g => g.Key);
        foreach (var group in added) yield return About(group, "added", $"Results are split by “{pair.Words(group.Name)}” as well.");
        foreach (var group in removed) yield return About(group, "removed", $"Results are no longer split by “{pair.Words(group.Name)}”.");
        foreach (var difference in kept.SelectMany(p => Kept(pair, p.Before, p.Now))) yield return difference;
    }

    private static IEnumerable<Difference> Kept(QuestionnairePair pair, CustomerGroup before, CustomerGroup now)
    {
        var name = pair.Words(now.Name);
        if (Wording.Differs(before.Name, now.Name))
            yield return About(now, "name", $"The customer group “{now.Key}” has another name: {Wording.Change(before.Name, now.Name, pair.Now.Languages[0])}.");
        if (Wording.Differs(before.Text, now.Text))
            yield return About(now, "text", $"The question for “{name}” is worded differently: {Wording.Change(before.Text, now.Text, pair.Now.Languages[0])}.");
        if (before.Source != now.Source)
            yield return About(now, "source", now.Source == GroupSource.Asked
                ? $"“{name}” is asked of everybody now; it was known from the list of people."
                : $"“{name}” is known from the list of people now; everybody was asked.");
        foreach (var (what, sentence) in OptionDifferences.Of(pair, Unfollowed(pair, now, before.Options), Unfollowed(pair, now, now.Options), $"“{name}”"))
            yield return About(now, what, sentence);
    }

    // What the file says became of an option is told with the lineage.
    private static IReadOnlyList<ChoiceOption> Unfollowed(QuestionnairePair pair, CustomerGroup group, IReadOnlyList<ChoiceOption> options) =>
        [.. options.Where(o => !pair.Declared.Any(e => e.Group == group.Key && (e.Begun.Contains(o.Key) || e.Ended.Contains(o.Key))))];

    private static Difference About(CustomerGroup group, string what, string sentence) =>
        new() { Key = $"group.{group.Key}.{what}", Subject = DifferenceSubject.Group, Sentence = sentence };
}
