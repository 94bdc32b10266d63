using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Disclosure;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Exporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Differencing;

/// <summary>Figures by different customer groups, and the file of single responses, set against each other by somebody who tries them all.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class CrossedGroupsTests(TestServer server) : DatabaseTest(server)
{
    private const int Minimum = 10;
    private static readonly string[] Services = ["wifi", "printing", "payroll"];

    [Test]
    public async Task Where_a_department_is_part_of_a_role_the_few_others_of_the_role_do_not_follow()
    {
        await Answered.EditionAsync(Database, Survey(Anonymity.Confidential), 2025,
            19.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 5), ("printing.overall", 5)), 4.Times(("group.department", 2), ("group.role", 1), ("wifi.overall", 1), ("printing.overall", 2)),
            30.Times(("group.department", 2), ("group.role", 2), ("wifi.overall", 4), ("printing.overall", 4)), 30.Times(("group.department", 3), ("group.role", 2), ("wifi.overall", 4), ("printing.overall", 4)));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var wifi = report.Rows(SegmentRow.Table).Where(r => r.Item == "wifi" && r.State != CellState.NotAsked).ToArray();
        Assert.That(wifi.Where(r => r.Attribute == "role").Select(r => r.Valid), Is.EqualTo([23, 60]), "the larger figures stay");
        Assert.That(wifi.Where(r => r.Attribute == "department").Select(r => (r.SegmentKey, r.IsHidden, r.HiddenReason)),
            Is.EqualTo([("a", true, "complementary"), ("b", false, ""), ("c", true, "complementary")]));
    }

    [Test]
    public async Task Where_those_of_unknown_department_all_say_the_same_they_are_hidden()
    {
        await Answered.EditionAsync(Database, Survey(Anonymity.Confidential), 2025,
            15.Times(("wifi.overall", 5), ("printing.overall", 5)), 40.Times(("group.department", 2), ("wifi.overall", 4), ("printing.overall", 4)), 30.Times(("group.department", 3), ("wifi.overall", 2), ("printing.overall", 2)));

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        Assert.That(report.Rows(SegmentRow.Table).Where(r => r is { Item: "wifi", Attribute: "department", IsHidden: true }).Select(r => r.SegmentKey), Is.EqualTo(["c", ""]));
    }

    [Test]
    public async Task Three_attributes_that_tell_of_a_few_only_together_are_looked_at_together()
    {
        // Of no two attributes do figures single out fewer than twenty. Department a and role y without those of the day are four.
        await Answered.EditionAsync(Database, ThreeAttributes(Anonymity.Confidential), 2025, NestedPeople);

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        Assert.That(new ThreeFigures(report, [], NestedPeople, "wifi").Fewest(), Is.Zero.Or.GreaterThanOrEqualTo(Minimum));
        Assert.That(report.Rows(SegmentRow.Table).Count(r => r is { Item: "wifi", IsHidden: false, Valid: > 0 }), Is.GreaterThanOrEqualTo(5), "of nine, two or three give way");
    }

    [Test]
    public async Task How_many_a_small_group_is_does_not_follow_from_figures_of_three_attributes_however_many_it_takes()
    {
        // No two or three figures single out a few, nor does elimination end there; the night's nine are seven figures of departments, roles and shifts all the same.
        Person[] people = [.. Of(18, 1, 3, 1), .. Of(25, 3, 2, 1), .. Of(5, 2, 1, 2), .. Of(4, 1, 3, 2), .. Of(3, 1, 2, 3), .. Of(3, 2, 3, 1), .. Of(3, 1, 1, 1), .. Of(13, 2, 2, 3), .. Of(3, 1, 1, 1)];
        await Answered.EditionAsync(Database, ThreeAttributes(Anonymity.Confidential), 2025, people);

        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var shown = report.Rows(SegmentRow.Table).Where(r => r is { Item: "wifi", IsHidden: false, Valid: > 0 }).ToArray();
        var sums = shown.Select(r => In(r.Attribute, r.SegmentKey)).Append([.. Enumerable.Range(0, people.Length)]).Select(cells => ((IReadOnlyCollection<int>)cells, (double)cells.Length));
        var known = new HiddenIntervals([.. sums], people.Length);
        Assert.That(report.Rows(SegmentRow.Table).Where(r => r is { Item: "wifi", IsHidden: true }).Where(r => known.IsExposed(In(r.Attribute, r.SegmentKey))), Is.Empty);
        Assert.That(shown, Has.Length.GreaterThan(2), "of nine, some stay");

        int[] In(string attribute, string value) => [.. people.Index().Where(p => p.Item.Codes.Contains(($"group.{attribute}", 1 + report.Edition.Questionnaire.Groups.First(g => g.Key == attribute).Options.ToList().FindIndex(o => o.Key == value)))).Select(p => p.Index)];
    }

    [TestCase(Anonymity.Confidential, true)]
    [TestCase(Anonymity.Anonymous, false)]
    public async Task A_report_of_an_earlier_version_is_looked_at_once_more_where_rows_still_have_all_their_groups(Anonymity anonymity, bool isHidden)
    {
        await Answered.EditionAsync(Database, ThreeAttributes(anonymity), 2025, NestedPeople);
        var published = Hidden((await new ResultsOf(Database).CloseAllAsync("internal"))[0]);
        await Database.WriteAsync(async work =>
        {
            await work.ExecuteAsync("delete from edition_count where name = 'hidden'");
            await work.ExecuteAsync("update edition_count set n = 1 where name = 'crossed'");
            // As if these tables had not been published, so that nothing has to be confirmed.
            await work.ExecuteAsync("update report_table set method_version = 'surveyhub-2', content = '[]', sha256 = 'older' where name in ('segments', 'pooled', 'disclosure')");
            await work.ExecuteAsync("update report_table set method_version = 'surveyhub-2'");
        });

        await new ResultsOf(Database).Closing.FinishInterruptedAsync();

        Assert.That(Hidden((await new ResultsOf(Database).Reports.OfSurveyAsync("internal"))[0]), isHidden ? Is.EqualTo(published) : Is.Empty);
    }

    private static IReadOnlyList<Person> NestedPeople => [.. Of(30, 1, 1, 1), .. Of(4, 1, 1, 2), .. Of(30, 2, 2, 1), .. Of(20, 2, 3, 2), .. Of(20, 3, 1, 2), .. Of(20, 4, 3, 2)];

    private static IEnumerable<Person> Of(int count, int department, int role, int shift) =>
        count.Times(("group.department", department), ("group.role", role), ("group.shift", shift), ("wifi.overall", 1 + department), ("printing.overall", 4));

    private static string[] Hidden(EditionReport report) => [.. report.Rows(SegmentRow.Table).Where(r => r.IsHidden).Select(r => $"{r.Item} {r.Attribute} {r.SegmentKey}")];

    [TestCase(Anonymity.Confidential, false)]
    [TestCase(Anonymity.Anonymous, false)]
    [TestCase(Anonymity.Confidential, true)]
    [TestCase(Anonymity.Anonymous, true)]
    public async Task However_groups_overlap_no_three_figures_of_pages_and_file_single_out_a_few(Anonymity anonymity, bool three)
    {
        var random = new Random(20251123);
        var people = new Dictionary<int, List<Person>>();
        for (var year = 2001; year <= 2024; year++)
            await Answered.EditionAsync(Database, (three ? ThreeAttributes(anonymity) : Survey(anonymity)) with { Headline = (HeadlineKind)(year % 3) }, year, people[year] = Crowd(random, three));
        var (figures, rated) = (0, 0);

        foreach (var report in await new ResultsOf(Database).CloseAllAsync("internal"))
        {
            if (!report.MayShowResponses) continue;
            var wide = (await PackageReader.OfAsync(Database, report)).Wide;
            foreach (var row in report.Rows(ServiceYearRow.Table).Where(r => r.IsVisible))
            {
                var attack = new ThreeFigures(report, wide, people[report.Edition.Year], row.Item);
                Assert.That(attack.Fewest(), Is.Zero.Or.GreaterThanOrEqualTo(Minimum), $"{report.Edition.Year} {row.Item}");
                (figures, rated) = (figures + attack.Figures, rated + 1);
            }
        }
        Assert.That(figures, Is.GreaterThan(5 * rated), "protection that leaves hardly a figure would be easy");
    }

    private static Questionnaire Survey(Anonymity anonymity) => A.Questionnaire(Services) with
    {
        Anonymity = anonymity,
        Headline = HeadlineKind.MeanOfServices,
        Screener = null,
        ServiceQuestions = [A.Rating("overall")],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c", "d"), A.Group("role", GroupSource.Asked, "x", "y", "z")],
    };

    private static Questionnaire ThreeAttributes(Anonymity anonymity) => Survey(anonymity) with
    {
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c", "d"), A.Group("role", GroupSource.Asked, "x", "y", "z"), A.Group("shift", GroupSource.Asked, "day", "night", "both")],
    };

    /// <summary>Every department has a role of its own that nearly everybody there has, and every role a shift.</summary>
    private static List<Person> Crowd(Random random, bool three)
    {
        var (strays, known) = (random.NextDouble() * 0.2, 0.9 + random.NextDouble() * 0.2);
        var popularity = Services.Select(s => (Item: $"{s}.overall", Share: random.NextDouble())).Append(("overall", 0.9)).ToArray();
        var people = new List<Person>();
        for (var i = random.Next(30, 400); i > 0; i--)
        {
            var department = 1 + (int)(4 * Math.Pow(random.NextDouble(), 1.5));
            var codes = new List<(string, int)>();
            if (random.NextDouble() < known) codes.Add(("group.department", department));
            if (random.NextDouble() < known) codes.Add(("group.role", random.NextDouble() < strays ? random.Next(1, 4) : Math.Min(department, 3)));
            if (three && random.NextDouble() < known) codes.Add(("group.shift", random.NextDouble() < strays ? random.Next(1, 4) : 1 + department / 2));
            foreach (var (item, share) in popularity)
                if (random.NextDouble() < share) codes.Add((item, random.Next(1, 6)));
            people.Add(new(codes));
        }
        return people;
    }
}
