using System.Globalization;
using SurveyHub.Results.Joint;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Reporting.Excel;

/// <summary>The workbook of an edition that asked what customers expect, as a spreadsheet program reads it.</summary>
[Category(Spreadsheet.Category)]
public sealed class ExpectationSheetTests : ReportTest
{
    [Test]
    public async Task Expectations_are_the_reports_and_words_stand_where_a_service_has_none()
    {
        var sheets = await SheetsAsync(2025);
        var stored = (await PublishedAsync()).Report(2025)!.Rows(GapRow.Table);
        var rows = ReportFile.Parse(sheets["Expectations"]);

        Assert.That(rows.Select(r => Number(r["People below"])), Is.EquivalentTo(stored.Select(r => (double?)r.Below)));
        Assert.That(rows.Where(r => r["Would just do"].Length > 0).Select(r => Number(r["Against the minimum"])), Is.Not.Empty.And.EquivalentTo(stored.Where(r => r.HasMeans).Select(r => r.Adequacy)));
        Assert.That(rows.Single(r => r["Service"] == "The tiny")["Below their own minimum"], Is.EqualTo("hidden with the service’s own figures"));
    }

    [Test]
    public async Task There_is_no_such_sheet_where_the_edition_did_not_ask() => Assert.That((await SheetsAsync(2024)).Keys, Does.Not.Contain("Expectations"));

    private async Task<IReadOnlyDictionary<string, string>> SheetsAsync(int year)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(TestFolder.Path, "expectations")).FullName, $"{year}.xlsx");
        await File.WriteAllBytesAsync(file, await Cio.GetByteArrayAsync(new Uri(Urls.Workbook(ReportedSurvey.Key, year), UriKind.Relative)));
        return await Spreadsheet.ValuesAsync(file);
    }

    private static double? Number(string cell) => double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
