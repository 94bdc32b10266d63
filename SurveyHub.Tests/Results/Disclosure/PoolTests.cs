using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Disclosure;

/// <summary>Small groups are joined with their siblings instead of vanishing, and the sum tells nothing new.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class PoolTests(TestServer server) : DatabaseTest(server)
{
    private static readonly string[] Services = ["wifi", "printing", "payroll"];

    [Test]
    public async Task The_same_small_groups_are_joined_on_every_service_with_their_share_and_base()
    {
        await Answered.EditionAsync(Database, Survey, 2025,
            40.Times(("group.department", 1), ("wifi.overall", 4), ("printing.overall", 4), ("payroll.overall", 4)), 20.Times(("group.department", 2), ("wifi.overall", 2), ("printing.overall", 2), ("payroll.overall", 2)),
            7.Times(("group.department", 3), ("wifi.overall", 5), ("printing.overall", 5), ("payroll.overall", 5)), 6.Times(("group.department", 4), ("wifi.overall", 1), ("printing.overall", 1)), 11.Times(("group.department", 4), ("payroll.overall", 1)));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var pools = report.Rows(PooledRow.Table).ToDictionary(r => r.Item);
        Assert.Multiple(() =>
        {
            Assert.That((pools["wifi"].Members, pools["wifi"].Valid, pools["wifi"].Good, pools["wifi"].Display, pools["wifi"].IsUsual), Is.EqualTo(("c d", 13, 7, "small base", true)));
            Assert.That((pools["payroll"].Members, pools["payroll"].Valid, pools["payroll"].Good), Is.EqualTo(("c d", 18, 7)), "the larger sibling is hidden with the small one there");
            Assert.That(pools["wifi"].Label, Is.EqualTo("c and d together"));
            Assert.That(report.Rows(LedgerRow.Table).Where(r => r is { Of: LedgerRow.Segments, Item: "wifi" }).Select(r => (r.SegmentKey, r.Decision)),
                Is.EqualTo([("a", Decision.Shown), ("b", Decision.Shown), ("c", Decision.Pooled), ("d", Decision.Pooled)]));
        });
    }

    [Test]
    public async Task Small_groups_that_all_said_the_same_are_not_joined_in_print()
    {
        await Answered.EditionAsync(Database, Survey, 2025,
            40.Times(("group.department", 1), ("wifi.overall", 4)), 7.Times(("group.department", 3), ("wifi.overall", 5)), 6.Times(("group.department", 4), ("wifi.overall", 5)));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        Assert.That(report.Rows(PooledRow.Table), Is.Empty);
        Assert.That(report.Rows(LedgerRow.Table).Where(r => r is { Of: LedgerRow.Segments, Item: "wifi", Decision: Decision.Suppressed }).Select(r => r.SegmentKey), Is.EqualTo(["c", "d"]));
    }

    [Test]
    public async Task A_pool_is_always_what_its_line_s_total_and_shown_groups_leave_and_what_follows_from_them()
    {
        var random = new Random(20251124);
        for (var year = 2011; year <= 2034; year++) await Answered.EditionAsync(Database, Survey, year, Crowd(random));
        var found = 0;

        foreach (var report in await new ResultsOf(Database).CloseAllAsync("internal"))
            foreach (var pool in report.Rows(PooledRow.Table))
            {
                var line = report.Rows(SegmentRow.Table).Where(r => r.Item == pool.Item && r.Attribute == pool.Attribute).ToArray();
                var all = report.Rows(ServiceYearRow.Table).Single(r => r.Item == pool.Item);
                var others = line.Where(r => !pool.Members.Split(' ').Contains(r.SegmentKey.Length == 0 ? PooledRow.NotKnown : r.SegmentKey)).ToArray();
                Assert.That(others.Any(r => r.IsHidden), Is.False, "everything hidden is in it");
                Assert.That((pool.Valid, pool.Good), Is.EqualTo((all.Valid - others.Sum(r => r.Valid ?? 0), all.Good - others.Sum(r => r.Good ?? 0))));
                Assert.That(pool.Valid, Is.GreaterThanOrEqualTo(10));
                found++;
            }
        Assert.That(found, Is.GreaterThan(40));
    }

    private static Questionnaire Survey => A.Questionnaire(Services) with
    {
        Anonymity = Anonymity.Confidential,
        Headline = HeadlineKind.MeanOfServices,
        Screener = null,
        ServiceQuestions = [A.Rating("overall")],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c", "d")],
    };

    private static List<Person> Crowd(Random random)
    {
        var popularity = Services.Select(s => (Item: $"{s}.overall", Share: random.NextDouble())).Append((Item: "overall", Share: 0.9)).ToArray();
        var people = new List<Person>();
        for (var i = random.Next(20, 150); i > 0; i--)
        {
            var codes = new List<(string, int)>();
            if (random.NextDouble() < 0.95) codes.Add(("group.department", 1 + (int)(4 * Math.Pow(random.NextDouble(), 2))));
            codes.AddRange(popularity.Where(p => random.NextDouble() < p.Share).Select(p => (p.Item, random.Next(1, 6))));
            people.Add(new(codes));
        }
        return people;
    }
}
