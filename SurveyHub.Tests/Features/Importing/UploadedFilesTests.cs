using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Features.Importing.Uploading;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>Uploaded files: what is refused and in which words, who can read the rest, and when it is gone.</summary>
public sealed class UploadedFilesTests : ImportPageTest
{
    [Test]
    public async Task After_an_hour_the_files_are_gone_and_the_page_says_so()
    {
        var preview = await PreviewAsync(Owner.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers)));
        var page = await Owner.GetStringAsync(new Uri(preview, UriKind.Relative));
        var uploads = Host.Services.GetRequiredService<Uploads>();
        var folder = Path.GetDirectoryName(Path.GetDirectoryName(uploads.Find(preview.Split('/')[^1])!.Main))!;

        Host.Clock.Now += TimeSpan.FromMinutes(61);

        using var late = await Owner.GetAsync(new Uri(preview, UriKind.Relative));
        Assert.That(late.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(await late.Content.ReadAsStringAsync(), Does.Contain("These files are no longer here"));
        using var yes = await Owner.SubmitAsync(page, preview, "confirm");
        Assert.That(yes.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(Directory.Exists(folder), Is.True);
        uploads.RemoveExpired();
        Assert.That(Directory.Exists(folder), Is.False);
        Assert.That(await Stored.CountAsync(Host.Database), Is.Zero);
    }

    [Test]
    public async Task Imported_files_are_deleted_at_once()
    {
        var preview = await PreviewAsync(Owner.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers)));
        var main = Host.Services.GetRequiredService<Uploads>().Find(preview.Split('/')[^1])!.Main;

        using var done = await Owner.SubmitAsync(preview, "confirm");

        Assert.That(File.Exists(main), Is.False);
    }

    [Test]
    public async Task Nobody_else_on_the_machine_can_read_the_files()
    {
        var preview = await PreviewAsync(Owner.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers)));
        var upload = Host.Services.GetRequiredService<Uploads>().Find(preview.Split('/')[^1])!;

        var root = Path.GetDirectoryName(Path.GetDirectoryName(Path.GetDirectoryName(upload.Main)))!;
        if (!OperatingSystem.IsWindows())
            Assert.That(File.GetUnixFileMode(root), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        Assert.That(root, Does.StartWith(Path.GetTempPath()));
    }

    [Test]
    public async Task A_mapping_cannot_name_files_that_were_not_uploaded()
    {
        using var uploaded = await Owner.UploadMicrodataAsync(Mapping.Replace("answers.csv", "/etc/passwd", StringComparison.Ordinal), ("answers.csv", ImportFolder.Answers));

        Assert.That(await Owner.ReadAsync(uploaded.Headers.Location!.ToString()), Does.Contain("The file cannot be found or read."));
    }

    [TestCase("../../../outside.csv")]
    [TestCase("C:\\Users\\olga\\answers.csv")]
    [TestCase("ANSWERS.CSV")]
    public async Task A_file_is_found_by_its_name_alone_wherever_the_browser_says_it_lay(string name)
    {
        var preview = await PreviewAsync(Owner.UploadMicrodataAsync(Mapping.Replace("answers.csv", name.Split('/', '\\')[^1], StringComparison.Ordinal), (name, ImportFolder.Answers)));

        Assert.That(await Owner.ReadAsync(preview), Does.Contain("Import this edition"));
    }

    [Test]
    public async Task Without_files_the_page_says_which_are_missing()
    {
        await AssertRefusedAsync(Owner.UploadMicrodataAsync(null, ("answers.csv", ImportFolder.Answers)), HttpStatusCode.UnprocessableEntity, "choose the mapping file");
        await AssertRefusedAsync(Owner.UploadMicrodataAsync(Mapping), HttpStatusCode.UnprocessableEntity, "choose the data files");
        await AssertRefusedAsync(Owner.UploadHistoryAsync(null), HttpStatusCode.UnprocessableEntity, "choose the file with the counts");
    }

    [TestCase("2019/answers.csv", "2020/answers.csv", "answers.csv")]
    [TestCase("answers.csv", "ANSWERS.CSV", "answers.csv")]
    public async Task Two_files_of_one_name_are_refused_because_one_would_be_read_for_both(string one, string other, string name) =>
        await AssertRefusedAsync(Owner.UploadMicrodataAsync(Mapping, (one, ImportFolder.Answers), (other, ImportFolder.Answers)), HttpStatusCode.UnprocessableEntity,
            $"2 data files are called {name}, and the mapping finds its files by their names.");

    [Test]
    public async Task A_mapping_whose_files_have_one_name_in_two_folders_is_refused()
    {
        var mapping = ImportFolder.Survey.Replace("answers.csv }", "2025/answers.csv }\n  - { year: 2024, responses: 2024/answers.csv }", StringComparison.Ordinal) + "values: { cannot_judge: [X] }";
        var preview = await PreviewAsync(Owner.UploadMicrodataAsync(mapping, ("answers.csv", ImportFolder.Answers)));

        await AssertRefusedAsync(Owner.GetAsync(new Uri(preview, UriKind.Relative)), HttpStatusCode.UnprocessableEntity, "“2025/answers.csv” and “2024/answers.csv” lead to the same file.");
    }

    [Test]
    public async Task Files_that_go_while_somebody_looks_at_them_are_gone_in_words()
    {
        var preview = await PreviewAsync(Owner.UploadMicrodataAsync(Mapping, ("answers.csv", ImportFolder.Answers)));
        File.Delete(Host.Services.GetRequiredService<Uploads>().Find(preview.Split('/')[^1])!.Main);

        await AssertRefusedAsync(Owner.GetAsync(new Uri(preview, UriKind.Relative)), HttpStatusCode.Gone, "These files are no longer here");
    }

    [Test]
    public async Task More_than_fifty_megabytes_are_refused_in_words()
    {
        var large = new byte[50 * 1024 * 1024];

        await AssertRefusedAsync(Owner.UploadAsync(Urls.ImportMicrodata, [("mapping", "m.yaml", [65]), ("data", "a.csv", large)]),
            HttpStatusCode.RequestEntityTooLarge, "All files together may have 50 MB; nothing of them was kept.");
    }

    [Test]
    public async Task A_form_without_its_token_is_refused_and_keeps_nothing()
    {
        await AssertRefusedAsync(Owner.UploadAsync(Urls.ImportMicrodata, [("mapping", "m.yaml", [65]), ("data", "a.csv", [65])], token: "forged"), HttpStatusCode.UnprocessableEntity, "Nothing was saved");
    }

    [Test]
    public async Task What_is_no_form_is_refused()
    {
        using var json = new StringContent("{}", System.Text.Encoding.UTF8, "application/json");

        await AssertRefusedAsync(Owner.PostAsync(new Uri(Urls.ImportMicrodata, UriKind.Relative), json), HttpStatusCode.BadRequest, "That did not arrive as it should");
    }
}
