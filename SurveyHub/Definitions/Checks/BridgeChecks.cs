using SurveyHub.Surveys;

namespace SurveyHub.Definitions.Checks;

/// <summary>A bridge sets two wordings of one rating side by side: both are asked of everybody's half, on one scale, in one place.</summary>
internal sealed class BridgeChecks(Questionnaire questionnaire, Findings findings)
{
    private const string OneWording = "A bridge compares two wordings of one question.";

    public void Run()
    {
        Check(questionnaire.ServiceQuestions, "service question");
        Check(questionnaire.LastQuestions, "last question");
    }

    private void Check(IReadOnlyList<Question> questions, string what)
    {
        var bridged = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (place, question) in questions.Index().Where(q => q.Item is { Kind: QuestionKind.Rating, Bridge.Length: > 0 }))
            Check(question, [.. questions.Take(place)], what, bridged);
    }

    private void Check(Question question, IReadOnlyList<Question> earlier, string what, HashSet<string> bridged)
    {
        var at = findings.Place(question, "bridge");
        if (findings.Blames(at)) return;
        var old = earlier.FirstOrDefault(q => q.Key == question.Bridge);
        if (old is null)
            findings.Error(at, $"There is no {what} “{question.Bridge}” before “{question.Key}”.", NearestWord.Hint(question.Bridge!, earlier.Where(q => q is { Kind: QuestionKind.Rating, Bridge: null }).Select(q => q.Key)));
        else if (old.Kind != QuestionKind.Rating)
            findings.Error(at, $"“{old.Key}” is no rating, so there is no share that two wordings could be compared by.", "Delete bridge, and raise version if the meaning changes.");
        else if (old.Bridge is not null)
            findings.Error(at, $"“{old.Key}” itself is asked in the place of “{old.Bridge}”.", $"{OneWording} Name the question with the old words.");
        else if (!bridged.Add(old.Key))
            findings.Error(at, $"Another question is asked in the place of “{old.Key}” already.", OneWording);
        else if (old.Scale != question.Scale)
            findings.Error(at, $"“{question.Key}” is rated on the scale “{question.Scale}”, and “{old.Key}” on “{old.Scale}”: a difference would not be one of the words.", $"Write scale: {old.Scale} for both.");
        else if (old.Required != question.Required)
            findings.Error(at, $"“{(old.Required ? old : question).Key}” must be answered and “{(old.Required ? question : old).Key}” need not, so the two halves would not be alike.", "Write the same under required for both.");
        else if (old.ShowIf is not null || question.ShowIf is not null)
            findings.Error(at, $"“{(old.ShowIf is null ? question : old).Key}” is shown depending on other answers, so the two halves would not be alike.", "Only questions that everybody is asked can have a bridge: delete show_if, or the bridge.");
        else if (questionnaire.Expectations is { } expected && (expected.Include(question.Key) || expected.Include(old.Key) || (expected.Perceived ?? questionnaire.MainRating?.Key) is { } perceived && (perceived == question.Key || perceived == old.Key)))
            findings.Error(at, $"The expectations need all three answers of one person, and half of the customers are not asked “{old.Key}”.", "Ask what customers expect in another year than the bridge.");
    }
}
