using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace SurveyHub.Results;

/// <summary>
/// The stored text of a table's rows: JSON with properties in the order of their declaration, absent ones left out, numbers with as
/// many digits as bring them back. Equal rows are equal bytes.
/// </summary>
public sealed record TableContent(string Name, string Content, string Sha256)
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        IgnoreReadOnlyProperties = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static TableContent Of<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows)
    {
        var content = JsonSerializer.Serialize(rows, Options);
        return new(table.Name, content, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content))));
    }

    /// <summary>Rows as readers are told them, beside those that were computed.</summary>
    public static TableContent Told<TRow>(ReportTable<TRow> table, IReadOnlyList<TRow> rows) => Of(table.Named(table.ToldName), rows);

    /// <summary>The rows of a stored text.</summary>
    public static IReadOnlyList<TRow> Rows<TRow>(string content) => JsonSerializer.Deserialize<TRow[]>(content, Options)!;
}
