using System.Globalization;
using System.Text.Json;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>The properties and words that a survey file may have. <c>survey.schema.json</c> says the same to editors; a test compares them.</summary>
internal static class DefinitionShape
{
    public static readonly string[] Survey =
    [
        "survey", "languages", "organisation", "title", "purpose", "since_last_year", "minutes", "opens", "closes", "anonymity", "minimum_answers",
        "minimum_for_comments", "headline", "random_service_order", "providers", "services", "scales", "screener", "service_questions", "groups", "last_questions",
    ];

    public static readonly string[] Provider = ["key", "name"];
    public static readonly string[] Service = ["key", "name", "description", "provider", "owner", "group", "target", "active_from", "active_to"];
    public static readonly string[] Scale = ["key", "version", "options", "cannot_judge"];
    public static readonly string[] ScaleOption = ["code", "label", "role"];
    public static readonly string[] Question = ["key", "kind", "text", "help", "scale", "options", "required", "show_if", "minimum", "maximum", "maximum_length", "version"];
    public static readonly string[] Option = ["key", "code", "label", "exclusive"];
    public static readonly string[] Group = ["key", "name", "text", "source", "options"];
    public static readonly string[] ShowIf = ["all", "any"];
    public static readonly string[] Condition = ["question", "operator", "value"];

    /// <summary>Names that item keys and files need for themselves.</summary>
    public static readonly string[] KeptKeys =
        ["used", "group", "response_id", "survey", "edition", "year", "weight", "person_key", "language", "submitted_on", "status"];

    /// <summary>The words by which a file names an enum's members: <c>single_choice</c>.</summary>
    public static string WordFor<T>(T member) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString());

    public static IReadOnlyList<string> WordsFor<T>() where T : struct, Enum =>
        [.. Enum.GetValues<T>().OrderBy(m => Convert.ToInt32(m, CultureInfo.InvariantCulture)).Select(WordFor)];

    /// <summary>What a question of this kind may say beyond what every question says.</summary>
    public static string[] PropertiesOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Rating => ["scale", "required"],
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice => ["options", "required"],
        QuestionKind.Number => ["minimum", "maximum", "required"],
        QuestionKind.ShortText or QuestionKind.LongText => ["maximum_length", "required"],
        QuestionKind.Information => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
