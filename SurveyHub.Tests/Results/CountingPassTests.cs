using SurveyHub.Results.Counting;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class CountingPassTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Every_answer_is_counted_once_for_all_and_once_for_each_group_of_its_giver()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025,
            12.Times(("group.department", 1), ("group.role", 2), ("wifi.overall", 5), ("used.wifi", 1)),
            11.Times(("group.department", 2), ("wifi.overall", 2), ("used.wifi", 1)),
            10.Times(("wifi.overall", Item.CannotJudge), ("used.wifi", 0)),
            1.Times(("wifi.overall", Item.Skipped)));

        var tallies = await CountAsync(edition);

        var wifi = edition.Items.Find("wifi.overall")!;
        Assert.Multiple(() =>
        {
            Assert.That(tallies.Of(wifi).CodeCounts, Is.EquivalentTo(new Dictionary<int, int> { [2] = 11, [5] = 12 }));
            Assert.That((tallies.Of(wifi).NotApplicable, tallies.Of(wifi).Skipped, tallies.Of(wifi).Asked), Is.EqualTo((10, 1, 34)));
            Assert.That(tallies.Of(wifi, "department", "medicine").GoodCount, Is.EqualTo(new SurveyHub.Statistics.GoodCount(12, 12)));
            Assert.That(tallies.Of(wifi, "department", "surgery").GoodCount, Is.EqualTo(new SurveyHub.Statistics.GoodCount(0, 11)));
            Assert.That(tallies.Of(wifi, "department").Asked, Is.EqualTo(11), "department not known");
            Assert.That(tallies.Of(wifi, "role", "nurse").Valid, Is.EqualTo(12));
            Assert.That(tallies.Of(wifi, "role").Asked, Is.EqualTo(22), "role not known");
            Assert.That(tallies.Codes(edition.Items.Find("used.wifi")!), Is.EquivalentTo(new Dictionary<int, int> { [1] = 23, [0] = 10 }));
            Assert.That(tallies.Count(CountNames.Responses), Is.EqualTo(34));
            Assert.That(tallies.Count(CountNames.Responses, "department", "medicine"), Is.EqualTo(12));
            Assert.That(tallies.Count(CountNames.Raters), Is.EqualTo(23));
        });
    }

    [Test]
    public async Task Two_services_are_counted_together_over_those_who_rated_both()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025,
            4.Times(("wifi.overall", 5), ("printing.overall", 4)), 3.Times(("wifi.overall", 5), ("printing.overall", 1)),
            2.Times(("wifi.overall", 2), ("printing.overall", 4)), 7.Times(("wifi.overall", 5)),
            5.Times(("printing.overall", 5), ("overall", 4)));

        var tallies = await CountAsync(edition);

        var (wifi, printing, overall) = (edition.Items.Find("wifi.overall")!, edition.Items.Find("printing.overall")!, edition.Items.Overall!);
        Assert.That(tallies.Pairs([wifi, printing])[0, 1], Is.EqualTo(new PairTally(9, 7, 6, 4)));
        Assert.That(tallies.Pairs([overall, printing])[0, 1], Is.EqualTo(new PairTally(5, 5, 5, 5)), "in the order asked for");
        Assert.That(tallies.Pairs([wifi, overall])[0, 1], Is.EqualTo(PairTally.None));
    }

    [Test]
    public async Task Complete_questionnaires_are_counted_by_group()
    {
        var edition = await Answered.EditionAsync(Database, Questionnaire, 2025,
            12.Times(("group.department", 1), ("wifi.overall", 5)),
            Enumerable.Repeat(new Person([("group.department", 1), ("wifi.overall", 5)]) { IsComplete = false }, 3));

        var tallies = await CountAsync(edition);

        Assert.That(tallies.Count(CountNames.CompleteResponses), Is.EqualTo(12));
        Assert.That(tallies.Count(CountNames.CompleteResponses, "department", "medicine"), Is.EqualTo(12));
        Assert.That(tallies.Count(CountNames.Responses, "department", "medicine"), Is.EqualTo(15));
    }

    private static Questionnaire Questionnaire => A.Questionnaire("wifi", "printing") with
    {
        ServiceQuestions = [A.Rating("overall")],
        Groups = [A.Group("department", GroupSource.Invitation, "medicine", "surgery"), A.Group("role", GroupSource.Asked, "doctor", "nurse")],
    };

    private Task<EditionTallies> CountAsync(Edition edition) => Database.ReadAsync(async (db, cancellation) =>
    {
        var count = await CountingPass.RunAsync(db, null, Dialect, edition, cancellation);
        return new EditionTallies(edition, count.Tallies, count.Pairs, count.Counts);
    });
}
