using SurveyHub.Features.Reporting.Disclosing;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Results;
using SurveyHub.Surveys.Lineage;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Lineage;

/// <summary>The headline over the services that all editions share, beside what each published.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class LikeForLikeTests(TestServer server) : DatabaseTest(server)
{
    private static readonly LineageEdge Merged = new() { Kind = LineageKind.Merged, Service = "telephony", From = ["fax", "telephony"], Year = 2025 };

    [Test]
    public async Task A_new_service_moves_the_headline_and_not_the_one_like_for_like()
    {
        await StoreAsync(2024, ["mail"], HeadlineKind.PooledRatings, null, [.. 30.Times(("mail.overall", 4)), .. 30.Times(("mail.overall", 2))]);
        await StoreAsync(2025, ["mail", "lunch"], HeadlineKind.PooledRatings, null, [.. 30.Times(("mail.overall", 4), ("lunch.overall", 4)), .. 30.Times(("mail.overall", 2), ("lunch.overall", 4))]);
        var last = (await CloseAsync())[^1];

        Assert.That(last.Rows(HeadlineRow.Table)[0].Share, Is.EqualTo(0.75));
        Assert.That(last.Rows(LikeForLikeRow.Table).Select(r => (r.Year, r.Services, r.Share)), Is.EqualTo(new[] { (2024, 1, (double?)0.5), (2025, 1, 0.5) }));
    }

    [Test]
    public async Task Where_all_editions_asked_about_the_same_there_is_one_headline()
    {
        foreach (var year in new[] { 2024, 2025 }) await StoreAsync(year, ["mail", "wifi"], HeadlineKind.PooledRatings, null, 60.Times(("mail.overall", 4), ("wifi.overall", 2)));

        Assert.That((await CloseAsync())[^1].Rows(LikeForLikeRow.Table), Is.Empty);
    }

    [TestCase(HeadlineKind.PooledRatings, (60 + 0 + 0) / 180.0)]
    [TestCase(HeadlineKind.MeanOfServices, 0.5, Description = "fax and telephony together count as one")]
    public async Task What_was_merged_counts_as_one_service_before(HeadlineKind kind, double before)
    {
        await StoreAsync(2024, ["fax", "telephony", "mail"], kind, null, 60.Times(("fax.overall", 2), ("telephony.overall", 2), ("mail.overall", 4)));
        await StoreAsync(2025, ["telephony", "mail"], kind, [Merged], 60.Times(("telephony.overall", 4), ("mail.overall", 4)));
        var last = (await CloseAsync())[^1];
        var change = last.Rows(HeadlineChangeRow.Table).Single();

        Assert.That(change.Difference, Is.EqualTo(1 - before).Within(1e-9));
        Assert.That(change.Basis, Is.EqualTo(HeadlineChangeRow.AllServices), "nothing is left out on either side");
        // All ratings together are as published; their mean over two services is not the mean over three.
        Assert.That(last.Rows(LikeForLikeRow.Table).Select(r => (r.Year, r.Services, r.Share)),
            Is.EqualTo(kind == HeadlineKind.PooledRatings ? [] : new[] { (2024, 2, (double?)0.5), (2025, 2, 1) }));
    }

    [Test]
    public async Task The_overall_question_needs_no_like_for_like()
    {
        await StoreAsync(2024, ["mail"], HeadlineKind.OverallQuestion, null, 60.Times(("mail.overall", 4)));
        await StoreAsync(2025, ["wifi", "mail"], HeadlineKind.OverallQuestion, null, 60.Times(("mail.overall", 4)));

        Assert.That((await CloseAsync())[^1].Rows(LikeForLikeRow.Table), Is.Empty);
    }

    [Test]
    public async Task A_break_in_every_question_leaves_nothing_like_for_like()
    {
        await StoreAsync(2024, ["mail", "wifi"], HeadlineKind.PooledRatings, null, 60.Times(("mail.overall", 4)));
        await StoreAsync(2025, ["mail", "wifi", "lunch"], HeadlineKind.PooledRatings, [new() { Kind = LineageKind.Rescaled, Scale = "quality", Year = 2025 }], 60.Times(("mail.overall", 4)));
        var last = (await CloseAsync())[^1];

        Assert.That(last.Rows(LikeForLikeRow.Table), Is.Empty);
        Assert.That(last.Rows(HeadlineChangeRow.Table).Single().Words, Is.EqualTo(HeadlineChangeRow.NothingInCommon));
    }

    [Test]
    public async Task Composites_are_kept_with_the_edition_whose_services_they_are()
    {
        await StoreAsync(2024, ["fax", "telephony"], HeadlineKind.PooledRatings, null, [.. 40.Times(("fax.overall", 4), ("telephony.overall", 2)), .. 20.Times(("fax.overall", 4))]);
        await StoreAsync(2025, ["telephony"], HeadlineKind.PooledRatings, [Merged], 60.Times(("telephony.overall", 4)));
        var reports = await CloseAsync();

        var row = reports[0].Rows(CompositeRow.Table).Single();
        Assert.That((row.Items, row.Valid, row.Good, row.Share), Is.EqualTo(("fax+telephony", (int?)100, (int?)60, (double?)0.6)));
        Assert.That(reports[1].Rows(CompositeRow.Table), Is.Empty);
        Assert.That(reports[0].Rows(LedgerRow.OfEditionsTable).Select(r => (r.Of, r.Item, r.Decision, r.Reason)), Is.EqualTo([(LedgerRow.Composite, "fax+telephony", Decision.Shown, Reason.None)]));
    }

    [Test]
    public async Task Why_services_taken_together_are_not_shown_stands_in_the_ledger()
    {
        // Fax has seven ratings, and wifi is hidden with it: the sum of fax and telephony would tell them.
        await StoreAsync(2024, ["fax", "telephony", "wifi", "lunch"], HeadlineKind.PooledRatings, null, [.. 7.Times(("fax.overall", 4)), .. 60.Times(("telephony.overall", 2), ("lunch.overall", 2)), .. 20.Times(("wifi.overall", 4))]);
        await StoreAsync(2025, ["telephony", "wifi", "lunch"], HeadlineKind.PooledRatings, [Merged], 60.Times(("telephony.overall", 4), ("wifi.overall", 4), ("lunch.overall", 4)));
        var report = (await CloseAsync())[0];

        Assert.That(report.Rows(CompositeRow.Table).Single().Display, Is.EqualTo("hidden: fewer than minimum"));
        var decided = report.Rows(LedgerRow.OfEditionsTable).Single(r => r.Of == LedgerRow.Composite);
        Assert.That((decided.Item, decided.Decision, decided.Reason), Is.EqualTo(("fax+telephony", Decision.Suppressed, Reason.WholeIsHidden)));
        var summary = DisclosureView.Of(report, new()).Parts.Single(p => p.Query.Part == DisclosurePart.Together);
        Assert.That((summary.Hidden, summary.Lines[0].ItemName), Is.EqualTo((1, "fax + telephony")));
    }

    [Test]
    public async Task Where_few_people_rated_both_the_interval_tells_nothing_of_them()
    {
        // Five rated both. From the clustered margin one could work out how; the widest there can be is the same for any answers of theirs.
        var intervals = new List<(double?, double?)>();
        foreach (var (survey, both) in new[] { ("one", (4, 2)), ("two", (2, 4)) })
        {
            await StoreAsync(2024, ["fax", "telephony"], HeadlineKind.PooledRatings, null,
            [
                .. 5.Times(("fax.overall", both.Item1), ("telephony.overall", both.Item2)), .. 5.Times(("fax.overall", both.Item2)), .. 5.Times(("telephony.overall", both.Item1)),
                .. 30.Times(("fax.overall", 4)), .. 30.Times(("telephony.overall", 4)),
            ], survey);
            await StoreAsync(2025, ["telephony"], HeadlineKind.PooledRatings, [Merged], 60.Times(("telephony.overall", 4)), survey);
            var row = (await new ResultsOf(Database).CloseAllAsync(survey))[0].Rows(CompositeRow.Table).Single();
            intervals.Add((row.Lower, row.Upper));
        }

        Assert.That(intervals[0], Is.EqualTo(intervals[1]));
    }

    private Task<IReadOnlyList<EditionReport>> CloseAsync() => new ResultsOf(Database).CloseAllAsync("internal");

    private Task<Edition> StoreAsync(int year, string[] services, HeadlineKind headline, LineageEdge[]? lineage, IEnumerable<Person> people, string survey = "internal") =>
        Answered.EditionAsync(Database, A.Questionnaire(services) with { Survey = survey, Headline = headline, Lineage = lineage }, year, people);
}
