using System.Globalization;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>Which questions of a page are shown, given the answers.</summary>
public static class ShownFields
{
    /// <summary>"I cannot judge this" is an answer, but lies nowhere on the scale: no comparison with a number may hold for it.</summary>
    private const string OffTheScale = "cannot judge";

    private static readonly string CannotJudge = Item.CannotJudge.ToString(CultureInfo.InvariantCulture);

    /// <param name="page">The page.</param>
    /// <param name="answer">The answer to a field, or null.</param>
    /// <returns>For every field of the page, whether it is shown. A hidden question counts as unanswered for those after it.</returns>
    public static bool[] Of(QuestionPage page, Func<string, string?> answer)
    {
        var shown = new bool[page.Fields.Count];
        for (var i = 0; i < shown.Length; i++)
            shown[i] = page.Fields[i].ShowIf is not { } rule || rule.Holds(question => AnswerTo(page, shown, i, question, answer));
        return shown;
    }

    public static bool[] Of(QuestionPage page, DraftAnswers draft) => Of(page, field => draft[field]);

    private static string? AnswerTo(QuestionPage page, bool[] shown, int before, string question, Func<string, string?> answer)
    {
        for (var i = 0; i < before; i++)
        {
            var field = page.Fields[i];
            if (field.Question != question) continue;
            if (!shown[i]) return null;
            return (field.Kind, answer(field.Name)) switch
            {
                (FieldKind.Rating, { } given) when given == CannotJudge => OffTheScale,
                (FieldKind.Number, { } given) when FieldReading.Number(given) is { } number => number.ToString(CultureInfo.InvariantCulture),
                (_, var given) => given,
            };
        }
        return null;
    }
}
