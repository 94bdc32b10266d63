using SurveyHub.Features.Reporting;
using SurveyHub.Features.Reporting.Changing;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Shell;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Changing;

/// <summary>The headline between any two editions: where closing compared them, what the stored rows tell is what it computed.</summary>
public sealed class HeadlineBetweenTests
{
    private SurveyHubHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await SurveyHubHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task What_closing_compared_follows_from_the_stored_rows_alone([Values] HeadlineKind kind)
    {
        var survey = await StoredAsync($"{kind}", kind, _ => ["wifi", "mail", "desk"]);
        var compared = 0;
        foreach (var report in survey.Reports)
            foreach (var row in report.Rows(HeadlineChangeRow.Table))
            {
                var change = HeadlineBetween.Of(survey, survey.Report(row.YearFrom)!, report)!;
                Assert.That((change.Display, change.Verdict, change.State), Is.EqualTo((row.Words, row.Verdict, row.State)), $"{row.YearFrom}–{row.YearTo}");
                Assert.That(new[] { change.Difference, change.Lower, change.Upper, change.P }, Is.EqualTo(new[] { row.Difference, row.Lower, row.Upper, row.HeadlineP }).Within(1e-12), $"{row.YearFrom}–{row.YearTo}");
                compared++;
            }
        Assert.That(compared, Is.EqualTo(4), "three against the one before, the last against the first");
    }

    [Test]
    public async Task Two_editions_that_closing_did_not_compare_have_a_verdict_on_the_page()
    {
        await StoredAsync("pairs", HeadlineKind.PooledRatings, _ => ["wifi", "mail", "desk"]);
        var html = await PageAsync(Urls.Changes("pairs", 2025) + "?compare=2023");

        Assert.That(HtmlTables.Text(html), Does.Match("2023 [0-9]+ % .*→ 2025 [0-9]+ % .*(better, \\+[0-9]+|no clear change)").And.Not.Contain("computed at closing"));
    }

