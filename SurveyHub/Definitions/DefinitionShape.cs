using System.Globalization;
using System.Text.Json;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Definitions;

/// <summary>The properties and words that a survey file may have. <c>survey.schema.json</c> says the same to editors; a test compares them.</summary>
public static class DefinitionShape
{
    public static IReadOnlyList<string> Survey { get; } =
    [
        "survey", "languages", "organisation", "title", "purpose", "since_last_year", "minutes", "opens", "closes", "anonymity", "minimum_answers",
        "minimum_for_comments", "headline", "random_service_order", "providers", "services", "scales", "screener", "service_questions", "groups", "last_questions", "lineage",
        "weighting", "census", "protect_unanimous", "target", "expectations",
    ];

    public static IReadOnlyList<string> Provider { get; } = ["key", "name"];
    public static IReadOnlyList<string> Service { get; } = ["key", "name", "description", "provider", "owner", "group", "target", "active_from", "active_to"];
    public static IReadOnlyList<string> Scale { get; } = ["key", "version", "options", "cannot_judge"];
    public static IReadOnlyList<string> ScaleOption { get; } = ["code", "label", "role"];
    public static IReadOnlyList<string> Question { get; } = ["key", "kind", "text", "help", "scale", "options", "required", "show_if", "minimum", "maximum", "maximum_length", "version", "bridge"];
    public static IReadOnlyList<string> Option { get; } = ["key", "code", "label", "exclusive"];
    public static IReadOnlyList<string> Group { get; } = ["key", "name", "text", "source", "options"];
    public static IReadOnlyList<string> Weighting { get; } = ["by"];
    public static IReadOnlyList<string> Expectations { get; } = ["minimum", "desired", "perceived"];
    public static IReadOnlyList<string> ShowIf { get; } = ["all", "any"];
    public static IReadOnlyList<string> Condition { get; } = ["question", "operator", "value"];
    public static IReadOnlyList<string> Lineage { get; } = ["kind", "service", "group", "option", "question", "last_question", "scale", "from", "into", "effect", "year", "note"];

    /// <summary>Names that item keys, report tables and the columns of exported files need for themselves.</summary>
    public static IReadOnlyList<string> KeptKeys { get; } =
        ["used", "group", "headline", "response_id", "survey", "edition", "year", "is_complete", "submitted_on", "language", "person_key", "weight"];

    /// <summary>The words by which a file names an enum's members: <c>single_choice</c>.</summary>
    public static string WordFor<T>(T member) where T : struct, Enum => JsonNamingPolicy.SnakeCaseLower.ConvertName(member.ToString());

    public static IReadOnlyList<string> WordsFor<T>() where T : struct, Enum =>
        [.. Enum.GetValues<T>().OrderBy(m => Convert.ToInt32(m, CultureInfo.InvariantCulture)).Select(WordFor)];

    /// <summary>What a question of this kind may say beyond what every question says.</summary>
    public static string[] PropertiesOf(QuestionKind kind) => kind switch
    {
        QuestionKind.Rating => ["scale", "required", "bridge"],
        QuestionKind.SingleChoice or QuestionKind.MultipleChoice => ["options", "required"],
        QuestionKind.Number => ["minimum", "maximum", "required"],
        QuestionKind.ShortText or QuestionKind.LongText => ["maximum_length", "required"],
        QuestionKind.Information => [],
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>What an entry of this kind in the lineage may say.</summary>
    public static string[] PropertiesOf(LineageKind kind) => kind switch
    {
        LineageKind.Renamed or LineageKind.Merged => ["kind", "service", "group", "option", "from", "year", "note"],
        LineageKind.Split => ["kind", "service", "group", "option", "into", "year", "note"],
        LineageKind.Reworded => ["kind", "question", "last_question", "effect", "year", "note"],
        LineageKind.Rescaled => ["kind", "scale", "year", "note"],
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
