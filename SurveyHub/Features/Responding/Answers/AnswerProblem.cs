namespace SurveyHub.Features.Responding.Answers;

public enum ProblemKind
{
    /// <summary>A required question has no answer.</summary>
    Missing,

    /// <summary>Nothing is ticked, not even "none of these".</summary>
    NoServices,

    /// <summary>The questionnaire has no such service.</summary>
    UnknownService,

    /// <summary>The question has no such option.</summary>
    UnknownOption,

    /// <summary>Longer than is kept. Arguments: characters accepted, characters sent.</summary>
    TooLong,

    /// <summary>Bytes that are no text in UTF-8 arrived as replacement characters.</summary>
    Unreadable,
    NotANumber,

    /// <summary>One separator and three digits behind it: a thousand, or a fraction?</summary>
    UnclearNumber,

    /// <summary>Argument: the lowest number.</summary>
    TooSmall,

    /// <summary>Argument: the highest number.</summary>
    TooLarge,

    /// <summary>"None of these" together with others.</summary>
    Contradiction,

    /// <summary>Another page has stored another answer since this one was shown.</summary>
    ChangedElsewhere,
}

/// <summary>What is wrong with one answer.</summary>
/// <param name="Step">The page where it can be put right.</param>
/// <param name="Field">The field's name.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Limit">The limit that was passed, if it is one.</param>
/// <param name="Given">How much was sent, if that helps.</param>
public sealed record AnswerProblem(Step Step, string Field, ProblemKind Kind, decimal? Limit = null, int? Given = null)
{
    /// <summary>Any answer puts it right, so the page may take its word back at once.</summary>
    public bool IsDoneByTicking => Kind is ProblemKind.Missing or ProblemKind.NoServices;

    /// <summary>It was not stored, because it could not be: the page alone still holds it.</summary>
    public bool IsRefused => Kind is ProblemKind.UnknownService or ProblemKind.UnknownOption or ProblemKind.TooLong or ProblemKind.Unreadable or ProblemKind.ChangedElsewhere;
}
