using SurveyHub.Surveys.Differences;

namespace SurveyHub.Surveys;

/// <summary>What is different in the next edition, so that no series breaks by accident.</summary>
public sealed class QuestionnaireDiff
{
    /// <summary>Stands among the items of a difference for the headline's series.</summary>
    public const string Headline = "headline";

    private readonly QuestionnairePair _pair;

    private QuestionnaireDiff(QuestionnairePair pair, IReadOnlyList<Difference> all) => (_pair, All) = (pair, all);

    /// <summary>What became of things, then in the order of a survey file: the survey, services, scales, service questions, groups, last questions.</summary>
    public IReadOnlyList<Difference> All { get; }

    /// <summary>Each must be confirmed before the edition opens.</summary>
    public IEnumerable<Difference> Breaks => All.Where(d => d.Effect == SeriesEffect.Break);

    /// <summary>Each must be confirmed, too: what became of services, questions and customer groups.</summary>
    public IEnumerable<Difference> Followed => All.Where(d => d.Effect == SeriesEffect.Follow);

    /// <summary>Each may be declared a break.</summary>
    public IEnumerable<Difference> Questions => All.Where(d => d.Effect == SeriesEffect.Ask);

    /// <param name="before">The last edition's questionnaire.</param>
    /// <param name="now">The next one's.</param>
    public static QuestionnaireDiff Between(Questionnaire before, Questionnaire now)
    {
        var pair = new QuestionnairePair(before, now);
        return new(pair, [
            .. LineageDifferences.Of(pair),
            .. SurveyDifferences.Of(pair),
            .. ServiceDifferences.Of(pair),
            .. ScaleDifferences.Of(pair),
            .. QuestionDifferences.Of(pair, DifferenceSubject.ServiceQuestion),
            .. GroupDifferences.Of(pair),
            .. QuestionDifferences.Of(pair, DifferenceSubject.LastQuestion),
        ]);
    }

    /// <summary>The items whose series break: those of every break, and of the differences that the owner declared not comparable.</summary>
    /// <param name="declared">Keys of differences; unknown ones are passed over.</param>
    public IReadOnlyList<string> BrokenItems(IEnumerable<string> declared)
    {
        var keys = declared.ToHashSet(StringComparer.Ordinal);
        return [.. All.Where(d => d.Effect == SeriesEffect.Break || (d.Effect == SeriesEffect.Ask && keys.Contains(d.Key))).SelectMany(d => d.Items).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>What becomes of the headline's trend, in a sentence; null when nothing does that is not said already.</summary>
    /// <param name="declared">Keys of differences that the owner declared not comparable.</param>
    public string? HeadlineAfter(IEnumerable<string> declared) => HeadlineSeries.After(_pair, [.. BrokenItems(declared)]);

    /// <summary>The breaks that the owner has not confirmed yet.</summary>
    /// <param name="confirmed">Keys of differences.</param>
    public IReadOnlyList<Difference> Unconfirmed(IEnumerable<string> confirmed)
    {
        var keys = confirmed.ToHashSet(StringComparer.Ordinal);
        return [.. Breaks.Where(d => !keys.Contains(d.Key))];
    }
}
