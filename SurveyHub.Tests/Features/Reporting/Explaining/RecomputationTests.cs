using SurveyHub.Features.Reporting.Explaining;
using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Features.Reporting.Listing;
using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Features.Reporting;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support.Tools;

namespace SurveyHub.Tests.Features.Reporting.Explaining;

/// <summary>R computes every kind of figure from the counts that the page hands out, and says whether it agrees.</summary>
[Category(RScript.Category)]
public sealed class RecomputationTests : RecomputingTest
{
    [TestCase("ratings/wifi")]
    [TestCase("ratings/small")]
    [TestCase("ratings/overall")]
    [TestCase("headline")]
    [TestCase("changes/2024/desk")]
    [TestCase("changes/2023/mail")]
    [TestCase("changes/2024/overall")]
    [TestCase("groups/role/nurse/desk")]
    [TestCase("groups/department/medicine/overall")]
    [TestCase("representativeness")]
    public async Task R_agrees_with_the_page(string place) =>
        Assert.That(await RunAsync(Urls.Recompute(ReportedSurvey.Key, 2025, place)), Does.Contain("Everything agrees."));

    [TestCase(HeadlineKind.PooledRatings, 5)]
    [TestCase(HeadlineKind.PooledRatings, 3)]
    [TestCase(HeadlineKind.MeanOfServices, 5)]
    [TestCase(HeadlineKind.MeanOfServices, 3)]
    public async Task R_agrees_with_a_headline_over_services_that_the_same_people_rated(HeadlineKind headline, int services)
    {
        var survey = $"over-{headline}-{services}".ToLowerInvariant();
        string[] keys = [.. ((string[])["wifi", "mail", "desk", "print", "phone"]).Take(services)];
        await StoreAsync(survey, 2025, keys, Enumerable.Range(0, 120).Select(i => new SurveyHub.Tests.Results.Person(
            [.. keys.Select((s, n) => ($"{s}.overall", (i * 7 + n * 3) % 10 < 3 + n * 2 ? 5 : i % 11 == n ? Item.CannotJudge : 2))])), headline);

        var said = await RunAsync(Urls.Recompute(survey, 2025, "headline"));

        Assert.That(said, Does.Contain("Everything agrees."));
        Assert.That(said, Does.Contain("lower").And.Contain("upper"));
    }

    [Test]
    public async Task Of_two_services_nobody_learns_from_the_headline_what_the_few_said_who_rated_only_one()
    {
        await StoreAsync("two-services", 2025, ["wifi", "mail"],
        [
            .. Enumerable.Range(0, 55).Select(i => new SurveyHub.Tests.Results.Person([("wifi.overall", i % 3 == 0 ? 2 : 5), ("mail.overall", i % 4 == 0 ? 2 : 5)])),
            .. Enumerable.Range(0, 5).Select(i => new SurveyHub.Tests.Results.Person([(i < 3 ? "wifi.overall" : "mail.overall", 1)])),
        ], HeadlineKind.PooledRatings);

        var published = (await Host.WithAsync((PublishedSurveys surveys) => surveys.FindAsync("two-services")))!;
        var figure = FigurePlace.Find(published, published.Report(2025)!, "headline")!;

        // The interval is that of 115 ratings as if each of 57.5 people had said the same of both services, whoever rated which.
        Assert.That(figure.Recomputation!.Counts, Is.EqualTo(new object[][] { ["what", "n"], ["ratings", 115L], ["good", 77L], ["effective_ratings", 57.5] }));
        var (line, interval) = (TrendView.Of(published, new()).Lines.Single(), Wilson.Of(77 / 2.0, 57.5));
        Assert.That((line.Headline.Lower, line.Headline.Upper), Is.EqualTo((interval.Lower, interval.Upper)));
    }

    [Test]
    public async Task Every_share_and_change_and_group_of_an_edition_is_computed_again()
    {
        var published = await PublishedAsync();
        var report = published.Report(2025)!;
        string[] places =
        [
            .. report.Rows(ServiceYearRow.Table).Concat(report.Rows(ServiceYearRow.AspectTable)).Select(r => FigurePlace.Rating(r.Item)),
            .. ServicesView.Of(published, report, new()).Services.Select(s => FigurePlace.Change(2024, s.Service)),
            .. report.Rows(ServiceYearRow.Table).Concat(report.Rows(ServiceYearRow.AspectTable)).SelectMany(r => new[] { FigurePlace.Distribution(r.Item), FigurePlace.Average(r.Item) }),
            .. ServicesView.Of(published, report, new()).Services.SelectMany(s => new[] { FigurePlace.Priority(s.Service), FigurePlace.Drivers(s.Service), FigurePlace.Expectations(s.Service), FigurePlace.Series(s.Service) }),
            .. report.Rows(SegmentRow.Table).Select(r => FigurePlace.Group(r.Attribute, r.SegmentKey, r.Item)),
            .. report.Rows(PooledRow.Table).Select(r => FigurePlace.Group(r.Attribute, GroupsView.PoolKey, r.Item)),
        ];
        var found = places.Select(place => FigurePlace.Find(published, report, place)).OfType<ExplainedFigure>().Where(f => f.Recomputation is not null).ToArray();
        foreach (var (at, figure) in found.Index()) await UnpackAsync(Path.Combine(Folder, $"all-{at}"), stream => FigureFiles.WriteAsync(stream, report, figure, figure.Recomputation!));

        var said = await RScript.RunLinesAsync(Folder, $$"""
            for (at in 0:{{found.Length - 1}}) {
              setwd(file.path("{{Folder}}", paste0("all-", at)))
              source("recompute.R", local = new.env())
            }
            """);

        Assert.That(report.Rows(PooledRow.Table), Is.Not.Empty, "small groups together are figures, too");
        Assert.That(found, Has.Length.GreaterThan(60));
        Assert.That(said.Split("Everything agrees.").Length - 1, Is.EqualTo(found.Length), said);
    }

    [Test]
    public async Task A_script_says_so_when_a_count_is_another()
    {
        var folder = Path.Combine(Folder, "changed");
        await TakeAsync(Urls.Recompute(ReportedSurvey.Key, 2025, "ratings/small"), folder);
        var counts = Path.Combine(folder, "counts.csv");
        await File.WriteAllTextAsync(counts, (await File.ReadAllTextAsync(counts)).Replace(",good,13", ",good,14", StringComparison.Ordinal));

        Assert.That(() => RScript.RunAsync("recompute.R", folder), Throws.TypeOf<AssertionException>().With.Message.Contains("SOMETHING DIFFERS."));
    }
}
