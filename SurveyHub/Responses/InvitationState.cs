namespace SurveyHub.Responses;

/// <summary>
/// Two things that one row of the list keeps: what staff said of a person, and how far the person has come. Whatever is shown of the one
/// must not depend on the other, or taking somebody off the list would say whether they had answered.
/// </summary>
/// <param name="Disposition">Staff's word over whoever has not answered; of whoever has, that they did.</param>
/// <param name="Earlier">Over an answer: staff's word (the answer itself once more: taken off). Under staff's word: how far the person has come. Null where staff said nothing, or where nobody could answer yet.</param>
public readonly record struct InvitationState(Disposition Disposition, Disposition? Earlier)
{
    /// <summary>As staff let the person stand: invited, or what they said.</summary>
    public Disposition Standing => (Disposition, Earlier) switch
    {
        (var word, _) when IsWord(word) => word,
        (_, null) => Disposition.Invited,
        (_, Disposition.Refused) => Disposition.Refused,
        (_, { } earlier) when IsAnswer(earlier) => Disposition.Ineligible,
        // Whoever begins or answers although their address was thought undeliverable keeps that word over them.
        _ => Disposition.Undeliverable,
    };

    /// <summary>How far the person has come, whatever staff say.</summary>
    public Disposition Reached => !IsWord(Disposition) ? Disposition : Earlier is { } earlier && !IsWord(earlier) ? earlier : Disposition.Invited;

    public bool HasAnswered => IsAnswer(Disposition);

    public static InvitationState Of(string disposition, string? earlier) => new(Parse(disposition), earlier is null ? null : Parse(earlier));

    private static bool IsWord(Disposition disposition) => disposition is Disposition.Ineligible or Disposition.Refused or Disposition.Undeliverable;

    private static bool IsAnswer(Disposition disposition) => disposition is Disposition.Answered or Disposition.Complete or Disposition.Partial;

    private static Disposition Parse(string word) => Enum.Parse<Disposition>(word, ignoreCase: true);
}
