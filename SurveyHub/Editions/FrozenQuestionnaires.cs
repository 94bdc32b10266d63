using System.Collections.Concurrent;
using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Editions;

/// <summary>A questionnaire as it was frozen, with its items numbered.</summary>
public sealed record FrozenQuestionnaire(Questionnaire Questionnaire, ItemList Items, string Sha256);

/// <summary>Frozen questionnaires by their hash. What is frozen never changes, so it is read once and kept.</summary>
public sealed class FrozenQuestionnaires
{
    private readonly ConcurrentDictionary<string, FrozenQuestionnaire> _bySha256 = new(StringComparer.Ordinal);

    public FrozenQuestionnaire Of(string sha256, string json) =>
        _bySha256.GetOrAdd(sha256, static (hash, text) =>
        {
            var questionnaire = QuestionnaireJson.Read(text);
            return new(questionnaire, ItemList.Of(questionnaire), hash);
        }, json);

    /// <summary>The questionnaire, if it was read before.</summary>
    public FrozenQuestionnaire? Known(string sha256) => _bySha256.GetValueOrDefault(sha256);
}
