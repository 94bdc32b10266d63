using System.Security.Cryptography;
using SurveyHub.Features.Responding.Answers;

namespace SurveyHub.Features.Responding.Pages;

/// <summary>A field as it is to be drawn.</summary>
/// <param name="Field">The question.</param>
/// <param name="Value">What stands in it.</param>
/// <param name="IsShown">Hidden ones are drawn too, so that the script can show them at once.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record FieldView(Field Field, string Value, bool IsShown, AnswerProblem? Problem)
{
    /// <summary>What is stored, where something else stands in the field.</summary>
    public string? Stored { get; init; }

    public bool Has(FieldOption option) =>
        Field.IsBoxes ? Value.Length > 0 && Value.Split(',').Contains(option.Value, StringComparer.Ordinal) : Value == option.Value;
}

/// <summary>A page of questions as it is to be drawn.</summary>
public sealed record PageView
{
    public required QuestionPage Page { get; init; }
    public required Journey Journey { get; init; }
    public required IReadOnlyList<FieldView> Fields { get; init; }

    /// <summary>The draft's version and what of it the form shows: <see cref="PostedPage"/>.</summary>
    public required string Version { get; init; }
    public required string Rendered { get; init; }

    /// <summary>The page's own number: <see cref="OwnFields.Writer"/>.</summary>
    public string Writer { get; init; } = RandomNumberGenerator.GetHexString(8, lowercase: true);

    /// <summary>The customer came from the review and goes back there.</summary>
    public bool ToReview { get; init; }

    /// <summary>All that was answered so far is stored.</summary>
    public bool IsSaved { get; init; }

    /// <summary>By the open link: the address of this page is the only way back to it.</summary>
    public bool MustKeepAddress { get; init; }

    public IEnumerable<AnswerProblem> Problems => Fields.Select(f => f.Problem).OfType<AnswerProblem>();

    /// <summary>A page as it is stored.</summary>
    public static PageView Of(QuestionPage page, Journey journey, DraftAnswers draft, IReadOnlyList<AnswerProblem> problems)
    {
        var shown = ShownFields.Of(page, draft);
        return new()
        {
            Page = page,
            Journey = journey,
            Fields =
            [
                .. page.Fields.Select((f, i) =>
                    new FieldView(f, draft[f.Name] ?? "", shown[i], problems.FirstOrDefault(p => p.Field == f.Name)) { Stored = draft[f.Name] }),
            ],
            Version = Text(draft.Version),
            Rendered = PostedPage.Rendered(page, draft),
            IsSaved = draft.HasAnswers,
        };
    }

    /// <summary>The same page with what was typed into it where that could not be stored, or nothing could.</summary>
    public PageView With(PostedPage posted, PageWish wish, bool everything) => this with
    {
        Writer = posted.Writer.Length > 0 ? posted.Writer : Writer,
        IsSaved = false,
        Fields =
        [
            .. Fields.Select((f, i) => posted.Readings[i] is { } reading && !wish.Is(WishKind.Clear, f.Field.Name) && (everything || f.Problem?.IsRefused == true)
                ? f with { Value = reading.Value, IsShown = f.IsShown || posted.Showed(f.Field) } : f),
        ],
    };

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
