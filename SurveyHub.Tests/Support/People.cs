using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SurveyHub.Features.Access;

namespace SurveyHub.Tests.Support;

/// <summary>The staff of the tests, one for each role. A test of a route names who may and who may not.</summary>
public sealed record Person(string SignInName, string Name, params string[] Roles)
{
    public override string ToString() => Name;
}

public static class People
{
    /// <summary>Good enough for the rules, where a test gives one at all.</summary>
    public const string Password = "seven brown bears";

    public static Person Owner { get; } = new("olga", "Olga the owner", Roles.Owner);
    public static Person Cio { get; } = new("carl", "Carl the CIO", Roles.Cio);
    public static Person Analyst { get; } = new("anna", "Anna the analyst", Roles.Analyst);
    public static Person ServiceOwner { get; } = new("sven", "Sven the service owner", Roles.ServiceOwner);
    public static Person Administrator { get; } = new("ada", "Ada the administrator", Roles.Administrator);

    public static IReadOnlyList<Person> All { get; } = [Owner, Cio, Analyst, ServiceOwner, Administrator];

    /// <summary>
    /// The person's browser, signed in: with the very session that the sign-in page would have made,
    /// without the tenth of a second that checking a password takes on purpose.
    /// </summary>
    public static async Task<HttpClient> SignInAsync(this SurveyHubHost host, Person person)
    {
        var visitor = host.Visitor();
        visitor.DefaultRequestHeaders.Add("Cookie", await host.SessionOfAsync(person));
        return visitor;
    }

    /// <summary>The session as <c>name=value</c>, for a browser that is not an <see cref="HttpClient"/>.</summary>
    public static async Task<string> SessionOfAsync(this SurveyHubHost host, Person person)
    {
        var principal = await host.WithAsync(async (SignInManager<Account> signIn) =>
            await signIn.CreateUserPrincipalAsync(await host.AccountOfAsync(person)));
        // Who has just signed in carries the time at which they did; the session is checked against it.
        var ticket = new AuthenticationTicket(principal, new() { IssuedUtc = host.Clock.Now, ExpiresUtc = host.Clock.Now.AddHours(8) }, IdentityConstants.ApplicationScheme);
        var cookie = host.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        return $"{cookie.Cookie.Name}={cookie.TicketDataFormat.Protect(ticket)}";
    }

    /// <summary>The person's account, made when it is first asked for; with a password when one is given.</summary>
    public static async Task<Account> AccountOfAsync(this SurveyHubHost host, Person person, string? password = null)
    {
        var accounts = host.Services.GetRequiredService<AccountStore>();
        if (await accounts.FindByNameAsync(person.SignInName) is { } known) return known;

        var account = new Account { SignInName = person.SignInName, Name = person.Name, CreatedOn = DateOnly.FromDateTime(host.Clock.Now.Date) };
        account.Roles.UnionWith(person.Roles);
        // Whoever is not asked for a password has one all the same: an account without is not a whole one.
        account.PasswordHash = password is null ? "none that anybody could type" : await HashAsync(host, account, password);
        await host.Database.WriteAsync(work => accounts.AddAsync(work, account));
        return account;
    }

    private static Task<string> HashAsync(SurveyHubHost host, Account account, string password) =>
        host.WithAsync((IPasswordHasher<Account> hasher) => Task.FromResult(hasher.HashPassword(account, password)));
}
