using System.Text;
using Dapper;
using Microsoft.AspNetCore.Identity;
using SurveyHub.Features.Access;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Access;

[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class OneTimeLinksTests(TestServer server) : DatabaseTest(server)
{
    private FixedClock _clock = null!;
    private OneTimeLinks _links = null!;

    [SetUp]
    public void OpenLinks()
    {
        _clock = new(new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero));
        _links = new(Database, _clock);
    }

    [Test]
    public async Task A_link_has_128_bits_and_only_its_hash_is_stored()
    {
        var token = await NewSetUpAsync();

        Assert.That(token, Has.Length.EqualTo(22));
        var stored = await Database.ReadAsync((db, _) => db.QuerySingleAsync<byte[]>("select token_hash from account_link"));
        Assert.That(stored, Has.Length.EqualTo(32).And.Not.EqualTo(Encoding.UTF8.GetBytes(token)));
        Assert.That(await NewSetUpAsync(), Is.Not.EqualTo(token));
    }

    [Test]
    public async Task Of_many_who_use_a_link_at_once_one_gets_it()
    {
        var token = await NewSetUpAsync();

        var used = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => UseAsync(OneTimeLinks.SetUp, token))));

        Assert.That(used.Count(link => link is not null), Is.EqualTo(1));
        Assert.That(await _links.IsGoodAsync(OneTimeLinks.SetUp, token), Is.False);
    }

    [Test]
    public async Task A_link_is_good_until_its_time_is_over()
    {
        var token = await NewSetUpAsync();

        _clock.Now += OneTimeLinks.SetUpLasts - TimeSpan.FromSeconds(1);
        Assert.That(await _links.IsGoodAsync(OneTimeLinks.SetUp, token), Is.True);

        _clock.Now += TimeSpan.FromSeconds(1);
        Assert.That(await _links.IsGoodAsync(OneTimeLinks.SetUp, token), Is.False);
        Assert.That(await UseAsync(OneTimeLinks.SetUp, token), Is.Null);
    }

    [Test]
    public async Task A_new_link_puts_the_one_before_out_of_use()
    {
        var account = await AccountAsync("olga");
        var other = await NewPasswordAsync(await AccountAsync("bert"));
        var first = await NewPasswordAsync(account);
        var second = await NewPasswordAsync(account);

        Assert.That(await UseAsync(OneTimeLinks.Password, first), Is.Null);
        Assert.That((await UseAsync(OneTimeLinks.Password, second))?.AccountId, Is.EqualTo(account.AccountId));
        Assert.That(await _links.IsGoodAsync(OneTimeLinks.Password, other), Is.True, "somebody else's is not touched");
    }

    [Test]
    public async Task A_link_for_one_thing_is_no_link_for_another()
    {
        var password = await NewPasswordAsync(await AccountAsync("olga"));

        Assert.That(await UseAsync(OneTimeLinks.SetUp, password), Is.Null);
        Assert.That(await _links.IsGoodAsync(OneTimeLinks.Password, password), Is.True);
    }

    [TestCase("")]
    [TestCase("AAAAAAAAAAAAAAAAAAAAAA")]
    [TestCase("' or 1=1 --")]
    public async Task A_made_up_link_opens_nothing(string token)
    {
        await NewSetUpAsync();

        Assert.That(await _links.IsGoodAsync(OneTimeLinks.SetUp, token), Is.False);
        Assert.That(await UseAsync(OneTimeLinks.SetUp, token), Is.Null);
    }

    [Test]
    public async Task With_the_account_its_links_go()
    {
        var account = await AccountAsync("olga");
        var token = await NewPasswordAsync(account);
        await Database.WriteAsync(work => AccountStore.RemoveAsync(work, account));

        Assert.That(await UseAsync(OneTimeLinks.Password, token), Is.Null);
    }

    private Task<string> NewSetUpAsync() => Database.WriteAsync(_links.NewSetUpAsync);

    private Task<string> NewPasswordAsync(Account account) => Database.WriteAsync(work => _links.NewPasswordAsync(work, account.AccountId));

    private Task<UsedLink?> UseAsync(string kind, string token) => Database.WriteAsync(work => _links.UseAsync(work, kind, token));

    private async Task<Account> AccountAsync(string name)
    {
        var account = new Account { SignInName = name, Name = name };
        await Database.WriteAsync(work => new AccountStore(Database, new UpperInvariantLookupNormalizer()).AddAsync(work, account));
        return account;
    }
}
