namespace SurveyHub.Features.Responding.Answers;

/// <summary>What keeps a customer on a page: required questions without an answer, and answers that cannot be meant.</summary>
public static class PageProblems
{
    public static IEnumerable<AnswerProblem> Of(QuestionPage page, DraftAnswers draft)
    {
        var shown = ShownFields.Of(page, draft);
        for (var i = 0; i < shown.Length; i++)
            if (shown[i] && Of(page.Step, page.Fields[i], draft[page.Fields[i].Name]) is { } problem)
                yield return problem;
    }

    private static AnswerProblem? Of(Step step, Field field, string? answer)
    {
        if (answer is null)
            return field switch
            {
                { Kind: FieldKind.Services } => new(step, field.Name, ProblemKind.NoServices),
                { IsRequired: true, Kind: not FieldKind.Information } => new(step, field.Name, ProblemKind.Missing),
                _ => null,
            };
        if (field.Kind == FieldKind.Number) return OfNumber(step, field, answer);
        return field.IsBoxes && Contradicts(field, answer) ? new(step, field.Name, ProblemKind.Contradiction) : null;
    }

    private static AnswerProblem? OfNumber(Step step, Field field, string answer) =>
        FieldReading.IsUnclear(answer) ? new(step, field.Name, ProblemKind.UnclearNumber)
        : FieldReading.Number(answer) is not { } number ? new(step, field.Name, ProblemKind.NotANumber)
        : number < field.Minimum ? new(step, field.Name, ProblemKind.TooSmall, field.Minimum)
        : number > field.Maximum ? new(step, field.Name, ProblemKind.TooLarge, field.Maximum)
        : null;

    private static bool Contradicts(Field field, string answer)
    {
        var ticked = answer.Split(',');
        return ticked.Length > 1 && ticked.Any(value => field.Option(value)?.IsExclusive == true);
    }
}
