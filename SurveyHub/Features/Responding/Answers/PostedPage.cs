using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>
/// A page as it came back. It says which answers it showed when it was made (<see cref="Rendered"/>), so that a form that was
/// open for long, or in a second tab, undoes nothing that was said elsewhere in the meantime.
/// </summary>
public sealed class PostedPage
{
    /// <summary>Name of the hidden field that lists the questions a form showed, where that does not follow from their being sent.</summary>
    public const string ShownName = "on";

    /// <summary>Name of the hidden field with the draft's version from which the form was made; followed by a field's name, of that field alone.</summary>
    public const string VersionName = "rev";

    /// <summary>Name of the hidden field with <see cref="Rendered"/>.</summary>
    public const string RenderedName = "was";

    private readonly Func<string, StringValues> _form;
    private readonly StringValues _shown;
    private readonly string[] _rendered;
    private readonly int _version;

    private readonly bool _hasBrokenText;

    private PostedPage(QuestionPage page, Func<string, StringValues> form, bool hasBrokenText)
    {
        Page = page;
        _hasBrokenText = hasBrokenText;
        _form = form;
        _shown = form(ShownName);
        _version = Version(form(VersionName)) ?? 0;
        _rendered = form(RenderedName).ToString().Split('.');
        Readings = [.. page.Fields.Select(Read)];
    }

    public QuestionPage Page { get; }

    /// <summary>For every field of the page what was sent, null where nothing was: then nothing is said about it.</summary>
    public IReadOnlyList<FieldReading?> Readings { get; }

    public IEnumerable<AnswerProblem> Refusals => Readings.Select(r => r?.Refusal).OfType<AnswerProblem>();

    /// <param name="page">The page that was sent.</param>
    /// <param name="form">What was sent under a name.</param>
    /// <param name="hasBrokenText">Somewhere among it are bytes that are no text.</param>
    public static PostedPage Read(QuestionPage page, Func<string, StringValues> form, bool hasBrokenText = false) => new(page, form, hasBrokenText);

    /// <summary>What a form made from this draft shows in its fields, in four characters for each.</summary>
    public static string Rendered(QuestionPage page, DraftAnswers draft) => string.Join('.', page.Fields.Select(f => Digest(draft[f.Name] ?? "")));

    /// <summary>Whether the form showed a question that depends on other answers.</summary>
    public bool Showed(Field field) => field.ShowIf is null || _shown.Contains(field.Name);

    /// <summary>
    /// Puts what was sent into the draft. A field that was not sent stays. In a form older than the stored answer, what was
    /// left as it was shown stays stored as it is, and an empty text or an empty box takes nothing away.
    /// </summary>
    /// <param name="draft">The draft as it is now.</param>
    /// <param name="except">A field that is not to be read, because its answer is being taken back.</param>
    public void MergeInto(DraftAnswers draft, string? except = null)
    {
        for (var i = 0; i < Readings.Count; i++)
        {
            var field = Page.Fields[i];
            if (Readings[i] is not { Refusal: null } reading || field.Name == except) continue;
            var stored = draft[field.Name] ?? "";
            var isStale = draft.VersionOf(field.Name) > (Version(_form($"{VersionName}.{field.Name}")) ?? _version);
            if (!isStale) draft.Set(field.Name, reading.Value);
            else if (reading.Value.Length > 0 && !IsUntouched(i, reading.Value))
                draft.Set(field.Name, field.IsBoxes ? Together(field, stored, reading.Value) : reading.Value);
        }
    }

    private bool IsUntouched(int place, string value) => _rendered.Length == Readings.Count && _rendered[place] == Digest(value);

    private FieldReading? Read(Field field)
    {
        if (field.Kind == FieldKind.Information) return null;
        var sent = _form(field.Name);
        // A browser sends nothing for empty boxes; the form says beside them that they were there.
        return sent.Count == 0 && !(field.IsBoxes && _shown.Contains(field.Name)) ? null : FieldReading.Of(field, Page.Step, sent, _hasBrokenText);
    }

    private static string Together(Field field, string stored, string sent)
    {
        var ticked = stored.Split(',').Union(sent.Split(','), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var others = field.Options.Where(o => !o.IsExclusive && ticked.Contains(o.Value)).Select(o => o.Value).ToArray();
        return others.Length > 0 ? string.Join(',', others) : sent;
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
