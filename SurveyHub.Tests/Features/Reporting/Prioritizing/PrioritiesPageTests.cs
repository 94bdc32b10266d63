using System.Globalization;
using SurveyHub.Results.Joint;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Prioritizing;

public sealed class PrioritiesPageTests : ReportTest
{
    private static readonly string Page = Urls.Priorities(ReportedSurvey.Key, 2025);
    private static readonly string File = Urls.AsCsv(Page);

    [Test]
    public async Task Every_number_of_the_page_is_the_file_s_number_rounded_and_the_first_to_improve_stands_first()
    {
        var html = await PageAsync(Page);
        var (rows, file) = (HtmlTables.Rows(html, "priorities").Skip(1).ToArray(), await FileAsync(File));
        var matrix = file.Where(f => f["priority_rank"].Length > 0).ToArray();

        Assert.That(rows.Select(r => (r[0], r[1])), Is.EqualTo(matrix.Select(f => (f["priority_rank"], f["service_name"]))));
        var (counts, mayNot) = (matrix.TakeWhile(f => f["importance_certain"] == "true").ToArray(), matrix.SkipWhile(f => f["importance_certain"] == "true").ToArray());
        Assert.That(counts.Select(f => Number(f, "priority")), Is.Ordered.Descending);
        Assert.That(mayNot.Select(f => Number(f, "share_good")), Is.Ordered.Ascending);
        Assert.That(mayNot.Select(f => f["importance_certain"]), Is.All.EqualTo("false"), "behind the others");
        Assert.Multiple(() =>
        {
            foreach (var (row, line) in rows.Zip(matrix))
            {
                Assert.That(row[2], Is.EqualTo($"{line.Percent("share_good")} {line.Interval("wilson_lower", "wilson_upper")}"));
                Assert.That(row[3], Does.StartWith(Figure(Number(line, "importance"))));
                Assert.That(row[4], Is.EqualTo(char.ToUpperInvariant(line["quadrant"][0]) + line["quadrant"][1..] + (line["importance_certain"] == "false" ? ", not certain: its importance may be none" : line["uncertain"] == "true" || line["share_uncertain"] == "true" ? ", not certain" : "")));
            }
        });
    }

    [Test]
    public async Task Where_the_list_begins_with_another_service_than_the_one_that_needs_attention_both_are_named()
    {
        // The mail goes with the whole and lacks much; the desk is lowest and goes with nothing.
        var questionnaire = SurveyHub.Tests.Support.A.Questionnaire("wifi", "mail", "desk") with { Survey = "beside", Anonymity = Anonymity.Confidential, Screener = null };
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, 2025, Enumerable.Range(0, 200).Select(i => new Person(
        [
            ("wifi.overall", i % 20 == 3 ? 2 : 5), ("mail.overall", i % 20 < 12 ? 5 : 2), ("desk.overall", i / 20 % 5 < 2 ? 5 : 2), ("overall", i % 20 is < 12 or 15 ? 5 : 2),
        ])));
        await Host.WithAsync((SurveyHub.Results.EditionClosing closing) => closing.CloseAsync(edition.EditionId));

        var text = HtmlTables.Text(await PageAsync(Urls.Priorities("beside", 2025)));

        Assert.That(text, Does.Contain("Needs attention, because it is rated below the others beyond chance: desk (number 2 here). This list begins with mail, because it goes by something else").And.Not.Contain("would move"));
        Assert.That(text, Does.Contain("Fix first").And.Contain("not certain: its importance may be none").And.Contain("it is not certain that"));
    }

    [Test]
    public async Task A_service_without_thirty_people_who_rated_it_and_the_whole_is_named_and_has_no_correlation_anywhere()
    {
        var (text, file) = (HtmlTables.Text(await PageAsync(Page)), (await FileAsync(File)).ToDictionary(f => f["service"]));

        Assert.That(text, Does.Contain("The small – too few people rated it and the whole, among the answers that the file of single responses tells; 30 are needed"));
        Assert.That(text, Does.Contain("The tiny – too few answers").And.Contain("The nobody – no ratings"));
        Assert.Multiple(() =>
        {
            Assert.That((file["small"]["n_pairs"], file["small"]["display"]), Is.EqualTo(("0", "too few pairs")));
            foreach (var hidden in new[] { "small", "tiny", "nobody" })
                Assert.That(file[hidden]["importance"] + file[hidden]["priority"] + file[hidden]["quadrant"], Is.Empty, hidden);
            Assert.That(file["tiny"]["n_pairs"] + file["tiny"]["n_valid"] + file["tiny"]["share_good"], Is.Empty);
        });
    }

    [Test]
    public async Task The_chart_says_in_words_what_is_to_be_fixed_first_and_the_page_that_this_is_no_cause()
    {
        var html = await PageAsync(Page);

        Assert.That(html, Does.Match("role=\"img\" aria-label=\"Priority matrix of \\d+ services: share good or excellent against importance. (To be fixed first: |None is)"));
        Assert.That(HtmlTables.Text(html), Does.Contain("This is an association and no cause").And.Contain("Fix first").And.Contain("Keep up").And.Contain("Watch").And.Contain("Possible overkill"));
    }

    [Test]
    public async Task Without_an_overall_question_the_page_says_why_there_are_no_priorities()
    {
        await StoreAsync("without", 2025, ["wifi", "mail"], 40.Times(("wifi.overall", 4), ("mail.overall", 2)));

        var text = HtmlTables.Text(await PageAsync(Urls.Priorities("without", 2025)));

        Assert.That(text, Does.Contain("No priorities This edition did not ask how satisfied customers are overall."));
        Assert.That(await FileAsync(Urls.AsCsv(Urls.Priorities("without", 2025))), Is.Empty);
    }

    [Test]
    public async Task Where_everybody_rated_alike_no_importance_is_made_up()
    {
        var questionnaire = SurveyHub.Tests.Support.A.Questionnaire("wifi", "mail") with { Survey = "alike", Anonymity = Anonymity.Confidential, Screener = null };
        var edition = await Answered.EditionAsync(Host.Database, questionnaire, 2025, 40.Times(("wifi.overall", 4), ("mail.overall", 2), ("overall", 4)));
        await Host.WithAsync((SurveyHub.Results.EditionClosing closing) => closing.CloseAsync(edition.EditionId));

        var text = HtmlTables.Text(await PageAsync(Urls.Priorities("alike", 2025)));

        Assert.That(text, Does.Contain("No service has enough ratings of people who rated the whole, too.").And.Contain("everybody gave one of the two ratings alike"));
        Assert.That((await FileAsync(Urls.AsCsv(Urls.Priorities("alike", 2025)))).Select(f => f["display"]), Is.All.EqualTo(ImportanceRow.AllAlike));
    }

    private static double Number(IReadOnlyDictionary<string, string> line, string column) => double.Parse(line[column], CultureInfo.InvariantCulture);

    private static string Figure(double value) => SurveyHub.Features.Reporting.Figures.Importance(value);
}
