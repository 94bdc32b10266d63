using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Representing;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Weights;
using SurveyHub.Statistics.Precision;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results.Weights;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Representing;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class RepresentationTests(TestServer server) : DatabaseTest(server)
{
    private static readonly (string, string, int)[] Half = [("department", "medicine", 100), ("department", "surgery", 100)];

    [Test]
    public async Task Parts_of_the_list_stand_beside_parts_of_the_answers()
    {
        var report = await CloseAsync(2025, Half, WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(40, 2, 1, 5));

        var rows = report.Rows(RepresentationRow.Table);
        Assert.That(rows.Select(r => (r.ValueKeys, r.People, r.PeopleShare, r.Responses, r.ResponsesShare)),
            Is.EqualTo([("medicine", (int?)100, (double?)0.5, 60, (double?)0.6), ("surgery", (int?)100, (double?)0.5, 40, (double?)0.4)]));
        Assert.That(rows.Select(r => r.Difference!.Value), Is.EqualTo([0.1, -0.1]).Within(1e-12));
        Assert.That(report.Rows(StabilityRow.Table)[0].Unlikeness, Is.EqualTo(0.1).Within(1e-12));
    }

    [Test]
    public async Task Answers_that_gave_up_their_group_are_counted_by_the_list_and_nothing_is_weighted_by_it([Values] Anonymity anonymity)
    {
        // Of 40 doctors and 40 nurses who answered, the nurses' answers do not tell their role.
        var edition = await Answered.EditionAsync(Database, WeightedEdition.Questionnaire(anonymity, "role"), 2025, WeightedEdition.Of(40, 1, 1, 5).Concat(40.Times(("group.department", 1), ("wifi.overall", 5), ("overall", 5))));
        await Database.WriteAsync(work => TallyStore.ReplaceFrameAsync(work, edition.EditionId,
        [
            .. from people in new[] { ("", "", 2), ("department", "medicine", 2), ("role", "doctor", 1), ("role", "nurse", 1) }
               from name in new[] { (CountNames.Answered, 40), (CountNames.NoReaction, 60) }
               select new CountRow { Name = name.Item1, Attribute = people.Item1, Value = people.Item2, N = name.Item2 * people.Item3 },
        ]));
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        var report = (await results.Reports.FindAsync(edition.Survey, 2025))!;

        var isAnonymous = anonymity == Anonymity.Anonymous;
        var rows = report.Rows(RepresentationRow.Table).Where(r => r.Attribute == "role").Select(r => (r.ValueKeys, r.Responses)).ToArray();
        Assert.That(rows, Is.EqualTo(isAnonymous ? [("doctor", 40), ("nurse", 40)] : new[] { ("doctor nurse", 40), ("", 40) }), "otherwise people did not say, and the list knows no better");
        var weighting = report.Rows(WeightingRow.Table)[0].Outcome;
        Assert.That((weighting.State, weighting.Group), Is.EqualTo(isAnonymous ? (WeightingState.GroupsGivenUp, "role") : (WeightingState.NothingToWeight, (string?)null)));
        Assert.That(SurveyHub.Features.Reporting.Representing.WeightingWords.Sentences(weighting, edition.Questionnaire).First(), isAnonymous ? Does.Contain("gave up its “role”") : Does.Contain("too small to be told apart"));
    }

    [Test]
    public async Task More_answers_than_people_are_said_and_not_divided_by()
    {
        var report = await CloseAsync(2025, [("department", "medicine", 300), ("department", "surgery", 20)], WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(40, 2, 1, 5));

        var surgery = report.Rows(RepresentationRow.Table)[1];
        Assert.That((surgery.State, surgery.PeopleShare, surgery.ResponsesShare, surgery.Difference), Is.EqualTo((RepresentationRow.ListTooSmall, (double?)null, (double?)null, (double?)null)));
        Assert.That((report.Rows(StabilityRow.Table)[0].Grade, report.Rows(StabilityRow.Table)[0].ListIsTooSmall), Is.EqualTo((Stability.CannotBeJudged, true)));
    }

    [Test]
    public async Task Of_a_list_that_came_along_and_is_of_others_there_is_no_rate_no_comparison_and_no_census_interval()
    {
        var questionnaire = WeightedEdition.Questionnaire() with { Census = true };
        (string, string, int)[] list = [("department", "medicine", 20), ("department", "surgery", 130)];
        IEnumerable<Person>[] people = [WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(60, 2, 1, 5)];
        var (imported, collected) = (await WeightedEdition.ImportAsync(Database, questionnaire, 2024, list, people), await WeightedEdition.CloseAsync(Database, questionnaire, 2025, list, people));

        var rates = imported.Rows(ResponseRateRow.Table);
        Assert.Multiple(() =>
        {
            Assert.That(rates.Select(r => (r.ValueKey, r.State)), Is.EqualTo([("", ResponseRateRow.ListTooSmall), ("medicine", ResponseRateRow.ListTooSmall), ("surgery", ResponseRateRow.AnotherList)]));
            Assert.That(rates.SelectMany(r => new[] { r.Rr1, r.Rr2, r.Rr5, r.Rr6 }), Is.All.Null);
            Assert.That(collected.Rows(ResponseRateRow.Table).Select(r => (r.State, r.Rr2)), Is.All.EqualTo(("", 1.0)), "each personal link answers once, whoever came by the open one");
            foreach (var report in new[] { imported, collected })
            {
                Assert.That(report.Rows(RepresentationRow.Table).Select(r => r.PeopleShare ?? r.ResponsesShare ?? r.Difference), Is.All.Null);
                Assert.That((Wifi(report).CensusPopulation, Wifi(report).CensusLower), Is.EqualTo(((int?)150, (double?)null)));
            }
        });
    }

    [Test]
    public async Task Without_a_list_or_with_one_answer_nothing_is_graded_and_nobody_is_told_apart()
    {
        var without = await CloseAsync(2024, [], WeightedEdition.Of(60, 1, 1, 5));
        var one = await CloseAsync(2025, Half, WeightedEdition.Of(1, 1, 1, 5));

        Assert.That(without.Rows(RepresentationRow.Table), Is.Empty);
        Assert.That(one.Rows(RepresentationRow.Table).Select(r => (r.ValueKeys, r.Responses)), Is.EqualTo([("medicine surgery", 1)]));
        Assert.That(new[] { without, one }.Select(r => r.Rows(StabilityRow.Table)[0].Grade), Is.All.EqualTo(Stability.CannotBeJudged));
    }

    [Test]
    public async Task Those_who_answered_late_are_set_beside_the_early_ones_where_days_are_kept()
    {
        var report = await InTwoWavesAsync(2025, Anonymity.Confidential, 120);

        var found = report.Rows(StabilityRow.Table)[0];
        Assert.Multiple(() =>
        {
            Assert.That(found.LastEarlyDay, Is.EqualTo(new DateOnly(2025, 3, 2)));
            Assert.That((found.Early, found.Late), Is.EqualTo((0.9, 0.6)));
            // 240 of 480 answered: half of the way from all of them (75 %) to the late ones (60 %).
            Assert.That(found.LateShift, Is.EqualTo(-0.075).Within(1e-9));
            Assert.That((found.LateLower, found.LateUpper), Is.EqualTo((-0.40, -0.20)));
            Assert.That(found.Grade, Is.EqualTo(Stability.Shaky));
        });
    }

    [Test]
    public async Task An_anonymous_edition_has_no_waves_and_of_a_few_people_in_each_nothing_is_said()
    {
        var (anonymous, few) = (await InTwoWavesAsync(2024, Anonymity.Anonymous, 120), await InTwoWavesAsync(2025, Anonymity.Confidential, 60));

        Assert.That((anonymous.Rows(StabilityRow.Table)[0].LastEarlyDay, anonymous.Rows(StabilityRow.Table)[0].Early), Is.EqualTo(((DateOnly?)null, (double?)null)));
        Assert.That((few.Rows(StabilityRow.Table)[0].WavesAreSmall, few.Rows(StabilityRow.Table)[0].Early), Is.EqualTo((true, (double?)null)));
    }

    [Test]
    public async Task A_census_tells_the_interval_of_these_people_and_no_interval_where_more_rated_than_there_are()
    {
        var questionnaire = WeightedEdition.Questionnaire() with { Census = true };
        var most = await WeightedEdition.CloseAsync(Database, questionnaire, 2023, [("department", "medicine", 100)], WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 1, 1, 1));
        var all = await WeightedEdition.CloseAsync(Database, questionnaire, 2024, [("department", "medicine", 80)], WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 1, 1, 1));
        var wrong = await WeightedEdition.CloseAsync(Database, questionnaire, 2025, [("department", "medicine", 50)], WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(20, 1, 1, 1));

        var (some, everybody, more) = (Wifi(most), Wifi(all), Wifi(wrong));
        var expected = CensusInterval.Of(60, 80, 100)!.Value;
        Assert.That((some.CensusPopulation, some.CensusLower, some.CensusUpper), Is.EqualTo(((int?)100, (double?)expected.Lower, (double?)expected.Upper)));
        Assert.That(some.CensusBase, Is.EqualTo(396).Within(1e-9));
        Assert.That((everybody.CensusLower, everybody.CensusUpper, everybody.CensusBase), Is.EqualTo(((double?)0.75, (double?)0.75, (double?)null)));
        Assert.That((more.CensusPopulation, more.CensusLower, more.Lower), Is.EqualTo(((int?)50, (double?)null, some.Lower)), "the usual interval is the same for all");
    }

    private static ServiceYearRow Wifi(EditionReport report) => report.Rows(ServiceYearRow.Table)[0];

    private Task<EditionReport> CloseAsync(int year, (string, string, int)[] list, params IEnumerable<Person>[] people) =>
        WeightedEdition.CloseAsync(Database, WeightedEdition.Questionnaire(), year, list, people);

    /// <summary>Nine in ten of the first wave and six in ten of the second say good.</summary>
    private async Task<EditionReport> InTwoWavesAsync(int year, Anonymity anonymity, int each)
    {
        var edition = await Answered.EditionAsync(Database, WeightedEdition.Questionnaire(anonymity), year);
        await Database.WriteAloneAsync(async work =>
        {
            foreach (var (day, good) in new[] { (2, each * 9 / 10), (20, each * 6 / 10) })
                await Answered.AddAsync(work, edition, WeightedEdition.Of(good, 1, 1, 5).Concat(WeightedEdition.Of(each - good, 1, 1, 2)),
                    (response, _) => response with { SubmittedOn = anonymity == Anonymity.Anonymous ? null : new DateOnly(year, 3, day) });
        });
        await WeightedEdition.ListAsync(Database, edition.EditionId, [("department", "medicine", 4 * each)]);
        await Database.WriteAsync(work => work.ExecuteAsync(
            "update edition_count set name = 'no_contact', n = @n where edition_id = @EditionId and name = 'complete'", new { edition.EditionId, n = 2 * each }));
        await Database.WriteAsync(work => SurveyHub.Results.Counting.TallyStore.AddCountsAsync(work, edition.EditionId,
            [new() { Name = "complete", N = 2 * each }, new() { Name = "complete", Attribute = "department", Value = "medicine", N = 2 * each }]));
        var results = new ResultsOf(Database);
        await results.Closing.CloseAsync(edition.EditionId);
        return (await results.Reports.FindAsync(edition.Survey, year))!;
    }
}
