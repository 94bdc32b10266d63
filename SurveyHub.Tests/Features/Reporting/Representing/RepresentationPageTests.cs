using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Features.Reporting.Drawing;
using SurveyHub.Tests.Results.Weights;

namespace SurveyHub.Tests.Features.Reporting.Representing;

internal sealed class RepresentationPageTests : ReportTest
{
    private static readonly (string, string, int)[] Half = [("department", "medicine", 200), ("department", "surgery", 200)];

    [OneTimeSetUp]
    public async Task CloseWeightedEditions()
    {
        await CloseAsync("weighted", 2024, "department", WeightedEdition.Of(120, 1, 1, 5), WeightedEdition.Of(30, 2, 1, 5), WeightedEdition.Of(20, 2, 1, 1));
        await CloseAsync("weighted", 2025, "department", WeightedEdition.Of(190, 1, 1, 5), WeightedEdition.Of(30, 2, 1, 5), WeightedEdition.Of(90, 2, 1, 1));
        await CloseAsync("refused", 2025, "role", WeightedEdition.Of(60, 1, 1, 5));
    }

    [Test]
    public async Task The_weighted_figure_stands_beside_the_unweighted_one_and_says_what_it_is()
    {
        var overview = HtmlTables.Text(await PageAsync(Urls.Report("weighted", 2025)));
        var services = HtmlTables.Text(await PageAsync(Urls.Services("weighted", 2024)));

        Assert.That(overview, Does.Contain("71 %").And.Contain("310 ratings").And.Contain("weighted to staff numbers: 63 %"));
        Assert.That(services, Does.Contain("88 %").And.Contain("weighted 80 %").And.Contain("Weighted to staff numbers"), "whole percents, for weights go apart by half");
    }

    [Test]
    public async Task The_page_s_file_has_no_more_digits_of_a_weighted_share_than_the_page()
    {
        var services = (await FileAsync(Urls.AsCsv(Urls.Services("weighted", 2025))))[0];
        var trend = await FileAsync(Urls.AsCsv(Urls.Trend("weighted")));

        Assert.That((services["share_good"].Length > 8, services["weighted_share_good"]), Is.EqualTo((true, "0.63")));
        Assert.That(trend.Select(r => r["weighted_share_good"]), Is.EqualTo(["0.8", "0.63"]));
    }

    [Test]
    public async Task Where_weights_make_another_verdict_of_a_change_it_is_said()
    {
        await CloseAsync("mixed", 2024, "department", WeightedEdition.Of(100, 1, 1, 5), WeightedEdition.Of(20, 2, 1, 1));
        await CloseAsync("mixed", 2025, "department", WeightedEdition.Of(100, 1, 1, 5), WeightedEdition.Of(100, 2, 1, 1));

        var text = HtmlTables.Text(await PageAsync(Urls.Report("mixed", 2025)));

        Assert.That(text, Does.Contain("worse, −33").And.Contain("Weighted, the change since 2024 reads: no clear change."));
    }

    [Test]
    public async Task The_page_sets_the_list_beside_the_answers_and_grades_the_result_by_a_rule_that_the_method_page_states()
    {
        var text = HtmlTables.Text(await PageAsync(Urls.Representativeness("weighted", 2025)));
        var method = HtmlTables.Text(await PageAsync(Urls.Method("weighted")));
        var file = await FileAsync(Urls.AsCsv(Urls.Representativeness("weighted", 2025)));

        Assert.Multiple(() =>
        {
            Assert.That(text, Does.Contain("shaky").And.Contain("11 of 100 answers would have to come from another group").And.Contain("the headline is 63 % instead of 71 %"));
            Assert.That(text, Does.Contain("medicine 50.0 % 200 61.3 % 190 +11.3").And.Contain("surgery 50.0 % 200 38.7 % 120 −11.3"));
            Assert.That(text, Does.Contain("no days stand with the responses"));
            Assert.That(method, Does.Contain("A result is called stable if at least half").And.Contain("Weighted to the headcounts of the list by “department”"));
            Assert.That(file.Select(r => (r["value_keys"], r["people"], r["responses"])), Is.EqualTo([("medicine", "200", "190"), ("surgery", "200", "120")]));
        });
    }

