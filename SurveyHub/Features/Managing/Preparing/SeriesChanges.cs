using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing.Preparing;

/// <summary>A difference with a box to tick.</summary>
/// <param name="Id">Stands for this very sentence: a box that was ticked for another one does not count.</param>
/// <param name="Difference">What the box is about.</param>
public sealed record ChangeBox(string Id, Difference Difference)
{
    public ChangeBox(Difference difference) : this(difference.Id, difference) { }

    public string Sentence => Difference.Sentence;
}

/// <summary>What is different from the edition before, sorted by what it asks of the owner.</summary>
public sealed class SeriesChanges
{
    private readonly QuestionnaireDiff? _diff;

    private SeriesChanges(QuestionnaireDiff? diff)
    {
        _diff = diff;
        Told = [.. (diff?.All ?? []).Where(d => d.Effect == SeriesEffect.None && d.Proposal is null).Select(d => d.Sentence)];
        Likenesses = [.. (diff?.All ?? []).Where(d => d.Proposal is not null)];
        Followed = [.. (diff?.Followed ?? []).Select(d => new ChangeBox(d))];
        Breaks = [.. (diff?.Breaks ?? []).Select(d => new ChangeBox(d))];
        Questions = [.. (diff?.Questions ?? []).Select(d => new ChangeBox(d))];
    }

    /// <summary>Only to be known.</summary>
    public IReadOnlyList<string> Told { get; }

    /// <summary>What looks like the continuation of something that is gone, with the lines to write if it is.</summary>
    public IReadOnlyList<Difference> Likenesses { get; }

    /// <summary>What the file says became of services, questions and customer groups; each has to be confirmed.</summary>
    public IReadOnlyList<ChangeBox> Followed { get; }

    /// <summary>Each has to be confirmed.</summary>
    public IReadOnlyList<ChangeBox> Breaks { get; }

    /// <summary>Each may be declared a break.</summary>
    public IReadOnlyList<ChangeBox> Questions { get; }

    public bool IsNone => Told.Count + Likenesses.Count + Followed.Count + Breaks.Count + Questions.Count == 0;

    /// <param name="before">The edition before's questionnaire; null for the first edition.</param>
    /// <param name="next">The next one's.</param>
    public static SeriesChanges Between(Questionnaire? before, Questionnaire next) => new(before is null ? null : QuestionnaireDiff.Between(before, next));

    /// <summary>Keys of the items whose lines break: at every break, and where the owner declared one.</summary>
    /// <param name="ticked">Ids of boxes.</param>
    public IReadOnlyList<string> BrokenItems(IReadOnlyCollection<string> ticked) =>
        _diff?.BrokenItems(Questions.Where(q => ticked.Contains(q.Id)).Select(q => q.Difference.Key)) ?? [];

    /// <summary>What becomes of the headline's trend, in a sentence; null when nothing does that a box does not say.</summary>
    /// <param name="ticked">Ids of boxes; those of breaks count ticked or not.</param>
    public string? HeadlineAfter(IReadOnlyCollection<string> ticked) => _diff?.HeadlineAfter(Questions.Where(q => ticked.Contains(q.Id)).Select(q => q.Difference.Key));

    /// <summary>The boxes that were ticked when these items' lines were broken, as far as that can be told from the items.</summary>
    public IReadOnlyList<string> TickedFor(IReadOnlyCollection<string> brokenItems)
    {
        var byBreaks = Breaks.SelectMany(b => b.Difference.Items).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Followed.Select(f => f.Id),
            .. Breaks.Where(b => b.Difference.Items.All(brokenItems.Contains)).Select(b => b.Id),
            .. Questions.Where(q => q.Difference.Items.All(brokenItems.Contains) && !q.Difference.Items.All(byBreaks.Contains)).Select(q => q.Id),
        ];
    }
}
