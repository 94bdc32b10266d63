namespace SurveyHub.Features.Responding.Answers;

/// <summary>
/// What a page sends beside its answers: which button, what it showed. A question's field is named by its key, and no key begins with
/// <see cref="Mark"/>: whatever a survey calls its questions, none takes the place of one of these.
/// </summary>
public static class OwnFields
{
    public const char Mark = '-';

    public const string Go = "-go";

    /// <summary>What <see cref="Go"/> says to delete what was left behind.</summary>
    public const string Forget = "-forget";
    public const string Language = "-lang";
    public const string Clear = "-clear";
    public const string Take = "-take";
    public const string Keep = "-keep";

    /// <summary>Lists the questions a form showed, where that does not follow from their being sent.</summary>
    public const string Shown = "-on";

    /// <summary>Lists the answers beside which the form shows another window's, to choose between.</summary>
    public const string Undecided = "-open";

    /// <summary>Lists the questions that depend on others and that the page was made with, whatever was shown of them since.</summary>
    public const string Made = "-had";

    /// <summary>The draft's version from which the form was made; followed by a field's name, of that field alone.</summary>
    public const string Version = "-rev";

    /// <summary>What the form showed: <see cref="PostedPage.Rendered"/>.</summary>
    public const string Rendered = "-was";

    /// <summary>The page was shown again because its token was not good; this one's is new.</summary>
    public const string SentBack = "-again";

    /// <summary>The number of the page itself: what it has stored already, it may change.</summary>
    public const string Writer = "-me";
}
