namespace SurveyHub.Tests.Support.Tools;

[Category(Pspp.Category)]
public sealed class PsppTests
{
    private readonly string _folder = Tool.NewFolder();

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_syntax_runs_and_its_tables_come_back()
    {
        var said = await Pspp.RunAsync(_folder, "data list list / score (f2).\nbegin data\n4\n5\nend data.\nfrequencies score.\n");

        Assert.That(said, Does.Contain("Table: score").And.Contain("Total,,2"));
    }

    [Test]
    public async Task A_system_file_comes_back_as_codes_or_as_labels()
    {
        await Pspp.RunAsync(_folder, "data list list / score (f2).\nbegin data\n4\nend data.\nvalue labels score 4 'schön'.\nsave outfile='x.sav'.\n");
        var file = Path.Combine(_folder, "x.sav");

        Assert.Multiple(async () =>
        {
            Assert.That(await Pspp.ToCsvAsync(file), Is.EqualTo("score\n4\n"));
            Assert.That(await Pspp.ToCsvAsync(file, "--labels"), Is.EqualTo("score\nschön\n"));
        });
    }

    [Test]
    public void A_syntax_that_is_wrong_fails_the_test_and_says_why() =>
        Assert.That(() => Pspp.RunAsync(_folder, "get file='none.sav'.\n"), Throws.TypeOf<AssertionException>().With.Message.Contains("none.sav"));
}
