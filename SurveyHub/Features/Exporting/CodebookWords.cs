using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>Our own words for values that no definition names, in the languages that customers' pages have; English in every other.</summary>
internal sealed class CodebookWords(Questionnaire questionnaire)
{
    public LocalText No => In("no", "nein", "non", "لا");

    public LocalText Yes => In("yes", "ja", "oui", "نعم");

    public LocalText NoAnswer => In("no answer", "keine Antwort", "pas de réponse", "لا توجد إجابة");

    private LocalText In(string english, string german, string french, string arabic) =>
        new(questionnaire.Languages.Select(language => KeyValuePair.Create(language, language.Split('-')[0] switch
        {
            "de" => german,
            "fr" => french,
            "ar" => arabic,
            _ => english,
        })));
}
