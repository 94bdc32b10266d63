using SurveyHub.Definitions.Yaml;

namespace SurveyHub.Features.Importing.Mapping;

/// <summary>Reads the CSV file with the services of a survey that is described in a mapping: columns code and name.</summary>
internal static class ServicesFile
{
    private static readonly string[] KeyColumns = ["code", "key"];

    /// <summary>Key and name of each service, in the file's order; nothing when the mapping names no such file.</summary>
    public static async Task<IReadOnlyList<KeyValuePair<string, string>>> ReadAsync(
        YamlMap mapping, ImportFiles data, ImportProblems problems, CancellationToken cancellation)
    {
        if ((mapping.Find("survey")?.Value as YamlMap)?.Find("services_file")?.Value is not YamlText { IsNothing: false } file) return [];
        var services = new List<KeyValuePair<string, string>>();
        await CsvFile.ReadAsync(file.Value, data, problems, async (header, rows) =>
        {
            if (KeyColumns.FirstOrDefault(header.Has) is not { } key || !header.Has("name"))
            {
                problems.Add(file.Value, 1, null, "The file of services needs the columns code and name.", "Write them in its first row.");
                return;
            }
            await foreach (var row in rows)
                if (row.IsBlank) continue;
                else if (row.Fault is { } fault) problems.Add(file.Value, (int)row.Line, fault);
                else if (row["name"].Length is 0 or > 200) problems.Add(file.Value, (int)row.Line, "name", "The service has no name, or one of more than 200 characters.", "Write the service's name.");
                else services.Add(new(row[key], row["name"]));
        }, cancellation);
        return services;
    }
}
