using System.Globalization;
using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions.Checks;

/// <summary>A show-if rule looks back only, at a question that can give such an answer.</summary>
internal sealed class ShowRuleChecks(Questionnaire questionnaire, Findings findings)
{
    public void Run()
    {
        Check(questionnaire.ServiceQuestions, "service questions");
        Check(questionnaire.LastQuestions, "last questions");
    }

    private void Check(IReadOnlyList<Question> questions, string where)
    {
        foreach (var (place, question) in questions.Index())
            foreach (var condition in question.ShowIf?.Conditions ?? [])
                Check(condition, question, [.. questions.Take(place)], [.. questions.Skip(place)], where);
    }

    private void Check(ShowCondition condition, Question question, IReadOnlyList<Question> earlier, IReadOnlyList<Question> later, string where)
    {
        if (condition.Question == "") return;
        if (earlier.FirstOrDefault(q => q.Key == condition.Question) is { } asked)
        {
            CheckOperator(condition, asked);
            return;
        }
        var at = findings.Place(condition, "question");
        if (condition.Question == question.Key)
            findings.Error(at, $"“{question.Key}” is shown depending on itself.", "Name an earlier question.");
        else if (later.Any(q => q.Key == condition.Question))
            findings.Error(at, $"“{condition.Question}” is asked after “{question.Key}”, so it has no answer yet.", $"Move “{condition.Question}” before “{question.Key}”, or name an earlier question.");
        else
            findings.Error(at, $"There is no question “{condition.Question}” among the {where} before “{question.Key}”.", earlier.Count == 0
                ? "Delete show_if: nothing has been asked before."
                : NearestWord.Hint(condition.Question, earlier.Select(q => q.Key)));
    }

    private void CheckOperator(ShowCondition condition, Question asked)
    {
        var allowed = OperatorsFor(asked.Kind);
        if (findings.Place(condition, "operator") is not YamlText @operator || findings.Blames(@operator)) return;
        if (!allowed.Contains(condition.Operator))
            findings.Error(@operator, $"“{asked.Key}” is a question of the kind {DefinitionShape.WordFor(asked.Kind)} and cannot be compared by {DefinitionShape.WordFor(condition.Operator)}.",
                allowed.Length == 0 ? "Name another question: this one asks nothing." : $"Write {NearestWord.Either([.. allowed.Select(DefinitionShape.WordFor)])}.");
        else if (findings.Place(condition, "value") is YamlText value && condition.Operator != ShowOperator.Answered)
            CheckValue(condition.Value, value, asked);
    }

    private void CheckValue(string value, YamlText at, Question asked)
    {
        var possible = asked.Kind switch
        {
            QuestionKind.Rating => questionnaire.Scale(asked.Scale)?.Options.Select(o => o.Code.ToString(CultureInfo.InvariantCulture)),
            QuestionKind.SingleChoice or QuestionKind.MultipleChoice => asked.Options.Select(o => o.Key),
            _ => null,
        };
        if (possible?.Any() == true && !possible.Contains(value))
            findings.Error(at, $"“{value}” is no answer to “{asked.Key}”.", asked.Kind == QuestionKind.Rating
                ? $"Write {NearestWord.Either([.. possible])}."
                : NearestWord.Hint(value, possible));
        if (asked.Kind == QuestionKind.Number && !decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _))
            findings.Error(at, $"“{value}” is no answer to “{asked.Key}”, which asks for a number.", "Write a number.");
    }

    private static ShowOperator[] OperatorsFor(QuestionKind kind) => kind switch
    {
        QuestionKind.Rating => [ShowOperator.Is, ShowOperator.IsNot, ShowOperator.AtLeast, ShowOperator.AtMost, ShowOperator.Answered],
        QuestionKind.SingleChoice => [ShowOperator.Is, ShowOperator.IsNot, ShowOperator.Answered],
        QuestionKind.MultipleChoice => [ShowOperator.Includes, ShowOperator.Answered],
        // Numbers are compared as numbers: "is" would tell 2 from 2.0.
        QuestionKind.Number => [ShowOperator.AtLeast, ShowOperator.AtMost, ShowOperator.Answered],
        QuestionKind.ShortText or QuestionKind.LongText => [ShowOperator.Answered],
        QuestionKind.Information => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
