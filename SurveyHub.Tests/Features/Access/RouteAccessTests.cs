using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using SurveyHub.Features.Access;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

/// <summary>Nothing is open by accident.</summary>
public sealed class RouteAccessTests
{
    /// <summary>What somebody who is not signed in can reach, all of it. Whoever adds a line says why in the review.</summary>
    private static readonly string[] OpenToStrangers =
    [
        "/s", "/sign-in", "/set-up/{Token}", "/choose-password/{Token}", "/healthz", "/favicon.ico",
    ];

    /// <summary>The framework's own: the circuit, closed to strangers by the fallback policy; and what serves files that changed since the build.</summary>
    private static readonly string[] OfTheFramework = ["/_blazor", "/_framework", "_framework", "{**path:file}"];

    private SurveyHubHost _host = null!;

    [OneTimeSetUp]
    public async Task Start() => _host = await SurveyHubHost.StartAsync();

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public void Every_route_says_who_may_use_it()
    {
        var silent = Routes().Where(route => !IsFrameworks(route)
            && route.Metadata.GetMetadata<IAllowAnonymous>() is null
            && route.Metadata.GetOrderedMetadata<IAuthorizeData>().All(rule => rule.Policy is null));

        Assert.That(silent.Select(route => route.RoutePattern.RawText), Is.Empty);
    }

    [Test]
    public void Every_policy_a_route_names_is_one_of_ours() =>
        Assert.That(Routes().SelectMany(route => route.Metadata.GetOrderedMetadata<IAuthorizeData>()).Select(rule => rule.Policy).OfType<string>().Distinct(),
            Is.SubsetOf(Policies.All));

    [Test]
    public void Only_the_routes_listed_here_are_open_to_strangers()
    {
        var open = Routes()
            .Where(route => route.Metadata.GetMetadata<IAllowAnonymous>() is not null && route.Metadata.GetMetadata<Microsoft.AspNetCore.StaticAssets.StaticAssetDescriptor>() is null)
            .Select(route => "/" + route.RoutePattern.RawText!.TrimStart('/'));

        Assert.That(open.Where(route => !OpenToStrangers.Any(known => route == known || (known == "/s" && route.StartsWith("/s/", StringComparison.Ordinal)))), Is.Empty);
    }

    [TestCase("/")]
    [TestCase("/accounts")]
    [TestCase("/audit")]
    [TestCase("/audit.csv")]
    [TestCase("/password")]
    [TestCase("/reports/internal/2025")]
    [TestCase("/no/such/page")]
    public async Task A_stranger_is_led_to_the_sign_in_page_and_back_afterwards(string address)
    {
        using var answer = await _host.Visitor().GetAsync(new Uri(address, UriKind.Relative));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect));
        Assert.That(answer.LeadsTo(), Is.EqualTo(Urls.SignInAndReturn(address)));
    }

    [Test]
    public async Task A_stranger_cannot_open_a_circuit()
    {
        using var answer = await _host.Visitor().PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null);

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Unauthorized));
    }

    [TestCase("/accounts")]
    [TestCase("/accounts/3a7cbb1e-0000-4000-8000-000000000000")]
    [TestCase("/audit")]
    [TestCase("/audit.csv")]
    public async Task Only_an_administrator_sees_accounts_and_the_audit_log(string address)
    {
        foreach (var person in People.All.Where(person => person != People.Administrator))
        {
            var visitor = await _host.SignInAsync(person);
            using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Forbidden), person.Name);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("This is not for your role"), person.Name);
        }
    }

    [Test]
    public async Task What_is_not_there_is_not_found_by_whoever_is_signed_in()
    {
        var visitor = await _host.SignInAsync(People.Administrator);
        foreach (var address in new[] { "/no/such/page", "/accounts/3a7cbb1e-0000-4000-8000-000000000000", "/accounts/nobody", "/not-found" })
        {
            using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.NotFound), address);
            Assert.That(await answer.Content.ReadAsStringAsync(), Does.Contain("There is nothing here"), address);
        }
    }

    [Test]
    public void Every_policy_is_given_to_some_role_and_the_administrator_sees_no_answers()
    {
        Assert.That(Policies.All.Where(policy => policy != Policies.SignedIn).Select(Roles.For), Has.All.Not.Empty);
        Assert.That(Policies.All.Where(policy => Roles.For(policy)?.Contains(Roles.Administrator) == true),
            Is.EquivalentTo([Policies.ManageAccounts, Policies.ReadAudit]));
    }

    private IEnumerable<RouteEndpoint> Routes() =>
        _host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();

    private static bool IsFrameworks(RouteEndpoint route) =>
        OfTheFramework.Any(prefix => route.RoutePattern.RawText!.StartsWith(prefix, StringComparison.Ordinal));
}
