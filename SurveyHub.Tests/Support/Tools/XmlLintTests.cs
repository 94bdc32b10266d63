namespace SurveyHub.Tests.Support.Tools;

[Category(XmlLint.Category)]
public sealed class XmlLintTests
{
    private readonly string _folder = Tool.NewFolder();

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [TestCase("<a><b/></a>", true)]
    [TestCase("<a><b></a>", false)]
    [TestCase("<a><n:b/></a>", false)]
    public async Task A_file_that_is_not_well_formed_fails_the_test(string xml, bool isGood)
    {
        var file = Path.Combine(_folder, "x.xml");
        await File.WriteAllTextAsync(file, xml);

        Assert.That(() => XmlLint.ReadAsync(file), isGood ? Throws.Nothing : Throws.TypeOf<AssertionException>());
    }
}
