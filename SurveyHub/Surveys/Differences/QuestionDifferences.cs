namespace SurveyHub.Surveys.Differences;

/// <summary>The questions asked for every service, or those asked once at the end.</summary>
internal sealed class QuestionDifferences
{
    private readonly QuestionnairePair _pair;
    private readonly DifferenceSubject _subject;

    private QuestionDifferences(QuestionnairePair pair, DifferenceSubject subject) => (_pair, _subject) = (pair, subject);

    /// <param name="pair">The two questionnaires.</param>
    /// <param name="subject">Which of the two lists of questions.</param>
    public static IEnumerable<Difference> Of(QuestionnairePair pair, DifferenceSubject subject) => new QuestionDifferences(pair, subject).All();

    private bool PerService => _subject == DifferenceSubject.ServiceQuestion;

    private IEnumerable<Difference> All()
    {
        var (before, now) = PerService
            ? (_pair.Before.ServiceQuestions, _pair.Now.ServiceQuestions)
            : (_pair.Before.LastQuestions, _pair.Now.LastQuestions);
        var (added, removed, kept) = QuestionnairePair.Match(before, now, q => q.Key);
        var rekeyed = added.Join(removed, q => _pair.Words(q.Text), q => _pair.Words(q.Text), (n, b) => (Before: b, Now: n)).DistinctBy(p => p.Now.Key).ToList();
        foreach (var (old, question) in rekeyed)
            yield return Breaks(question, "key", $"{Named(question)} has the key “{question.Key}” instead of “{old.Key}”, so its earlier answers are not continued. Take the old key if it is the same question.",
                _pair.Figures(i => IsOf(i, question)));
        foreach (var question in added.Except(rekeyed.Select(p => p.Now))) yield return About(question, "added", question.Bridge is { } old ? $"{Named(question)} is new: {InPlaceOf(old)}" : $"{Named(question)} is new.");
        foreach (var question in removed.Except(rekeyed.Select(p => p.Before)))
            yield return About(question, "removed", $"{Named(question)} is no longer asked. Its earlier answers stay.");
        foreach (var difference in kept.SelectMany(p => Kept(p.Before, p.Now))) yield return difference;
        if (Order(kept, before, now) is { } order) yield return order;
        if (PerService && MainRating() is { } main) yield return main;
    }

    private IEnumerable<Difference> Kept(Question before, Question now)
    {
        if (before.Kind != now.Kind)
        {
            yield return Breaks(now, "kind", $"{Named(now)} is answered in another way ({Kind(now.Kind)} instead of {Kind(before.Kind)}).", _pair.FiguresBefore(i => IsOf(i, now)));
            yield break;
        }
        if (Words(before, now) is { } words) yield return words;
        if (Scale(before, now) is { } scale) yield return scale;
        if (Condition(before, now) is { } condition) yield return condition;
        foreach (var (what, sentence) in OptionDifferences.Of(_pair, before.Options, now.Options, Named(now)))
            yield return what == "codes" ? About(now, what, sentence) : Asks(now, what, sentence);
        if (OptionDifferences.Order(_pair, before.Options, now.Options) is { } order)
            yield return Asks(now, "options_order", $"{Named(now)} has its options in another order: {order}.");
        if (Wording.Differs(before.Help, now.Help)) yield return About(now, "help", $"{Named(now)} has another hint.");
        if (before.Bridge != now.Bridge)
            yield return About(now, "bridge", now.Bridge is { } old ? $"{Named(now)} was asked of everybody: {InPlaceOf(old)}" : $"{Named(now)} is asked of everybody who is asked these questions now, and no longer of a random half.");
        if (before.Required != now.Required)
            yield return About(now, "required", now.Required ? $"{Named(now)} must be answered now." : $"{Named(now)} may be left out now.");
        if ((before.Minimum, before.Maximum) != (now.Minimum, now.Maximum))
            yield return About(now, "range", $"{Named(now)} accepts numbers from {Wording.Number(now.Minimum ?? 0)} to {Wording.Number(now.Maximum ?? 0)} now.");
        if (before.MaximumLength != now.MaximumLength)
            yield return About(now, "maximum_length", $"{Named(now)} accepts {Wording.Number(now.MaximumLength)} characters instead of {Wording.Number(before.MaximumLength)}.");
    }

    private static string InPlaceOf(string old) => $"a random half is asked it in the place of “{old}”, so the figures of “{old}” rest on the other half.";

    private Difference? Words(Question before, Question now)
    {
        var reworded = Wording.Differs(before.Text, now.Text);
        var change = reworded ? $": {Wording.Change(before.Text, now.Text, _pair.Now.Languages[0])}" : "";
        if (_pair.Rewording(now, PerService) is { } declared && LineageDifferences.OfWords(declared, now, change, Continued(now), _subject, isSame: before.Version == now.Version) is { } told)
            return told;
        if (before.Version != now.Version)
            return Breaks(now, "version", $"The question “{now.Key}” has version {Wording.Number(now.Version)} instead of {Wording.Number(before.Version)}{change}.", Continued(now));
        return reworded ? Asks(now, "text", $"The question “{now.Key}” is worded differently{change}.") : null;
    }

