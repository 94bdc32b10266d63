namespace SurveyHub.Tests.Support.Tools;

[Category(RScript.Category)]
public sealed class RScriptTests
{
    private readonly string _folder = Tool.NewFolder();

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_script_finds_its_files_in_the_folder_and_what_it_prints_comes_back()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "scores.csv"), "weight,good\n1,1\n3,0\n");

        var said = await RScript.RunLinesAsync(_folder, """
            suppressMessages(library(survey))
            scores <- read.csv("scores.csv")
            cat(coef(svymean(~good, svydesign(ids = ~1, weights = ~weight, data = scores))))
            """);

        Assert.That(said, Is.EqualTo("0.25"));
    }

    [Test]
    public void A_script_that_stops_fails_the_test_and_says_why() =>
        Assert.That(() => RScript.RunLinesAsync(_folder, "stop('no such column')"), Throws.TypeOf<AssertionException>().With.Message.Contains("no such column"));
}
