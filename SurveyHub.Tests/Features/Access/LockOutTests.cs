using System.Buffers.Binary;
using System.Net;
using System.Security.Claims;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SurveyHub.Features.Access;
using SurveyHub.Features.Access.Accounts;
using SurveyHub.Features.Access.SigningIn;
using SurveyHub.Shell;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

/// <summary>Too many wrong passwords lock an account for a while, by the product's own clock.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class LockOutTests(TestServer server) : HostTest(new() { Server = server, Instead = services => services.AddSingleton<IPasswordHasher<Account>, CountingHasher>() })
{
    [SetUp]
    public Task MakeAccount() => Host.AccountOfAsync(People.Owner, People.Password);

    [Test]
    public async Task After_five_wrong_passwords_the_right_one_is_refused_for_a_quarter_of_an_hour_and_then_opens_again()
    {
        await GuessAsync("olga", AccessFeature.WrongPasswordsUntilLocked);

        Assert.That(await OpensAsync(), Is.False);
        Assert.That((await Host.AuditAsync())[^1], Is.EqualTo("olga was refused sign-in (too many wrong passwords)"));
        Host.Clock.Advance(AccessFeature.LockedFor - TimeSpan.FromSeconds(1));
        Assert.That(await OpensAsync(), Is.False, "a second before the time is over");
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await OpensAsync(), Is.True, "afterwards");
    }

    [Test]
    public async Task Four_wrong_passwords_lock_nobody_and_after_the_time_the_count_begins_anew()
    {
        await GuessAsync("olga", AccessFeature.WrongPasswordsUntilLocked);
        Host.Clock.Advance(AccessFeature.LockedFor);

        await GuessAsync("olga", AccessFeature.WrongPasswordsUntilLocked - 1);

        Assert.That(await OpensAsync(), Is.True);
    }

    [Test]
    public async Task Guesses_while_it_is_locked_do_not_prolong_it()
    {
        await GuessAsync("olga", AccessFeature.WrongPasswordsUntilLocked);
        Host.Clock.Advance(TimeSpan.FromMinutes(10));
        await GuessAsync("olga", AccessFeature.WrongPasswordsUntilLocked);
        Host.Clock.Advance(TimeSpan.FromMinutes(5));

        Assert.That(await OpensAsync(), Is.True);
    }

    [Test]
    public async Task A_guess_that_is_looked_at_while_an_administrator_locks_the_account_does_not_unlock_it()
    {
        await Host.WithAsync(async (UserManager<Account> users) =>
        {
            var read = (await users.FindByNameAsync("olga"))!;
            await Host.WithAsync((ChangeAccount change) => change.LockAsync(Administrator, read.AccountId));
            await users.AccessFailedAsync(read);
        });

        Assert.That((await AccountAsync()).IsDisabled, Is.True);
    }

    [Test]
    public async Task Guesses_that_arrive_together_do_not_undo_the_lock_that_they_bring()
    {
        await Host.WithAsync(async (UserManager<Account> users) =>
        {
            var guesses = new List<Account>();
            for (var n = 0; n < AccessFeature.WrongPasswordsUntilLocked + 3; n++) guesses.Add((await users.FindByNameAsync("olga"))!);
            foreach (var read in guesses) await users.AccessFailedAsync(read);
        });

        Assert.That((await AccountAsync()).LockedUntil, Is.EqualTo(Host.Clock.GetUtcNow() + AccessFeature.LockedFor));
        Assert.That(await OpensAsync(), Is.False);
    }

    [Test]
    public async Task A_name_that_nobody_has_is_not_kept()
    {
        await GuessAsync("seven brown birds", 1);

        Assert.That((await Host.AuditAsync())[^1], Is.EqualTo("somebody was refused sign-in (no such name)"));
    }

    [Test]
    public async Task The_refusal_says_how_long_to_wait_and_is_the_same_for_a_name_that_nobody_has()
    {
        await GuessAsync("olga", AccessFeature.WrongPasswordsUntilLocked);
        await GuessAsync("oscar", AccessFeature.WrongPasswordsUntilLocked);

        var (locked, nobody) = (await RefusalAsync("olga"), await RefusalAsync("oscar"));

        Assert.That(locked, Does.Contain("do not belong together").And.Contain("wait 15 minutes"));
        Assert.That(locked, Is.EqualTo(nobody));
    }

    [Test]
    public async Task A_locked_name_and_one_that_nobody_has_cost_as_much_work_to_refuse_as_a_wrong_password()
    {
        var wrong = await WorkOfAsync("olga");
        var nobody = await WorkOfAsync("oscar");
        await GuessAsync("olga", AccessFeature.WrongPasswordsUntilLocked);

        Assert.That(wrong, Is.EqualTo(new[] { Host.Services.GetRequiredService<IOptions<PasswordHasherOptions>>().Value.IterationCount }), "one password is looked at, with all rounds of hashing");
        Assert.That(nobody, Is.EqualTo(wrong));
        Assert.That(await WorkOfAsync("olga"), Is.EqualTo(wrong), "locked");
    }

    [Test]
    public async Task The_statement_in_the_operations_guide_lets_the_only_administrator_in_again()
    {
        await GuessAsync("olga", AccessFeature.WrongPasswordsUntilLocked);
        Assert.That(await OpensAsync(), Is.False);
        var guide = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "operations.md"));

        await Host.Database.WriteAsync(work => work.ExecuteAsync(Regex.Match(guide, "update account set .*?(?=\")").Value));

        Assert.That(await OpensAsync(), Is.True);
    }

    /// <summary>The rounds of hashing that a refusal takes, for each password that is looked at.</summary>
    private async Task<int[]> WorkOfAsync(string name)
    {
        var hasher = (CountingHasher)Host.Services.GetRequiredService<IPasswordHasher<Account>>();
        hasher.Verified.Clear();
        Assert.That(await Host.WithAsync((SignInStaff signIn) => signIn.ExecuteAsync(name, "a wrong password")), Is.False);
        return [.. hasher.Verified];
    }

    private static ClaimsPrincipal Administrator { get; } = new(new ClaimsIdentity([new(ClaimTypes.Name, "ada")], "test"));

    private async Task<Account> AccountAsync() => (await Host.WithAsync((AccountStore accounts) => accounts.FindByNameAsync("olga")))!;

    private async Task GuessAsync(string name, int times)
    {
        for (var n = 0; n < times; n++) (await SignInAsync(name, $"guess number {n}")).Dispose();
    }

    private async Task<bool> OpensAsync()
    {
        using var answer = await SignInAsync("olga", People.Password);
        return answer.StatusCode == HttpStatusCode.Redirect;
    }

    /// <summary>The page without what differs on every page anyway: the name that was typed, and tokens.</summary>
    private async Task<string> RefusalAsync(string name)
    {
        using var answer = await SignInAsync(name, People.Password);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity));
        return Regex.Replace(await answer.Content.ReadAsStringAsync(), $"value=\"{name}\"|value=\"CfDJ8[^\"]+\"|<!--Blazor-Server-Component-State:.*?-->", "");
    }

    private Task<HttpResponseMessage> SignInAsync(string name, string password) =>
        Visitor.SubmitAsync(Urls.SignIn, "sign-in", ("Name", name), ("Password", password));

    /// <summary>The product's own, which remembers how many rounds each password that it looked at took.</summary>
    private sealed class CountingHasher(IOptions<PasswordHasherOptions> options) : PasswordHasher<Account>(options)
    {
        public List<int> Verified { get; } = [];

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            // The framework's format: a mark, the kind of hash, then the rounds.
            Verified.Add(BinaryPrimitives.ReadInt32BigEndian(Convert.FromBase64String(hashedPassword).AsSpan(5)));
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }
}
