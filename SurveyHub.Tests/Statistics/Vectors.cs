using System.Globalization;
using System.Text.Json;

namespace SurveyHub.Tests.Statistics;

/// <summary>The shared numbers made with R and Python; vectors/README.md tells how.</summary>
internal static class Vectors
{
    public const double Exact = 1e-9;
    public const double Errors = 1e-8;

    public static IEnumerable<VectorRow> Csv(string file)
    {
        var lines = File.ReadAllLines(Path(file));
        var columns = lines[0].Split(',');
        return lines.Skip(1).Select(line => new VectorRow(file, columns, line.Split(',')));
    }

    public static IReadOnlyList<JsonElement> Json(string file)
    {
        using var document = Document(file);
        return [.. document.RootElement.EnumerateArray().Select(element => element.Clone())];
    }

    public static JsonElement JsonObject(string file)
    {
        using var document = Document(file);
        return document.RootElement.Clone();
    }

    public static double[] Numbers(this JsonElement element, string name) =>
        [.. element.GetProperty(name).Items().Select(item => item.GetDouble())];

    public static int[] Counts(this JsonElement element, string name) =>
        [.. element.GetProperty(name).Items().Select(item => item.GetInt32())];

    public static double? Number(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Null ? null : element.GetDouble();

    // R writes a vector of one as a plain number.
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : [element];

    public static string Text(string file) => File.ReadAllText(Path(file));

    private static JsonDocument Document(string file) => JsonDocument.Parse(File.ReadAllText(Path(file)));

    private static string Path(string file) => System.IO.Path.Combine(AppContext.BaseDirectory, "vectors", file);
}

/// <summary>A row of a vector file, read by column name; an empty cell is null.</summary>
internal sealed class VectorRow(string file, string[] columns, string[] cells)
{
    public string this[string column] => cells[Place(column)];

    public IReadOnlyList<string> Columns => columns;

    public bool Has(string column) => columns.Contains(column);

    public int Count(string column) => int.Parse(this[column], CultureInfo.InvariantCulture);

    public double? Number(string column) =>
        this[column] is { Length: > 0 } text ? double.Parse(text, CultureInfo.InvariantCulture) : null;

    public override string ToString() => $"{file}: {string.Join(',', cells.Take(4))}";

    private int Place(string column)
    {
        var place = Array.IndexOf(columns, column);
        return place >= 0 ? place : throw new InvalidOperationException($"{file} has no column {column}.");
    }
}

/// <summary>Comparing numbers that may be absent: both absent, or both there and close.</summary>
internal static class Close
{
    public static void To(double? expected, double? actual, double tolerance, object where)
    {
        if (expected is null || actual is null)
            Assert.That(actual, Is.EqualTo(expected), $"{where}");
        else
            Assert.That(actual.Value, Is.EqualTo(expected.Value).Within(tolerance), $"{where}");
    }

    /// <summary>For p-values: absolutely close, and in the far tail relatively close too.</summary>
    public static void ToP(double? expected, double? actual, object where)
    {
        To(expected, actual, Vectors.Exact, where);
        if (expected is > 0 and { } p)
            Assert.That(actual!.Value / p, Is.EqualTo(1).Within(1e-8), $"{where}");
    }
}
