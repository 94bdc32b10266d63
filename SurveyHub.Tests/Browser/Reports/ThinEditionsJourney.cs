using System.Text;
using SurveyHub.Features.Access;
using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Features.Importing.History;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Shell;
using SurveyHub.Tests.Features.Importing;
using static Microsoft.Playwright.Assertions;

namespace SurveyHub.Tests.Browser.Reports;

/// <summary>Editions of which little is known: earlier years as counts, and one where every base is awkward. Each page says in words what is missing.</summary>
public sealed class ThinEditionsJourney : HospitalJourney
{
    private const string Vectors = "vectors";

    private const string History = """"
        schema_version,survey,year,field_start,field_end,n_invited,n_responses,service_code,item_code,group_attribute,group_value,n_valid,n_na,n_skipped,c1,c2,c3,c4,c5,favourable_count,wording_note,comparable
        1,internal-services,2015,2015-11-02,2015-11-27,1000,700,printing,,,,600,60,40,60,60,60,220,200,,,
        1,internal-services,2015,,,200,150,printing,,role,doctor,130,10,10,20,20,20,40,30,,,
        1,internal-services,2015,,,,,payroll,,,,500,,,,,,,,400,,
        1,internal-services,2015,,,,,,overall,,,650,,,50,50,50,300,200,,,
        1,internal-services,2016,,,,,printing,,,,600,,,,,,,,450,"""Good"" became ""Very good""",no

        """";

    protected override async Task ArrangeAsync()
    {
        var counts = await Host.WithAsync((ImportHistory import) => import.ExecuteAsync("olivia", "history.csv", () => new MemoryStream(Encoding.UTF8.GetBytes(History)), ConfirmedBreaks.All));
        Assert.That(counts, Is.TypeOf<HistoryOutcome.Imported>());
        const string folder = "21_edge_cases";
        var microdata = await Host.WithAsync((ImportMicrodata import) => import.ExecuteAsync("olivia", "mapping.yaml", VectorMapping.Of(folder), VectorMapping.FilesOf(folder)));
        Assert.That(microdata, Is.TypeOf<MicrodataOutcome.Imported>());
        await base.ArrangeAsync();
    }

    private static IEnumerable<TestCaseData> Pages()
    {
        yield return Page(Urls.Trend(Survey), "° 2015, 2016: counts only. Nobody knows who rated what", "^ 2016: no service was asked about in the same way in 2015");
        yield return Page(Urls.Method(Survey), "counts only");
        yield return Page(Urls.Report(Survey, 2015), "This is the first edition. Changes come with the next.", "its services are sorted but not compared with each other");
        yield return Page(Urls.Services(Survey, 2015), "Of this edition only counts are known", "only how many were good or excellent is known");
        yield return Page(Urls.Groups(Survey, 2015) + "?group=doctor", "Role: Doctor", "not counted");
        yield return Page(Urls.Participation(Survey, 2015), "not how completely, and not what became of the others");
        yield return Page(Urls.Report(Survey, 2016), "not who took part", "No service could be tested", "No other service has enough answers", "Nothing is known of this edition’s customers");
        yield return Page(Urls.Services(Survey, 2016), "not comparable", "No longer asked about: Payroll");
        yield return Page(Urls.Groups(Survey, 2016), "No customer groups");
        yield return Page(Urls.Participation(Survey, 2016), "Who took part is not known", "so there is no response rate");

        yield return Page(Urls.Trend(Vectors), "how many were invited is not known, so there is no rate");
        yield return Page(Urls.Method(Vectors), "Question reworded in 2026");
        yield return Page(Urls.Report(Vectors, 2025), "152 responses; how many were invited is not known, so there is no rate.", "No customer group differs from the others beyond chance.");
        yield return Page(Urls.Services(Vectors, 2025), "no ratings, 152 could not judge", "too few answers", "not asked", "small base", "fewer than 30 ratings");
        yield return Page(Urls.Groups(Vectors, 2025), "too few answers", "Too few answers. Fewer than 10 answers stand behind it.", "a smaller one could be worked out from it");
        yield return Page(Urls.Participation(Vectors, 2025), "152 responses", "nobody knows how many people saw it");
        yield return Page(Urls.Report(Vectors, 2026), "5 without a clear change, 3 not tested, 3 with nothing to compare");
        yield return Page(Urls.Services(Vectors, 2026), "answered in 2026", "new this year", "not comparable", "too few to test", "no ratings in 2026");

        static TestCaseData Page(string address, params string[] words) => new TestCaseData(address, words).SetArgDisplayNames(address);
    }

    [TestCaseSource(nameof(Pages))]
    public async Task The_page_is_there_for_everybody_and_says_what_is_missing(string address, string[] words)
    {
        await Page.SignInAsync(Host, Support.People.Cio);
        var answer = await Page.GotoAsync(address);

        Assert.That(answer!.Status, Is.EqualTo(200));
        foreach (var sentence in words) await Expect(Page.Locator("main")).ToContainTextAsync(sentence);
        await AssertIsFitAsync(Page, Device.Desktop);
    }

    [Test]
    public async Task Nothing_that_nobody_counted_is_shown_as_nought()
    {
        await SignInAsync(Page, Roles.Analyst, Urls.Services(Survey, 2015));
        await Expect(Page.Locator("table.services tbody tr", new() { HasText = "Payroll" }).Locator("[data-label='Cannot judge']")).ToHaveTextAsync("");
        await Expect(Page.Locator("table.services tbody tr", new() { HasText = "Printing" }).Locator("[data-label='Cannot judge']")).ToHaveTextAsync("9\u00A0%");

        await Page.GotoAsync(Urls.Participation(Survey, 2015));
        await Expect(Page.GetByText("By the open link")).ToHaveCountAsync(0);
        await Expect(Page.GetByText("Undeliverable")).ToHaveCountAsync(0);
    }
}
