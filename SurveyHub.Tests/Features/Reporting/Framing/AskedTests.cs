using System.Net;
using SurveyHub.Features.Reporting.Framing;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting.Framing;

/// <summary>An address that asks for what there is not: the page is there, and says what it shows instead.</summary>
public sealed class AskedTests : ReportTest
{
    private const string Key = ReportedSurvey.Key;

    private static IEnumerable<TestCaseData> Addresses()
    {
        yield return Asking(Urls.Services(Key, 2025), "compare=1850", "a comparison with “1850”, which there is not here. Shown is the one with 2024.");
        yield return Asking(Urls.Services(Key, 2025), "compare=2026", "a comparison with “2026”, which there is not here. Shown is the one with 2024.");
        yield return Asking(Urls.Services(Key, 2023), "compare=2022", "a comparison with “2022”, which there is not here. Shown is no comparison, because there is no report before this one.");
        yield return Asking(Urls.Services(Key, 2025), "sort=random", "the order “random”, which there is not here. Shown is the lowest share first.");
        yield return Asking(Urls.Services(Key, 2025), "show=pie", "the view “pie”, which there is not here. Shown is the list.");
        yield return Asking(Urls.Changes(Key, 2025), "compare=last%20year", "a comparison with “last year”, which there is not here. Shown is the one with 2024.");
        yield return Asking(Urls.Changes(Key, 2025), "compare=99999999999999999999", "“99999999999999999999”");
        yield return Asking(Urls.Groups(Key, 2025), "by=age", "customer groups by “age”, which there is not here. Shown is department.");
        yield return Asking(Urls.Groups(Key, 2025), "show=rank", "the figures “rank”, which there is not here.");
        yield return Asking(Urls.Groups(Key, 2025), "group=kitchen", "the group “kitchen”, which there is not here. Shown is no group in particular.");
        yield return Asking(Urls.Distribution(Key, 2025), "sort=%3Cb%3E", "the order “<b>”, which there is not here.");
        yield return Asking(Urls.Disclosure(Key, 2025), "part=nothing", "the part “nothing”, which there is not here. Shown is everything in brief.");
        yield return Asking(Urls.Disclosure(Key, 2025), "part=groups&by=age", "customer groups by “age”");
        yield return Asking(Urls.Disclosure(Key, 2025), "by=role", "customer groups by “role”, which there is not here. Shown is everything in brief.");
        yield return Asking(Urls.Trend(Key), "from=soon", "the first year “soon”, which there is not here. Shown is 2023 to 2025.");
        yield return Asking(Urls.Trend(Key), "to=-1", "the last year “-1”");
        yield return Asking(Urls.Trend(Key), "from=2030&to=2040", "the years “2030–2040”, which there is not here. Shown is 2023 to 2025.");

        static TestCaseData Asking(string page, string query, string words) => new TestCaseData($"{page}?{query}", words).SetArgDisplayNames($"{page}?{query}");
    }

    [TestCaseSource(nameof(Addresses))]
    public async Task What_there_is_not_is_said_with_what_is_shown_instead(string address, string words) =>
        Assert.That(Plain(HtmlTables.Text(await PageAsync(address))), Does.Contain("The address asks for").And.Contain(words).IgnoreCase);

    [TestCaseSource(nameof(Addresses))]
    public async Task A_file_or_a_picture_of_what_there_is_not_is_refused_in_the_same_words(string address, string words)
    {
        using var analyst = await Host.SignInAsync(People.Analyst);
        var (page, query) = (address[..address.IndexOf('?', StringComparison.Ordinal)], address[address.IndexOf('?', StringComparison.Ordinal)..]);
        foreach (var file in page == Urls.Disclosure(Key, 2025) ? [Urls.AsCsv(page)] : new[] { Urls.AsCsv(page), Urls.AsSvg(page) })
        {
            using var answer = await analyst.GetAsync(new Uri(file + query, UriKind.Relative));

            Assert.That((answer.StatusCode, answer.Content.Headers.ContentType?.MediaType), Is.EqualTo((HttpStatusCode.BadRequest, "text/plain")), file);
            Assert.That(Plain(await answer.Content.ReadAsStringAsync()),
                Does.StartWith("The address asks for").And.Contain(words.Split(" Shown is ")[0]).IgnoreCase.And.EndWith("So there is no file: take it out of the address, or choose on the page."), file);
        }
        Assert.That(await Host.AuditAsync(), Has.None.Contains(query), "nothing was taken");
    }

    [Test]
    public async Task Two_things_that_there_are_not_are_both_said()
    {
        using var answer = await Cio.GetAsync(new Uri(Urls.AsCsv(Urls.Services(Key, 2025)) + "?sort=random&show=pie", UriKind.Relative));

        Assert.That(Plain(await answer.Content.ReadAsStringAsync()),
            Does.StartWith("The address asks for the order “random”, which there is not here. The address asks for the view “pie”, which there is not here. So there is no file"));
    }

    [Test]
    public async Task An_address_that_asks_for_what_there_is_is_answered_without_a_word()
    {
        foreach (var address in new[]
        {
            Urls.Services(Key, 2025), Urls.Services(Key, 2025) + "?compare=2023&sort=name&show=list", Urls.Services(Key, 2025) + "?compare=2024&sort=share&show=funnel", Urls.Services(Key, 2025) + "?compare=&sort=",
            Urls.Changes(Key, 2025) + "?compare=2023", Urls.Groups(Key, 2025) + "?by=department&show=value", Urls.Groups(Key, 2025) + "?by=role&group=nurse&show=impact", Urls.Distribution(Key, 2025) + "?sort=good",
            Urls.Disclosure(Key, 2025) + "?part=groups&by=role", Urls.Disclosure(Key, 2025) + "?part=services", Urls.Trend(Key) + "?from=2024&to=2025", Urls.Trend(Key) + "?from=2000", Urls.Services(Key, 2025) + "?utm_source=mail",
        })
        {
            Assert.That(await PageAsync(address), Does.Not.Contain("The address asks for"), address);
            using var file = await Cio.GetAsync(new Uri(address.Contains('?', StringComparison.Ordinal) ? address.Replace("?", ".csv?", StringComparison.Ordinal) : Urls.AsCsv(address), UriKind.Relative));
            Assert.That(file.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        }
    }

    [Test]
    public void A_long_value_is_cut() => Assert.That(Asked.For("the order", new string('x', 5000), false, "the list")!.Sentence, Has.Length.LessThan(140));

    private static string Plain(string text) => text.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
