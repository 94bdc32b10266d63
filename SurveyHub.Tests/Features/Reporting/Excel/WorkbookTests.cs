using System.Globalization;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Reporting.Excel;

/// <summary>The demonstration's workbook, opened by a spreadsheet program that is not ours.</summary>
[Category(Spreadsheet.Category)]
public sealed class WorkbookTests
{
    private const string Survey = "internal-services";

    private readonly string _folder = Tool.NewFolder();
    private SurveyHubHost _host = null!;
    private EditionReport _report = null!;
    private IReadOnlyDictionary<string, string> _sheets = null!;

    [OneTimeSetUp]
    public async Task Open()
    {
        _host = await SurveyHubHost.StartAsync(new() { Environment = "Development", WithDemonstration = true });
        using var analyst = await _host.SignInAsync(People.Analyst);
        var file = Path.Combine(_folder, "report.xlsx");
        await File.WriteAllBytesAsync(file, await analyst.GetByteArrayAsync(new Uri(Urls.Workbook(Survey, 2025), UriKind.Relative)));
        _report = (await _host.WithAsync<ReportTableStore, EditionReport?>(store => store.FindAsync(Survey, 2025)))!;
        _sheets = await Spreadsheet.ValuesAsync(file);
    }

    [OneTimeTearDown]
    public async Task Close()
    {
        await _host.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Test]
    public void Every_sheet_is_there_in_the_order_in_which_a_report_is_read() =>
        Assert.That(_sheets.Keys, Is.EqualTo(["About", "Headline", "Services", "Changes", "Groups", "Response rates", "Distribution"]));

    [Test]
    public void Services_have_the_figures_of_the_report_as_numbers()
    {
        var rows = Rows("Services");
        var name = _report.Edition.Questionnaire.Services.ToDictionary(s => s.Key, s => s.Name.In("en"));
        Assert.That(rows, Has.Count.EqualTo(_report.Rows(ServiceYearRow.Table).Count(r => r.Item != "overall") + _report.Rows(ServiceYearRow.AspectTable).Count));
        foreach (var row in _report.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall"))
        {
            var line = rows.First(r => r["Service"] == name[row.Item]);
            Assert.That((Number(line, "Ratings"), Number(line, "Good or excellent, ratings")), Is.EqualTo(((double?)row.Valid, (double?)row.Good)));
            Assert.That(new[] { Number(line, "Good or excellent"), Number(line, "95 % from"), Number(line, "95 % to") }, Is.EqualTo(new[] { row.Share, row.Lower, row.Upper }).Within(1e-9));
        }
    }

    [Test]
    public void The_headline_of_every_year_up_to_this_one_is_there()
    {
        var rows = Rows("Headline");

        Assert.That(rows.Select(r => r["Year"]), Is.EqualTo(Enumerable.Range(int.Parse(rows[0]["Year"], CultureInfo.InvariantCulture), rows.Count).Select(y => $"{y}")));
        Assert.That(rows[^1]["Year"], Is.EqualTo("2025"));
        Assert.That(Number(rows[^1], "Good or excellent"), Is.EqualTo(_report.Rows(HeadlineRow.Table)[0].Share).Within(1e-9));
    }

    [Test]
    public void Changes_are_in_points_and_unrounded()
    {
        var stored = _report.Rows(ChangeRow.Table).Where(r => r is { YearFrom: 2024, YearTo: 2025, Difference: not null } && r.Item != "overall").ToArray();

        Assert.That(stored, Is.Not.Empty);
        Assert.That(Rows("Changes").Select(r => Number(r, "Change, points")).OfType<double>().Order(), Is.EqualTo(stored.Select(r => r.Difference!.Value * 100).Order()).Within(1e-9));
    }

    [Test]
    public void A_hidden_figure_of_a_group_is_words_and_no_number()
    {
        var shown = _report.Rows(SegmentRow.Table).Where(r => !r.IsHidden && r.Valid > 0).ToArray();
        var joined = _report.Rows(PooledRow.Table).ToArray();
        var rows = Rows("Groups");

        Assert.That(rows.Where(r => joined.Any(j => r["Customer group"].StartsWith($"{j.Label}: ", StringComparison.Ordinal))).Sum(r => Number(r, "Ratings") ?? 0), Is.EqualTo(joined.Sum(j => j.Valid)));
        rows = [.. rows.Where(r => !joined.Any(j => r["Customer group"].StartsWith($"{j.Label}: ", StringComparison.Ordinal)))];
        Assert.That(rows.Count(r => Number(r, "Good or excellent") is not null), Is.EqualTo(shown.Length));
        Assert.That(rows.Sum(r => Number(r, "Ratings") ?? 0), Is.EqualTo(shown.Sum(r => r.Valid)));
        Assert.That(rows.Where(r => Number(r, "Good or excellent") is null).Select(r => r["Good or excellent"]), Is.All.AnyOf("too few answers", "hidden to protect a smaller one", "no ratings"));
        Assert.That(rows.Count(r => r["Good or excellent"] is "too few answers" or "hidden to protect a smaller one"), Is.EqualTo(_report.Rows(SegmentRow.Table).Count(r => r.IsHidden)));
    }

    [Test]
    public void Response_rates_name_no_group_of_fewer_than_ten_alone()
    {
        var rows = Rows("Response rates").Where(r => r["Divided by"].Length > 0).ToArray();
        var everyone = _report.Rows(ResponseRateRow.Table).First(r => r.Attribute.Length == 0);

        Assert.That(rows.GroupBy(r => r["Divided by"]).Select(g => g.Sum(r => Number(r, "Invited"))), Is.All.EqualTo((double)everyone.Invited!));
        Assert.That(rows.Where(r => Number(r, "Invited") < 10).Select(r => r["Answered"]), Is.All.Empty);
    }

    [Test]
    public void The_spread_over_the_scale_is_the_reports()
    {
        var stored = _report.Rows(DistributionRow.Table);
        var rows = Rows("Distribution");

        Assert.That(rows.Select(r => (Number(r, "Code"), Number(r, "Answers"))), Is.EqualTo(stored.Select(r => ((double?)r.Code, (double?)r.N))));
        Assert.That(rows.SelectMany(r => new[] { r["Question"], r["Answer"] }), Has.None.Empty);
    }

    [Test]
    public void About_says_from_how_many_answers_on_there_are_figures() =>
        Assert.That(_sheets["About"], Does.Contain("Fewer than 10 answers stand behind the figure, and it is not shown.").And.Contain(SurveyHub.Statistics.MethodVersion.Current));

    private IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string sheet) => ReportFile.Parse(_sheets[sheet]);

    private static double? Number(IReadOnlyDictionary<string, string> row, string column) =>
        double.TryParse(row[column], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
