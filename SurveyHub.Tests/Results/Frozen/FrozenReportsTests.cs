using SurveyHub.Results;
using SurveyHub.Results.Frozen;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Frozen;

/// <summary>Later software changes no published figure by itself.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class FrozenReportsTests(TestServer server) : DatabaseTest(server)
{
    private ResultsOf Results => new(Database);

    private FrozenReports Frozen => new(Database, Results.Closing);

    [Test]
    public async Task Where_only_tables_and_columns_are_new_they_are_stored_and_nobody_is_asked()
    {
        await CloseTwoAsync();
        await Database.WriteAsync(async work =>
        {
            await work.ExecuteAsync("delete from report_table where name in ('disclosure', 'pooled')");
            await work.ExecuteAsync("update report_table set method_version = 'surveyhub-0'");
        });

        await Results.Closing.FinishInterruptedAsync();

        Assert.That(await Frozen.FindAsync("internal"), Is.Null);
        Assert.That((await Results.Reports.OfSurveyAsync("internal")).Select(r => (r.IsDecided, r.MethodVersion)), Is.EqualTo([(true, MethodVersion.Current), (true, MethodVersion.Current)]));
    }

    [Test]
    public async Task A_figure_that_would_change_stays_as_it_was_published_and_what_differs_is_told_cell_by_cell()
    {
        await CloseTwoAsync();
        await PublishedOtherwiseAsync(2025);

        await Results.Closing.FinishInterruptedAsync();
        await Results.Closing.FinishInterruptedAsync();

        var (reports, pending) = (await Results.Reports.OfSurveyAsync("internal"), (await Frozen.FindAsync("internal"))!);
        Assert.Multiple(() =>
        {
            Assert.That(Wifi(reports, 2025).Good, Is.EqualTo(17), "as published");
            Assert.That(reports.Select(r => r.MethodVersion), Is.EqualTo([MethodVersion.Current, "surveyhub-0"]), "of 2024 nothing differs");
            Assert.That(pending.Differences, Is.EqualTo([new CellDifference(2025, "service_year", "wifi", "good", "17", "16")]));
            Assert.That((pending.From, pending.To, pending.IsKept), Is.EqualTo(("surveyhub-0", MethodVersion.Current, false)));
            Assert.That(pending.ByYear, Is.EqualTo([(2025, 1)]));
        });
    }

    [Test]
    public async Task Confirmed_the_figures_of_today_are_published_of_all_editions_at_once()
    {
        await CloseTwoAsync();
        await PublishedOtherwiseAsync(2024);
        await PublishedOtherwiseAsync(2025);
        await Results.Closing.FinishInterruptedAsync();

        Assert.That(await Frozen.ConfirmAsync("internal", _ => Task.CompletedTask), Is.True);

        var reports = await Results.Reports.OfSurveyAsync("internal");
        Assert.That(reports.Select(r => (Wifi(reports, r.Edition.Year).Good, r.MethodVersion)), Is.EqualTo([(16, MethodVersion.Current), (16, MethodVersion.Current)]));
        Assert.That(await Frozen.FindAsync("internal"), Is.Null);
        Assert.That(await Frozen.ConfirmAsync("internal", _ => Task.CompletedTask), Is.False, "nothing waits");
    }

    [Test]
    public async Task Kept_figures_stay_through_later_starts_and_closings_and_nobody_is_asked_again()
    {
        await CloseTwoAsync();
        await PublishedOtherwiseAsync(2025);
        await Results.Closing.FinishInterruptedAsync();

        Assert.That(await Frozen.KeepAsync("internal", _ => Task.CompletedTask), Is.True);
        var version = (await Results.Reports.FindAsync("internal", 2025))!.DataVersion;
        var next = await Answered.EditionAsync(Database, Survey, 2026, 20.Times(("wifi.overall", 5)));
        await Results.Closing.CloseAsync(next.EditionId);
        await Database.WriteAsync(work => work.ExecuteAsync("update report_table set method_version = 'surveyhub-0' where edition_id = (select edition_id from edition where year = 2024)"));
        await Results.Closing.FinishInterruptedAsync();

        var reports = await Results.Reports.OfSurveyAsync("internal");
        Assert.That((Wifi(reports, 2025).Good, Wifi(reports, 2026).Good), Is.EqualTo((17, 20)));
        Assert.That(reports[1].DataVersion, Is.EqualTo(version), "not a byte of it changed");
        Assert.That((await Frozen.FindAsync("internal"))!.IsKept);
    }

    [Test]
    public async Task Closed_again_after_a_reopening_an_edition_is_published_anew_by_itself()
    {
        await CloseTwoAsync();
        await PublishedOtherwiseAsync(2025);
        await Results.Closing.FinishInterruptedAsync();
        var edition = (await Results.Editions.FindAsync("internal", 2025))!;

        await Results.ReopenAsync(edition.EditionId);
        Assert.That(await Frozen.FindAsync("internal"), Is.Null);
        await Results.Closing.CloseAsync(edition.EditionId);

        Assert.That(Wifi(await Results.Reports.OfSurveyAsync("internal"), 2025).Good, Is.EqualTo(16));
    }

    private static Questionnaire Survey => A.Questionnaire("wifi", "printing") with { Anonymity = Anonymity.Confidential, Screener = null, Headline = HeadlineKind.MeanOfServices };

    private async Task CloseTwoAsync()
    {
        foreach (var year in new[] { 2024, 2025 })
            await Answered.EditionAsync(Database, Survey, year,
                16.Times(("group.department", 1), ("wifi.overall", 5), ("printing.overall", 4)), 16.Times(("group.department", 2), ("wifi.overall", 2), ("printing.overall", 4)));
        await Results.CloseAllAsync("internal");
    }

    /// <summary>As if an earlier version had counted one more good rating.</summary>
    private Task PublishedOtherwiseAsync(int year) => Database.WriteAsync(async work =>
    {
        await work.ExecuteAsync("update report_table set method_version = 'surveyhub-0'");
        await work.ExecuteAsync(
            """
            update report_table
            set content = replace(content, '"item":"wifi","respondents":32,"valid":32,"not_applicable":0,"missing":0,"good":16', '"item":"wifi","respondents":32,"valid":32,"not_applicable":0,"missing":0,"good":17')
            where name = 'service_year' and edition_id = (select edition_id from edition where survey_key = 'internal' and year = @year)
            """, new { year });
    });

    private static ServiceYearRow Wifi(IEnumerable<EditionReport> reports, int year) => reports.Single(r => r.Edition.Year == year).Rows(ServiceYearRow.Table).Single(r => r.Item == "wifi");
}
