using System.IO.Compression;
using System.Xml.Linq;
using SurveyHub.Features.Reporting.Excel;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Reporting.Excel;

/// <summary>What is in the cells of a workbook.</summary>
[Category(Spreadsheet.Category)]
public sealed class WorkbookFileTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private static readonly string[] Dangerous = ["=1+1", "+1", "-1", "@SUM(A1)", "=HYPERLINK(\"http://a.example\")", "'quoted", "0012", "2025-03-01", "TRUE", "صباح", "a\nb", "<b>&"];

    private readonly string _folder = Tool.NewFolder();

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task A_text_that_a_spreadsheet_could_run_is_a_text()
    {
        var file = Write(Sheet.Of("Texts", Dangerous, ("Text", SheetKind.Text, 20, t => t), ("Same", SheetKind.Share, 20, t => t)));

        var values = (await Spreadsheet.ValuesAsync(file)).Values.Single();

        Assert.That(Cells(file).Where(c => c.Element(Main + "f") is not null), Is.Empty, "no formula");
        Assert.That(Cells(file).Select(c => c.Attribute("t")?.Value), Is.All.AnyOf("s", "inlineStr", "str"));
        foreach (var text in Dangerous.Where(t => !t.Contains('"') && !t.Contains('\n'))) Assert.That(values, Does.Contain(text));
    }

    [Test]
    public async Task Numbers_stay_numbers_and_look_as_a_person_reads_them()
    {
        var file = Write(Sheet.Of("Numbers", [0.7126], ("Share", SheetKind.Share, 10, n => n), ("Points", SheetKind.Points, 10, n => n), ("Minus", SheetKind.Points, 10, n => -n),
            ("Count", SheetKind.Count, 10, _ => 12345), ("Year", SheetKind.Year, 10, _ => 2025), ("Nothing", SheetKind.Share, 10, _ => null)));

        Assert.That((await Spreadsheet.ValuesAsync(file))["Numbers"].Split('\n')[1], Is.EqualTo("0.7126,71.26,-71.26,12345,2025,").Or.EqualTo("0.7126,71.26,-71.26,12345,2025"));
        Assert.That((await Spreadsheet.ShownAsync(file))["Numbers"].Split('\n')[1], Does.StartWith("71.3%,+71.3,-71.3,\"12,345\",2025"));
    }

    [Test]
    public void The_header_stays_in_sight_and_columns_are_as_wide_as_they_need()
    {
        var sheet = Part(Write(Sheet.Of("Wide", ["a"], ("Text", SheetKind.Text, 40, t => t), ("Short", SheetKind.Text, 8, t => t))), "xl/worksheets/sheet1.xml");

        var pane = sheet.Descendants(Main + "pane").Single();
        Assert.That((pane.Attribute("state")?.Value, pane.Attribute("ySplit")?.Value), Is.EqualTo(("frozen", "1")));
        var widths = sheet.Descendants(Main + "col").Select(c => double.Parse(c.Attribute("width")!.Value, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        Assert.That(widths[0], Is.InRange(36, 46));
        Assert.That(widths[1], Is.InRange(7, 11));
    }

    private string Write(params Sheet[] sheets)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.xlsx");
        using var stream = File.Create(file);
        WorkbookFile.Write(stream, sheets);
        return file;
    }

    private static IEnumerable<XElement> Cells(string file) => Part(file, "xl/worksheets/sheet1.xml").Descendants(Main + "c");

    private static XDocument Part(string file, string name)
    {
        using var zip = ZipFile.OpenRead(file);
        using var part = zip.GetEntry(name)!.Open();
        return XDocument.Load(part);
    }
}
