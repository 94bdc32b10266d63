using SurveyHub.Features.Reporting.Drawing;

namespace SurveyHub.Features.Reporting.Framing;

/// <summary>
/// What an address asks for that there is not: an old link, or a slip of the hand. The page shows something else instead, and says so in the same words on every
/// page; an address that asks for nothing is no question.
/// </summary>
public static class Asked
{
    private const int Longest = 40;

    /// <param name="what">"an edition to compare with", "an order".</param>
    /// <param name="value">As the address has it.</param>
    /// <param name="isOffered">There is that.</param>
    /// <param name="shown">What is shown instead.</param>
    /// <returns>Null where nothing has to be said.</returns>
    public static string? For(string what, string? value, bool isOffered, string shown) => string.IsNullOrWhiteSpace(value) || isOffered
        ? null
        : $"The address asks for {what} “{Lettering.Within(value.Length > Longest ? value[..Longest] + "…" : value)}”, which there is not here. Shown is {shown}.";
}
