using System.Globalization;
using SurveyHub.Surveys;
using SurveyHub.Tests.Definitions;

namespace SurveyHub.Tests.Demonstration;

public sealed class SeedFilesFitTheSurveyTests
{
    private static readonly string[] NotItems = ["respondent", "department", "role", "language", "complete"];

    [TestCase(2020)]
    [TestCase(2022)]
    [TestCase(2023)]
    [TestCase(2025)]
    [TestCase(2026)]
    public void The_columns_are_the_items_of_that_years_questionnaire(int year)
    {
        var items = ItemList.Of(ShippedFiles.InternalServices(year)).All.Where(i => i.Kind != ItemKind.Group).Select(i => i.Key);

        Assert.That(SeedData.Responses(year)[0].Keys.Except(NotItems), Is.EquivalentTo(items));
    }

    [TestCaseSource(typeof(SeedData), nameof(SeedData.ClosedYears))]
    public void Every_answer_is_one_that_the_questionnaire_offers(int year)
    {
        var questionnaire = ShippedFiles.InternalServices(year);
        var items = ItemList.Of(questionnaire).All.Where(i => i.Kind != ItemKind.Group).ToArray();

        var strange = from response in SeedData.Responses(year)
                      from item in items
                      where response[item.Key].Length > 0 && !Offers(questionnaire, item, response[item.Key])
                      select $"{item.Key}: {response[item.Key]}";

        Assert.That(strange, Is.Empty);
    }

    [TestCaseSource(typeof(SeedData), nameof(SeedData.ClosedYears))]
    public void Nobody_rates_a_service_that_they_do_not_use(int year)
    {
        var services = ShippedFiles.InternalServices(year).Services.Select(s => s.Key).ToArray();

        Assert.That(SeedData.Responses(year).SelectMany(r => services.Where(s => r[$"used.{s}"] == "0").Select(s => r[$"{s}.overall"] + r[$"{s}.comment"])), Is.All.Empty);
    }

    [TestCase("responses-2020.csv")]
    [TestCase("frame-2025.csv")]
    [TestCase("people-2026.csv")]
    [TestCase("answers-2026.csv")]
    public void Departments_and_roles_are_those_of_the_survey(string file)
    {
        var groups = ShippedFiles.InternalServices().Groups.ToDictionary(g => g.Key, g => g.Options.Select(o => o.Key).ToHashSet());
        var rows = SeedData.Read(file);

        Assert.Multiple(() =>
        {
            Assert.That(rows.Select(r => r["department"]).Distinct(), Is.EquivalentTo(groups["department"]));
            Assert.That(rows.Select(r => r["role"]).Distinct(), Is.EquivalentTo(groups["role"]));
        });
    }

    private static bool Offers(Questionnaire questionnaire, Item item, string cell)
    {
        var question = questionnaire.LastQuestions.Concat(questionnaire.ServiceQuestions).FirstOrDefault(q => q.Key == item.Question);
        return item.Kind switch
        {
            ItemKind.Usage or ItemKind.Selected => cell is "0" or "1",
            ItemKind.Rating => cell == "X" || item.Scale!.Option(int.Parse(cell, CultureInfo.InvariantCulture)) is not null,
            ItemKind.Number => decimal.Parse(cell, CultureInfo.InvariantCulture) is var number && number >= question!.Minimum && number <= question.Maximum,
            ItemKind.Text => cell.Length <= question!.MaximumLength,
            _ => false,
        };
    }
}
