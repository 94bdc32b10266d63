using System.Collections;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Features.Importing;
using SurveyHub.Features.Importing.Commands;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>
/// Real people: the airport's survey of four years. The data are not part of the project; where they lie beside it
/// (<c>../shared/real/sfo-airport</c>) they are imported by the command, and the report is compared with a count of the file by other means.
/// </summary>
[TestFixtureSource(typeof(WhereTheDataAre))]
public sealed class SfoAirportTests(TestServer server) : DatabaseTest(server)
{
    private const string Survey = "sfo-airport";
    private static readonly string Root = SourceTree.Root;
    private static readonly string Data = Path.GetFullPath(Path.Combine(Root, "../shared/real/sfo-airport"));

    private sealed class WhereTheDataAre : IEnumerable
    {
        public IEnumerator GetEnumerator() => (Directory.Exists(Data) ? new OnEachDatabase().Cast<object>() : []).GetEnumerator();
    }

    [Test]
    public async Task Four_years_of_travellers_become_four_closed_editions_with_the_reports_of_the_file()
    {
        Assert.That(await ImportAsync(), Is.Zero);

        var editions = await Editions.OfSurveyAsync(Survey);
        var reports = await new ReportTableStore(Database, Editions, Dialect).OfSurveyAsync(Survey);
        Assert.Multiple(async () =>
        {
            Assert.That(editions.Select(e => (e.Year, e.Status, e.Origin)), Is.EqualTo(
                new[] { 2014, 2015, 2016, 2017 }.Select(y => (y, EditionStatus.Closed, EditionOrigin.Imported))));
            Assert.That(editions[0].Questionnaire.Title.ToString(), Is.EqualTo("San Francisco International Airport: what travellers say"));
            Assert.That(editions.Select(e => e.Questionnaire.Services.Count), Is.All.EqualTo(14));
            Assert.That(editions[3].Questionnaire.Groups.Select(g => (g.Key, g.Options.Count)), Is.EqualTo([("boarding_area", 7), ("language", 4)]));
            Assert.That(await CountAsync("select count(*) from response"), Is.EqualTo(11_694));
            Assert.That(await CountAsync("select count(*) from response where weight is null or person_key is not null"), Is.Zero);
            Assert.That(reports, Has.Count.EqualTo(4));
        });
        var rows = reports.SelectMany(r => r.Rows(ServiceYearRow.Table)).ToList();
        Assert.That(rows, Has.Count.EqualTo(60), "14 services and the airport as a whole, in four years");
        Assert.Multiple(() =>
        {
            foreach (var row in rows) CompareWithFile(row);
        });
    }

    private static void CompareWithFile(ServiceYearRow row)
    {
        var lines = File.ReadLines(Path.Combine(Data, "responses.csv")).Select(l => l.Split(',')).ToList();
        var column = Array.IndexOf(lines[0], row.Item);
        var cells = lines.Skip(1).Where(l => l[0] == $"{row.Year}").Select(l => l[column]).ToList();
        var (good, rated) = (cells.Count(c => c is "4" or "5"), cells.Count(c => c is not ("X" or "")));
        Assert.That((row.Respondents, row.Valid, row.NotApplicable, row.Good, row.State), Is.EqualTo(((int?)cells.Count, (int?)rated, (int?)cells.Count(c => c == "X"), (int?)good, CellState.Shown)), $"{row.Year} {row.Item}");
        Assert.That(row.Share, Is.EqualTo((double)good / rated).Within(1e-12), $"{row.Year} {row.Item}");
    }

    private async Task<int> ImportAsync()
    {
        var writer = new EditionWriter(TimeProvider.System);
        var imported = new ImportedEditions(Editions, writer, new(Database, Editions, writer, Dialect, NullLogger<EditionClosing>.Instance), new(Database, TimeProvider.System), new FixedClock(new(2026, 11, 21, 9, 0, 0, TimeSpan.Zero)));
        using var output = new StringWriter();
        var result = await new MicrodataCommand(new(Database, imported, new SurveyCatalog(Path.Combine(Root, "surveys"))))
            .RunAsync(Path.Combine(Root, "seed-data/sfo-airport/mapping.yaml"), Data, new(output, null, IsConfirmed: true));
        await TestContext.Out.WriteLineAsync(output.ToString());
        return result;
    }

    private EditionStore Editions => new(Database, new());

    private Task<long> CountAsync(string sql) => Database.ReadAsync((db, _) => db.ExecuteScalarAsync<long>(sql));
}
