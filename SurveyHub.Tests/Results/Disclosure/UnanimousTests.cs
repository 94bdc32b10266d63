using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Disclosure;

/// <summary>A survey may ask that nobody's opinion follows from the figures around hidden groups: <c>protect_unanimous</c>.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class UnanimousTests(TestServer server) : DatabaseTest(server)
{
    private static readonly string[] Services = ["wifi", "printing", "payroll"];

    [Test]
    public async Task Small_groups_that_all_said_the_same_take_a_neighbour_along_where_the_survey_asks_for_it([Values] bool asked)
    {
        await Answered.EditionAsync(Database, Survey(asked), 2025,
            40.Times(("group.department", 1), ("wifi.overall", 2)), 20.Times(("group.department", 2), ("wifi.overall", 4)), 1.Times(("group.department", 2), ("wifi.overall", 1)),
            7.Times(("group.department", 3), ("wifi.overall", 5)), 6.Times(("group.department", 4), ("wifi.overall", 5)));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var hidden = report.Rows(LedgerRow.Table).Where(r => r is { Of: LedgerRow.Segments, Item: "wifi", Reason: not Reason.None and not Reason.NobodyRated and not Reason.NotAsked }).ToArray();
        Assert.That(hidden.Select(r => r.SegmentKey), Is.EqualTo(asked ? ["b", "c", "d"] : new[] { "c", "d" }));
        Assert.That(hidden.Select(r => r.Reason), Has.None.EqualTo(Reason.NearlyAllAlike), "the reason would be the answer");
    }

    [Test]
    public async Task What_a_line_hides_is_at_least_thirty_answers_whatever_they_say_where_the_survey_asks_for_it([Values] bool asked)
    {
        var random = new Random(20261122);
        for (var year = 2011; year <= 2034; year++) await Answered.EditionAsync(Database, Survey(asked), year, Crowd(random));
        var (lines, few) = (0, 0);

        foreach (var report in await new ResultsOf(Database).CloseAllAsync("internal"))
            foreach (var line in report.Rows(SegmentRow.Table).GroupBy(r => (r.Item, r.Attribute)).Where(line => line.Any(r => r.IsHidden)))
            {
                var all = report.Rows(ServiceYearRow.Table).Single(r => r.Item == line.Key.Item).Valid!.Value;
                lines++;
                if (all - line.Sum(r => r.Valid ?? 0) < 30) few++;
            }
        Assert.That(lines, Is.GreaterThan(40));
        Assert.That(few, asked ? Is.Zero : Is.Positive);
    }

    [Test]
    public async Task Whether_few_of_an_unknown_group_are_hidden_does_not_depend_on_what_they_said([Values(2, 5)] int said, [Values] bool divided)
    {
        await Answered.EditionAsync(Database, Survey(asked: false), 2025,
            40.Times(("group.department", 1), ("wifi.overall", 2)), 40.Times(("group.department", 2), ("wifi.overall", 5)), 14.Times(("wifi.overall", said)), 1.Times(("wifi.overall", divided ? 7 - said : said)));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        Assert.That(report.Rows(LedgerRow.Table).Where(r => r is { Of: LedgerRow.Segments, Item: "wifi" } && r.Decision != Decision.Empty).Select(r => (r.SegmentKey, r.Reason)),
            Is.EqualTo([("a", Reason.ProtectsSameTable), ("b", Reason.None), ("", Reason.FewNotKnown)]));
    }

    private static Questionnaire Survey(bool asked) => A.Questionnaire(Services) with
    {
        Anonymity = Anonymity.Confidential,
        Headline = HeadlineKind.MeanOfServices,
        ProtectUnanimous = asked ? true : null,
        Screener = null,
        Groups = [A.Group("department", GroupSource.Asked, "a", "b", "c", "d")],
    };

    // Content people: one in eight is not.
    private static IEnumerable<Person> Crowd(Random random) =>
        from department in new[] { (Code: 1, Size: 40), (Code: 2, Size: 12 + random.Next(20)), (Code: 3, Size: 1 + random.Next(12)), (Code: 4, Size: 1 + random.Next(12)) }
        from _ in Enumerable.Range(0, department.Size)
        select new Person([("group.department", department.Code), .. Services.Select(s => ($"{s}.overall", random.Next(8) == 0 ? 2 : 5))]);
}
