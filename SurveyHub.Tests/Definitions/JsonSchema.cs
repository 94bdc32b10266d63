using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace SurveyHub.Tests.Definitions;

/// <summary>
/// Validates as editors do: what surveys/survey.schema.json uses of JSON Schema, draft-07 (json-schema.org/draft-07/json-schema-validation).
/// A keyword it does not know is an error, so that the schema cannot say something that nobody checks.
/// </summary>
internal sealed class JsonSchema(JsonObject root)
{
    private static readonly string[] Annotations = ["$schema", "$id", "title", "description", "default", "examples", "definitions", "then", "else"];

    public JsonObject Root => root;

    public IReadOnlyList<string> Faults(JsonNode? value) => [.. Faults(root, value, "")];

    private IEnumerable<string> Faults(JsonNode schema, JsonNode? value, string path)
    {
        if (schema is JsonValue allowed) return allowed.GetValue<bool>() ? [] : [$"{path}: is not allowed"];
        return schema.AsObject().Where(rule => !Annotations.Contains(rule.Key)).SelectMany(rule => Faults(schema.AsObject(), rule.Key, rule.Value!, value, path));
    }

    private IEnumerable<string> Faults(JsonObject schema, string keyword, JsonNode rule, JsonNode? value, string path) => keyword switch
    {
        "$ref" => Faults(root["definitions"]![rule.GetValue<string>()["#/definitions/".Length..]]!, value, path),
        "allOf" => rule.AsArray().SelectMany(part => Faults(part!, value, path)),
        "oneOf" => rule.AsArray().Count(part => !Faults(part!, value, path).Any()) == 1 ? [] : [$"{path}: fits not exactly one of the alternatives"],
        "if" => Faults(rule, value, path).Any() ? Branch(schema, "else", value, path) : Branch(schema, "then", value, path),
        "type" => Types(rule).Any(type => Is(value, type)) ? [] : [$"{path}: is no {rule.ToJsonString()}"],
        "enum" => rule.AsArray().Any(one => JsonNode.DeepEquals(one, value)) ? [] : [$"{path}: is none of {rule.ToJsonString()}"],
        "const" => JsonNode.DeepEquals(rule, value) ? [] : [$"{path}: is not {rule.ToJsonString()}"],
        _ => value switch
        {
            JsonObject group => OfObject(schema, keyword, rule, group, path),
            JsonArray list => OfArray(keyword, rule, list, path),
            JsonValue simple => OfValue(keyword, rule, simple, path),
            _ => [],
        },
    };

    private IEnumerable<string> Branch(JsonObject schema, string keyword, JsonNode? value, string path) =>
        schema[keyword] is { } rule ? Faults(rule, value, path) : [];

    private IEnumerable<string> OfObject(JsonObject schema, string keyword, JsonNode rule, JsonObject value, string path)
    {
        var own = schema["properties"]?.AsObject();
        return keyword switch
        {
            "properties" => rule.AsObject().Where(p => value.ContainsKey(p.Key)).SelectMany(p => Faults(p.Value!, value[p.Key], $"{path}/{p.Key}")),
            "additionalProperties" => value.Where(p => own?.ContainsKey(p.Key) != true).SelectMany(p => Faults(rule, p.Value, $"{path}/{p.Key}")),
            "propertyNames" => value.SelectMany(p => Faults(rule, JsonValue.Create(p.Key), $"{path}/{p.Key}")),
            "required" => rule.AsArray().Where(p => !value.ContainsKey(p!.GetValue<string>())).Select(p => $"{path}: lacks {p}"),
            "minProperties" => Unless(value.Count >= rule.GetValue<int>(), path, keyword),
            "maxProperties" => Unless(value.Count <= rule.GetValue<int>(), path, keyword),
            _ => OfAnother(keyword),
        };
    }

    private IEnumerable<string> OfArray(string keyword, JsonNode rule, JsonArray value, string path) => keyword switch
    {
        "items" => value.SelectMany((item, i) => Faults(rule, item, $"{path}/{i}")),
        "minItems" => Unless(value.Count >= rule.GetValue<int>(), path, keyword),
        "maxItems" => Unless(value.Count <= rule.GetValue<int>(), path, keyword),
        "uniqueItems" => Unless(value.DistinctBy(item => item!.ToJsonString()).Count() == value.Count, path, keyword),
        _ => OfAnother(keyword),
    };

    private static IEnumerable<string> OfValue(string keyword, JsonNode rule, JsonValue value, string path) => keyword switch
    {
        "pattern" => Unless(!Is(value, "string") || Regex.IsMatch(value.GetValue<string>(), rule.GetValue<string>()), path, keyword),
        "minLength" => Unless(!Is(value, "string") || value.GetValue<string>().Length >= rule.GetValue<int>(), path, keyword),
        "maxLength" => Unless(!Is(value, "string") || value.GetValue<string>().Length <= rule.GetValue<int>(), path, keyword),
        "minimum" => Unless(!Is(value, "number") || value.GetValue<decimal>() >= rule.GetValue<decimal>(), path, keyword),
        "maximum" => Unless(!Is(value, "number") || value.GetValue<decimal>() <= rule.GetValue<decimal>(), path, keyword),
        _ => OfAnother(keyword),
    };

    /// <summary>A rule for another type of value says nothing about this one.</summary>
    private static IEnumerable<string> OfAnother(string keyword) =>
        keyword is "properties" or "additionalProperties" or "propertyNames" or "required" or "minProperties" or "maxProperties"
            or "items" or "minItems" or "maxItems" or "uniqueItems" or "pattern" or "minLength" or "maxLength" or "minimum" or "maximum"
            ? []
            : throw new NotSupportedException($"The schema uses “{keyword}”, which these tests do not check.");

    private static IEnumerable<string> Unless(bool holds, string path, string keyword) => holds ? [] : [$"{path}: breaks {keyword}"];

    private static IEnumerable<string> Types(JsonNode rule) => rule is JsonArray several ? several.Select(t => t!.GetValue<string>()) : [rule.GetValue<string>()];

    private static bool Is(JsonNode? value, string type) => type switch
    {
        "object" => value is JsonObject,
        "array" => value is JsonArray,
        "string" => value is JsonValue text && text.TryGetValue<string>(out _),
        "boolean" => value is JsonValue flag && flag.TryGetValue<bool>(out _),
        "number" => value is JsonValue number && number.TryGetValue<decimal>(out _),
        "integer" => value is JsonValue whole && whole.TryGetValue<decimal>(out var n) && n == decimal.Truncate(n),
        _ => throw new NotSupportedException($"The schema uses the type “{type}”, which these tests do not check."),
    };
}
