using System.Text.RegularExpressions;
using SurveyHub.Shell;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>
/// Somebody who reads every page and every file twice, once with other answers behind what is hidden, finds no difference: then
/// there is nothing to find.
/// </summary>
public sealed partial class NothingHiddenShowsTests
{
    private static IEnumerable<string> Addresses => from year in new[] { 2023, 2024, 2025 }
                                                    from page in new[] { Urls.Report(ReportedSurvey.Key, year), Urls.Services(ReportedSurvey.Key, year), Urls.Changes(ReportedSurvey.Key, year), Urls.Groups(ReportedSurvey.Key, year), Urls.Disclosure(ReportedSurvey.Key, year), Urls.Comments(ReportedSurvey.Key, year), Urls.Priorities(ReportedSurvey.Key, year), Urls.Drivers(ReportedSurvey.Key, year), Urls.Distribution(ReportedSurvey.Key, year), Urls.BenchmarkReport(ReportedSurvey.Key, year), Urls.Figure(ReportedSurvey.Key, year, "benchmark/tiny"), Urls.Expectations(ReportedSurvey.Key, year), Urls.Figure(ReportedSurvey.Key, year, "headline"), Urls.Figure(ReportedSurvey.Key, year, "ratings/tiny"), Urls.Figure(ReportedSurvey.Key, year, "groups/role/nurse/tiny"), Urls.Figure(ReportedSurvey.Key, year, "priorities/tiny"), Urls.Figure(ReportedSurvey.Key, year, "priorities/wifi"), Urls.Figure(ReportedSurvey.Key, year, "drivers/tiny"), Urls.Figure(ReportedSurvey.Key, year, "distribution/tiny"), Urls.Figure(ReportedSurvey.Key, year, "series/tiny"), Urls.Figure(ReportedSurvey.Key, year, "averages/wifi"), Urls.BoardPaper(ReportedSurvey.Key, year), Urls.Service(ReportedSurvey.Key, year, "tiny"), Urls.Service(ReportedSurvey.Key, year, "wifi"), Urls.Group(ReportedSurvey.Key, year, "department", "laboratory"), Urls.Group(ReportedSurvey.Key, year, "department", "surgery"), Urls.Group(ReportedSurvey.Key, year, "role", "nurse") }
                                                    from query in new[] { "", "?compare=2023", "?by=role&show=difference&group=doctor", "?show=funnel", "?group=chapel&show=impact", "?part=groups&by=role" }
                                                    select page + query;

    [Test]
    public async Task Other_answers_behind_a_hidden_service_change_no_page_and_no_file()
    {
        var before = await EverythingAsync(year => ReportedSurvey.PeopleOf(year, goodTiny: 3));
        var after = await EverythingAsync(year => ReportedSurvey.PeopleOf(year, goodTiny: 6));

        AssertSame(before, after);
    }

    [Test]
    public async Task Answers_exchanged_between_two_hidden_departments_change_no_page_and_no_file()
    {
        var before = await EverythingAsync(year => ReportedSurvey.PeopleOf(year));
        // Everybody of the chapel and of the laboratory takes another's department: the totals stay, the departments' answers do not.
        var after = await EverythingAsync(year =>
        {
            var people = ReportedSurvey.PeopleOf(year).ToArray();
            return people.Select((p, i) => i < 16 ? new Person([.. p.Codes.Select(c => c.Item == "group.department" ? (c.Item, i % 4 == 0 ? 5 : 4) : c)]) : p);
        });

        // Where a cell of theirs is large enough to be shown it may change; in this survey none is, on no page.
        Assert.That(after.Values.Where(t => t.Contains("laboratory", StringComparison.Ordinal)), Has.Some.Contains("few"));
        AssertSame(before, after);
    }

    private static void AssertSame(Dictionary<string, string> before, Dictionary<string, string> after)
    {
        Assert.That(before, Has.Count.EqualTo(after.Count).And.Count.GreaterThan(50));
        Assert.Multiple(() =>
        {
            foreach (var (address, text) in before) Assert.That(after[address], Is.EqualTo(text), address);
        });
    }

    private static async Task<Dictionary<string, string>> EverythingAsync(Func<int, IEnumerable<Person>> people)
    {
        await using var host = await SurveyHubHost.StartAsync();
        await ReportedSurvey.StoreAsync(host, people);
        await BenchmarkText.StoreBesideAsync(host, ReportedSurvey.Key);
        using var analyst = await host.SignInAsync(People.Analyst);
        var found = new Dictionary<string, string>();
        foreach (var address in Addresses.Append(Urls.Trend(ReportedSurvey.Key)).Append(Urls.Method(ReportedSurvey.Key)))
        {
            found[address] = await ReadAsync(analyst, address);
            var (page, query) = (address.Split('?')[0], address.Split('?').Skip(1).FirstOrDefault());
            if (page != Urls.Method(ReportedSurvey.Key) && !page.Contains("/figures/", StringComparison.Ordinal)) found[address + " as a file"] = await ReadAsync(analyst, Urls.AsCsv(page) + (query is null ? "" : "?" + query));
            if (HasPicture(page)) found[address + " as a picture"] = await ReadAsync(analyst, Urls.AsSvg(page) + (query is null ? "" : "?" + query));
        }
        return found;
    }

    private static bool HasPicture(string page) => page == Urls.Trend(ReportedSurvey.Key) || page.Split('/')[^1] is "services" or "changes" or "groups" or "expectations" or "distribution" or "priorities" or "drivers" or "benchmark" || page.Contains("/services/", StringComparison.Ordinal) || page.Contains("/groups/", StringComparison.Ordinal) && !page.Contains("/figures/", StringComparison.Ordinal);

    private static async Task<string> ReadAsync(HttpClient visitor, string address)
    {
        using var answer = await visitor.GetAsync(new Uri(address, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        // A file of what there is not is refused; what it says is looked at as well.
        Assert.That(answer.IsSuccessStatusCode || answer.StatusCode == System.Net.HttpStatusCode.BadRequest, address);
        return Secrets().Replace(text, "");
    }

    /// <summary>The tokens of forms and circuits, which are new each time.</summary>
    [GeneratedRegex("(?<=__RequestVerificationToken\" value=\")[^\"]*|<!--Blazor-Server-Component-State:.*?-->")]
    private static partial Regex Secrets();
}
