using SurveyHub.Features.Reporting.Drawing;

namespace SurveyHub.Features.Reporting.Framing;

/// <summary>
/// What an address asks for that there is not: an old link, or a slip of the hand. The page shows something else instead, and says so in the same words on every
/// page; a file cannot say so, and there is none. An address that asks for nothing is no question.
/// </summary>
/// <param name="Sentence">What is asked for.</param>
/// <param name="Shown">What the page shows instead.</param>
public sealed record Asked(string Sentence, string Shown)
{
    private const int Longest = 40;

    /// <param name="what">"an edition to compare with", "an order".</param>
    /// <param name="value">As the address has it.</param>
    /// <param name="isOffered">There is that.</param>
    /// <param name="shown">What is shown instead.</param>
    /// <returns>Null where nothing has to be said.</returns>
    public static Asked? For(string what, string? value, bool isOffered, string shown) => string.IsNullOrWhiteSpace(value) || isOffered
        ? null
        : new($"The address asks for {what} “{Lettering.Within(value.Length > Longest ? value[..Longest] + "…" : value)}”, which there is not here.", shown);
}
