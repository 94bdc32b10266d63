namespace SurveyHub.Tests.Support.Tools;

[Category(Spreadsheet.Category)]
public sealed class SpreadsheetTests
{
    private readonly string _folder = Tool.NewFolder();

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Cells_come_back_as_values_and_as_a_person_sees_them()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "Services.csv"), "service,share\nE-Mail für alle,71.25%\n");
        await Tool.RunAsync("ssconvert", _folder, "Services.csv", "x.xlsx");
        var workbook = Path.Combine(_folder, "x.xlsx");

        Assert.Multiple(async () =>
        {
            Assert.That((await Spreadsheet.ValuesAsync(workbook)).Values.Single(), Is.EqualTo("service,share\n\"E-Mail für alle\",0.7125\n"));
            Assert.That((await Spreadsheet.ShownAsync(workbook)).Values.Single(), Is.EqualTo("service,share\n\"E-Mail für alle\",0.71\n"), "in a cell with two decimals");
        });
    }
}
