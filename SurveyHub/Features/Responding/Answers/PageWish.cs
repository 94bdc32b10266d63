using Microsoft.Extensions.Primitives;

namespace SurveyHub.Features.Responding.Answers;

public enum WishKind
{
    Next,
    Back,

    /// <summary>On to the review, where the customer came from.</summary>
    Review,

    /// <summary>Stay, in another language.</summary>
    Speak,

    /// <summary>Stay, and take an answer back.</summary>
    Clear,

    /// <summary>Stay with the answer that another page has stored.</summary>
    Take,

    /// <summary>Stay with the answer of this page, although another one has stored another.</summary>
    Keep,
}

/// <summary>What the button says that sent a page.</summary>
/// <param name="Kind">Where to go.</param>
/// <param name="Field">The field that it is about.</param>
/// <param name="Language">The language to go on in.</param>
public sealed record PageWish(WishKind Kind, string? Field = null, string? Language = null)
{
    private static readonly (WishKind Kind, string Name)[] AboutFields =
        [(WishKind.Clear, OwnFields.Clear), (WishKind.Take, OwnFields.Take), (WishKind.Keep, OwnFields.Keep)];

    public bool IsForward => Kind is WishKind.Next or WishKind.Review;

    /// <summary>The button stands beside one question and says nothing of the others.</summary>
    public bool IsAboutField => Kind is WishKind.Clear or WishKind.Take or WishKind.Keep;

    /// <param name="page">The page that was sent; what is not about one of its fields is no wish.</param>
    /// <param name="form">What was sent under a name.</param>
    public static PageWish Read(QuestionPage page, Func<string, StringValues> form)
    {
        foreach (var (kind, button) in AboutFields)
            if (form(button) is [{ Length: > 0 } name, ..]) return new(kind, page.Field(name)?.Name);
        if (form(OwnFields.Language) is [{ Length: > 0 } language, ..]) return new(WishKind.Speak, Language: language);
        return new(form(OwnFields.Go).ToString() switch
        {
            "back" => WishKind.Back,
            "review" => WishKind.Review,
            _ => WishKind.Next,
        });
    }

    /// <summary>Whether the button is this one, and about this field.</summary>
    public bool Is(WishKind kind, string field) => Kind == kind && Field == field;
}
