namespace SurveyHub.Features.Responding.Answers;

/// <summary>A customer's way through the questionnaire: which pages, in which order. It follows from the answers alone.</summary>
public sealed class Journey
{
    private readonly Booklet _booklet;
    private readonly bool _openLink;

    public Journey(Booklet booklet, DraftAnswers draft, bool openLink)
    {
        (_booklet, _openLink) = (booklet, openLink);
        Services = [.. ServiceOrder(booklet, draft).Where(Asked(booklet, draft))];
        List<Step> steps = [];
        if (booklet.Services is not null) steps.Add(Step.Services);
        steps.AddRange(Services.Select(Step.ForService));
        if (booklet.Groups(openLink) is not null) steps.Add(Step.Groups);
        if (booklet.Last is not null) steps.Add(Step.Last);
        steps.Add(Step.Review);
        Steps = steps;
    }

    /// <summary>From the screener to the review, which is always the last.</summary>
    public IReadOnlyList<Step> Steps { get; }

    /// <summary>Keys of the services asked about, in the order in which they are.</summary>
    public IReadOnlyList<string> Services { get; }

    /// <summary>The pages that ask something, in order.</summary>
    public IEnumerable<QuestionPage> Pages => Steps.Select(Page).OfType<QuestionPage>();

    public bool Has(Step step) => Index(step) >= 0;

    /// <summary>1, 2, 3 … of <see cref="Steps"/>.</summary>
    public int Position(Step step) => Index(step) + 1;

    /// <summary>0 to 100. It begins with a little, and ticking many services does not set it back.</summary>
    public int Progress(Step step) => 10 + (Steps.Count == 1 ? 90 : 90 * Math.Max(0, Index(step)) / (Steps.Count - 1));

    /// <summary>1, 2, 3 … among the services; 0 when the step is no service of this journey.</summary>
    public int ServicePosition(Step step)
    {
        for (var i = 0; i < Services.Count; i++)
            if (step.Kind == StepKind.Service && Services[i] == step.Service) return i + 1;
        return 0;
    }

    public Step Next(Step step) => Index(step) is var at && at < 0 ? Steps[0] : Steps[Math.Min(at + 1, Steps.Count - 1)];

    public Step Previous(Step step) => Index(step) is var at && at <= 0 ? Step.Welcome : Steps[at - 1];

    public QuestionPage? Page(Step step) => _booklet.Page(step, _openLink);

    /// <summary>Minutes left when this page is opened: the questionnaire's, in proportion to the questions still to come. 0 is less than one.</summary>
    public int MinutesLeft(Step step)
    {
        // Before the services are ticked nobody knows how many pages will follow.
        if (step.Kind is StepKind.Welcome or StepKind.Services) return _booklet.Questionnaire.Minutes;
        var (total, left) = (0, 0);
        for (var i = 0; i < Steps.Count; i++)
        {
            var weight = Page(Steps[i])?.Weight ?? 0;
            total += weight;
            if (i >= Index(step)) left += weight;
        }
        return total == 0 ? 0 : (int)Math.Round(_booklet.Questionnaire.Minutes * (double)left / total, MidpointRounding.AwayFromZero);
    }

    private int Index(Step step)
    {
        for (var i = 0; i < Steps.Count; i++)
            if (Steps[i] == step) return i;
        return -1;
    }

    private static Func<string, bool> Asked(Booklet booklet, DraftAnswers draft)
    {
        if (booklet.Services is not { } screener) return _ => true;
        var ticked = draft[screener.Fields[0].Name]?.Split(',').ToHashSet(StringComparer.Ordinal) ?? [];
        return ticked.Contains;
    }

    /// <summary>Everything is shuffled, also what is not asked, so that a service ticked later does not move the others.</summary>
    private static string[] ServiceOrder(Booklet booklet, DraftAnswers draft)
    {
        string[] keys = [.. booklet.Questionnaire.Services.Select(s => s.Key)];
        if (!booklet.Questionnaire.RandomServiceOrder) return keys;
        var state = unchecked((ulong)draft.Seed);
        for (var left = keys.Length; left > 1; left--)
        {
            var other = (int)(Draw(ref state) % (ulong)left);
            (keys[left - 1], keys[other]) = (keys[other], keys[left - 1]);
        }
        return keys;
    }

    /// <summary>SplitMix64 (Steele, Lea and Flood 2014): ours, because the order must stay the same over every runtime a draft lives through.</summary>
    private static ulong Draw(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }
}
