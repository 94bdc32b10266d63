using System.IO.Compression;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using SurveyHub.Data;
using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Shell.Csv;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>The microdata of a closed edition as one ZIP: wide, long, comments, codebook, and a manifest that counts and hashes them.</summary>
public sealed class MicrodataZip(Database database, EditionStore editions)
{
    private static readonly DateOnly FirstDayOfZip = new(1980, 1, 1);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// Writes the package, all of it as the database was at one moment. A failure on the way leaves the ZIP without its directory, so that no
    /// program takes it for whole.
    /// </summary>
    /// <returns>The manifest that stands in it.</returns>
    /// <exception cref="InvalidOperationException">The edition was opened again since its report was read.</exception>
    public Task<MicrodataManifest> WriteAsync(Stream output, EditionReport report, CancellationToken cancellation) =>
        Microdata.ReadAsync(database, editions, report, async (microdata, token) =>
        {
            var (edition, rows) = (microdata.Edition, microdata.Rows);
            // Disposing writes the directory, so it is disposed when everything is in it.
            var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, token);
            var files = new List<ManifestFile>
            {
                await AddAsync(zip, edition, "responses_wide.csv", csv => rows.WriteWideAsync(csv, token), token),
                await AddAsync(zip, edition, "responses_long.csv", csv => rows.WriteLongAsync(csv, token), token),
                await AddAsync(zip, edition, "comments.csv", csv => rows.WriteCommentsAsync(csv, token), token),
                await AddAsync(zip, edition, "codebook.csv", csv => Codebook.Table(edition.Questionnaire).WriteAsync(csv, Codebook.Of(microdata), token), token),
            };
            var manifest = Manifest(edition, rows, new LeftOut(microdata), files);
            await using (var stream = await Entry(zip, edition, "manifest.json").OpenAsync(token))
                await JsonSerializer.SerializeAsync(stream, manifest, Json, token);
            await zip.DisposeAsync();
            return manifest;
        }, cancellation);

    private static MicrodataManifest Manifest(Edition edition, MicrodataRows rows, LeftOut leftOut, List<ManifestFile> files) => new()
    {
        Software = $"SurveyHub {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}",
        MethodVersion = MethodVersion.Current,
        Survey = edition.Survey,
        Edition = edition.Year,
        QuestionnaireSha256 = edition.QuestionnaireSha256,
        Anonymity = edition.Questionnaire.Anonymity.ToString().ToLowerInvariant(),
        MinimumAnswers = edition.Questionnaire.MinimumAnswers,
        MinimumForComments = edition.Questionnaire.MinimumForComments,
        Responses = rows.Responses,
        LeftOut = leftOut.Sentences,
        Files = files,
    };

    private static async Task<ManifestFile> AddAsync(ZipArchive zip, Edition edition, string name, Func<CsvWriter, Task> write, CancellationToken cancellation)
    {
        await using var stream = await Entry(zip, edition, name).OpenAsync(cancellation);
        await using var hashing = new HashingStream(stream);
        var csv = CsvWriter.To(hashing);
        await write(csv);
        await csv.FlushAsync(cancellation);
        return new(name, csv.Rows - 1, hashing.Bytes, hashing.Sha256());
    }

    private static ZipArchiveEntry Entry(ZipArchive zip, Edition edition, string name)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Fastest);
        // Not the moment of the download: the same edition gives the same bytes.
        entry.LastWriteTime = new((edition.ClosesOn < FirstDayOfZip ? FirstDayOfZip : edition.ClosesOn).ToDateTime(default), TimeSpan.Zero);
        return entry;
    }
}
