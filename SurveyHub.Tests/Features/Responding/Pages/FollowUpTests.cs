using System.Net;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Pages;

/// <summary>What an answer on the same page brings up is shown once before the way goes on, whatever shows and hides in the browser.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class FollowUpTests(TestServer server) : OneCustomerTest(server)
{
    private static readonly ShowRule IfMany = AQuestionnaire.Rule(new ShowCondition("hours", ShowOperator.AtLeast, "3"));

    [Test]
    public async Task A_question_that_came_up_is_shown_before_the_way_goes_on_and_no_second_time()
    {
        var (customer, last) = await AtTheLastQuestionsAsync(A.Comment("why") with { Text = A.Text("Why so many?"), ShowIf = IfMany });

        var more = await customer.SendAndFollowAsync(last, ("overall", "4"), ("hours", "5"), ("-go", "next"));
        Assert.That((more.Status, more.Has("why")), Is.EqualTo((HttpStatusCode.OK, true)));
        // A browser that thinks otherwise of the number hides and disables the question again, and sends nothing of it.
        var on = await customer.PostAsync(more.Action, more.Fill([("-go", "next")]).Where(f => f is not ("why", _) and not ("-on", "why")));

        Assert.That(on.Location, Does.EndWith("/review"));
    }

    [Test]
    public async Task Information_that_came_up_holds_nobody_up()
    {
        var (customer, last) = await AtTheLastQuestionsAsync(new Question { Key = "sorry", Kind = QuestionKind.Information, Text = A.Text("We are sorry."), ShowIf = IfMany });

        var more = await customer.SendAndFollowAsync(last, ("overall", "4"), ("hours", "5"), ("-go", "next"));
        Assert.That(more.Text, Does.Contain("We are sorry."));

        Assert.That((await customer.SendAsync(more, ("-go", "next"))).Location, Does.EndWith("/review"));
    }

    [Test]
    public async Task What_comes_up_by_a_question_that_came_up_is_shown_too()
    {
        var (customer, last) = await AtTheLastQuestionsAsync(
            new Question { Key = "days", Kind = QuestionKind.Number, Text = A.Text("On how many days?"), ShowIf = IfMany },
            A.Comment("why") with { ShowIf = AQuestionnaire.Rule(new ShowCondition("days", ShowOperator.AtLeast, "2")) });

        var more = await customer.SendAndFollowAsync(last, ("overall", "4"), ("hours", "5"), ("-go", "next"));
        var still = await customer.SendAndFollowAsync(more, ("days", "3"), ("-go", "next"));
        Assert.That((still.Status, still.Has("why")), Is.EqualTo((HttpStatusCode.OK, true)));

        Assert.That((await customer.SendAsync(still, ("why", "Moving house"), ("-go", "next"))).Location, Does.EndWith("/review"));
    }

    private async Task<(Customer Customer, SeenPage Last)> AtTheLastQuestionsAsync(params Question[] more)
    {
        var edition = await OpenEdition.InAsync(Host, AQuestionnaire.Rich with { Survey = $"s{Guid.NewGuid():N}", LastQuestions = [.. AQuestionnaire.Rich.LastQuestions, .. more] });
        var customer = Customer.Of(Host);
        await customer.SendAndFollowAsync(await customer.OpenAsync($"/s/{edition.Link}"));
        return (customer, await customer.OpenAsync($"/s/{edition.Link}/last"));
    }
}
