namespace SurveyHub.Surveys.Differences;

/// <summary>A scale decides what is good: another option or another direction, and the years no longer measure the same.</summary>
internal static class ScaleDifferences
{
    public static IEnumerable<Difference> Of(QuestionnairePair pair)
    {
        var (_, _, kept) = QuestionnairePair.Match(pair.Before.Scales, pair.Now.Scales, s => s.Key);
        return kept.SelectMany(scale => Of(pair, scale.Before, scale.Now));
    }

    private static IEnumerable<Difference> Of(QuestionnairePair pair, RatingScale before, RatingScale now)
    {
        var items = pair.Continued(i => i.Scale?.Key == now.Key && pair.Earlier(i)?.Scale?.Key == before.Key);
        var (structure, words) = (Structure(pair, before, now), Labels(pair, before, now));
        if (structure is null && pair.Rescaling(now) is { } declared)
            yield return About(now, "rescaled", $"The scale “{now.Key}” counts as another one from {Wording.Number(declared.Year)} on{(words is null ? "" : $"; {words}")}. The trends of its questions break here.", SeriesEffect.Break, items);
        else if (structure is not null)
            yield return About(now, "options", $"{structure}{(words is null ? "" : $" It is worded differently, too; {words}.")}{(items.Count == 0 ? "" : " The trends of its questions break here.")}", SeriesEffect.Break, items);
        else if (words is not null)
            yield return About(now, "labels", $"The scale “{now.Key}” is worded differently; {words}.", SeriesEffect.Ask, items);
        if (Wording.Differs(before.CannotJudge, now.CannotJudge))
            yield return About(now, "cannot_judge", $"“Cannot judge” is worded differently on the scale “{now.Key}”: {Wording.Change(before.CannotJudge, now.CannotJudge, pair.Now.Languages[0])}.", SeriesEffect.Ask, items);
    }

    /// <summary>Why the scale measures something else; null when it does not.</summary>
    private static string? Structure(QuestionnairePair pair, RatingScale before, RatingScale now)
    {
        if (before.MeasuresAs(now)) return null;
        var changes = new List<string>();
        changes.AddRange(now.Options.Where(o => before.Option(o.Code) is null).Select(o => $"“{pair.Words(o.Label)}” ({Wording.Number(o.Code)}) is new"));
        changes.AddRange(before.Options.Where(o => now.Option(o.Code) is null).Select(o => $"“{pair.Words(o.Label)}” ({Wording.Number(o.Code)}) is gone"));
        changes.AddRange(from option in now.Options
                         let old = before.Option(option.Code)
                         where old is not null && old.Role != option.Role
                         select $"“{pair.Words(option.Label)}” was {Role(old.Role)} and is {Role(option.Role)}");
        var version = before.Version == now.Version
            ? $" Its version is still {Wording.Number(now.Version)}: raise it in the file."
            : $" Its version is {Wording.Number(now.Version)} instead of {Wording.Number(before.Version)}.";
        return $"The scale “{now.Key}” measures something else{(changes.Count == 0 ? "" : $": {Wording.And(changes)}")}.{version}";
    }

    /// <summary>Which points have other words; null where none has.</summary>
    public static string? Labels(QuestionnairePair pair, RatingScale before, RatingScale now)
    {
        var changes = from option in now.Options
                      let old = before.Option(option.Code)
                      where old is not null && Wording.Differs(old.Label, option.Label)
                      select $"option {Wording.Number(option.Code)}: {Wording.Change(old.Label, option.Label, pair.Now.Languages[0])}";
        return changes.ToList() is { Count: > 0 } all ? string.Join("; ", all) : null;
    }

    private static string Role(OptionRole role) => role switch
    {
        OptionRole.Unfavourable => "unfavourable",
        OptionRole.Neutral => "neutral",
        OptionRole.Favourable => "favourable",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>A scale that no continued question uses has no series to break, and nothing is asked about it.</summary>
    private static Difference About(RatingScale scale, string what, string sentence, SeriesEffect effect, IReadOnlyList<string> items) => new()
    {
        Key = $"scale.{scale.Key}.{what}",
        Subject = DifferenceSubject.Scale,
        Sentence = sentence,
        Effect = items.Count == 0 ? SeriesEffect.None : effect,
        Items = items,
    };
}