    /// <summary>Another scale; what changed within the same one is told once, with the scale.</summary>
    private Difference? Scale(Question before, Question now)
    {
        if (before.Scale == now.Scale || _pair.Before.Scale(before.Scale) is not { } old || _pair.Now.Scale(now.Scale) is not { } scale) return null;
        var moved = $"{Named(now)} is answered on the scale “{scale.Key}” instead of “{old.Key}”";
        if (old.MeasuresAs(scale))
            return Asks(now, "scale", $"{moved}; {(ScaleDifferences.Labels(_pair, old, scale) is { } words ? $"its options are worded differently, {words}" : "both have the same options")}.");
        var version = old.Version == scale.Version ? "" : $", whose version is {Wording.Number(scale.Version)} instead of {Wording.Number(old.Version)}";
        return Breaks(now, "scale", $"{moved}{version}.", Continued(now));
    }

    private Difference? Condition(Question before, Question now) => Same(before.ShowIf, now.ShowIf) ? null : Asks(now, "show_if", (before.ShowIf, now.ShowIf) switch
    {
        (null, _) => $"{Named(now)} is asked only of some customers now, depending on earlier answers.",
        (_, null) => $"{Named(now)} is asked of everybody now.",
        _ => $"{Named(now)} is asked of other customers than before: its show-if rule is different.",
    });

    /// <summary>What comes before a question colours its answer.</summary>
    private Difference? Order(IReadOnlyList<(Question Before, Question Now)> kept, IReadOnlyList<Question> before, IReadOnlyList<Question> now)
    {
        var keys = kept.Select(p => p.Now.Key).ToHashSet(StringComparer.Ordinal);
        var (old, current) = (before.Select(q => q.Key).Where(keys.Contains), now.Select(q => q.Key).Where(keys.Contains));
        return old.SequenceEqual(current) ? null : new()
        {
            Key = PerService ? "service_questions.order" : "last_questions.order",
            Subject = _subject,
            Sentence = $"{(PerService ? "The questions about each service" : "The last questions")} come in another order: {string.Join(", ", current)}.",
            Effect = SeriesEffect.Ask,
            Items = _pair.Continued(i => (i.Service is not null) == PerService && i.Kind is not (ItemKind.Usage or ItemKind.Group) && keys.Contains(i.Question)),
        };
    }

    private Difference? MainRating()
    {
        var (before, now) = (_pair.Before.MainRating, _pair.Now.MainRating);
        return before is null || now is null || before.Key == now.Key ? null : new()
        {
            Key = "service_questions.main",
            Subject = _subject,
            Sentence = $"A service's share was taken from the question “{before.Key}” and is taken from “{now.Key}” now, the first rating. The services' trends break here.",
            Effect = SeriesEffect.Break,
            Items = [.. _pair.Figures(i => i.IsMain), QuestionnaireDiff.Headline],
        };
    }

    private bool IsOf(Item item, Question question) =>
        item.Question == question.Key && (item.Service is not null) == PerService && item.Kind is not (ItemKind.Usage or ItemKind.Group);

    private IReadOnlyList<string> Continued(Question question) => _pair.Continued(i => IsOf(i, question));

    private string Named(Question question) => $"“{_pair.Words(question.Text)}”";

    private Difference Breaks(Question question, string what, string sentence, IReadOnlyList<string> items) =>
        items.Count == 0 ? About(question, what, sentence) : About(question, what, $"{sentence} Its trend breaks here.") with { Effect = SeriesEffect.Break, Items = items };

    private Difference Asks(Question question, string what, string sentence) =>
        Continued(question) is { Count: > 0 } items
            ? About(question, what, $"{sentence} It counts as comparable unless you say otherwise.") with { Effect = SeriesEffect.Ask, Items = items }
            : About(question, what, sentence);

    private Difference About(Question question, string what, string sentence) =>
        new() { Key = $"{(PerService ? "service_question" : "last_question")}.{question.Key}.{what}", Subject = _subject, Sentence = sentence };

    private static bool Same(ShowRule? before, ShowRule? now) =>
        before is null || now is null ? before is null && now is null : before.All == now.All && before.Conditions.SequenceEqual(now.Conditions);

    private static string Kind(QuestionKind kind) => kind switch
    {
        QuestionKind.Rating => "a rating",
        QuestionKind.SingleChoice => "a single choice",
        QuestionKind.MultipleChoice => "a multiple choice",
        QuestionKind.Number => "a number",
        QuestionKind.ShortText => "a short text",
        QuestionKind.LongText => "a long text",
        QuestionKind.Information => "information only",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
