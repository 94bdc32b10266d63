using System.Globalization;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>What became of an item in one response.</summary>
internal enum ItemState
{
    Answered,
    CannotJudge,

    /// <summary>Shown and left empty.</summary>
    Skipped,

    /// <summary>The cell is empty, and the questionnaire would have shown the item: skipped, unless nobody answered it in that year.</summary>
    Empty,

    /// <summary>Empty in either of two wordings: not shown, unless nobody was asked in the new words in that year; then as <see cref="Empty"/>.</summary>
    OneOfTwo,
    NotShown,
}

/// <summary>Decides for the empty cells of a row whether their items were shown, as the questionnaire itself would have.</summary>
internal sealed class ShownItems
{
    private readonly EditionPlan _plan;
    private readonly ItemState[] _states;
    private readonly Dictionary<string, int[]> _byField;

    public ShownItems(EditionPlan plan)
    {
        _plan = plan;
        _states = new ItemState[plan.Bound.Count];
        _byField = plan.Bound.Index().GroupBy(b => b.Item.Item.Field, b => b.Index, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);
    }

    /// <summary>One state for each bound item. Valid until the next call.</summary>
    public IReadOnlyList<ItemState> Of(ResponseRow row)
    {
        for (var i = 0; i < _states.Length; i++) _states[i] = StateOf(row, i);
        return _states;
    }

    /// <summary>The response answers everything that it had to (AAPOR: complete).</summary>
    public bool IsComplete(IReadOnlyList<ItemState> states)
    {
        for (var i = 0; i < states.Count; i++)
            if (states[i] is ItemState.Empty or ItemState.Skipped or ItemState.OneOfTwo && _plan.Bound[i].Question is { Required: true }) return false;
        return true;
    }

    private ItemState StateOf(ResponseRow row, int i)
    {
        var item = _plan.Bound[i];
        return row.Cells[i] switch
        {
            { Kind: CellKind.Code, Code: Item.CannotJudge } => ItemState.CannotJudge,
            { IsAnswer: true } => ItemState.Answered,
            { Kind: CellKind.Skipped } => ItemState.Skipped,
            _ when item.Usage >= 0 && row.Cells[item.Usage] is { Kind: CellKind.Code, Code: 0 } => ItemState.NotShown,
            _ when item.Question?.ShowIf is { } rule && !rule.Holds(question => AnswerInAnyWords(row, item.Item.Service, question)) => ItemState.NotShown,
            // Whoever was asked in these words was not asked in the others; of an empty pair nobody can tell which was asked.
            _ when item.OtherWords >= 0 => row.Cells[item.OtherWords].Kind == CellKind.Empty ? ItemState.OneOfTwo : ItemState.NotShown,
            _ => ItemState.Empty,
        };
    }

    private string? AnswerInAnyWords(ResponseRow row, string? service, string question)
    {
        if (RawAnswer(row, service, question) is { } answer) return answer;
        return _plan.Bound.FirstOrDefault(b => b.Item.Service == service && b.Item.Bridge == question) is { } other ? RawAnswer(row, service, other.Item.Question) : null;
    }

    /// <summary>An answer as show-if rules compare it: a code, an option's key, a number, option keys joined by commas.</summary>
    private string? RawAnswer(ResponseRow row, string? service, string question)
    {
        if (!_byField.TryGetValue(service is null ? question : $"{service}.{question}", out var fields)) return null;
        if (_plan.Bound[fields[0]].Item.Kind == ItemKind.Selected)
        {
            var ticked = fields.Where(f => row.Cells[f] is { Kind: CellKind.Code, Code: 1 }).Select(f => _plan.Bound[f].Item.Option);
            return string.Join(',', ticked) is { Length: > 0 } keys ? keys : null;
        }
        return row.Cells[fields[0]] switch
        {
            { Kind: CellKind.Code, Code: Item.CannotJudge } => null,
            { Kind: CellKind.Code, Code: var code } when _plan.Bound[fields[0]].Item.Kind == ItemKind.SingleChoice =>
                _plan.Bound[fields[0]].Question!.Options.First(o => o.Code == code).Key,
            { Kind: CellKind.Code, Code: var code } => code.ToString(CultureInfo.InvariantCulture),
            { Kind: CellKind.Number, Number: var number } => number.ToString(CultureInfo.InvariantCulture),
            { Kind: CellKind.Text, Text: var text } => text,
            _ => null,
        };
    }
}
