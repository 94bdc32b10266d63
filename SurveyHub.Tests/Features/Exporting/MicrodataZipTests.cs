using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SurveyHub.Editions;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Exporting;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class MicrodataZipTests(TestServer server) : DatabaseTest(server)
{
    private EditionReport _report = null!;
    private Edition _edition = null!;

    [Test]
    public async Task The_wide_file_has_a_row_a_response_with_cannot_judge_skipped_and_not_shown_told_apart()
    {
        await StoreAsync(Anonymity.Confidential, [.. Enumerable.Repeat(Row(1, 4), 10), Row(1, Item.CannotJudge), Row(1, Item.Skipped), Row(1, null)]);

        var wide = Lines((await ZipAsync())["responses_wide.csv"]);

        Assert.That(wide, Has.Length.EqualTo(14));
        var rating = Array.IndexOf(wide[0].Split(','), "wifi.overall");
        Assert.That(wide.Skip(1).Select(l => l.Split(',')[rating]), Is.EquivalentTo(Enumerable.Repeat("4", 10).Append("-8").Append("-9").Append("")));
    }

    [Test]
    public async Task The_manifest_counts_and_hashes_every_file()
    {
        await StoreAsync(Anonymity.Anonymous, Enumerable.Repeat(Row(1, 5), 12));

        var files = await ZipAsync();

        using var manifest = JsonDocument.Parse(files["manifest.json"]);
        foreach (var file in manifest.RootElement.GetProperty("files").EnumerateArray())
        {
            var bytes = files[file.GetProperty("name").GetString()!];
            Assert.That(file.GetProperty("sha256").GetString(), Is.EqualTo(Convert.ToHexStringLower(SHA256.HashData(bytes))));
            Assert.That(file.GetProperty("bytes").GetInt64(), Is.EqualTo(bytes.Length));
            Assert.That(file.GetProperty("rows").GetInt64(), Is.EqualTo(Lines(bytes).Length - 1));
        }
        Assert.That(manifest.RootElement.GetProperty("responses").GetInt32(), Is.EqualTo(12));
        Assert.That(manifest.RootElement.GetProperty("questionnaire_sha256").GetString(), Is.EqualTo(_edition.QuestionnaireSha256));
    }

    [Test]
    public async Task A_group_of_three_is_in_no_row_and_the_manifest_says_so()
    {
        await StoreAsync(Anonymity.Confidential, [.. Enumerable.Repeat(Row(1, 4), 20), .. Enumerable.Repeat(Row(2, 4), 12), .. Enumerable.Repeat(Row(3, 2), 3)]);

        var files = await ZipAsync();

        var wide = Lines(files["responses_wide.csv"]);
        var department = Array.IndexOf(wide[0].Split(','), "group.department");
        Assert.That(wide.Skip(1).Select(l => l.Split(',')[department]), Has.Exactly(15).Empty.And.Exactly(20).EqualTo("1"), "three alone would be that group: the next smallest comes along");
        Assert.That(Encoding.UTF8.GetString(files["manifest.json"]), Does.Contain("15 responses show fewer customer groups"));
    }

    [Test]
    public async Task An_anonymous_edition_has_no_column_for_day_language_or_person()
    {
        await StoreAsync(Anonymity.Anonymous, Enumerable.Repeat(Row(1, 5), 12));

        var header = Lines((await ZipAsync())["responses_wide.csv"])[0].Split(',');

        Assert.That(header, Has.None.EqualTo("submitted_on").And.None.EqualTo("language").And.None.EqualTo("person_key"));
    }

    [Test]
    public async Task Comments_stand_alone_in_alphabetical_order_and_only_when_there_are_ten()
    {
        await StoreAsync(Anonymity.Anonymous, Enumerable.Range(0, 10).Select(i => Row(1, 3, $"comment {9 - i}")).Append(Row(1, 3, last: "=1+1 alone")));

        var files = await ZipAsync();

        var comments = Lines(files["comments.csv"]);
        Assert.That(comments.Skip(1).Select(l => l.Split(',')[^1]), Is.EqualTo(Enumerable.Range(0, 10).Select(i => $"comment {i}")));
        Assert.That(Encoding.UTF8.GetString(files["manifest.json"]), Does.Contain("Comments of last"));
    }

    [Test]
    public async Task Every_column_of_the_wide_file_is_explained_in_the_codebook()
    {
        await StoreAsync(Anonymity.Anonymous, Enumerable.Repeat(Row(1, 5), 12));

        var files = await ZipAsync();

        var explained = Lines(files["codebook.csv"]).Skip(1).Select(l => l.Split(',')[0]).ToHashSet();
        Assert.That(Lines(files["responses_wide.csv"])[0].Split(',').Skip(4), Is.SubsetOf(explained));
    }

    private async Task StoreAsync(Anonymity anonymity, IEnumerable<IReadOnlyList<StoredAnswer>> responses)
    {
        var writer = new EditionWriter(TimeProvider.System);
        var edition = await Database.WriteAsync(work => writer.InsertAsync(work, new()
        {
            Year = 2025,
            Status = EditionStatus.Open,
            Origin = EditionOrigin.Collected,
            OpensOn = new(2025, 3, 1),
            ClosesOn = new(2025, 3, 31),
            Questionnaire = A.Questionnaire("wifi") with { Anonymity = anonymity },
        }));
        _edition = (await new EditionStore(Database, new()).FindAsync(edition!.Value))!;
        await Database.WriteAsync(async work =>
        {
            using var insert = new ResponseWriter(work);
            foreach (var answers in responses)
                await insert.InsertAsync(new() { EditionId = _edition.EditionId, IsComplete = true, Answers = answers });
            return 0;
        });
        _report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];
    }

    private static IReadOnlyList<StoredAnswer> Row(int department, int? rating, string? comment = null, string? last = null)
    {
        var items = ItemList.Of(A.Questionnaire("wifi"));
        var answers = new List<StoredAnswer> { new() { ItemNo = items.Find("group.department")!.No, Code = department } };
        if (rating is { } code) answers.Add(new() { ItemNo = items.Find("wifi.overall")!.No, Code = code });
        if (comment is not null) answers.Add(new() { ItemNo = items.Find("wifi.comment")!.No, Text = comment });
        if (last is not null) answers.Add(new() { ItemNo = items.Find("last")!.No, Text = last });
        return answers;
    }

    private async Task<Dictionary<string, byte[]>> ZipAsync()
    {
        using var stream = new MemoryStream();
        await PackageReader.ZipOf(Database).WriteAsync(stream, _report, CancellationToken.None);
        stream.Position = 0;
        using var zip = new ZipArchive(stream);
        return zip.Entries.ToDictionary(e => e.Name, e =>
        {
            using var copy = new MemoryStream();
            using var entry = e.Open();
            entry.CopyTo(copy);
            return copy.ToArray();
        });
    }

    private static string[] Lines(byte[] csv) =>
        Encoding.UTF8.GetString(csv).TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
}
