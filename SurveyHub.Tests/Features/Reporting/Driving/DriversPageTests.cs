using SurveyHub.Features.Reporting.Driving;
using SurveyHub.Results;
using SurveyHub.Results.Joint;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Driving;

public sealed class DriversPageTests : ReportTest
{
    private static readonly string Page = Urls.Drivers(ReportedSurvey.Key, 2025);

    [Test]
    public async Task A_single_question_accounts_for_all_that_is_explained_and_hidden_services_say_only_that()
    {
        var (text, file) = (HtmlTables.Text(await PageAsync(Page)), (await FileAsync(Urls.AsCsv(Page))).ToDictionary(f => f["service"]));

        Assert.That((file["wifi"]["lmg_share"], file["wifi"]["display"], file["wifi"]["n_complete"]), Is.EqualTo(("1", "shown", "120")));
        Assert.That(text, Does.Contain("Together these questions account for 100 % of the differences in how people rate the service: nearly all of them. 120 people answered all of them, among the answers that the file of single responses tells."));
        Assert.That(text, Does.Contain("The tiny – Too few answers to it, or to one of its questions."));
        Assert.That(file["tiny"]["n_complete"] + file["tiny"]["r_squared"] + file["tiny"]["lmg"] + file["tiny"]["share_good"], Is.Empty);
    }

    [Test]
    public async Task Every_number_of_the_page_is_the_file_s_number_rounded_and_what_cannot_be_told_apart_is_said_together()
    {
        await CloseAsync("driven", 400, i => [i % 10 == 0 ? 5 - i / 10 % 5 : i % 5 + 1, i % 5 + 1, i / 5 % 5 + 1, 3]);
        var page = Urls.Drivers("driven", 2025);

        var (html, file) = (await PageAsync(page), (await FileAsync(Urls.AsCsv(page))).Where(f => f["service"] == "wifi" && f["display"] == "shown").ToArray());

        Assert.That(HtmlTables.Rows(html, "drivers").Skip(1).Select(r => $"{r[0]} {r[1]}"),
            Is.EqualTo(file.Select(f => $"How {f["question"]} is it? {f.Percent("lmg_share")} {f.Interval("lmg_share_lower", "lmg_share_upper")}")));
        Assert.That(file.Select(f => f["lmg_share"]), Is.Ordered.Descending.Using<string>((a, b) => double.Parse(a, System.Globalization.CultureInfo.InvariantCulture).CompareTo(double.Parse(b, System.Globalization.CultureInfo.InvariantCulture))));
        Assert.That(HtmlTables.Text(html), Does.Contain("Most goes with “How fast is it?”; then “How kind is it?”.").And.Contain("“How same is it?” is left out: everybody rated it alike."));
    }

    [Test]
    public void Neighbours_that_overlap_are_joined_in_words()
    {
        DriverLine Line(string question, int group) => new(new() { Year = 2025, Service = "wifi", Question = question, Group = group, Display = DriverRow.Shown, Explained = 0.4, People = 200 }, "Wi-Fi", question, null);
        DrivenService Of(params int[] groups) => new("wifi", "Wi-Fi", [.. groups.Select((g, i) => Line($"{(char)('a' + i)}", g))], A.Questionnaire("wifi"));

        Assert.That(Of(1, 1, 2).Order, Is.EqualTo("Most goes with “a” and “b”, which cannot be told apart; then “c”."));
        Assert.That(Of(1, 1, 1).Order, Is.EqualTo("None of them can be told apart from its neighbour: their intervals overlap."));
        Assert.That(Of(1, 2).HowMuch, Does.Contain("40\u00a0%").And.Contain("a good part of them"));
    }

    [Test]
    public async Task Below_a_hundred_people_the_page_says_how_many_there_are()
    {
        await CloseAsync("few", 60, i => [i % 5 + 1, i % 4 + 1, i % 3 + 1, 3]);

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Drivers("few", 2025))), Does.Contain("wifi – 60 people answered every question about it; 100 are needed."));
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Drivers("few", 2025)))).Select(f => f["r_squared"] + f["lmg"]), Is.All.Empty);
    }

    [Test]
    public async Task Without_further_questions_the_page_says_so()
    {
        await StoreAsync("plain", 2025, ["wifi"], 40.Times(("wifi.overall", 4)));

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Drivers("plain", 2025))), Does.Contain("No drivers This edition asked one rating for each service."));
    }

    private async Task CloseAsync(string survey, int people, Func<int, int[]> ratings)
    {
        string[] keys = ["overall", "fast", "kind", "same"];
        var questionnaire = A.Questionnaire("wifi", "mail") with
        {
            Survey = survey,
            Anonymity = Anonymity.Confidential,
            Screener = null,
            ServiceQuestions = [A.Rating("overall"), .. keys.Skip(1).Select(k => A.Rating(k, $"How {k} is it?"))],
        };
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, 2025,
            Enumerable.Range(0, people).Select(i => new Person([.. keys.Zip(ratings(i), (k, code) => ($"wifi.{k}", code))])));
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }
}
