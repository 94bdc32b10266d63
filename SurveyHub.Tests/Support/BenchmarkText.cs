using System.Globalization;
using System.Text;
using SurveyHub.Editions;
using SurveyHub.Features.Importing.Benchmarks;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Support;

/// <summary>Benchmark files as another organisation's SurveyHub writes them.</summary>
internal static class BenchmarkText
{
    private static readonly string[] Columns =
    [
        "schema_version", "org_id", "org_label", "sector", "size_band", "country", "year", "field_start", "field_end", "service_concept", "service_label", "dimension",
        "customer_group", "item_hash", "scale_points", "scale_hash", "lang", "n_invited", "n_responses", "n_valid", "n_cannot_judge",
        "c1", "c2", "c3", "c4", "c5", "c6", "c7", "good_excellent_pct", "ci_low", "ci_high", "mean", "method_note",
    ];

    /// <summary>A file with these rows.</summary>
    public static string File(params IEnumerable<string> rows) => string.Join("\r\n", rows.Prepend(string.Join(',', Columns)).Append(""));

    public static Stream Stream(string text) => new MemoryStream(Encoding.UTF8.GetBytes(text));

    /// <summary>A question of a questionnaire, as its file identifies it.</summary>
    public static ComparableQuestion Question(Questionnaire questionnaire, string reportKey) =>
        ComparableQuestion.Of(questionnaire, ItemList.Of(questionnaire).All.First(i => i.Kind == ItemKind.Rating && i.ReportKey == reportKey));

    /// <summary>A file of six organisations that ask what an edition asks: 40, 50, 60, 70, 80 and 90 % good.</summary>
    public static string Beside(Edition edition) => File(
        from organisation in Enumerable.Range(1, 6)
        from asked in ComparableQuestion.ComparedOf(edition)
        select Row(asked.Question with { ScalePoints = 5 }, $"org-{organisation}", edition.Year, 30 + 10 * organisation));

    /// <summary>As <see cref="Beside"/> of every edition, stored.</summary>
    public static async Task StoreBesideAsync(SurveyHubHost host, string survey)
    {
        foreach (var edition in (await host.WithAsync((EditionStore editions) => editions.OfSurveyAsync(survey))).Where(e => e.Status == EditionStatus.Closed))
        {
            var outcome = await host.WithAsync((ImportBenchmark import) => import.ExecuteAsync("olga", survey, [("others.csv", () => Stream(Beside(edition)))]));
            Assert.That(outcome, Is.TypeOf<BenchmarkOutcome.Added>(), (outcome as BenchmarkOutcome.Refused)?.Problems[0].ToString());
        }
    }

    /// <summary>A row of a hundred answers on five points, with some cells otherwise.</summary>
    public static string Row(ComparableQuestion question, string organisation, int year, int percent, params (string Column, string Value)[] otherwise)
    {
        var cells = new Dictionary<string, string>
        {
            ["schema_version"] = "1", ["org_id"] = organisation, ["year"] = Text(year), ["service_concept"] = question.Concept, ["service_label"] = question.Label,
            ["dimension"] = question.Dimension, ["customer_group"] = "all", ["item_hash"] = question.ItemHash, ["scale_points"] = "5", ["scale_hash"] = question.ScaleHash, ["lang"] = "en",
            ["n_valid"] = "100", ["c1"] = Text(100 - percent), ["c2"] = "0", ["c3"] = "0", ["c4"] = "0", ["c5"] = Text(percent), ["good_excellent_pct"] = Text(percent),
        };
        foreach (var (column, value) in otherwise) cells[column] = value;
        return string.Join(',', Columns.Select(c => Quoted(cells.GetValueOrDefault(c, ""))));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Quoted(string cell) => cell.AsSpan().IndexOfAny(",\"\n") < 0 ? cell : $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
