using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>An answer not yet sent: what was given, and in which version of the draft.</summary>
/// <param name="Value">A code, an option key, keys joined by commas, a text; empty when it was taken back.</param>
/// <param name="Version">The draft's version that brought it.</param>
/// <param name="Writer">The page that brought it, by a number it was given when it was shown; empty when several did, or none.</param>
public readonly record struct DraftField(string Value, int Version, string Writer);

/// <summary>
/// The answers a customer has given so far, as one document. What is stored is what was said, unjudged: whether it is a
/// possible answer is asked when the page is left, and once more when all is sent.
/// </summary>
/// <remarks>Fields whose names begin with @ are ours: where the customer is, in which language, in which order.</remarks>
public sealed class DraftAnswers
{
    private const string SeedField = "@seed";
    private const string LanguageField = "@lang";
    private const string PlaceField = "@at";
    private const string SeenField = "@seen";

    private readonly Dictionary<string, DraftField> _fields;

    private DraftAnswers(Dictionary<string, DraftField> fields, int version) => (_fields, Version) = (fields, version);

    /// <summary>Rises by one with every change that is stored. What is changed now belongs to the next.</summary>
    public int Version { get; }

    public bool IsChanged { get; private set; }

    /// <summary>The page that is changing it now (<see cref="DraftField.Writer"/>).</summary>
    public string Writer { get; set; } = "";

    /// <summary>Something was answered: a customer who only looked has nothing that could be saved.</summary>
    public bool HasAnswers => _fields.Any(f => f.Key[0] != '@' && f.Value.Value.Length > 0);

    /// <summary>Of the random order of services; the same for the draft's whole life.</summary>
    public int Seed => int.TryParse(this[SeedField], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var seed) ? seed : 0;

    /// <summary>In a bridge year: this customer is of the half that is asked in the new words. Drawn with the draft, kept for its whole life.</summary>
    /// <remarks>Another bit than those the order of services begins with: which half it is shall not go with an order.</remarks>
    public bool InNewWords => (System.Numerics.BitOperations.PopCount((uint)Seed) & 1) == 1;

    /// <summary>The language the customer chose, or null.</summary>
    public string? Language
    {
        get => this[LanguageField];
        set => Set(LanguageField, value ?? "");
    }

    /// <summary>Where another device goes on.</summary>
    public Step? Place
    {
        get => this[PlaceField] is { } path ? Step.At(path) : null;
        set => Set(PlaceField, value?.Path ?? "");
    }

    /// <summary>The answer to a field, or null when there is none.</summary>
    public string? this[string field] => _fields.TryGetValue(field, out var stored) && stored.Value.Length > 0 ? stored.Value : null;

    public static DraftAnswers New(int seed)
    {
        var draft = new DraftAnswers(new(StringComparer.Ordinal), 0);
        draft.Set(SeedField, seed.ToString(CultureInfo.InvariantCulture));
        return draft;
    }

    /// <exception cref="JsonException">The text is not a draft of ours.</exception>
    public static DraftAnswers Read(string json, int version)
    {
        var fields = new Dictionary<string, DraftField>(StringComparer.Ordinal);
        using var document = JsonDocument.Parse(json);
        foreach (var field in document.RootElement.EnumerateObject())
        {
            var writer = field.Value.TryGetProperty("w", out var page) ? page.GetString() : null;
            fields[field.Name] = new(field.Value.GetProperty("v").GetString() ?? "", field.Value.GetProperty("r").GetInt32(), writer ?? "");
        }
        return new(fields, version);
    }

    public string ToJson()
    {
        using var bytes = new MemoryStream(1024);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var (name, field) in _fields)
            {
                json.WriteStartObject(name);
                json.WriteString("v", field.Value);
                json.WriteNumber("r", field.Version);
                if (field.Writer.Length > 0) json.WriteString("w", field.Writer);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>What the customer said, in a few characters: equal as long as no answer changes, wherever the customer goes meanwhile.</summary>
    public string Fingerprint()
    {
        var said = _fields.Where(f => f.Key[0] != '@' && f.Value.Value.Length > 0).OrderBy(f => f.Key, StringComparer.Ordinal);
        var text = string.Concat(said.Select(f => $"{f.Key}\0{f.Value.Value}\0"));
        return Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 9));
    }

    /// <summary>The same answers, once what was changed has been stored.</summary>
    public DraftAnswers Stored() => IsChanged ? new(_fields, Version + 1) : this;

    /// <summary>The version that brought the field's present state, 0 when it was never touched. Taking an answer back counts.</summary>
    public int VersionOf(string field) => _fields.TryGetValue(field, out var stored) ? stored.Version : 0;

    /// <summary>Whether a page that knows this version of the draft would overwrite what another page has stored since.</summary>
    public bool WasChangedElsewhere(string field, int known, string writer) =>
        _fields.TryGetValue(field, out var stored) && stored.Version > known && (stored.Writer.Length == 0 || stored.Writer != writer);

    public bool HasSeen(Step step) => this[SeenField]?.Split(' ').Contains(step.Path, StringComparer.Ordinal) == true;

    public void MarkSeen(Step step)
    {
        if (!HasSeen(step)) Set(SeenField, this[SeenField] is { } seen ? $"{seen} {step.Path}" : step.Path);
    }

    /// <summary>Sets a field, or takes its answer back when the value is empty. Setting what is there already changes nothing.</summary>
    public void Set(string field, string value)
    {
        if ((this[field] ?? "") == value) return;
        _fields[field] = new(value, Version + 1, Writer);
        IsChanged = true;
    }
}
