using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>What is counted of one edition while its rows are checked; the preview is made of it.</summary>
internal sealed class EditionCounts(EditionPlan plan)
{
    private readonly int[] _answered = new int[plan.Bound.Count];
    private readonly int[] _cannotJudge = new int[plan.Bound.Count];
    private readonly int[] _skipped = new int[plan.Bound.Count];
    private readonly int[] _empty = new int[plan.Bound.Count];
    private readonly int[] _oneOfTwo = new int[plan.Bound.Count];
    private readonly int[] _notShown = new int[plan.Bound.Count];

    public int Rows { get; private set; }
    public int Complete { get; private set; }

    /// <summary>Rows without a single answer.</summary>
    public int Blank { get; private set; }

    /// <summary>Somebody answered it, so it was asked. What nobody answered in a whole year was not.</summary>
    public IReadOnlySet<string> AskedFields =>
        plan.Bound.Index().Where(b => IsAsked(b.Index)).Select(b => b.Item.Item.Field).ToHashSet(StringComparer.Ordinal);

    /// <summary>Somebody was asked in the new words of a bridge year.</summary>
    public bool HasNewWords => plan.Bound.Index().Any(b => b.Item.Item.Bridge is not null && IsAsked(b.Index));

    public void Add(IReadOnlyList<ItemState> states, bool complete)
    {
        Rows++;
        if (complete) Complete++;
        var answers = 0;
        for (var i = 0; i < states.Count; i++)
        {
            (states[i] switch
            {
                ItemState.Answered => _answered,
                ItemState.CannotJudge => _cannotJudge,
                ItemState.Skipped => _skipped,
                ItemState.Empty => _empty,
                ItemState.OneOfTwo => _oneOfTwo,
                _ => _notShown,
            })[i]++;
            if (states[i] <= ItemState.CannotJudge && plan.Bound[i].Item.Kind is not (ItemKind.Group or ItemKind.Usage)) answers++;
        }
        if (answers == 0) Blank++;
    }

    /// <summary>How often a state was found among the items that a condition picks.</summary>
    public (int Answered, int CannotJudge, int Skipped, int NotShown) Sum(Func<BoundItem, bool> picks, bool emptyIsNotShown)
    {
        var (asked, hasNewWords) = (AskedFields, HasNewWords);
        var sum = (Answered: 0, CannotJudge: 0, Skipped: 0, NotShown: 0);
        foreach (var (i, item) in plan.Bound.Index().Where(b => picks(b.Item)))
        {
            var emptyIsSkipped = !emptyIsNotShown && asked.Contains(item.Item.Field);
            sum.Answered += _answered[i];
            sum.CannotJudge += _cannotJudge[i];
            var (empty, notShown) = hasNewWords ? (_empty[i], _oneOfTwo[i]) : (_empty[i] + _oneOfTwo[i], 0);
            sum.Skipped += _skipped[i] + (emptyIsSkipped ? empty : 0);
            sum.NotShown += _notShown[i] + notShown + (emptyIsSkipped ? 0 : empty);
        }
        return sum;
    }

    private bool IsAsked(int at) => _answered[at] + _cannotJudge[at] + _skipped[at] > 0;
}