    [Test]
    public async Task Who_answered_has_a_picture_with_the_page_s_figures()
    {
        var picture = new PictureFile(await PageAsync(Urls.AsSvg(Urls.Representativeness("weighted", 2025))));

        Assert.That(picture.Words.Select(w => w.Replace('\u00A0', ' ')), Is.SupersetOf(new[] { "medicine", "95 %", "50.0 % (200)", "61.3 % (190)", "+11.3", "surgery", "60 %", "38.7 % (120)", "−11.3" }));
        Assert.That(picture.Collisions(), Is.Empty);
        Assert.That(await PageAsync(Urls.Representativeness("weighted", 2025)), Does.Contain($"href=\"{Urls.AsSvg(Urls.Representativeness("weighted", 2025))}\""));
    }

    [Test]
    public async Task Why_nothing_is_weighted_is_said_in_words()
    {
        var method = HtmlTables.Text(await PageAsync(Urls.Method("refused")));

        Assert.That(method, Does.Contain("Not weighted: the list of people does not tell “role”."));
    }

    [Test]
    public async Task Of_a_list_of_others_every_page_says_so_and_divides_nothing_by_it()
    {
        await WeightedEdition.ImportAsync(Host.Database, WeightedEdition.Questionnaire() with { Survey = "frame", Census = true }, 2025, [("department", "medicine", 20), ("department", "surgery", 130)],
            WeightedEdition.Of(60, 1, 1, 5), WeightedEdition.Of(60, 2, 1, 5));

        var (overview, services) = (HtmlTables.Text(await PageAsync(Urls.Report("frame", 2025))), HtmlTables.Text(await PageAsync(Urls.Services("frame", 2025))));
        var (participation, represented) = (HtmlTables.Text(await PageAsync(Urls.Participation("frame", 2025))), HtmlTables.Text(await PageAsync(Urls.Representativeness("frame", 2025))));
        var file = await FileAsync(Urls.AsCsv(Urls.Participation("frame", 2025)));

        Assert.Multiple(() =>
        {
            Assert.That(overview, Does.Contain("Answered: 120 responses; more people answered than the list of 150 has of a customer group, so it is not of those who were asked and there is no rate."));
            Assert.That(overview + services, Does.Not.Contain("of these 150"));
            Assert.That(services, Does.Contain("no interval of the 150 people of the list: it is not of those who were asked"));
            Assert.That(participation, Does.Contain("The list is not of those who were asked").And.Contain("medicine 20 of 20 20 20 more answered than the list has").And.Not.Contain("100 %"));
            Assert.That(represented, Does.Contain("nothing can be compared with it").And.Not.Contain("of those invited answered"));
            Assert.That(file.Select(r => (r["value"], r["RR2"], r["state"])), Is.EqualTo([("(all)", "", "list too small"), ("medicine", "", "list too small"), ("surgery", "", "another list")]));
        });
    }

    [Test]
    public async Task Without_a_list_and_without_weights_the_page_says_that_there_is_nothing_to_compare_with()
    {
        var text = HtmlTables.Text(await PageAsync(Urls.Representativeness(ReportedSurvey.Key, 2025)));

        Assert.That(text, Does.Contain("cannot be judged").And.Contain("Nobody to compare with").And.Contain("The survey is not weighted to staff numbers."));
    }

    private Task CloseAsync(string survey, int year, string by, params IEnumerable<Person>[] people) =>
        WeightedEdition.CloseAsync(Host.Database, WeightedEdition.Questionnaire(Anonymity.Confidential, by) with { Survey = survey }, year, Half, people);
}
