namespace SurveyHub.Features.Responding.Answers;

/// <summary>
/// What a page sends beside its answers: which button, what it showed. A question's field is named by its key, and no key begins with
/// <see cref="Mark"/>: whatever a survey calls its questions, none takes the place of one of these.
/// </summary>
public static class OwnFields
{
    public const char Mark = '-';

    public const string Go = "-go";
    public const string Language = "-lang";
    public const string Clear = "-clear";
    public const string Take = "-take";
    public const string Keep = "-keep";

    /// <summary>Lists the questions a form showed, where that does not follow from their being sent.</summary>
    public const string Shown = "-on";

    /// <summary>The draft's version from which the form was made; followed by a field's name, of that field alone.</summary>
    public const string Version = "-rev";

    /// <summary>What the form showed: <see cref="PostedPage.Rendered"/>.</summary>
    public const string Rendered = "-was";

    /// <summary>The page was shown again because its token was not good; this one's is new.</summary>
    public const string SentBack = "-again";

    /// <summary>The number of the page itself: what it has stored already, it may change.</summary>
    public const string Writer = "-me";
}
