using Microsoft.Extensions.Primitives;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>Questionnaires and forms for the customer's side: one of everything a page can ask.</summary>
internal static class AQuestionnaire
{
    /// <summary>Two services; a follow-up for poor ratings; every other kind of question at the end.</summary>
    public static Questionnaire Rich => A.Questionnaire("wifi", "printing", "desk") with
    {
        Languages = ["en", "de"],
        ServiceQuestions =
        [
            A.Rating("overall"),
            A.Rating("reliable", "How reliable is it?"),
            A.Comment("why") with { ShowIf = Rule(new ShowCondition("overall", ShowOperator.AtMost, "2")) },
            A.Comment(),
        ],
        Groups =
        [
            A.Group("department", GroupSource.Invitation, "medicine", "surgery", "chapel"),
            A.Group("role", GroupSource.Asked, "doctor", "nurse"),
        ],
        LastQuestions =
        [
            A.Rating(Questionnaire.OverallQuestion, "All in all?") with { Required = true },
            new() { Key = "hours", Kind = QuestionKind.Number, Text = A.Text("Hours lost?"), Minimum = 0, Maximum = 60 },
            new() { Key = "contact", Kind = QuestionKind.MultipleChoice, Text = A.Text("How did you hear?"), Options = [Option("mail", 1), Option("intranet", 2), Option("none", 3) with { Exclusive = true }] },
            new() { Key = "again", Kind = QuestionKind.SingleChoice, Text = A.Text("Again next year?"), Options = [Option("yes", 1), Option("no", 2)] },
            new() { Key = "note", Kind = QuestionKind.Information, Text = A.Text("Nearly done.") },
            new() { Key = "words", Kind = QuestionKind.ShortText, Text = A.Text("In one word?"), MaximumLength = 20 },
            A.Comment("last") with { MaximumLength = 10_000 },
        ],
    };

    public static ShowRule Rule(params ShowCondition[] conditions) => new() { All = true, Conditions = conditions };

    /// <summary>A form as a browser sends it: names with their values.</summary>
    public static Func<string, StringValues> Form(params (string Name, string Value)[] sent)
    {
        var values = sent.GroupBy(s => s.Name).ToDictionary(g => g.Key, g => new StringValues([.. g.Select(s => s.Value)]));
        return name => values.GetValueOrDefault(name);
    }

    public static DraftAnswers Draft(params (string Field, string Value)[] given)
    {
        var draft = DraftAnswers.New(7);
        foreach (var (field, value) in given) draft.Set(field, value);
        return draft.Stored();
    }

    private static ChoiceOption Option(string key, int code) => new() { Key = key, Code = code, Label = A.Text(key) };
}
