using System.Text;
using SurveyHub.Features.Importing;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>The shared vectors as files that somebody imports: the data as they are, and the mapping that reads them.</summary>
internal static class VectorMapping
{
    private const string Survey = """
        survey:
          key: vectors
          title: The shared vectors
          scale:
            options: { 1: Poor, 2: Fair, 3: Good, 4: Very good, 5: Excellent }
            good: [4, 5]
            cannot_judge: Not applicable
          services_file: services.csv
          overall: All in all
        """;

    private static readonly Dictionary<string, string> Rest = new()
    {
        ["20_end_to_end"] = """
              groups: { department: Department, dept_group: Kind of department, role: Role }
              weighting: { by: [dept_group, role] }
            values: { cannot_judge: [X] }
            editions:
              - { year: 2024, responses: responses.csv, frame: frame.csv }
              - { year: 2025, responses: responses.csv, frame: frame.csv }
              - { year: 2026, responses: responses.csv, frame: frame.csv }
            columns: { year: year, person: person_id, groups: { department: department, dept_group: dept_group, role: role } }
            frame_columns: { year: year, disposition: status }
            """,
        ["21_edge_cases"] = """
              groups: { department: Department }
            values: { cannot_judge: [X] }
            editions:
              - { year: 2025, responses: responses.csv }
              - { year: 2026, responses: responses.csv }
            columns: { year: year, person: person_id, weight: weight, groups: { department: department } }
            trend_breaks: [{ item: E12, year: 2026 }]
            """,
    };

    /// <param name="folder">The vector.</param>
    /// <param name="oneGroup">Leave out what it is weighted by; the department is the only customer group.</param>
    public static byte[] Of(string folder, bool oneGroup = false)
    {
        var rest = oneGroup
            ? Rest[folder].Replace(", dept_group: Kind of department, role: Role", "", StringComparison.Ordinal).Replace("weighting: { by: [dept_group, role] }", "census: false", StringComparison.Ordinal)
                .Replace(", dept_group: dept_group, role: role }", " }, ignore: [dept_group, role]", StringComparison.Ordinal)
            : Rest[folder];
        return Encoding.UTF8.GetBytes($"{Survey}\n{rest}");
    }

    public static ImportFiles FilesOf(string folder) => ImportFiles.In(Path.Combine(AppContext.BaseDirectory, "vectors", folder));
}
