using SurveyHub.Features.Responding.Answers;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Pages;

/// <summary>A bridge year as customers meet it: each is asked in one of the two wordings, and never notices the other.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class TwoWordingsTests(TestServer server) : SharedHostTest(server)
{
    private static readonly Questionnaire Bridge = AQuestionnaire.Rich with
    {
        Screener = null,
        ServiceQuestions = [A.Rating("overall"), A.Rating("fitting", "How well does it do what you need?") with { Bridge = "overall" }, .. AQuestionnaire.Rich.ServiceQuestions.Skip(1)],
        LastQuestions = [A.Rating(Questionnaire.OverallQuestion, "All in all?") with { Required = true }, A.Rating("content", "How content are you?") with { Required = true, Bridge = "overall" }, A.Comment("last")],
    };

    [Test]
    public void Half_of_all_drafts_are_in_either_words_and_stay_in_them()
    {
        var drafts = Enumerable.Range(0, 4096).Select(DraftAnswers.New).ToArray();

        Assert.That(drafts.Count(d => d.InNewWords), Is.EqualTo(2048));
        Assert.That(drafts.Take(50).Select(d => DraftAnswers.Read(d.ToJson(), 1).InNewWords), Is.EqualTo(drafts.Take(50).Select(d => d.InNewWords)));
    }

    [Test]
    public void Which_words_somebody_reads_does_not_go_with_the_order_of_the_services()
    {
        var questionnaire = Bridge with { RandomServiceOrder = true };
        var first = Enumerable.Range(0, 4000).Select(DraftAnswers.New).Where(d => d.InNewWords).GroupBy(d => new Journey(Booklet.Of(questionnaire), d, openLink: false).Services[0]).Select(g => g.Count()).ToArray();

        // 2000 over three services: 667, standard deviation 21; four of them either way.
        Assert.That(first, Has.Length.EqualTo(3).And.All.InRange(582, 752));
    }

    [Test]
    public void New_words_stand_at_the_place_of_the_old_ones_and_nothing_else_differs()
    {
        var (old, @new) = (Names(Booklet.Of(Bridge)), Names(Booklet.Of(Bridge, inNewWords: true)));

        Assert.That(old, Is.EqualTo(new[] { "wifi.overall", "wifi.reliable", "wifi.why", "wifi.comment" }));
        Assert.That(@new, Is.EqualTo(new[] { "wifi.fitting", "wifi.reliable", "wifi.why", "wifi.comment" }));
        var plain = AQuestionnaire.Rich;
        Assert.That(Booklet.Of(plain, inNewWords: true), Is.SameAs(Booklet.Of(plain)), "without a bridge there is one booklet");
    }

    [TestCase("2", true)]
    [TestCase("4", false)]
    public void A_question_for_the_dissatisfied_is_asked_whatever_words_they_were_dissatisfied_in(string answer, bool isAsked)
    {
        var page = Booklet.Of(Bridge, inNewWords: true).Page(Step.ForService("wifi"), openLink: false)!;

        Assert.That(ShownFields.Of(page, field => field == "wifi.fitting" ? answer : null)[2], Is.EqualTo(isAsked));
    }

    [Test]
    public async Task The_script_is_told_to_look_at_the_answer_in_the_words_that_are_asked()
    {
        var (link, customer) = await InNewWordsAsync(await OpenAsync(people: 30));

        Assert.That((await customer.OpenAsync($"/s/{link}/service/wifi")).Html, Does.Contain("data-if=\"every|wifi.fitting~").And.Not.Contain("wifi.overall~"));
    }

    [Test]
    public async Task Each_customer_is_asked_in_one_of_the_wordings_throughout_and_both_occur()
    {
        var edition = await OpenAsync(people: 40);
        var inNewWords = 0;
        foreach (var link in edition.Links)
        {
            var customer = Customer.Of(Host);
            var page = await customer.SendAndFollowAsync(await customer.OpenAsync($"/s/{link}"));
            var last = await customer.OpenAsync($"/s/{link}/last");
            var isNew = page.Has("wifi.fitting");
            if (isNew) inNewWords++;
            Assert.That((page.Has("wifi.overall"), last.Has("overall"), last.Has("content")), Is.EqualTo((!isNew, !isNew, isNew)));
        }
        // 20 expected, standard deviation 3.2.
        Assert.That(inNewWords, Is.InRange(3, 37));
    }

    [Test]
    public async Task What_was_asked_is_stored_and_what_was_not_has_no_row_and_is_not_missed()
    {
        var edition = await OpenAsync(people: 30);
        var (link, customer) = await InNewWordsAsync(edition);

        await customer.AnswerAndSendAsync(link, ("wifi.fitting", "4"), ("content", "5"));

        Assert.That(await edition.ResponsesAsync(), Is.EqualTo(1));
        Assert.That(await edition.StoredAsync("wifi.fitting"), Is.EqualTo(new[] { "4" }));
        Assert.That(await edition.StoredAsync("content"), Is.EqualTo(new[] { "5" }));
        Assert.That(await edition.StoredAsync("printing.fitting"), Is.EqualTo(new[] { $"{Item.Skipped}" }), "left empty");
        Assert.That(await edition.StoredAsync("wifi.overall"), Is.Empty, "not asked");
        Assert.That(await edition.StoredAsync("overall"), Is.Empty, "required, and asked in other words");
    }

    [Test]
    public async Task A_page_whose_draft_is_gone_loses_nothing_in_whatever_words_it_asked()
    {
        var edition = await OpenAsync(people: 30);
        var (link, customer) = await InNewWordsAsync(edition);
        var page = await customer.OpenAsync($"/s/{link}/service/wifi");
        await Host.Database.WriteAsync(work => work.ExecuteAsync("delete from draft where edition_id = @EditionId", new { edition.Edition.EditionId }));

        await customer.SendAsync(page, ("wifi.fitting", "2"), ("-go", "next"));

        Assert.That((await customer.OpenAsync($"/s/{link}/service/wifi")).Ticked("wifi.fitting"), Is.EqualTo(new[] { "2" }));
    }

    private Task<OpenEdition> OpenAsync(int people) => OpenEdition.InAsync(Host, Bridge with { Survey = $"s{Guid.NewGuid():N}" }, people);

    /// <summary>Of thirty customers all are asked in the old words once in a thousand million runs.</summary>
    private async Task<(string Link, Customer Customer)> InNewWordsAsync(OpenEdition edition)
    {
        foreach (var link in edition.Links)
        {
            var customer = Customer.Of(Host);
            if ((await customer.SendAndFollowAsync(await customer.OpenAsync($"/s/{link}"))).Has("wifi.fitting")) return (link, customer);
        }
        throw new InvalidOperationException("Nobody was asked in the new words.");
    }

    private static string[] Names(Booklet booklet) => [.. booklet.Page(Step.ForService("wifi"), openLink: false)!.Fields.Select(f => f.Name)];
}
