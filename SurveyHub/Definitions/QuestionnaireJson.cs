using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using SurveyHub.Surveys;

namespace SurveyHub.Definitions;

/// <summary>
/// The frozen text of a questionnaire. The same questionnaire always gives the same bytes: properties in the order of their
/// declaration, no spaces, absent ones left out, enums as words, texts as an object by language in the order in which they were written.
/// </summary>
public static class QuestionnaireJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { WithoutComputed } },
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        // Umlauts stay legible for whoever reads the database. The text never stands inside a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false), new LocalTextConverter() },
    };

    public static string Write(Questionnaire questionnaire) => JsonSerializer.Serialize(questionnaire, Options);

    /// <summary>Reads a frozen text. Properties that a later version of the product wrote are passed over.</summary>
    /// <exception cref="JsonException">The text is not a questionnaire.</exception>
    public static Questionnaire Read(string json) =>
        JsonSerializer.Deserialize<Questionnaire>(json, Options) ?? throw new JsonException("The text is not a questionnaire: it is null.");

    /// <summary>SHA-256 of the text's UTF-8 bytes, 64 lower-case hexadecimal digits.</summary>
    public static string Sha256(string json) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(json)));

    /// <summary>What is computed (favourable codes, main rating) is no part of the frozen text.</summary>
    private static void WithoutComputed(JsonTypeInfo type)
    {
        for (var i = type.Properties.Count - 1; i >= 0; i--)
            if (type.Properties[i].Set is null) type.Properties.RemoveAt(i);
    }

    private sealed class LocalTextConverter : JsonConverter<LocalText>
    {
        public override LocalText Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException("A text is an object with its words by language.");
            var words = new List<KeyValuePair<string, string>>();
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var language = reader.GetString()!;
                reader.Read();
                if (reader.TokenType != JsonTokenType.String) throw new JsonException($"The words in “{language}” are not a string.");
                words.Add(new(language, reader.GetString()!));
            }
            try
            {
                return new(words);
            }
            catch (ArgumentException error)
            {
                throw new JsonException(error.Message, error);
            }
        }

        public override void Write(Utf8JsonWriter writer, LocalText value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (language, words) in value.ByLanguage) writer.WriteString(language, words);
            writer.WriteEndObject();
        }
    }
}
