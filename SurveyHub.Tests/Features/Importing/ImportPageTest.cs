using System.Net;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>What tests of the import's pages have in common: the product, and its owner signed in.</summary>
public abstract class ImportPageTest : HostTest
{
    protected const string Mapping = ImportFolder.Survey + "values: { cannot_judge: [X] }";
    protected const string History = "survey,year,n_responses,service_code,n_valid,favourable_count,comparable\ninternal-services,2015,40,printing,40,30,no\n";

    protected HttpClient Owner => Visitor;

    protected override Task<HttpClient> ComeAsync() => Host.SignInAsync(People.Owner);

    protected static async Task AssertRefusedAsync(Task<HttpResponseMessage> sent, HttpStatusCode status, string words)
    {
        using var answer = await sent;
        Assert.That(answer.StatusCode, Is.EqualTo(status));
        Assert.That(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), Does.Contain(words));
    }

    protected static async Task<string> PreviewAsync(Task<HttpResponseMessage> sent)
    {
        using var answer = await sent;
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        return answer.Headers.Location!.ToString();
    }
}
