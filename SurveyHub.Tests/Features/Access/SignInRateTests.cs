using System.Net;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

public sealed class SignInRateTests
{
    [Test]
    public async Task Somebody_who_tries_too_often_is_told_to_wait_and_looking_at_the_page_is_no_attempt()
    {
        await using var host = await SurveyHubHost.StartAsync(new() { Configuration = new Dictionary<string, string> { ["SurveyHub:SignInsPerMinute"] = "3" } });
        await host.AccountOfAsync(People.Owner);
        using var visitor = host.Visitor();

        List<HttpStatusCode> answers = [];
        for (var attempt = 0; attempt < 4; attempt++)
        {
            using var answer = await visitor.SubmitAsync(Urls.SignIn, "sign-in", ("Name", "nobody"), ("Password", "guess"));
            answers.Add(answer.StatusCode);
            if (attempt == 3) Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Too many attempts").And.Contain("Wait a minute"));
        }

        Assert.That(answers, Is.EqualTo([HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.UnprocessableEntity, HttpStatusCode.TooManyRequests]));
    }
}
