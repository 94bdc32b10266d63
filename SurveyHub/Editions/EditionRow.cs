using System.Text.Json;
using SurveyHub.Surveys;

namespace SurveyHub.Editions;

internal sealed record EditionRow
{
    public const string Columns = """
        edition_id, survey_key, year, status, origin, opens_on, closes_on, open_code,
        questionnaire_json, questionnaire_sha256, confirmed_breaks
        """;

    public int EditionId { get; init; }
    public required string SurveyKey { get; init; }
    public int Year { get; init; }
    public required string Status { get; init; }
    public required string Origin { get; init; }
    public DateOnly OpensOn { get; init; }
    public DateOnly ClosesOn { get; init; }
    public string? OpenCode { get; init; }
    public required string QuestionnaireJson { get; init; }
    public required string QuestionnaireSha256 { get; init; }
    public required string ConfirmedBreaks { get; init; }

    public Edition ToEdition(FrozenQuestionnaires frozen)
    {
        var questionnaire = frozen.Of(QuestionnaireSha256, QuestionnaireJson);
        return new()
        {
            EditionId = EditionId,
            Survey = SurveyKey,
            Year = Year,
            Status = Enum.Parse<EditionStatus>(Status, ignoreCase: true),
            Origin = Enum.Parse<EditionOrigin>(Origin, ignoreCase: true),
            OpensOn = OpensOn,
            ClosesOn = ClosesOn,
            OpenCode = OpenCode,
            Questionnaire = questionnaire.Questionnaire,
            QuestionnaireSha256 = QuestionnaireSha256,
            ConfirmedBreaks = JsonSerializer.Deserialize<string[]>(ConfirmedBreaks) ?? [],
            Items = questionnaire.Items,
        };
    }
}
