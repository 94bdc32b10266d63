using Microsoft.AspNetCore.Routing;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell.Walking;

/// <summary>The policy that every page is sent with would refuse scripts and styles that stand in the page itself.</summary>
public sealed class PolicyTests
{
    [Test]
    public async Task No_page_has_a_script_or_a_style_that_the_policy_would_refuse()
    {
        await using var house = await FurnishedHost.StartAsync();
        using var eve = await house.Host.SignInAsync(FurnishedHost.Everybody);
        var pages = 0;
        foreach (var address in house.Routes.Where(TakesGets).SelectMany(house.AddressesOf).Append("/no/such/page"))
        {
            using var answer = await eve.GetAsync(new Uri(address, UriKind.Relative));
            if (answer.Content.Headers.ContentType?.MediaType != "text/html") continue;
            var html = await answer.Content.ReadAsStringAsync();

            Assert.That(html, Does.Not.Match("<script(?![^>]*\\bsrc=)").And.Not.Match("<style").And.Not.Match("<[^>]*\\son[a-z]+=").And.Not.Match("<[^>]*\\sstyle="), address);
            pages++;
        }
        Assert.That(pages, Is.GreaterThan(40));
    }

    private static bool TakesGets(RouteEndpoint route) => route.Metadata.GetMetadata<HttpMethodMetadata>() is not { } methods || methods.HttpMethods.Contains("GET");
}
