using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Features.Exporting;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>Where an export is made before it is sent.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ExportFolderTests(TestServer server) : DatabaseTest(server)
{
    private string _folder = null!;
    private ExportFolder _exports = null!;

    [SetUp]
    public void Make() => _exports = new(_folder = Path.Combine(TestFolder.Path, "exports", Guid.NewGuid().ToString("N")), NullLogger<ExportFolder>.Instance);

    [TearDown]
    public void Clean()
    {
        if (Directory.Exists(_folder)) Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public async Task A_file_is_read_from_its_beginning_and_nobody_else_finds_it()
    {
        await using var file = await _exports.MakeAsync(async stream => await stream.WriteAsync("whole"u8.ToArray()));

        Assert.Multiple(async () =>
        {
            Assert.That(file!.Length, Is.EqualTo(5));
            Assert.That(await new StreamReader(file).ReadToEndAsync(), Is.EqualTo("whole"));
            if (OperatingSystem.IsWindows()) return;
            Assert.That(Directory.EnumerateFiles(_folder), Is.Empty);
            Assert.That(File.GetUnixFileMode(_folder), Is.EqualTo(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
        });
    }

    [Test]
    public void What_fails_on_the_way_is_told_and_leaves_nothing()
    {
        Stream? half = null;

        Assert.That(async () => await _exports.MakeAsync(async stream =>
        {
            await (half = stream).WriteAsync("half"u8.ToArray());
            throw new OperationCanceledException("Who asked has gone.");
        }), Throws.InstanceOf<OperationCanceledException>());

        Assert.That(Directory.EnumerateFiles(_folder), Is.Empty);
        Assert.That(half!.CanRead, Is.False, "it is closed, and with it gone");
    }

    [Test]
    public void A_failure_that_is_no_want_of_room_is_not_taken_for_one() =>
        Assert.That(async () => await _exports.MakeAsync(_ => throw new IOException("The disk is broken.")), Throws.InstanceOf<IOException>());

    [Test]
    public async Task What_a_killed_process_left_is_gone_at_the_next_start()
    {
        Directory.CreateDirectory(_folder);
        await File.WriteAllTextAsync(Path.Combine(_folder, "left"), "half");

        await _exports.StartAsync(CancellationToken.None);

        Assert.That(Directory.EnumerateFiles(_folder), Is.Empty);
    }

    [Test]
    public void A_start_without_the_folder_makes_none()
    {
        Assert.That(async () => await _exports.StartAsync(CancellationToken.None), Throws.Nothing);
        Assert.That(Directory.Exists(_folder), Is.False);
    }

    [Test]
    public async Task Whoever_takes_a_file_slowly_holds_nothing_of_the_database()
    {
        var edition = await Answered.EditionAsync(Database, A.Questionnaire("wifi") with { Anonymity = Anonymity.Confidential }, 2025, 12.Times(("wifi.overall", 4), ("group.department", 1)));
        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        await using var file = await _exports.MakeAsync(stream => PackageReader.ZipOf(Database).WriteAsync(stream, report, CancellationToken.None));
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, 3.Times(("wifi.overall", 1))));

        Assert.That(file!.Length, Is.GreaterThan(0));
        Assert.That(await Database.EraseTracesAsync(["answer"]), "somebody still sees the database as it was");
    }
}
