using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>What is counted of one edition while its rows are checked; the preview is made of it.</summary>
internal sealed class EditionCounts(EditionPlan plan)
{
    private readonly int[] _answered = new int[plan.Bound.Count];
    private readonly int[] _cannotJudge = new int[plan.Bound.Count];
    private readonly int[] _skipped = new int[plan.Bound.Count];
    private readonly int[] _empty = new int[plan.Bound.Count];
    private readonly int[] _notShown = new int[plan.Bound.Count];

    public int Rows { get; private set; }
    public int Complete { get; private set; }

    /// <summary>Rows without a single answer.</summary>
    public int Blank { get; private set; }

    /// <summary>Somebody answered it, so it was asked. What nobody answered in a whole year was not.</summary>
    public IReadOnlySet<string> AskedFields =>
        plan.Bound.Index().Where(b => _answered[b.Index] + _cannotJudge[b.Index] + _skipped[b.Index] > 0).Select(b => b.Item.Item.Field).ToHashSet(StringComparer.Ordinal);

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
                _ => _notShown,
            })[i]++;
            if (states[i] <= ItemState.CannotJudge && plan.Bound[i].Item.Kind is not (ItemKind.Group or ItemKind.Usage)) answers++;
        }
        if (answers == 0) Blank++;
    }

    /// <summary>How often a state was found among the items that a condition picks.</summary>
    public (int Answered, int CannotJudge, int Skipped, int NotShown) Sum(Func<BoundItem, bool> picks, bool emptyIsNotShown)
    {
        var asked = AskedFields;
        var sum = (Answered: 0, CannotJudge: 0, Skipped: 0, NotShown: 0);
        foreach (var (i, item) in plan.Bound.Index().Where(b => picks(b.Item)))
        {
            var emptyIsSkipped = !emptyIsNotShown && asked.Contains(item.Item.Field);
            sum.Answered += _answered[i];
            sum.CannotJudge += _cannotJudge[i];
            sum.Skipped += _skipped[i] + (emptyIsSkipped ? _empty[i] : 0);
            sum.NotShown += _notShown[i] + (emptyIsSkipped ? 0 : _empty[i]);
        }
        return sum;
    }
}
