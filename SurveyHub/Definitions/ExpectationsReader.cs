using SurveyHub.Definitions.Yaml;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>Reads which questions ask what customers expect: <c>expectations: { minimum: just_enough, desired: ideal }</c>.</summary>
internal sealed class ExpectationsReader(TextReading texts, Findings findings)
{
    /// <summary>Null when nothing is said of expectations, or when it is not said which questions ask for them.</summary>
    public Expectations? Read(MapReader survey)
    {
        if (survey.Node("expectations") is not { } node) return null;
        if (node is not YamlMap map)
        {
            findings.Error(node, "“expectations” of the survey does not say which questions ask what customers expect.", "Write expectations: { minimum: …, desired: … } with the keys of service questions.");
            return null;
        }
        var reader = new MapReader(map, "expectations", DefinitionShape.Expectations, texts, findings);
        var (minimum, desired) = (reader.Key("minimum"), reader.Key("desired"));
        return findings.Remember(new Expectations { Minimum = minimum, Desired = desired, Perceived = reader.Node("perceived") is null ? null : reader.Key("perceived") }, map);
    }

    /// <summary>Told of a question that does not exist, is no rating, stands twice, gives the service its share, or is on another scale.</summary>
    public static void Check(Questionnaire questionnaire, Findings findings)
    {
        if (questionnaire.Expectations is not { } expectations) return;
        var perceived = questionnaire.ServiceQuestions.FirstOrDefault(q => q.Key == expectations.Perceived) ?? questionnaire.MainRating;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (property, key) in new[] { ("perceived", expectations.Perceived), ("minimum", expectations.Minimum), ("desired", expectations.Desired) })
        {
            if (string.IsNullOrEmpty(key)) continue;
            var at = findings.Place(expectations, property);
            if (findings.Blames(at)) continue;
            var question = questionnaire.ServiceQuestions.FirstOrDefault(q => q.Key == key);
            if (question is null)
                findings.Error(at, $"There is no service question “{key}” for “{property}” of the expectations.", NearestWord.Hint(key, Ratings(questionnaire)));
            else if (question.Kind != QuestionKind.Rating)
                findings.Error(at, $"“{key}” is no rating, so it cannot be “{property}” of the expectations.", NearestWord.Hint(key, Ratings(questionnaire)));
            else if (!seen.Add(key))
                findings.Error(at, $"The expectations name “{key}” twice.", "What would just do, what is wished for and what is had are three questions.");
            else if (property != "perceived" && question == questionnaire.MainRating)
                findings.Error(at, $"“{key}” gives each service its share, so it cannot ask what customers expect.", "Name another rating, or write it behind the rating that asks how good the service is.");
            else if (perceived is { Kind: QuestionKind.Rating } && question.Scale != perceived.Scale)
                findings.Error(at, $"“{key}” is rated on the scale “{question.Scale}”, and “{perceived.Key}” on “{perceived.Scale}”: there is no difference between two scales.", $"Write scale: {perceived.Scale} for both.");
        }
    }

    private static IEnumerable<string> Ratings(Questionnaire questionnaire) => questionnaire.ServiceQuestions.Where(q => q.Kind == QuestionKind.Rating).Select(q => q.Key);
}
