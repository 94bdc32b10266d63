using SurveyHub.Editions;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

/// <summary>Earlier years of which nobody has the answers any more, only how many there were of each.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class CountsOnlyTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task A_year_of_counts_has_services_with_intervals_and_a_ranking_that_claims_nothing()
    {
        await StoreAsync(2020, 80, Points(1, 20, 60), Points(2, 50, 30), Points(3, 40, 40));

        var report = (await Results.Reports.FindAsync("internal", 2020))!;

        var services = report.Rows(ServiceYearRow.Table);
        Assert.Multiple(() =>
        {
            Assert.That(services[0].Share, Is.EqualTo(0.75));
            Assert.That((services[0].Lower, services[0].Upper), Is.EqualTo((Wilson.Of(60, 80).Lower, Wilson.Of(60, 80).Upper)));
            Assert.That(services[0].MeanCode, Is.EqualTo((20 * 2 + 60 * 5) / 80.0));
            Assert.That(report.Rows(LowestRatedRow.Table).Select(r => (r.Service, r.Rank, r.RankLower, r.Flag, r.State)),
                Is.EqualTo([("wifi", 3, (int?)null, "", "counts only"), ("printing", 1, null, "", "counts only"), ("payroll", 2, null, "", "counts only")]));
            Assert.That(report.Rows(PairwiseRow.Table), Is.Empty);
        });
    }

    [Test]
    public async Task Its_headline_has_the_widest_margin_there_can_be()
    {
        await StoreAsync(2020, 80, Points(1, 20, 60), Points(2, 20, 60), Points(3, 20, 60));

        var headline = (await Results.Reports.FindAsync("internal", 2020))!.Rows(HeadlineRow.Table).Single();

        // As if everybody had judged all three alike: no narrower than one service with 80 ratings.
        var one = Wilson.Of(60, 80);
        Assert.That(headline.Share, Is.EqualTo(0.75));
        Assert.That(headline.Lower, Is.EqualTo(one.Lower).Within(1e-12));
        Assert.That(headline.Upper, Is.EqualTo(one.Upper).Within(1e-12));
        Assert.That(headline.PooledEffectiveN, Is.EqualTo(80).Within(1e-9));
        Assert.That(headline.Raters, Is.Null, "nobody knows who rated what");
    }

    [Test]
    public async Task Where_only_the_favourable_ones_are_known_nothing_is_said_of_the_points()
    {
        await StoreAsync(2020, null,
            [Tally(1, HistoryCodes.Favourable, 55), Tally(1, HistoryCodes.NotFavourable, 45)], Points(2, 50, 30), Points(3, 40, 40));

        var report = (await Results.Reports.FindAsync("internal", 2020))!;

        var wifi = report.Rows(ServiceYearRow.Table)[0];
        Assert.That((wifi.Share, wifi.Valid, wifi.Respondents), Is.EqualTo(((double?)0.55, (int?)100, (int?)null)));
        Assert.That((wifi.BestShare, wifi.BadShare, wifi.MeanCode, wifi.CodeDeviation), Is.EqualTo(((double?)null, (double?)null, (double?)null, (double?)null)));
        Assert.That(report.Rows(DistributionRow.Table).Any(r => r.Item == "wifi"), Is.False);
    }

    [Test]
    public async Task It_is_compared_with_the_year_after_it_whichever_came_first()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2021, 90.Times(("wifi.overall", 5), ("printing.overall", 5), ("payroll.overall", 4)), 10.Times(("wifi.overall", 1)));
        await Results.Closing.CloseAsync(edition.EditionId);
        Assert.That((await Results.Reports.FindAsync("internal", 2021))!.Rows(ChangeRow.Table), Is.Empty);

        await StoreAsync(2020, 80, Points(1, 40, 40), Points(2, 50, 30), Points(3, 40, 40));

        var report = (await Results.Reports.FindAsync("internal", 2021))!;
        Assert.That(report.Rows(ChangeRow.Table).Where(r => r.YearFrom == 2020).Select(r => (r.Item, r.Words)),
            Is.EqualTo([("wifi", "up"), ("printing", "up"), ("payroll", "up"), ("overall", "no comparison: no ratings in one year")]));
        var headline = report.Rows(HeadlineChangeRow.Table).Single();
        Assert.That((headline.Words, headline.Basis), Is.EqualTo(("up", "all services")));
        Assert.That(headline.Lower, Is.GreaterThan(0.2));
    }

    [Test]
    public async Task Two_years_that_share_no_service_have_nothing_to_compare_and_that_is_no_matter_of_numbers()
    {
        await StoreAsync(2020, 80, Points(1, 40, 40));
        await StoreAsync(2021, 80, Points(2, 50, 30));

        var change = (await Results.Reports.FindAsync("internal", 2021))!.Rows(HeadlineChangeRow.Table).Single();

        Assert.That((change.State, change.Words, change.Difference), Is.EqualTo((ComparisonState.NotComparable, "not comparable: no service in common", (double?)null)));
    }

    [Test]
    public async Task It_cannot_be_opened_again()
    {
        var editionId = await StoreAsync(2020, 80, Points(1, 40, 40), Points(2, 50, 30), Points(3, 40, 40));

        Assert.That(await Results.ReopenAsync(editionId), Is.False);
        Assert.That(await Results.Reports.FindAsync("internal", 2020), Is.Not.Null);
    }

    private static Questionnaire Questionnaire => A.Questionnaire("wifi", "printing", "payroll") with { Screener = null, ServiceQuestions = [A.Rating("overall")], Groups = [] };

    private ResultsOf Results => new(Database);

    private Task<int> StoreAsync(int year, int? respondents, params IEnumerable<TallyRow>[] tallies) => Database.WriteAloneAsync(async work =>
    {
        var id = await new EditionWriter(TimeProvider.System).InsertAsync(work, new()
        {
            Year = year, Status = EditionStatus.Open, Origin = EditionOrigin.History,
            OpensOn = new(year, 1, 1), ClosesOn = new(year, 12, 31), Questionnaire = Questionnaire,
        });
        await Results.Closing.CloseWithCountsAsync(work, id!.Value, new()
        {
            Responses = respondents ?? 0, Tallies = [.. tallies.SelectMany(t => t)], Pairs = [],
            Counts = respondents is { } n ? [new() { Name = CountNames.Responses, N = n }] : [],
        });
        return id.Value;
    });

    private static TallyRow[] Points(int item, int poor, int excellent) => [Tally(item, 2, poor), Tally(item, 5, excellent)];

    private static TallyRow Tally(int item, int code, int n) => new() { ItemNo = item, Attribute = "", Value = "", Code = code, N = n };
}
