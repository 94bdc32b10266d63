using Microsoft.AspNetCore.Identity;
using SurveyHub.Features.Access;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

/// <summary>What ASP.NET Core Identity expects of a store, on both databases.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class AccountStoreTests(TestServer server) : DatabaseTest(server)
{
    private AccountStore _accounts = null!;
    private AccountIdentityStore _store = null!;

    [SetUp]
    public void OpenStore()
    {
        _accounts = new(Database, new UpperInvariantLookupNormalizer());
        _store = new(Database, _accounts);
    }

    [TearDown]
    public void CloseStore() => _store.Dispose();

    [Test]
    public async Task An_account_comes_back_as_it_was_stored()
    {
        var stored = await StoreAsync("olga@example.org", Roles.Owner, Roles.Administrator);

        var found = await _store.FindByIdAsync(stored.AccountId.ToString(), default);

        Assert.That(found, Is.Not.Null);
        Assert.That(found!.SignInName, Is.EqualTo("olga@example.org"));
        Assert.That(found.Name, Is.EqualTo(stored.Name));
        Assert.That(found.PasswordHash, Is.EqualTo(stored.PasswordHash));
        Assert.That(found.SecurityStamp, Is.EqualTo(stored.SecurityStamp));
        Assert.That(found.CreatedOn, Is.EqualTo(stored.CreatedOn));
        Assert.That(found.Roles, Is.EquivalentTo([Roles.Owner, Roles.Administrator]));
        Assert.That((found.LockedUntil, found.FailedCount, found.IsDisabled, found.IsDemonstration), Is.EqualTo(((DateTimeOffset?)null, 0, false, false)));
    }

    [TestCase("OLGA@example.org")]
    [TestCase("olga@EXAMPLE.org")]
    public async Task A_sign_in_name_is_found_whatever_its_case(string typed)
    {
        await StoreAsync("olga@example.org");

        Assert.That((await _store.FindByNameAsync(typed, default))?.SignInName, Is.EqualTo("olga@example.org"));
    }

    [Test]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.That(await _store.FindByIdAsync(Guid.NewGuid().ToString(), default), Is.Null);
        Assert.That(await _store.FindByIdAsync("no number at all", default), Is.Null);
        Assert.That(await _store.FindByNameAsync("nobody", default), Is.Null);
    }

    [Test]
    public async Task A_sign_in_name_is_given_once_whatever_its_case()
    {
        await StoreAsync("olga");
        var second = await _store.CreateAsync(new() { SignInName = "OLGA", Name = "Another" }, default);

        Assert.That(second.Succeeded, Is.False);
        Assert.That(second.Errors.Single().Code, Is.EqualTo(nameof(IdentityErrorDescriber.DuplicateUserName)));
        Assert.That(await _accounts.AllAsync(), Has.Count.EqualTo(1));
    }

    [Test]
    public async Task Changes_are_stored_by_an_update_and_not_before()
    {
        var account = await StoreAsync("olga", Roles.Owner);
        var until = new DateTimeOffset(2026, 11, 2, 9, 15, 0, TimeSpan.Zero);
        await _store.SetPasswordHashAsync(account, "another hash", default);
        await _store.SetLockoutEndDateAsync(account, until, default);
        await _store.AddToRoleAsync(account, "ANALYST", default);
        await _store.RemoveFromRoleAsync(account, "OWNER", default);

        Assert.That((await FindAsync(account)).PasswordHash, Is.Not.EqualTo("another hash"));
        Assert.That((await FindAsync(account)).LockedUntil, Is.EqualTo(until), "this one at once");
        Assert.That((await _store.UpdateAsync(account, default)).Succeeded, Is.True);

        var found = await FindAsync(account);
        Assert.That((found.PasswordHash, found.LockedUntil), Is.EqualTo(("another hash", until)));
        Assert.That(await _store.GetRolesAsync(found, default), Is.EqualTo([Roles.Analyst]));
        Assert.That(await _store.IsInRoleAsync(found, "ANALYST", default), Is.True);
        Assert.That((await _store.GetUsersInRoleAsync("ANALYST", default)).Select(user => user.SignInName), Is.EqualTo(["olga"]));
    }

    [Test]
    public async Task Who_read_an_account_before_it_was_locked_cannot_undo_the_lock()
    {
        var stale = await FindAsync(await StoreAsync("olga", Roles.Owner));
        await Database.WriteAsync(work => AccountStore.LockAsync(work, Changed(stale, account => account.IsDisabled = true)));

        var update = await _store.UpdateAsync(stale, default);

        Assert.That(update.Errors.Single().Code, Is.EqualTo(nameof(IdentityErrorDescriber.ConcurrencyFailure)));
        Assert.That((await FindAsync(stale)).IsDisabled, Is.True);
    }

    [Test]
    public async Task Roles_taken_away_and_a_new_password_at_the_same_time_both_count()
    {
        var read = await FindAsync(await StoreAsync("olga", Roles.Owner, Roles.Administrator));
        var stale = await FindAsync(read);
        await Database.WriteAsync(work => AccountStore.SetPasswordAsync(work, read.AccountId, "a newer hash"));
        await Database.WriteAsync(work => AccountStore.ChangeRolesAsync(work, Changed(read, account => account.Roles.Remove(Roles.Administrator))));

        Assert.That((await _store.UpdateAsync(stale, default)).Succeeded, Is.False);
        var found = await FindAsync(read);
        Assert.That((found.PasswordHash, found.Roles), Is.EqualTo(("a newer hash", new[] { Roles.Owner })));
    }

    [Test]
    public async Task Updating_an_account_that_is_gone_fails()
    {
        var account = await StoreAsync("olga", Roles.Owner);
        await _store.DeleteAsync(account, default);

        Assert.That((await _store.UpdateAsync(account, default)).Succeeded, Is.False);
        Assert.That(await _accounts.AllAsync(), Is.Empty);
    }

    [Test]
    public async Task Wrong_passwords_that_arrive_together_all_count()
    {
        var account = await StoreAsync("olga");

        var counts = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await _store.IncrementAccessFailedCountAsync(await FindAsync(account), default))));

        Assert.That(counts, Is.EquivalentTo(Enumerable.Range(1, 8)));
        Assert.That((await FindAsync(account)).FailedCount, Is.EqualTo(8));

        await _store.UpdateAsync(account, default);
        Assert.That((await FindAsync(account)).FailedCount, Is.EqualTo(8), "an update of somebody who read the account before does not set it back");

        await _store.ResetAccessFailedCountAsync(account, default);
        Assert.That((await FindAsync(account)).FailedCount, Is.Zero);
    }

    [Test]
    public void A_role_that_does_not_exist_is_an_error_of_ours() =>
        Assert.That(() => _store.AddToRoleAsync(new(), "emperor", default), Throws.InvalidOperationException);

    [Test]
    public async Task The_demonstrations_people_are_not_somebody()
    {
        Assert.That(await _accounts.AnybodyAsync(), Is.False);
        await Database.WriteAsync(work => _accounts.AddAsync(work, new() { SignInName = "clara", Name = "Clara", IsDemonstration = true }));
        Assert.That(await _accounts.AnybodyAsync(), Is.False);
        await StoreAsync("olga");
        Assert.That(await _accounts.AnybodyAsync(), Is.True);
    }

    [Test]
    public async Task Only_an_administrator_who_could_sign_in_counts_as_another_one()
    {
        var ada = await StoreAsync("ada", Roles.Administrator);
        await StoreAsync("bert", Roles.Owner);
        var cora = await StoreAsync("cora", Roles.Administrator);
        cora.IsDisabled = true;
        await Database.WriteAsync(work => AccountStore.LockAsync(work, cora));
        var dora = await StoreAsync("dora", Roles.Administrator);
        dora.PasswordHash = null;
        await _store.UpdateAsync(dora, default);

        var others = await Database.WriteAsync(work => AccountStore.OtherAdministratorsAsync(work, ada.AccountId));
        Assert.That(others, Is.Zero);

        await StoreAsync("emil", Roles.Administrator);
        others = await Database.WriteAsync(work => AccountStore.OtherAdministratorsAsync(work, ada.AccountId));
        Assert.That(others, Is.EqualTo(1));
    }

    /// <summary>As an administrator's form changes it: read anew, with another stamp.</summary>
    private static Account Changed(Account account, Action<Account> change)
    {
        var changed = new Account { AccountId = account.AccountId, SignInName = account.SignInName, SecurityStamp = Account.NewStamp() };
        changed.Roles.UnionWith(account.Roles);
        change(changed);
        return changed;
    }

    private async Task<Account> FindAsync(Account account) => (await _store.FindByIdAsync(account.AccountId.ToString(), default))!;

    private async Task<Account> StoreAsync(string signInName, params string[] roles)
    {
        var account = new Account { SignInName = signInName, Name = $"Somebody called {signInName}", PasswordHash = "a hash", CreatedOn = new(2026, 11, 2) };
        account.Roles.UnionWith(roles);
        Assert.That((await _store.CreateAsync(account, default)).Succeeded, Is.True);
        return account;
    }
}
