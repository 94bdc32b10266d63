using SurveyHub.Features.Responding.Answers;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

public sealed class JourneyTests
{
    private static readonly string[] Many = [.. Enumerable.Range(0, 12).Select(i => $"s{i}")];

    [Test]
    public void Only_services_that_were_ticked_are_asked_about() =>
        Assert.That(JourneyOf(AQuestionnaire.Rich, ("used", "wifi,desk")).Steps.Select(s => s.Path),
            Is.EqualTo(["services", "service/wifi", "service/desk", "groups", "last", "review"]));

    [Test]
    public void Whoever_uses_nothing_goes_on_to_the_groups() =>
        Assert.That(JourneyOf(AQuestionnaire.Rich, ("used", Field.None)).Steps.Select(s => s.Path), Is.EqualTo(["services", "groups", "last", "review"]));

    [Test]
    public void Without_a_screener_everybody_is_asked_about_every_service() =>
        Assert.That(JourneyOf(AQuestionnaire.Rich with { Screener = null }).Services, Is.EqualTo(["wifi", "printing", "desk"]));

    [Test]
    public void Groups_known_from_the_invitation_are_asked_by_the_open_link_alone()
    {
        var booklet = Booklet.Of(AQuestionnaire.Rich);

        Assert.That(booklet.Groups(openLink: false)!.Fields.Select(f => f.Name), Is.EqualTo(["group.role"]));
        Assert.That(booklet.Groups(openLink: true)!.Fields.Select(f => f.Name), Is.EqualTo(["group.department", "group.role"]));
    }

    [Test]
    public void A_page_without_questions_is_left_out()
    {
        var questionnaire = A.Questionnaire("wifi") with { LastQuestions = [] };

        Assert.That(JourneyOf(questionnaire, ("used", "wifi")).Steps.Select(s => s.Path), Is.EqualTo(["services", "service/wifi", "review"]));
    }

    [Test]
    public void Next_and_back_walk_the_same_way()
    {
        var journey = JourneyOf(AQuestionnaire.Rich, ("used", "wifi"));

        Assert.Multiple(() =>
        {
            foreach (var (step, next) in journey.Steps.Zip(journey.Steps.Skip(1)))
            {
                Assert.That(journey.Next(step), Is.EqualTo(next));
                Assert.That(journey.Previous(next), Is.EqualTo(step));
            }
            Assert.That(journey.Previous(Step.Services), Is.EqualTo(Step.Welcome));
            Assert.That(journey.Next(Step.Review), Is.EqualTo(Step.Review));
            Assert.That(journey.Next(Step.ForService("printing")), Is.EqualTo(Step.Services), "a page that is not on the way leads to its beginning");
        });
    }

    [Test]
    public void The_random_order_is_kept_for_the_life_of_a_draft_and_differs_between_drafts()
    {
        var questionnaire = A.Questionnaire(Many) with { RandomServiceOrder = true, Screener = null };
        var orders = Enumerable.Range(0, 200).Select(seed => string.Join(',', Order(questionnaire, seed))).ToArray();

        Assert.That(string.Join(',', Order(questionnaire, 3)), Is.EqualTo(orders[3]));
        Assert.That(orders.Distinct().Count(), Is.GreaterThan(195));
        Assert.That(Order(questionnaire, 3), Is.EquivalentTo(Many));
    }

    [Test]
    public void Every_service_comes_first_about_equally_often()
    {
        var questionnaire = A.Questionnaire(Many) with { RandomServiceOrder = true, Screener = null };

        var first = Enumerable.Range(0, 2400).GroupBy(seed => Order(questionnaire, seed)[0]).Select(g => g.Count()).ToArray();

        // 200 expected, standard deviation 13.5: four of them either way.
        Assert.That(first, Has.Length.EqualTo(12).And.All.InRange(146, 254));
    }

    [Test]
    public void Ticking_one_more_service_does_not_move_the_others()
    {
        var questionnaire = A.Questionnaire(Many) with { RandomServiceOrder = true };

        var before = JourneyOf(questionnaire, ("used", "s1,s5,s9")).Services;
        var after = JourneyOf(questionnaire, ("used", "s1,s3,s5,s9")).Services;

        Assert.That(after.Where(s => s != "s3"), Is.EqualTo(before));
    }

    [Test]
    public void The_place_among_the_services_is_counted_and_minutes_fall_to_nothing()
    {
        var journey = JourneyOf(AQuestionnaire.Rich with { Minutes = 6 }, ("used", "wifi,printing,desk"));

        Assert.That(journey.ServicePosition(Step.ForService("printing")), Is.EqualTo(2));
        Assert.That(journey.ServicePosition(Step.Last), Is.Zero);
        var minutes = journey.Steps.Select(journey.MinutesLeft).ToArray();
        Assert.That(minutes, Is.Ordered.Descending);
        Assert.That((minutes[0], minutes[^1]), Is.EqualTo((6, 0)));
    }

    [Test]
    public void A_path_leads_to_its_step_and_back()
    {
        foreach (var step in new[] { Step.Welcome, Step.Services, Step.ForService("wifi"), Step.Groups, Step.Last, Step.Review, Step.Thanks })
            Assert.That(Step.At(step.Path), Is.EqualTo(step));
        Assert.That(Step.At("admin"), Is.Null);
        Assert.That(Step.At(null), Is.Null);
    }

    private static Journey JourneyOf(Questionnaire questionnaire, params (string, string)[] given) =>
        new(Booklet.Of(questionnaire), AQuestionnaire.Draft(given), openLink: false);

    private static IReadOnlyList<string> Order(Questionnaire questionnaire, int seed) => new Journey(Booklet.Of(questionnaire), DraftAnswers.New(seed), openLink: false).Services;
}