    [Test]
    public async Task Where_services_came_and_went_closing_computes_it_over_those_in_common([Values(HeadlineKind.PooledRatings, HeadlineKind.MeanOfServices)] HeadlineKind kind)
    {
        var key = $"others-{kind}";
        var survey = await StoredAsync(key, kind, year => year < 2024 ? ["wifi", "mail", "desk"] : ["wifi", "mail", "print"]);
        var same = await StoredAsync($"same-{kind}", kind, _ => ["wifi", "mail"]);

        Assert.That(survey.Report(2025)!.Rows(HeadlineChangeRow.FurtherTable).Select(r => (r.YearFrom, r.ServicesCompared, r.Basis)), Is.EqualTo([(2023, 2, HeadlineChangeRow.CommonServices)]),
            "2024 and 2022 are compared anyhow");
        // Over the two services alone it is the headline of a survey that asks about these two only.
        var (row, alone) = (survey.Report(2025)!.Rows(HeadlineChangeRow.FurtherTable)[0], HeadlineBetween.Of(same, same.Report(2023)!, same.Report(2025)!)!);
        Assert.That(new[] { row.Difference, row.Lower, row.Upper, row.HeadlineP }, Is.EqualTo(new[] { alone.Difference, alone.Lower, alone.Upper, alone.P }).Within(1e-12));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Changes(key.ToLowerInvariant(), 2025) + "?compare=2023")),
            Does.Match("(better, \\+[0-9]+|no clear change).* That is computed over the 2 services asked about and shown in both years").And.Not.Contain("the change lies"), "of so few services the interval would tell of a few people");
    }

    [Test]
    public async Task Where_services_became_one_it_is_compared_as_well()
    {
        var survey = await StoredAsync("merged", HeadlineKind.PooledRatings, year => year < 2023 ? ["wifi", "mail", "fax"] : ["wifi", "mail"],
            lineage: year => year < 2023 ? null : [new() { Kind = LineageKind.Merged, Service = "mail", From = ["fax", "mail"], Year = 2023 }]);

        Assert.That(survey.Report(2025)!.Rows(HeadlineChangeRow.Table).Concat(survey.Report(2025)!.Rows(HeadlineChangeRow.FurtherTable)).Select(r => r.YearFrom), Is.EquivalentTo([2024, 2022]));
        Assert.That(survey.Report(2024)!.Rows(HeadlineChangeRow.FurtherTable).Select(r => (r.YearFrom, r.State)), Is.EqualTo([(2022, ComparisonState.Tested)]));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Changes("merged", 2024) + "?compare=2022")), Does.Match("→ 2024 [0-9]+ % .*(better, \\+[0-9]+|no clear change)").And.Not.Contain("not computed"));
    }

    [Test]
    public async Task Where_a_service_is_hidden_in_one_of_them_it_is_compared_all_the_same([Values(HeadlineKind.PooledRatings, HeadlineKind.MeanOfServices)] HeadlineKind kind)
    {
        var survey = await StoredAsync($"hidden-{kind}", kind, _ => ["wifi", "mail", "desk"], few: 2025);

        Assert.That(survey.Report(2025)!.Rows(ServiceYearRow.Table).Count(r => r.State == CellState.Hidden), Is.Positive);
        Assert.That(survey.Report(2025)!.Rows(HeadlineChangeRow.FurtherTable).Select(r => (r.YearFrom, r.State)), Is.EqualTo([(2023, ComparisonState.Tested)]));
        Assert.That(HtmlTables.Text(await PageAsync(Urls.Changes($"hidden-{kind}".ToLowerInvariant(), 2025) + "?compare=2023")), Does.Match("→ 2025 [0-9]+ % .*(better, \\+[0-9]+|no clear change)").And.Not.Contain("not computed"));
    }

    [Test]
    public async Task Where_no_service_is_in_common_the_page_says_so()
    {
        await StoredAsync("none", HeadlineKind.PooledRatings, year => year < 2024 ? ["wifi", "mail"] : ["desk", "print"]);

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Changes("none", 2025) + "?compare=2023")), Does.Contain("not comparable").And.Not.Contain("That is computed over"));
    }

    [Test]
    public async Task Another_kind_of_headline_is_another_series()
    {
        var survey = await StoredAsync("switched", HeadlineKind.PooledRatings, _ => ["wifi", "mail", "desk"], (year, kind) => year == 2022 ? HeadlineKind.MeanOfServices : kind);

        Assert.That(HeadlineBetween.Of(survey, survey.Report(2022)!, survey.Report(2024)!)!.Display, Is.EqualTo(HeadlineChangeRow.AnotherHeadline));
    }

    private async Task<PublishedSurvey> StoredAsync(string key, HeadlineKind kind, Func<int, string[]> services, Func<int, HeadlineKind, HeadlineKind>? switched = null, Func<int, LineageEdge[]?>? lineage = null, int few = 0)
    {
        key = key.ToLowerInvariant();
        foreach (var year in new[] { 2022, 2023, 2024, 2025 })
        {
            var questionnaire = A.Questionnaire(services(year)) with { Survey = key, Headline = switched?.Invoke(year, kind) ?? kind, Screener = null, Anonymity = Anonymity.Confidential, Lineage = lineage?.Invoke(year) };
            var edition = await Answered.EditionAsync(_host.Database, questionnaire, year, People(services(year), year, isFew: year == few));
            await _host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        }
        var survey = (await _host.WithAsync((PublishedSurveys surveys) => surveys.FindAsync(key)))!;
        // As they are stored: told are two digits.
        return survey with { Reports = await _host.WithAsync((ReportTableStore reports) => reports.OfSurveyAsync(key)) };
    }

    // Good ones become more from year to year; not everybody rates everything.
    private static IEnumerable<Person> People(string[] services, int year, bool isFew) => Enumerable.Range(0, 90).Select(i => new Person(
    [
        .. services.Select((s, at) => ($"{s}.overall", (i + at) % 7 == 0 || (isFew && at == 0 && i > 8) ? Item.CannotJudge : (i * 37 + at * 11) % 90 < 40 + (year - 2022) * 6 + at * 5 ? 5 : 2)),
        ("overall", (i * 37) % 90 < 45 + (year - 2022) * 7 ? 4 : 2),
    ]));

    private async Task<string> PageAsync(string address)
    {
        using var cio = await _host.SignInAsync(Support.People.Cio);
        return await cio.GetStringAsync(new Uri(address, UriKind.Relative));
    }
}
