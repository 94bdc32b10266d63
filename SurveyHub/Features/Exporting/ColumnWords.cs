namespace SurveyHub.Features.Exporting;

/// <summary>Our own labels of columns that no definition names: English, German, French and Arabic, and English for every other language.</summary>
internal sealed class ColumnWords(string language)
{
    public string Response => In("Response", "Antwort", "Réponse", "الإجابة");

    public string Survey => In("Survey", "Umfrage", "Enquête", "الاستبيان");

    public string Edition => In("Edition (year)", "Ausgabe (Jahr)", "Édition (année)", "الدورة (السنة)");

    public string IsComplete => In("Answered completely", "Vollständig beantwortet", "Réponse complète", "إجابة كاملة");

    public string SubmittedOn => In("Submitted on", "Abgeschickt am", "Envoyée le", "تاريخ الإرسال");

    public string Language => In("Language of the answer", "Sprache der Antwort", "Langue de la réponse", "لغة الإجابة");

    public string Person => In("Person (pseudonym)", "Person (Pseudonym)", "Personne (pseudonyme)", "الشخص (اسم مستعار)");

    public string Weight => In("Weight", "Gewicht", "Poids", "الوزن");

    /// <summary>The label of a column by its name in responses_wide.csv.</summary>
    public string Of(string column) => column switch
    {
        "response_id" => Response,
        "survey" => Survey,
        "edition" => Edition,
        "is_complete" => IsComplete,
        "submitted_on" => SubmittedOn,
        "language" => Language,
        "person_key" => Person,
        "weight" => Weight,
        _ => throw new System.Diagnostics.UnreachableException($"{column} is an item's."),
    };

    private string In(string english, string german, string french, string arabic) => language.Split('-')[0] switch
    {
        "de" => german,
        "fr" => french,
        "ar" => arabic,
        _ => english,
    };
}
