using System.Text;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>The list as it is before any connection stands, and for whoever has none: tables, forms and addresses.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class PeopleListPageTests(TestServer server) : HostTest(new() { Server = server })
{
    private const string Page = OwnersBrowser.PeoplePage + "/find";

    private OwnersBrowser _owner = null!;

    [SetUp]
    public async Task SaveAList()
    {
        await OwnersBrowser.OpenEditionAsync(Host);
        _owner = await OwnersBrowser.AtAsync(Host);
        var file = new StringBuilder("address,name,language,department,role\n");
        for (var n = 0; n < 60; n++) file.Append(System.Globalization.CultureInfo.InvariantCulture, $"p{n:00}@x.example,Person {n:00},{(n % 2 == 0 ? "de" : "en")},{(n < 3 ? "chapel" : "surgery")},nurse\n");
        await _owner.SaveAsync(file.ToString());
    }

    [Test]
    public async Task Without_script_the_first_page_is_there_and_the_next_is_a_link()
    {
        var first = await _owner.ReadAsync(Page);
        var second = await _owner.ReadAsync(Page + "?page=2");

        Assert.That(first, Does.Contain("p49@x.example").And.Not.Contain("p50@x.example").And.Contain("Page 1 of 2 · 60 people").And.Contain($"href=\"{Page}?page=2\""));
        Assert.That(second, Does.Contain("p50@x.example").And.Not.Contain("p49@x.example").And.Contain("Page 2 of 2").And.Contain($"href=\"{Page}\""));
        Assert.That(first, Does.Not.Contain("rz-"), "nothing that needs a script stands there yet");
    }

    [Test]
    public async Task The_form_is_filled_in_as_the_address_says_and_its_answer_is_an_address()
    {
        var html = await _owner.ReadAsync(Page + "?q=person&language=de&group.department=chapel&sort=-name");

        Assert.That(html, Does.Match("<form[^>]*method=\"get\"[^>]*action=\"[^\"]*/people/find\""));
        Assert.That(html, Does.Match("name=\"q\"[^>]*value=\"person\""));
        Assert.That(html, Does.Match("<option value=\"de\" selected[^>]*>German<").And.Match("<option value=\"chapel\" selected[^>]*>Chaplaincy<").And.Match("<option value=\"-name\" selected"));
        Assert.That(html.IndexOf("p02@", StringComparison.Ordinal), Is.LessThan(html.IndexOf("p00@", StringComparison.Ordinal)).And.Positive);
        Assert.That(html, Does.Contain("Page 1 of 1 · 2 people"));
    }

    [Test]
    public async Task Taking_somebody_off_leads_back_to_the_same_view()
    {
        var after = await _owner.PressAsync(OwnersBrowser.PeoplePage + "/person", Page, ("view", "?language=de&sort=-name&page=1"), ("remove", "p02@x.example"));

        Assert.That(after, Is.EqualTo(Page + "?language=de&sort=-name"));
        Assert.That(await _owner.ReadAsync(after), Does.Match("(?s)p02@x.example.*taken off"));
    }

    [TestCase("https://elsewhere.example/")]
    [TestCase("//elsewhere.example")]
    [TestCase("?q=a\r\nLocation: https://elsewhere.example")]
    public async Task A_forged_view_leads_nowhere_else(string view)
    {
        var after = await _owner.PressAsync(OwnersBrowser.PeoplePage + "/person", Page, ("view", view), ("remove", "p02@x.example"));

        Assert.That(after, Does.StartWith(Page).And.Not.Contain("\n"));
    }

    [TestCase("?page=0")]
    [TestCase("?page=99999999999&sort=--")]
    [TestCase("?q=one&q=two&language=&group.=x&group.department=x")]
    [TestCase("?sort=name;drop table invitation")]
    public async Task An_address_with_nonsense_in_it_shows_the_list_all_the_same(string query) =>
        Assert.That(await _owner.ReadAsync(Page + query), Does.Contain("@x.example").Or.Contain("Nobody is called so"));

    [Test]
    public async Task Only_live_pages_carry_the_scripts_and_may_have_style_attributes()
    {
        using var live = await _owner.Http.GetAsync(new Uri(Page, UriKind.Relative));
        using var still = await _owner.Http.GetAsync(new Uri(OwnersBrowser.PeoplePage, UriKind.Relative));

        Assert.That(live.Headers.GetValues("Content-Security-Policy"), Is.EqualTo([SecurityHeaders.LivePolicy]));
        Assert.That(await live.Content.ReadAsStringAsync(), Does.Contain("_framework/blazor.web").And.Contain("Radzen.Blazor"));
        Assert.That(still.Headers.GetValues("Content-Security-Policy"), Is.EqualTo([SecurityHeaders.Policy]));
        Assert.That(await still.Content.ReadAsStringAsync(), Does.Not.Contain("_framework/").And.Not.Contain("Radzen"));
    }
}
