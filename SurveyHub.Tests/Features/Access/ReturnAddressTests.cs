using System.Net;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

/// <summary>Whoever had to sign in first arrives where they wanted to go, whatever letters the address has. On the network, where a header takes ASCII only.</summary>
public sealed class ReturnAddressTests() : HostTest(new() { OnTheNetwork = true, Environment = "Development" })
{
    private const string Wanted = "/audit?who=Müller&what=größer als 5 😀";
    private const string InAscii = "/audit?who=M%C3%BCller&what=gr%C3%B6%C3%9Fer%20als%205%20%F0%9F%98%80";

    [Test]
    public async Task By_password()
    {
        await Host.AccountOfAsync(People.Owner, People.Password);

        using var answer = await Visitor.SubmitAsync(Urls.SignInAndReturn(Wanted), "sign-in", ("Name", "olga"), ("Password", People.Password));

        Assert.That((answer.StatusCode, answer.LeadsTo()), Is.EqualTo((HttpStatusCode.Redirect, InAscii)));
    }

    [Test]
    public async Task By_a_click_in_the_demonstration()
    {
        using var answer = await Visitor.SubmitAsync(Urls.SignInAndReturn(Wanted), Urls.DemonstrationSignIn.TrimStart('/'), ("person", DemonstrationAccess.People[0].SignInName));

        Assert.That((answer.StatusCode, answer.LeadsTo()), Is.EqualTo((HttpStatusCode.Redirect, InAscii)));
    }
}
