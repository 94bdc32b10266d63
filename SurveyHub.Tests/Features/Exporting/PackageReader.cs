using System.IO.Compression;
using System.Text;
using System.Text.Json;
using SurveyHub.Data;
using SurveyHub.Features.Exporting;
using SurveyHub.Results;
using SurveyHub.Tests.Features.Reporting;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>A package of microdata as an analyst opens it.</summary>
internal sealed record PackageReader(IReadOnlyDictionary<string, string> Files)
{
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Wide => ReportFile.Parse(Files["responses_wide.csv"]);

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Long => ReportFile.Parse(Files["responses_long.csv"]);

    public IReadOnlyList<IReadOnlyDictionary<string, string>> Codebook => ReportFile.Parse(Files["codebook.csv"]);

    public IReadOnlyList<string> LeftOut
    {
        get
        {
            using var manifest = JsonDocument.Parse(Files["manifest.json"]);
            return [.. manifest.RootElement.GetProperty("left_out").EnumerateArray().Select(line => line.GetString()!)];
        }
    }

    public static MicrodataZip ZipOf(Database database) => new(database, new(database, new()));

    public static async Task<PackageReader> OfAsync(Database database, EditionReport report)
    {
        using var stream = new MemoryStream();
        await ZipOf(database).WriteAsync(stream, report, CancellationToken.None);
        stream.Position = 0;
        using var zip = new ZipArchive(stream);
        return new(zip.Entries.ToDictionary(e => e.Name, e =>
        {
            using var reader = new StreamReader(e.Open(), Encoding.UTF8);
            return reader.ReadToEnd();
        }));
    }
}
