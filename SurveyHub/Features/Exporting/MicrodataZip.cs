using System.IO.Compression;
using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using SurveyHub.Data;
using SurveyHub.Features.Exporting.Withholding;
using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Shell.Csv;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>The microdata of a closed edition as one ZIP, streamed: wide, long, comments, codebook, and a manifest that counts and hashes them.</summary>
public sealed class MicrodataZip(Database database)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the package. A failure on the way leaves the ZIP without its directory, so that no program takes it for whole.</summary>
    /// <returns>The manifest that stands in it.</returns>
    public Task<MicrodataManifest> WriteAsync(Stream output, EditionReport report, CancellationToken cancellation) =>
        database.ReadAsync(async (db, token) =>
        {
            var edition = report.Edition;
            var givenUp = await WithheldGroups.ReadAsync(db, null, database.Dialect, edition.EditionId);
            var (groups, withheld) = await WithheldAnswers.FindAsync(db, database.Dialect, report, givenUp, token);
            var rows = new MicrodataRows(db, edition, groups, withheld);
            // On a seekable stream the archive would come back to patch sizes; ours is a network connection.
            await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, token);
            var files = new List<ManifestFile>
            {
                await AddAsync(zip, edition, "responses_wide.csv", csv => rows.WriteWideAsync(csv, token), token),
                await AddAsync(zip, edition, "responses_long.csv", csv => rows.WriteLongAsync(csv, token), token),
                await AddAsync(zip, edition, "comments.csv", csv => rows.WriteCommentsAsync(csv, token), token),
                await AddAsync(zip, edition, "codebook.csv", csv => Codebook.Table(edition.Questionnaire).WriteAsync(csv, Codebook.Of(edition, withheld), token), token),
            };
            var manifest = Manifest(edition, rows, groups, givenUp, withheld, files);
            var entry = Entry(zip, edition, "manifest.json");
            await using var stream = await entry.OpenAsync(token);
            await JsonSerializer.SerializeAsync(stream, manifest, Json, token);
            return manifest;
        }, cancellation);

    private static MicrodataManifest Manifest(
        Edition edition, MicrodataRows rows, ExportedGroups groups, WithheldGroups givenUp, WithheldAnswers withheld, List<ManifestFile> files)
    {
        var questionnaire = edition.Questionnaire;
        var leftOut = new List<string>();
        if (groups.ResponsesWithHiddenGroups > 0)
            leftOut.Add($"{groups.ResponsesWithHiddenGroups} responses show fewer customer groups than are known: fewer than {questionnaire.MinimumAnswers} people share the combination.");
        foreach (var (group, responses) in givenUp.Responses())
            leftOut.Add($"The customer group {group} of {responses} responses: together with their other groups too few share it. The report counts them in it.");
        leftOut.AddRange(WithheldLines(edition, rows, withheld));
        foreach (var item in rows.CommentsLeftOut)
            leftOut.Add($"Comments of {item}: fewer than {questionnaire.MinimumForComments} were written.");
        return new()
        {
            Software = $"SurveyHub {Assembly.GetExecutingAssembly().GetName().Version?.ToString(3)}",
            MethodVersion = MethodVersion.Current,
            Survey = edition.Survey,
            Edition = edition.Year,
            QuestionnaireSha256 = edition.QuestionnaireSha256,
            Anonymity = questionnaire.Anonymity.ToString().ToLowerInvariant(),
            MinimumAnswers = questionnaire.MinimumAnswers,
            MinimumForComments = questionnaire.MinimumForComments,
            Responses = rows.Responses,
            LeftOut = leftOut,
            Files = files,
        };
    }

    private static IEnumerable<string> WithheldLines(Edition edition, MicrodataRows rows, WithheldAnswers withheld)
    {
        var items = edition.Items.All.Where(withheld.IsWithheld).Select(i => i.Key).ToArray();
        if (items.Length > 0) yield return $"Items withheld: too few answers: {items.Length} ({string.Join(", ", items)}).";
        if (rows.AnswersWithheld > 0)
            yield return $"Answers withheld: too few answers in some customer groups: {rows.AnswersWithheld}, of the items {string.Join(", ", edition.Items.All.Where(withheld.PartlyWithheld.Contains).Select(i => i.Key))}.";
    }

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
        entry.LastWriteTime = new(edition.ClosesOn.ToDateTime(default), TimeSpan.Zero);
        return entry;
    }
}
