using SurveyHub.Results;
using SurveyHub.Results.Commenting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Disclosure;

/// <summary>The ledger says of every cell of every table whether it is shown and why not, and the tables keep to it.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class LedgerTests(TestServer server) : DatabaseTest(server)
{
    private static readonly string[] Services = ["wifi", "printing", "payroll", "canteen"];

    [Test]
    public async Task Every_cell_of_every_table_has_one_decision_and_the_tables_keep_to_it()
    {
        var random = new Random(20251122);
        for (var year = 2011; year <= 2022; year++)
            await Answered.EditionAsync(Database, Survey((HeadlineKind)(year % 3)), year, Crowd(random));

        foreach (var report in await new ResultsOf(Database).CloseAllAsync("internal"))
            Assert.Multiple(() =>
            {
                AssertSame(report, LedgerRow.Services, report.Rows(ServiceYearRow.Table).Select(r => (r.Item, "", "", r.State == CellState.Hidden, r.IsVisible)));
                AssertSame(report, LedgerRow.Aspects, report.Rows(ServiceYearRow.AspectTable).Select(r => (r.Item, "", "", r.State == CellState.Hidden, r.IsVisible)));
                AssertSame(report, LedgerRow.Segments, report.Rows(SegmentRow.Table).Select(r => (r.Item, r.Attribute, r.SegmentKey, r.IsHidden, r.Valid > 0)));
                var spread = Of(report, LedgerRow.Distribution).Where(r => r.Decision == Decision.Shown).Select(r => r.Item);
                Assert.That(spread, Is.EquivalentTo(report.Rows(DistributionRow.Table).Select(r => r.Item).Distinct()), $"{report.Edition.Year} spreads");
                Assert.That(Of(report, LedgerRow.Headline).Single().Decision == Decision.Shown, Is.EqualTo(report.Rows(HeadlineRow.Table)[0].PooledShare is not null));
                Assert.That(Of(report, LedgerRow.Microdata).Select(r => r.Item), Is.SupersetOf(report.Rows(ServiceYearRow.Table).Where(r => r.State == CellState.Hidden).Select(r => r.Item == "overall" ? r.Item : $"{r.Item}.overall")));
                // What rests on who gave which answers together is decided as it is told.
                var told = EditionReport.Told([report])[0];
                Assert.That(Shown(report, LedgerRow.Importance), Is.EquivalentTo(told.Rows(ImportanceRow.Table).Where(r => r is { Pairs: >= 30, Spearman: not null }).Select(r => r.Service)), $"{report.Edition.Year} importance");
                Assert.That(Shown(report, LedgerRow.Drivers), Is.EquivalentTo(told.Rows(DriverRow.Table).Where(r => r.Contribution is not null).Select(r => $"{r.Service}.{r.Question}")), $"{report.Edition.Year} drivers");
                Assert.That(Of(report, LedgerRow.Comments).Select(r => (r.Item, r.Attribute, r.SegmentKey, r.Decision)), Is.EqualTo(report.Rows(CommentRow.Table).Select(r => (r.Item, r.Filter, r.Part, r.Decision))));
                Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Decision == Decision.Shown == (r.Reason != Reason.None)), Is.Empty, "what is not shown has a reason");
            });
    }

    [Test]
    public async Task A_figure_says_whom_it_is_hidden_for_and_what_is_hidden_in_another_table_says_so()
    {
        await Answered.EditionAsync(Database, Survey(HeadlineKind.PooledRatings), 2025,
            19.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 5), ("printing.overall", 5)), 4.Times(("group.department", 2), ("group.role", 1), ("wifi.overall", 1)),
            30.Times(("group.department", 2), ("group.role", 2), ("wifi.overall", 4)), 30.Times(("group.department", 3), ("group.role", 2), ("wifi.overall", 4)),
            7.Times(("group.department", 3), ("group.role", 2), ("canteen.overall", 4)));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var services = Of(report, LedgerRow.Services).ToDictionary(r => r.Item);
        Assert.Multiple(() =>
        {
            Assert.That((services["canteen"].Decision, services["canteen"].Reason, services["canteen"].Protects), Is.EqualTo((Decision.Suppressed, Reason.TooFewAnswers, "")));
            Assert.That((services["printing"].Decision, services["printing"].Reason, services["printing"].Protects), Is.EqualTo((Decision.Suppressed, Reason.ProtectsSameTable, "canteen")));
            Assert.That((services["payroll"].Decision, services["payroll"].Reason), Is.EqualTo((Decision.Empty, Reason.NotAsked)));
            Assert.That(Of(report, LedgerRow.Segments).Where(r => r is { Item: "wifi", Attribute: "department", Decision: Decision.Suppressed or Decision.Pooled }).Select(r => (r.SegmentKey, r.Reason)),
                Is.EquivalentTo([("a", Reason.ProtectsOtherGroup), ("c", Reason.ProtectsSameTable)]));
            Assert.That(Of(report, LedgerRow.Microdata).Select(r => r.Item), Is.EquivalentTo(["printing.overall", "canteen.overall"]));
        });
    }

    [Test]
    public async Task Of_an_edition_that_nobody_answered_nothing_is_hidden()
    {
        await Answered.EditionAsync(Database, Survey(HeadlineKind.MeanOfServices), 2025, []);

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Decision is not Decision.Empty and not Decision.Shown), Is.Empty);
        Assert.That(Of(report, LedgerRow.Services).Select(r => r.Reason), Is.Not.Empty.And.All.EqualTo(Reason.NobodyAnswered));
    }

    [Test]
    public async Task That_all_are_of_one_opinion_is_no_reason_that_is_given()
    {
        await Answered.EditionAsync(Database, Survey(HeadlineKind.MeanOfServices), 2025,
            15.Times(("group.role", 1), ("wifi.overall", 5)), 40.Times(("group.department", 2), ("group.role", 1), ("wifi.overall", 4)), 30.Times(("group.department", 3), ("group.role", 1), ("wifi.overall", 2)));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        Assert.That(Of(report, LedgerRow.Segments).Where(r => r is { Item: "wifi", Attribute: "department", Decision: Decision.Suppressed or Decision.Pooled }).Select(r => (r.SegmentKey, r.Reason, r.Protects)),
            Is.EquivalentTo([("c", Reason.ProtectsSameTable, ""), ("", Reason.FewNotKnown, "")]));
    }

    private static void AssertSame(EditionReport report, string table, IEnumerable<(string Item, string Attribute, string Key, bool IsHidden, bool IsShown)> rows)
    {
        var decided = Of(report, table).Select(r => (r.Item, r.Attribute, r.SegmentKey, r.Decision is Decision.Suppressed or Decision.Pooled, r.Decision == Decision.Shown));
        Assert.That(decided, Is.EquivalentTo(rows), $"{report.Edition.Year} {table}");
    }

    private static IEnumerable<string> Shown(EditionReport report, string table) => Of(report, table).Where(r => r.Decision == Decision.Shown).Select(r => r.Item);

    private static LedgerRow[] Of(EditionReport report, string table) => [.. report.Rows(LedgerRow.Table).Where(r => r.Of == table)];

    private static Questionnaire Survey(HeadlineKind headline) => A.Questionnaire(Services) with
    {
        Anonymity = Anonymity.Confidential,
        Headline = headline,
        Screener = null,
        ServiceQuestions = [A.Rating("overall"), A.Rating("fast")],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c", "d"), A.Group("role", GroupSource.Asked, "x", "y")],
    };

    private static List<Person> Crowd(Random random)
    {
        var popularity = Services.Select(s => $"{s}.overall").Concat(Services.Select(s => $"{s}.fast")).Append("overall").Select(i => (Item: i, Share: random.NextDouble())).ToArray();
        var people = new List<Person>();
        for (var i = random.Next(3, 120); i > 0; i--)
        {
            var codes = new List<(string, int)> { ("group.department", 1 + (int)(4 * Math.Pow(random.NextDouble(), 2))) };
            if (random.NextDouble() < 0.9) codes.Add(("group.role", random.Next(1, 3)));
            codes.AddRange(popularity.Where(p => random.NextDouble() < p.Share).Select(p => (p.Item, random.Next(1, 6))));
            people.Add(new(codes));
        }
        return people;
    }
}
