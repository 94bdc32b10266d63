using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>What the report hides is not in the file of single responses, and does not follow from the two together.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class WithheldAnswersTests(TestServer server) : DatabaseTest(server)
{
    private const int Minimum = 10;
    private static readonly string[] Services = ["wifi", "printing", "payroll"];

    [Test]
    public async Task A_service_that_the_page_hides_has_a_column_of_blanks_and_the_codebook_and_manifest_say_why()
    {
        var (_, package) = await CloseAsync(Survey(Anonymity.Confidential),
            40.Times(("wifi.overall", 4), ("printing.overall", 5)), 7.Times(("payroll.overall", 1)), 2.Times(("payroll.overall", Item.CannotJudge)), 1.Times(("payroll.overall", Item.Skipped)));

        Assert.Multiple(() =>
        {
            Assert.That(package.Wide.Select(r => r["payroll.overall"]), Is.All.Empty);
            Assert.That(package.Wide.Count(r => r["wifi.overall"] == "4"), Is.EqualTo(40));
            Assert.That(package.Long.Where(r => r["item_code"] == "payroll.overall").Select(r => (r["value"], r["value_role"])).Distinct(), Is.EqualTo([("", "withheld")]));
            Assert.That(package.Codebook.Where(r => r["variable"] == "payroll.overall").Select(r => r["withheld_note"]), Is.All.EqualTo("withheld: too few answers"));
            Assert.That(package.Codebook.Where(r => r["variable"] == "wifi.overall").Select(r => r["withheld_note"]), Is.All.Empty);
            Assert.That(package.LeftOut, Has.Some.EqualTo("Items withheld: too few answers: 1 (payroll.overall)."));
        });
    }

    [Test]
    public async Task Of_a_group_in_which_nobody_rated_a_service_the_few_who_could_not_judge_it_are_not_seen()
    {
        var (_, package) = await CloseAsync(Survey(Anonymity.Confidential),
            30.Times(("group.department", 1), ("wifi.overall", 4), ("printing.overall", 4)),
            14.Times(("group.department", 2), ("wifi.overall", 3)), 1.Times(("group.department", 2), ("wifi.overall", 3), ("printing.overall", Item.CannotJudge)));

        Assert.That(package.Wide.Where(r => r["group.department"] == "2").Select(r => r["printing.overall"]), Is.All.Empty);
        Assert.That(package.Wide.Where(r => r["group.department"] == "1").Select(r => r["printing.overall"]), Is.All.EqualTo("4"));
        Assert.That(package.Long.Count(r => r["item_code"] == "printing.overall" && r["value_role"] == "withheld"), Is.EqualTo(15), "whoever was asked and whoever was not");
    }

    [Test]
    public async Task A_hidden_customer_group_has_no_rating_of_the_service_and_not_even_a_cannot_judge()
    {
        var (_, package) = await CloseAsync(Survey(Anonymity.Confidential),
            30.Times(("group.department", 1), ("wifi.overall", 4), ("printing.overall", 4), ("payroll.overall", 4)),
            15.Times(("group.department", 2), ("wifi.overall", 3), ("printing.overall", 3), ("payroll.overall", 3)),
            3.Times(("group.department", 3), ("wifi.overall", 1), ("printing.overall", 2)), 9.Times(("group.department", 3), ("wifi.overall", Item.CannotJudge), ("printing.overall", 2)),
            20.Times(("group.department", 3), ("payroll.overall", 2)));

        var c = package.Wide.Where(r => r["group.department"] == "3").ToArray();
        Assert.Multiple(() =>
        {
            Assert.That(c, Has.Length.EqualTo(32));
            Assert.That(c.Select(r => r["wifi.overall"]), Is.All.Empty);
            Assert.That(c.Count(r => r["payroll.overall"] == "2"), Is.EqualTo(20), "enough rated it");
            Assert.That(package.Wide.Where(r => r["group.department"] == "2").Select(r => r["wifi.overall"]), Is.All.Empty, "three alone would follow from the total");
            Assert.That(package.Wide.Where(r => r["group.department"] == "1").Select(r => r["wifi.overall"]), Is.All.EqualTo("4"));
            Assert.That(package.Long.Count(r => r["item_code"] == "wifi.overall" && r["value_role"] == "withheld"), Is.EqualTo(47), "also of those to whom it was not shown");
            Assert.That(package.LeftOut, Has.None.StartsWith("The language").And.None.StartsWith("The day"), "no row has one");
            Assert.That(package.LeftOut, Has.Some.EqualTo("Answers withheld: too few answers in some customer groups: 18, of the items wifi.overall."));
        });
    }

    [Test]
    public async Task What_the_page_says_of_expectations_minus_the_rows_that_have_all_three_is_nobody_or_enough()
    {
        static IEnumerable<Person> Some(int people, int of, int rated, int least) =>
            people.Times(("group.department", of), ("wifi.overall", rated), ("wifi.least", least), ("wifi.ideal", 5), ("printing.overall", 3));
        var survey = Survey(Anonymity.Confidential) with
        {
            ServiceQuestions = [A.Rating("overall"), A.Rating("least"), A.Rating("ideal")],
            Expectations = new() { Minimum = "least", Desired = "ideal" },
            Groups = [A.Group("department", GroupSource.Asked, "a", "b", "c", "d")],
        };

        // Of the departments b, c and d few rated the Wi-Fi, and five of these said what they expect: as a sum of three groups the figure of the Wi-Fi is safe, and theirs is not.
        var (report, package) = await CloseAsync(survey, Some(40, 1, 4, 3),
            [.. Some(2, 2, 4, 3), .. Some(4, 2, 4, Item.CannotJudge), .. Some(6, 2, Item.CannotJudge, Item.CannotJudge)],
            [.. Some(2, 3, 4, 3), .. Some(5, 3, 4, Item.CannotJudge), .. Some(6, 3, Item.CannotJudge, Item.CannotJudge)],
            [.. Some(1, 4, 4, 3), .. Some(11, 4, Item.CannotJudge, 3)]);

        var told = report.Rows(SurveyHub.Results.Joint.GapRow.Table).Single(r => r.Service == "wifi");
        var whole = package.Wide.Count(r => new[] { "wifi.overall", "wifi.least", "wifi.ideal" }.All(i => r[i].Length > 0 && r[i] != "-8"));
        Assert.That(told.People, Is.EqualTo(45));
        Assert.That(told.People - whole, Is.Zero.Or.GreaterThanOrEqualTo(Minimum), $"{whole} rows have all three");
        Assert.That(package.Wide.Count(r => r["wifi.overall"] == "4"), Is.EqualTo(40), "the ratings of the large department stay");
        Assert.That(package.Wide.Where(r => r["group.department"] is "2" or "3" or "4").SelectMany(r => new[] { r["wifi.overall"], r["wifi.least"], r["wifi.ideal"] }), Is.All.Empty,
            "what they expect, beside how many are below it, would bound what they said");
    }

    [TestCase(4, "all ratings")]
    [TestCase(5, "")]
    public async Task Of_expectations_the_file_has_the_columns_of_what_the_page_tells_averages_of_and_no_other(int mostWished, string told)
    {
        var survey = Survey(Anonymity.Confidential) with { ServiceQuestions = [A.Rating("overall"), A.Rating("least"), A.Rating("ideal")], Expectations = new() { Minimum = "least", Desired = "ideal" }, Groups = [] };
        var (report, package) = await CloseAsync(survey,
            Enumerable.Range(0, 40).Select(i => new Person([("wifi.overall", i % 4 + 2), ("wifi.least", i % 3 + 2), ("wifi.ideal", mostWished)])), 3.Times(("wifi.overall", 1), ("wifi.least", Item.CannotJudge), ("wifi.ideal", mostWished)));

        var row = report.Rows(SurveyHub.Results.Joint.GapRow.Table).Single(r => r.Service == "wifi");
        Assert.That(row.MeansOf ?? "", Is.EqualTo(told));
        var (codes, complete) = (package.Wide.Select(r => r["wifi.overall"]), package.Wide.Where(r => r["wifi.least"].Length > 0 && r["wifi.least"][0] != '-' && r["wifi.ideal"].Length > 0).ToArray());
        Assert.That(complete, Has.Length.EqualTo(told.Length > 0 ? 40 : 0));
        Assert.That(codes.Count(c => c == "1"), Is.EqualTo(3), "every rating is in its row");
        if (told.Length == 0) Assert.That(package.Wide.SelectMany(r => new[] { r["wifi.least"], r["wifi.ideal"] }), Is.All.Empty);
        else Assert.That(complete.Average(r => int.Parse(r["wifi.overall"], System.Globalization.CultureInfo.InvariantCulture) - int.Parse(r["wifi.least"], System.Globalization.CultureInfo.InvariantCulture)), Is.EqualTo(row.Adequacy).Within(1e-12));
    }

    [Test]
    public async Task Rows_without_a_department_are_not_taken_for_others_who_happen_to_be_as_many()
    {
        // Seven of d are too few rows to tell their department, and c, the next smallest, tells none either. Who rated the Wi-Fi: of a ten, hidden beside d; of b and c enough; of d three.
        var (report, package) = await CloseAsync(Survey(Anonymity.Confidential) with { Headline = HeadlineKind.PooledRatings },
            10.Times(("group.department", 1), ("wifi.overall", 4), ("printing.overall", 4)), 20.Times(("group.department", 1), ("printing.overall", 4)), 11.Times(("group.department", 2), ("wifi.overall", 2), ("printing.overall", 4)), 10.Times(("group.department", 2), ("printing.overall", 4)),
            10.Times(("group.department", 3), ("wifi.overall", 4), ("printing.overall", 4)), 4.Times(("group.department", 3), ("printing.overall", 4)), 3.Times(("group.department", 4), ("wifi.overall", 1), ("printing.overall", 4)), 4.Times(("group.department", 4), ("printing.overall", 4)));

        var pages = report.Rows(SegmentRow.Table).Where(r => r is { Item: "wifi", Attribute: "department", IsHidden: false, Valid: > 0 }).ToDictionary(r => r.SegmentKey, r => r.Valid!.Value);
        Assert.That(pages, Is.EqualTo(new Dictionary<string, int> { ["b"] = 11, ["c"] = 10 }), "ten of a and three of d are as many as ten of c and three of d");
        Assert.That(package.Wide.Where(r => r["group.department"].Length == 0).Select(r => r["wifi.overall"]), Is.All.Empty, "these minus c would be three");
    }

    [Test]
    public async Task The_manifest_says_that_a_customer_group_is_in_no_row_and_the_report_has_it()
    {
        var (report, package) = await CloseAsync(Survey(Anonymity.Anonymous),
            31.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 4)), 5.Times(("group.department", 1), ("group.role", 2), ("wifi.overall", 2)),
            7.Times(("group.department", 2), ("group.role", 1), ("wifi.overall", 5)), 31.Times(("group.department", 2), ("group.role", 2), ("wifi.overall", 3)));

        Assert.That(package.Wide.Select(r => r["group.role"]), Is.All.Empty);
        Assert.That(package.LeftOut, Has.Some.StartsWith("The customer group role of all responses: "));
        Assert.That(report.Rows(SegmentRow.Table).Where(r => r is { Attribute: "role", Item: "wifi", Valid: > 0 }).Select(r => r.Valid), Is.EqualTo([38, 36]));
    }

    [Test]
    public async Task Identified_customers_knew_that_single_answers_are_seen_so_their_groups_keep_them()
    {
        var (_, package) = await CloseAsync(Survey(Anonymity.Identified),
            30.Times(("group.department", 1), ("wifi.overall", 4)), 12.Times(("group.department", 2)), 3.Times(("group.department", 2), ("wifi.overall", 1), ("payroll.overall", 1)));

        Assert.That(package.Wide.Count(r => r["group.department"] == "2" && r["wifi.overall"] == "1"), Is.EqualTo(3));
        Assert.That(package.Wide.Select(r => r["payroll.overall"]), Is.All.Empty, "three are too few for every page, whatever was promised");
    }

    [TestCase(Anonymity.Confidential)]
    [TestCase(Anonymity.Anonymous)]
    public async Task Whoever_takes_the_file_from_the_page_never_keeps_one_to_nine_people(Anonymity anonymity)
    {
        var random = new Random(20251122);
        for (var year = 2001; year <= 2016; year++)
            await Answered.EditionAsync(Database, Survey(anonymity) with { Headline = (HeadlineKind)(year % 3) }, year, Crowd(random));
        var (shown, page) = (0, 0);

        foreach (var report in await new ResultsOf(Database).CloseAllAsync("internal"))
        {
            if (!report.MayShowResponses) continue;
            var wide = (await PackageReader.OfAsync(Database, report)).Wide;
            Assert.Multiple(() => Attack(report, wide));
            shown += wide.Sum(r => Services.Count(s => r[$"{s}.overall"].Length > 0));
            page += report.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall").Sum(r => r.Valid ?? 0);
        }
        Assert.That(shown, Is.GreaterThan(page / 3), "protection that leaves hardly anything would be easy");
    }

    private static void Attack(EditionReport report, IReadOnlyList<IReadOnlyDictionary<string, string>> wide)
    {
        var combinations = wide.GroupBy(r => (Department: r["group.department"], Role: r["group.role"])).Where(c => c.Key.Department.Length + c.Key.Role.Length > 0);
        Assert.That(combinations.Select(c => c.Count()), Is.All.GreaterThanOrEqualTo(Minimum), "rows that show the same groups");
        foreach (var row in report.Rows(ServiceYearRow.Table).Concat(report.Rows(ServiceYearRow.AspectTable)))
        {
            var item = report.Edition.Items.All.First(i => i.ReportKey == row.Item);
            var where = $"{report.Edition.Year} {item.Key}";
            if (row.State == CellState.Hidden) Assert.That(wide.Select(r => r[item.Key]), Is.All.Empty, where);
            else Subtract(where, row.Valid ?? 0, wide, item.Key);
            foreach (var segment in report.Rows(SegmentRow.Table).Where(r => r.Item == row.Item))
            {
                var code = report.Edition.Questionnaire.Groups.First(g => g.Key == segment.Attribute).Options.FirstOrDefault(o => o.Key == segment.SegmentKey)?.Code;
                var members = wide.Where(r => r[$"group.{segment.Attribute}"] == $"{code}").ToArray();
                if (!segment.IsHidden) Subtract($"{where} {segment.Attribute} {segment.Segment}", segment.Valid ?? 0, members, item.Key);
                else if (code is not null) Assert.That(members.Select(r => r[item.Key]), Is.All.Empty, $"{where} {segment.Attribute} {segment.Segment}");
            }
        }
    }

    private static void Subtract(string where, int page, IReadOnlyList<IReadOnlyDictionary<string, string>> rows, string item)
    {
        var difference = Math.Abs(page - rows.Count(r => r[item].Length > 0 && r[item][0] != '-'));
        Assert.That(difference, Is.Zero.Or.GreaterThanOrEqualTo(Minimum), where);
    }

    private async Task<(EditionReport Report, PackageReader Package)> CloseAsync(Questionnaire questionnaire, params IEnumerable<Person>[] people)
    {
        await Answered.EditionAsync(Database, questionnaire, 2025, people);
        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];
        return (report, await PackageReader.OfAsync(Database, report));
    }

    private static Questionnaire Survey(Anonymity anonymity) => A.Questionnaire(Services) with
    {
        Anonymity = anonymity,
        Headline = HeadlineKind.MeanOfServices,
        Screener = null,
        ServiceQuestions = [A.Rating("overall"), A.Rating("quick")],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c", "d"), A.Group("role", GroupSource.Asked, "x", "y", "z")],
    };

    /// <summary>Departments and roles large and tiny, and services that all or hardly anybody uses.</summary>
    private static List<Person> Crowd(Random random)
    {
        var popularity = Services.SelectMany(s => new[] { $"{s}.overall", $"{s}.quick" }).Append("overall")
            .Select(item => (item, Share: random.NextDouble() < 0.3 ? random.NextDouble() * 0.3 : random.NextDouble())).ToArray();
        var people = new List<Person>();
        for (var i = random.Next(8, 500); i > 0; i--)
        {
            var codes = new List<(string, int)>();
            if (random.NextDouble() < 0.95) codes.Add(("group.department", 1 + (int)(4 * Math.Pow(random.NextDouble(), 2))));
            if (random.NextDouble() < 0.9) codes.Add(("group.role", 1 + (int)(3 * Math.Pow(random.NextDouble(), 2))));
            foreach (var (item, share) in popularity)
                if (random.NextDouble() < share) codes.Add((item, random.NextDouble() < 0.1 ? Item.CannotJudge : random.Next(1, 6)));
            people.Add(new(codes));
        }
        return people;
    }
}
