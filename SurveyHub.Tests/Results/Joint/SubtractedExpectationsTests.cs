using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Joint;

/// <summary>What somebody finds who takes the averages of expectations from the figures of all ratings, and what the verdicts on them are worth.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class SubtractedExpectationsTests(TestServer server) : DatabaseTest(server)
{
    private static readonly string[] Services = ["wifi", "printing", "payroll", "canteen"];

    [TestCase(1, 5)]
    [TestCase(5, 1)]
    public async Task Whatever_a_few_rated_who_did_not_say_what_they_expect_the_report_is_the_same(int few, int others)
    {
        var one = await CloseAsync("one", Crowd(few: 1, others: 5));
        var other = await CloseAsync("other", Crowd(few, others));

        // Every table, to the last digit: so nothing of what these four said follows from any of it, by subtraction or otherwise.
        Assert.That(Row(one).MeansOf, Is.EqualTo(GapRow.OfAllRatings));
        Assert.That(other.Rows(GapRow.Table), Is.EqualTo(one.Rows(GapRow.Table)));
        Assert.That((Row(one).AdequacyLower, Row(one).SuperiorityUpper, Row(one).AdequacyP, Row(one).AdequacyQ), Is.EqualTo(((double?)null, (double?)null, (double?)null, (double?)null)), "how far gaps scatter is one more sum over those who said all three");
        Assert.That(other.Rows(DistributionRow.Table), Is.EqualTo(one.Rows(DistributionRow.Table)));
        Assert.That(other.Rows(ServiceYearRow.Table), Is.EqualTo(one.Rows(ServiceYearRow.Table)));
        Assert.That(other.Rows(LedgerRow.Table), Is.EqualTo(one.Rows(LedgerRow.Table)));
    }

    [Test]
    public async Task The_averages_stand_around_that_of_all_ratings_by_the_gaps_of_who_said_all_three()
    {
        var report = await CloseAsync("one", Crowd(few: 1, others: 5));
        var (row, people) = (Row(report), Crowd(few: 1, others: 5).Select(p => p.Codes.ToDictionary(c => c.Item, c => c.Code)).ToArray());
        var complete = people.Where(p => p["wifi.least"] > 0).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That((row.People, complete.Length, people.Length), Is.EqualTo((44, 44, 48)));
            Assert.That(row.Perceived, Is.EqualTo(people.Average(p => p["wifi.overall"])).Within(1e-12), "the average code of the page Distribution");
            Assert.That(row.Adequacy, Is.EqualTo(complete.Average(p => p["wifi.overall"] - p["wifi.least"])).Within(1e-12));
            Assert.That(row.Superiority, Is.EqualTo(complete.Average(p => p["wifi.overall"] - p["wifi.ideal"])).Within(1e-12));
            Assert.That((row.Perceived - row.Minimum, row.Perceived - row.Desired), Is.EqualTo((row.Adequacy, row.Superiority)).Within(1e-12));
            Assert.That(row.Perceived, Is.Not.EqualTo(complete.Average(p => p["wifi.overall"])).Within(0.01), "that one would tell how the four rated");
            Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Of is LedgerRow.GapMeans && r.Item == "wifi").Select(r => r.Decision), Is.EqualTo([Decision.Shown]));
            Assert.That(report.Rows(LedgerRow.Table).Where(r => r.Of is LedgerRow.Microdata).Select(r => r.Item), Has.None.StartsWith("wifi"), "nothing is hidden that rows would tell");
        });
    }

    [TestCase(0, GapRow.OfComplete)]
    [TestCase(10, GapRow.OfComplete)]
    public async Task Where_nobody_or_enough_did_not_say_it_the_averages_are_of_who_said_all_three(int others, string of)
    {
        var report = await CloseAsync("one", [.. Crowd(few: 1, others: 5).Take(44), .. others.Times(("wifi.overall", 1), ("wifi.least", Item.CannotJudge), ("wifi.ideal", 4))]);

        Assert.That((Row(report).MeansOf, Row(report).Perceived), Is.EqualTo((of, (double?)Crowd(few: 1, others: 5).Take(44).Average(p => p.Codes.First(c => c.Item == "wifi.overall").Code))));
    }

    [TestCase(1, true)]
    [TestCase(4, false)]
    public async Task Beside_other_services_the_same_gap_is_within_what_chance_explains(int services, bool inadequate)
    {
        // Of a hundred 27 have one less than would just do, and 12 one more: p is 0.0155, and of four services one such is found by chance more often than once in twenty.
        IEnumerable<Person> people = Enumerable.Range(0, 100).Select(i => new Person([.. Rated("wifi", i < 27 ? -1 : i < 39 ? 1 : 0), .. Services.Skip(1).Take(services - 1).SelectMany(s => Rated(s, i < 10 ? -1 : i < 20 ? 1 : 0))]));

        var row = Row(await CloseAsync("one", people));

        Assert.That((row.AdequacyP, row.AdequacyQ), Is.EqualTo((0.0155, 0.0155 * services)).Within(0.002));
        Assert.That((row.AdequacyUpper < 0, row.IsInadequate), Is.EqualTo((true, inadequate)));

        static IEnumerable<(string, int)> Rated(string service, int gap) => [($"{service}.overall", 3 + gap), ($"{service}.least", 3), ($"{service}.ideal", 4)];
    }

    [TestCase(9, null)]
    [TestCase(12, 12)]
    public async Task Who_wishes_for_less_than_would_just_do_counts_and_is_told_of_where_enough_do(int people, int? told)
    {
        var report = await CloseAsync("one", [.. people.Times(("wifi.overall", 3), ("wifi.least", 4), ("wifi.ideal", 2)), .. 30.Times(("wifi.overall", 3), ("wifi.least", 2), ("wifi.ideal", 4))]);

        Assert.That((Row(report).People, Row(report).Below, Row(report).WishBelow), Is.EqualTo((30 + people, people, told)));
    }

    // Forty of all opinions; four who rated and did not say what they expect; and four who said of all three the same, so that the gaps do not tell what.
    private static IEnumerable<Person> Crowd(int few, int others) =>
    [
        .. Enumerable.Range(0, 40).Select(i => new Person([("wifi.overall", i % 4 + 2), ("wifi.least", i % 3 + 2), ("wifi.ideal", i % 2 + 4)])),
        .. 4.Times(("wifi.overall", others), ("wifi.least", others), ("wifi.ideal", others)),
        .. 4.Times(("wifi.overall", few), ("wifi.least", Item.CannotJudge), ("wifi.ideal", 4)),
    ];

    private async Task<EditionReport> CloseAsync(string survey, IEnumerable<Person> people)
    {
        var questionnaire = A.Questionnaire(Services) with
        {
            Survey = survey,
            Anonymity = Anonymity.Confidential,
            Headline = HeadlineKind.MeanOfServices,
            Screener = null,
            ServiceQuestions = [A.Rating("overall"), A.Rating("least"), A.Rating("ideal")],
            Expectations = new() { Minimum = "least", Desired = "ideal" },
            Groups = [],
        };
        await Answered.EditionAsync(Database, questionnaire, 2025, people);
        return (await new ResultsOf(Database).CloseAllAsync(survey))[0];
    }

    private static GapRow Row(EditionReport report) => report.Rows(GapRow.Table).Single(r => r.Service == "wifi");
}
