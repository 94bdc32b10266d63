using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>
/// A page as it came back. It says which answers it showed when it was made (<see cref="Rendered"/>), so that a form that was
/// open for long, or in a second tab, undoes nothing that was said elsewhere in the meantime.
/// </summary>
public sealed class PostedPage
{
    private const int LongestWriter = 16;

    private readonly Func<string, StringValues> _form;
    private readonly StringValues _shown;
    private readonly StringValues _made;
    private readonly StringValues _undecided;
    private readonly string[] _rendered;
    private readonly int _version;

    private readonly bool _hasBrokenText;

    private PostedPage(QuestionPage page, Func<string, StringValues> form, bool hasBrokenText)
    {
        Page = page;
        _hasBrokenText = hasBrokenText;
        _form = form;
        _shown = form(OwnFields.Shown);
        _made = form(OwnFields.Made);
        _undecided = form(OwnFields.Undecided);
        _version = Version(form(OwnFields.Version)) ?? 0;
        _rendered = form(OwnFields.Rendered).ToString().Split('.');
        Writer = WriterOf(form(OwnFields.Writer));
        Readings = [.. page.Fields.Select(Read)];
    }

    public QuestionPage Page { get; }

    public string Writer { get; }

    /// <summary>For every field of the page what was sent, null where nothing was: then nothing is said about it.</summary>
    public IReadOnlyList<FieldReading?> Readings { get; }

    /// <summary>What was sent in somebody's own words.</summary>
    public IEnumerable<string> Written => Readings.Zip(Page.Fields).Where(f => f.Second.Kind is FieldKind.ShortText or FieldKind.LongText && f.First?.Value.Length > 0).Select(f => f.First!.Value.Value);

    public IEnumerable<AnswerProblem> Refusals => Readings.Select(r => r?.Refusal).OfType<AnswerProblem>();

    /// <param name="page">The page that was sent.</param>
    /// <param name="form">What was sent under a name.</param>
    /// <param name="hasBrokenText">Somewhere among it are bytes that are no text.</param>
    public static PostedPage Read(QuestionPage page, Func<string, StringValues> form, bool hasBrokenText = false) => new(page, form, hasBrokenText);

    public static string WriterOf(StringValues sent) => sent is [{ Length: <= LongestWriter } writer] ? writer : "";

    /// <summary>What a form made from this draft shows in its fields, in four characters for each.</summary>
    public static string Rendered(QuestionPage page, DraftAnswers draft) => string.Join('.', page.Fields.Select(f => Digest(draft[f.Name] ?? "")));

    /// <summary>Whether the form showed a question that depends on other answers.</summary>
    public bool Showed(Field field) => field.ShowIf is null || _shown.Contains(field.Name);

    /// <summary>Whether the form was made with a question: a browser that has hidden it since is not asked once more.</summary>
    public bool WasMadeWith(Field field) => _made.Contains(field.Name);

    /// <summary>
    /// Puts what was sent into the draft. A field that was not sent stays. Where another page has stored an answer since this form
    /// was made, what was left as it was shown stays stored as it is, and what was changed here too is not stored: both are to be seen.
    /// </summary>
    /// <param name="draft">The draft as it is now.</param>
    /// <param name="wish">The button that was pressed.</param>
    /// <returns>The fields that were changed here and elsewhere.</returns>
    public IReadOnlyList<AnswerProblem> MergeInto(DraftAnswers draft, PageWish wish)
    {
        draft.Writer = Writer;
        var conflicts = new List<AnswerProblem>();
        for (var i = 0; i < Readings.Count; i++)
        {
            var name = Page.Fields[i].Name;
            if (wish.Is(WishKind.Take, name)) continue;
            if (wish.Is(WishKind.Clear, name))
            {
                if (!WasChangedElsewhere(draft, name) || draft[name] is null) draft.Set(name, "");
                else conflicts.Add(new(Page.Step, name, ProblemKind.ChangedElsewhere));
            }
            else if (Readings[i] is { Refusal: null } reading && (IsToBeDecided(draft, name, reading.Value, wish) || !Merge(draft, i, reading.Value, wish.Is(WishKind.Keep, name))))
                conflicts.Add(new(Page.Step, name, ProblemKind.ChangedElsewhere));
        }
        return conflicts;
    }

    /// <summary>Choosing between two answers to one question chooses nothing for the others that stand open beside it.</summary>
    private bool IsToBeDecided(DraftAnswers draft, string field, string value, PageWish wish) =>
        wish.IsAboutField && !wish.Is(WishKind.Keep, field) && _undecided.Contains(field) && (draft[field] ?? "") != value;

    /// <returns>False when two different answers were given.</returns>
    private bool Merge(DraftAnswers draft, int place, string value, bool isChosen)
    {
        var field = Page.Fields[place];
        var stored = draft[field.Name] ?? "";
        if (stored == value) return true;
        if (isChosen || !WasChangedElsewhere(draft, field.Name))
        {
            draft.Set(field.Name, value);
            return true;
        }
        var shown = _rendered.Length == Readings.Count ? _rendered[place] : null;
        if (value.Length == 0 ? shown is null or "" : shown == Digest(value)) return true;
        if (shown is not "" || !field.IsBoxes || Together(field, stored, value) is not { } both) return false;
        draft.Writer = "";
        draft.Set(field.Name, both);
        draft.Writer = Writer;
        return true;
    }

    private bool WasChangedElsewhere(DraftAnswers draft, string field) =>
        draft.WasChangedElsewhere(field, Version(_form($"{OwnFields.Version}.{field}")) ?? _version, Writer);

    private FieldReading? Read(Field field)
    {
        if (field.Kind == FieldKind.Information) return null;
        var sent = _form(field.Name);
        // A browser sends nothing for empty boxes; the form says beside them that they were there.
        return sent.Count == 0 && !(field.IsBoxes && _shown.Contains(field.Name)) ? null : FieldReading.Of(field, Page.Step, sent, _hasBrokenText);
    }

    /// <summary>Boxes ticked in two forms that both showed none; null when they rule each other out.</summary>
    private static string? Together(Field field, string stored, string sent)
    {
        var ticked = stored.Split(',').Union(sent.Split(','), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        FieldOption[] both = [.. field.Options.Where(o => ticked.Contains(o.Value))];
        return both.Any(o => o.IsExclusive) ? null : string.Join(',', both.Select(o => o.Value));
    }

    private static int? Version(StringValues text) =>
        int.TryParse(text.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    /// <summary>FNV-1a, 24 bits of it: enough to see whether somebody touched a field.</summary>
    private static string Digest(string value)
    {
        if (value.Length == 0) return "";
        var hash = 2166136261u;
        foreach (var character in value) hash = unchecked((hash ^ character) * 16777619u);
        return Convert.ToBase64String([(byte)(hash >> 16), (byte)(hash >> 8), (byte)hash]).Replace('+', '-').Replace('/', '_');
    }
}
