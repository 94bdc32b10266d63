namespace SurveyHub.Surveys;

public enum ShowOperator
{
    Is,
    IsNot,

    /// <summary>A multiple choice has this option among its answers.</summary>
    Includes,
    AtLeast,
    AtMost,
    Answered,
}

/// <summary>One comparison of a question's answer with a value. A question not answered makes every comparison false, except "is not".</summary>
/// <param name="Question">Key of a question; within the rating template, of a question about the same service.</param>
/// <param name="Operator">How to compare.</param>
/// <param name="Value">Scale code, option key or number; empty for <see cref="ShowOperator.Answered"/>.</param>
public sealed record ShowCondition(string Question, ShowOperator Operator, string Value);

/// <summary>Show a question only if all (or any) of the conditions hold.</summary>
public sealed record ShowRule
{
    /// <summary>True: all must hold. False: one is enough.</summary>
    public required bool All { get; init; }
    public required IReadOnlyList<ShowCondition> Conditions { get; init; }

    /// <param name="answerTo">The raw answer to a question: a code, an option key, a number, or option keys joined by commas; null when unanswered.</param>
    public bool Holds(Func<string, string?> answerTo) =>
        All ? Conditions.All(c => Holds(c, answerTo(c.Question))) : Conditions.Any(c => Holds(c, answerTo(c.Question)));

    private static bool Holds(ShowCondition condition, string? answer) => condition.Operator switch
    {
        ShowOperator.Answered => !string.IsNullOrEmpty(answer),
        ShowOperator.Is => answer == condition.Value,
        ShowOperator.IsNot => answer != condition.Value,
        ShowOperator.Includes => answer?.Split(',').Contains(condition.Value, StringComparer.Ordinal) == true,
        ShowOperator.AtLeast => Judgement(answer) >= Number(condition.Value),
        ShowOperator.AtMost => Judgement(answer) <= Number(condition.Value),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"Cannot judge" is stored as a low number and is none: it is neither at most 2 nor at least 4.</summary>
    private static decimal? Judgement(string? answer) => Number(answer) is { } number and not Item.CannotJudge ? number : null;

    private static decimal? Number(string? text) =>
        decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
