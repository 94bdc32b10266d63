using System.Net;
using Microsoft.AspNetCore.Components.Endpoints;
using Microsoft.AspNetCore.Routing;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Shell.Walking;

/// <summary>A form that was open for too long is not carried out, and nothing that was typed into it is lost.</summary>
public sealed class StaleFormTests
{
    private const string TooOld = "Nothing was saved: this page was too old";

    private FurnishedHost _house = null!;
    private HttpClient _eve = null!;

    [OneTimeSetUp]
    public async Task Start()
    {
        _house = await FurnishedHost.StartAsync();
        _eve = await _house.Host.SignInAsync(FurnishedHost.Everybody);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        _eve.Dispose();
        await _house.DisposeAsync();
    }

    [TestCase("another person's")]
    [TestCase("of keys that are lost")]
    [TestCase("none at all")]
    public async Task Every_form_comes_back_with_what_was_typed_and_says_that_nothing_was_saved(string token)
    {
        using var sam = await _house.Host.SignInAsync(FurnishedHost.SomebodyElse);
        var before = await _house.Host.AuditAsync();
        var sent = 0;
        foreach (var (address, form) in await FormsAsync(sam))
        {
            var stale = token switch { "another person's" => form.Fields.First(f => f.Name == "__RequestVerificationToken").Value, "none at all" => "", _ => "CfDJ8Lost" };
            using var answer = await _eve.PostAsync(new Uri(form.Action, UriKind.Relative), form.Filled(stale));
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            var name = $"{form.Action} \"{form.Handler}\" of {address}";

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.UnprocessableEntity), name);
            Assert.That(page, Does.Contain(form.Action == Urls.SignIn ? "open for too long" : TooOld).And.Contain("<h1").And.Not.Contain("typed secret"), name);
            var again = PageForm.In(page, address).FirstOrDefault(form.IsSame);
            Assert.That(again, Is.Not.Null, $"{name} is not on the page that came back");
            Assert.That(again!.Fields.Where(f => f.IsTheirs).Select(f => (f.Name, Kept: f.Kind == "checkbox" ? f.IsTicked : f.Value == f.Typed)), Has.All.Matches<(string, bool Kept)>(f => f.Kept), name);
            sent++;
        }

        Assert.That(sent, Is.GreaterThan(25));
        Assert.That(await _house.Host.AuditAsync(), Is.EqualTo(before), "nothing was done");
    }

    [Test]
    public async Task The_form_that_came_back_can_be_sent_again()
    {
        using var forged = new FormUrlEncodedContent([new("_handler", "add-account"), new("name", "Nora"), new("sign-in-name", "nora")]);
        using var stale = await _eve.PostAsync(new Uri(Urls.Accounts, UriKind.Relative), forged);

        using var again = await _eve.SubmitAsync(await stale.Content.ReadAsStringAsync(), Urls.Accounts, "add-account", ("name", "Nora"), ("sign-in-name", "nora"), ("roles", "cio"));

        Assert.That(again.StatusCode, Is.EqualTo(HttpStatusCode.OK), await again.Content.ReadAsStringAsync());
        Assert.That(await _house.Host.AuditAsync(), Has.Some.Contains("nora"));
    }

    [Test]
    public async Task Every_address_that_takes_posts_answers_in_words()
    {
        var addresses = _house.StaffRoutes.Where(TakesPosts).SelectMany(_house.AddressesOf).ToList();
        Assert.That(addresses, Has.Count.GreaterThan(20));
        foreach (var address in addresses)
        {
            using var nothing = new FormUrlEncodedContent([]);
            using var answer = await _eve.PostAsync(new Uri(address, UriKind.Relative), nothing);
            var page = await answer.Content.ReadAsStringAsync();

            Assert.That((int)answer.StatusCode, Is.EqualTo(422).Or.EqualTo(404).Or.EqualTo(410).Or.EqualTo(400), address);
            Assert.That(page, Does.Contain("<h1").And.Contain("</html>"), address);
            if (answer.StatusCode == HttpStatusCode.BadRequest) Assert.That(address, Is.EqualTo(Urls.SignIn), "only the sign-in page looks at its token itself");
        }
    }

    [Test]
    public async Task Whose_session_has_ended_signs_in_reads_that_nothing_was_saved_and_is_back_at_the_page()
    {
        using var stranger = _house.Host.Visitor();
        foreach (var (address, form) in (await FormsAsync(_eve)).Where(f => !IsOpenToStrangers(f.Form.Action)))
        {
            using var answer = await stranger.PostAsync(new Uri(form.Action, UriKind.Relative), form.Filled("any"));
            var signIn = answer.LeadsTo() ?? "";
            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.Redirect), form.Action);
            Assert.That(signIn, Does.StartWith(Urls.SignIn).And.EndWith("&unsaved=true"), form.Action);
            Assert.That(await stranger.ReadAsync(signIn), Does.Contain("Nothing was saved: your session had ended"));

            var back = Uri.UnescapeDataString(signIn.Split("returnUrl=")[1].Split('&')[0]);
            var page = await _eve.ReadAsync(back);
            Assert.That(PageForm.In(page, back).Any(form.IsSame), Is.True, $"{form.Action} of {address} leads back to {back}, where the form is not");
        }
    }

    [Test]
    public async Task Looking_at_a_page_without_a_session_says_nothing_of_saving()
    {
        using var answer = await _house.Host.Visitor().GetAsync(new Uri(Urls.Accounts, UriKind.Relative));

        Assert.That(answer.LeadsTo(), Is.EqualTo(Urls.SignInAndReturn(Urls.Accounts)));
        Assert.That(await _house.Host.Visitor().ReadAsync(answer.LeadsTo()!), Does.Not.Contain("Nothing was saved"));
    }

    [Test]
    public async Task An_edition_that_is_not_there_is_not_found_by_a_stale_form_either()
    {
        using var form = new FormUrlEncodedContent([new("_handler", "edition")]);
        using var page = await _eve.PostAsync(new Uri(Urls.CloseEdition("house", 1999), UriKind.Relative), form);
        using var file = await _eve.PostAsync(new Uri(Urls.PeopleLinks("house", 1999), UriKind.Relative), form);

        Assert.That((page.StatusCode, file.StatusCode), Is.EqualTo((HttpStatusCode.NotFound, HttpStatusCode.NotFound)));
    }

    /// <summary>Every form on every page, each once.</summary>
    private async Task<IReadOnlyList<(string Address, PageForm Form)>> FormsAsync(HttpClient reader)
    {
        List<(string Address, PageForm Form)> found = [];
        foreach (var address in _house.StaffRoutes.Where(route => TakesGets(route) && IsPage(route)).SelectMany(_house.AddressesOf).Append($"{Urls.FindPeople("house", 2026)}?q=ann"))
            foreach (var form in PageForm.In(await reader.ReadAsync(address), address).Where(form => !found.Any(known => known.Form.IsSame(form))))
                found.Add((address, form));
        var posts = _house.StaffRoutes.Where(route => TakesPosts(route) && !IsPage(route)).SelectMany(_house.AddressesOf).Where(a => a.Contains("2026", StringComparison.Ordinal) || !a.Contains("/20", StringComparison.Ordinal));
        Assert.That(posts.Except(found.Select(f => f.Form.Action)), Is.Empty, "an address that takes posts and no form of which was found");
        return found;
    }

    private static bool IsPage(RouteEndpoint route) => route.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static bool TakesPosts(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("POST") is true;

    private static bool TakesGets(RouteEndpoint route) => route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains("GET") is true;

    private static bool IsOpenToStrangers(string action) => action.StartsWith(Urls.SignIn, StringComparison.Ordinal) || action.StartsWith("/choose-password", StringComparison.Ordinal);
}
