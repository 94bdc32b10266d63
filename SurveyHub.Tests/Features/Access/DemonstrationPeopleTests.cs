using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

/// <summary>People without a password are for looking around on one's own machine. Nowhere else do they exist.</summary>
public sealed class DemonstrationPeopleTests
{
    private static readonly HostSettings Development = new() { Environment = "Development" };

    private static readonly HostSettings WithoutDemonstration = Development with { Configuration = new Dictionary<string, string> { ["SurveyHub:Demonstration"] = "false" } };

    private static IEnumerable<HostSettings> Serious => [new(), new() { Environment = "Staging" }, WithoutDemonstration];

    [Test]
    public async Task In_Development_one_click_makes_anybody_of_them()
    {
        await using var host = await SurveyHubHost.StartAsync(Development);
        foreach (var person in DemonstrationAccess.People)
        {
            using var visitor = host.Visitor();
            using var answer = await ClickAsync(visitor, Urls.SignInAndReturn("/password"), person.SignInName);

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), person.Name);
            Assert.That(answer.LeadsTo(), Is.EqualTo("/password"));
            Assert.That(await visitor.ReadAsync(Urls.Home), Does.Contain(person.Name));
            Assert.That((await host.AuditAsync())[^1], Is.EqualTo($"{person.SignInName} signed in to SurveyHub"));
        }
    }

    [Test]
    public async Task The_click_must_come_from_our_own_page()
    {
        await using var host = await SurveyHubHost.StartAsync(Development);
        using var visitor = host.Visitor();

        using var answer = await visitor.PostAsync(new Uri(Urls.DemonstrationSignIn, UriKind.Relative), new FormUrlEncodedContent([new("person", "adam")]));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("Nothing was saved").And.Contain("value=\"adam\""), "the sign-in page again, with its buttons");
        Assert.That(await host.AuditAsync(), Has.None.Contain("signed in"));
    }

    [TestCase("nobody")]
    [TestCase("ada")]
    public async Task A_click_makes_nobody_but_the_demonstrations_people(string person)
    {
        await using var host = await SurveyHubHost.StartAsync(Development);
        await host.AccountOfAsync(People.Administrator);
        using var visitor = host.Visitor();

        using var answer = await ClickAsync(visitor, Urls.SignIn, person);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task Whose_account_is_locked_is_not_let_in_by_a_click_either()
    {
        await using var host = await SurveyHubHost.StartAsync(Development);
        await host.Database.WriteAsync(work => work.ExecuteAsync("update account set is_disabled = true where sign_in_name = 'clara'"));
        using var visitor = host.Visitor();

        using var answer = await ClickAsync(visitor, Urls.SignIn, "clara");

        Assert.That(answer.LeadsTo(), Is.EqualTo(Urls.SignInRefused));
        Assert.That(await visitor.ReadAsync(Urls.SignInRefused), Does.Contain("You are not signed in: the account is locked"));
        Assert.That(await host.AuditAsync(), Is.EqualTo(["clara was refused sign-in (account is locked)"]));
        using var home = await visitor.GetAsync(new Uri(Urls.Home, UriKind.Relative));
        Assert.That(home.LeadsTo(), Does.StartWith(Urls.SignIn));
    }

    [TestCaseSource(nameof(Serious))]
    public async Task Elsewhere_there_are_neither_buttons_nor_accounts_nor_an_address(HostSettings settings)
    {
        await using var host = await SurveyHubHost.StartAsync(settings);
        using var visitor = host.Visitor();

        var page = await visitor.ReadAsync(Urls.SignIn);
        using var answer = await visitor.PostAsync(new Uri(Urls.DemonstrationSignIn, UriKind.Relative), new FormUrlEncodedContent([new("person", "adam")]));

        Assert.That(DemonstrationAccess.People.Select(person => person.Name).Where(page.Contains), Is.Empty);
        Assert.That(await host.Services.GetRequiredService<AccountStore>().AllAsync(), Is.Empty);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect).Or.EqualTo(HttpStatusCode.NotFound));
        Assert.That(Routes(host), Has.None.EqualTo(Urls.DemonstrationSignIn));
    }

    [TestCaseSource(nameof(Serious))]
    public async Task A_database_that_was_tried_out_in_Development_loses_them_at_the_next_start(HostSettings settings)
    {
        await using var host = await SurveyHubHost.StartAsync(settings);
        var accounts = host.Services.GetRequiredService<AccountStore>();
        await host.Database.WriteAsync(work => accounts.AddAsync(work, new() { SignInName = "adam", Name = "Adam", IsDemonstration = true, Roles = { Roles.Administrator } }));
        using var visitor = await host.SignInAsync(new("adam", "Adam", Roles.Administrator));

        await using var console = new StringWriter();
        var start = ActivatorUtilities.CreateInstance<AccessStart>(host.Services, console);
        await start.StartingAsync(default);
        await start.StartedAsync(default);

        Assert.That(await accounts.AllAsync(), Is.Empty);
        Assert.That(console.ToString(), Does.Contain("/set-up/"), "whoever only tried it out still gets the link");
        host.Clock.Advance(CircuitAccess.Interval * 2);
        using var answer = await visitor.GetAsync(new Uri(Urls.Accounts, UriKind.Relative));
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), "and an old session opens nothing");
    }

    private static IEnumerable<string> Routes(SurveyHubHost host) =>
        host.Services.GetRequiredService<Microsoft.AspNetCore.Routing.EndpointDataSource>().Endpoints
            .OfType<Microsoft.AspNetCore.Routing.RouteEndpoint>().Select(route => route.RoutePattern.RawText!);

    private static Task<HttpResponseMessage> ClickAsync(HttpClient visitor, string page, string person) =>
        visitor.SubmitAsync(page, "olivia", ("person", person));
}
