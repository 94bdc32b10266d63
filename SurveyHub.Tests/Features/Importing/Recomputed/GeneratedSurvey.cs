using System.Globalization;
using System.Text;

namespace SurveyHub.Tests.Features.Importing.Recomputed;

/// <summary>
/// A survey of two years that nobody answered: every figure of a report has something to compute in it. Doctors answer less often than nurses, so weights matter;
/// two services become one; ratings of one person are alike, so clusters matter; three further questions stand behind a service. The same at every run.
/// </summary>
internal static class GeneratedSurvey
{
    public const string Key = "generated";

    private static readonly string[] Departments = ["surgery", "wards", "office"];

    // How good a service is, and the year from which it is asked about or until which it was.
    private static readonly (string Key, double Good, int From, int To)[] Services =
        [("wifi", 0.45, 0, 9999), ("mail", 0.86, 0, 9999), ("desk", 0.72, 0, 9999), ("printing", 0.70, 0, 2024), ("stations", 0.62, 0, 2024), ("workplace", 0.74, 2025, 9999), ("pagers", 0.97, 0, 9999)];

    private static readonly string[] Questions = ["fast", "kind", "clear"];

    public static string Definition
    {
        get
        {
            var services = Services.Select(s => $"  - {{ key: {s.Key}, name: The {s.Key}, provider: it{(s.To < 9999 ? $", active_to: {s.To}" : s.From > 0 ? $", active_from: {s.From}" : "")} }}");
            var options = Enumerable.Range(1, 5).Select(code => $"      - {{ code: {code}, role: {(code > 3 ? "favourable" : code == 3 ? "neutral" : "unfavourable")}, label: Point {code} }}");
            return $$"""
                survey: {{Key}}
                languages: [en]
                organisation: Nobody
                title: Generated
                minutes: 4
                anonymity: confidential
                headline: overall_question
                weighting: { by: [department, role] }
                providers:
                  - { key: it, name: IT }
                services:
                {{string.Join('\n', services)}}
                scales:
                  - key: points
                    version: 1
                    options:
                {{string.Join('\n', options)}}
                    cannot_judge: Not used
                service_questions:
                  - { key: overall, kind: rating, scale: points, text: How good is it? }
                {{string.Join('\n', Questions.Select(q => $"  - {{ key: {q}, kind: rating, scale: points, text: How {q} is it? }}"))}}
                groups:
                {{Group("department", Departments)}}
                {{Group("role", ["doctor", "nurse"])}}
                last_questions:
                  - { key: overall, kind: rating, scale: points, text: All in all? }
                lineage:
                  - { kind: merged, service: workplace, from: [printing, stations], year: 2025 }

                """;
        }
    }

    public const string Mapping = """
        survey: generated
        editions:
          - { year: 2024, responses: answers.csv, frame: frame.csv }
          - { year: 2025, responses: answers.csv, frame: frame.csv }
        columns: { year: year }
        frame_columns: { year: year, disposition: disposition }
        values: { cannot_judge: [X] }
        """;

    /// <returns>The answers, and everybody who was asked.</returns>
    public static (string Answers, string Frame) Files()
    {
        var random = new Random(20);
        var answers = new StringBuilder("year,department,role");
        foreach (var (key, _, _, _) in Services) answers.Append(CultureInfo.InvariantCulture, $",{key}{string.Concat(Questions.Select(q => $",{key}.{q}"))}");
        answers.Append(",overall\n");
        var frame = new StringBuilder("year,disposition,department,role\n");
        foreach (var year in new[] { 2024, 2025 })
            for (var person = 0; person < 600; person++)
            {
                var (department, role) = (Departments[person % 7 < 3 ? 0 : person % 7 < 5 ? 1 : 2], person % 5 < 2 ? "doctor" : "nurse");
                var comes = random.NextDouble() < (role == "doctor" ? 0.4 : 0.7) + (department == "wards" ? 0.1 : 0);
                frame.Append(CultureInfo.InvariantCulture, $"{year},{(comes ? "complete" : person % 11 == 0 ? "refused" : person % 13 == 0 ? "undeliverable" : person % 17 == 0 ? "ineligible" : "no_contact")},{department},{role}\n");
                if (comes) answers.Append(CultureInfo.InvariantCulture, $"{year},{department},{role}{Ratings(random, year, role)}\n");
            }
        return (answers.ToString(), frame.ToString());
    }

    private static string Ratings(Random random, int year, string role)
    {
        var mood = (random.NextDouble() - 0.5) * 0.5 + (role == "doctor" ? -0.08 : 0.05);
        var row = new StringBuilder();
        foreach (var (_, good, from, to) in Services)
        {
            var asked = year >= from && year <= to;
            var draw = random.NextDouble();
            var code = random.NextDouble() < good + mood + (year - 2024) * (good < 0.5 ? 0.12 : -0.03) ? 4 + (draw < 0.4 ? 1 : 0) : 1 + (int)(draw * 3);
            var said = draw < 0.02 ? "" : draw > 0.85 ? "X" : $"{code}";
            row.Append(CultureInfo.InvariantCulture, $",{(asked ? said : "")}");
            for (var q = 0; q < Questions.Length; q++)
            {
                var near = Math.Clamp(code + random.Next(-1 - q, 2 + q), 1, 5);
                row.Append(CultureInfo.InvariantCulture, $",{(asked ? said is "" or "X" ? said : $"{near}" : "")}");
            }
        }
        return $"{row},{Math.Clamp((int)Math.Round(3.8 + mood * 4 + random.NextDouble() * 2 - 1), 1, 5)}";
    }

    private static string Group(string key, string[] options) =>
        $"  - key: {key}\n    name: {key}\n    text: Your {key}?\n    source: invitation\n    options:\n"
        + string.Join('\n', options.Select((o, i) => $"      - {{ key: {o}, code: {i + 1}, label: {o} }}"));
}
