using Microsoft.Extensions.Primitives;

namespace SurveyHub.Features.Responding.Answers;

public enum WishKind
{
    Next,
    Back,

    /// <summary>On to the review, where the customer came from.</summary>
    Review,

    /// <summary>Stay: an answer is taken back, or the language changed.</summary>
    Stay,
}

/// <summary>What the button says that sent a page.</summary>
/// <param name="Kind">Where to go.</param>
/// <param name="Clear">The field whose answer is to be taken back.</param>
/// <param name="Language">The language to go on in.</param>
public sealed record PageWish(WishKind Kind, string? Clear = null, string? Language = null)
{
    public bool IsForward => Kind is WishKind.Next or WishKind.Review;

    public static PageWish Read(Func<string, StringValues> form)
    {
        if (form("clear") is [{ Length: > 0 } field, ..]) return new(WishKind.Stay, Clear: field);
        if (form("lang") is [{ Length: > 0 } language, ..]) return new(WishKind.Stay, Language: language);
        return new(form("go").ToString() switch
        {
            "back" => WishKind.Back,
            "review" => WishKind.Review,
            _ => WishKind.Next,
        });
    }
}
