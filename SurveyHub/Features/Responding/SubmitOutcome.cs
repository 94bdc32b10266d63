using SurveyHub.Features.Responding.Answers;

namespace SurveyHub.Features.Responding;

public abstract record SubmitOutcome
{
    /// <summary>Stored, now or when the same form came before: the same receipt again.</summary>
    public sealed record Sent(string Receipt) : SubmitOutcome;

    /// <summary>Somebody answered with this link, by another form than this one.</summary>
    public sealed record AlreadyAnswered : SubmitOutcome;
    public sealed record Incomplete(IReadOnlyList<AnswerProblem> Problems) : SubmitOutcome;

    /// <summary>What is stored is not what the customer saw when pressing the button.</summary>
    public sealed record ChangedElsewhere : SubmitOutcome;

    /// <summary>Nothing was begun with this link.</summary>
    public sealed record NotStarted : SubmitOutcome;

    /// <summary>The link cannot be used to answer now; nothing was stored.</summary>
    public sealed record NotAnswering(Visit Visit, VisitState State) : SubmitOutcome;
    public sealed record UnknownLink : SubmitOutcome;

    private SubmitOutcome() { }
}
