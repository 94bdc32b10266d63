using SurveyHub.Surveys;
using SurveyHub.Tests.Definitions;

namespace SurveyHub.Tests.Demonstration;

/// <summary>The files of the demonstration's second survey: what docs/demonstration.md says of them is so.</summary>
public sealed class JointStoryTests
{
    private static readonly string[] NotItems = ["respondent", "date", "language", "complete", "site", "role"];
    private static readonly string Folder = Path.Combine(SeedData.Root, "joint-services");

    private static Dictionary<string, int> Told(int year) => year switch
    {
        2021 => new() { ["hr_advice"] = 68, ["legal_advice"] = 60, ["expenses"] = 58, ["cash_desk"] = 85, [""] = 66 },
        2023 => new() { ["hr_advice"] = 71, ["legal_advice"] = 54, ["expenses"] = 56, ["cash_desk"] = 84, [""] = 64 },
        _ => new() { ["hr_advice"] = 73, ["onboarding"] = 83, ["contract_review"] = 57, ["data_protection"] = 79, ["expenses"] = 81, [""] = 76 },
    };

    [TestCase(2021)]
    [TestCase(2023)]
    [TestCase(2025)]
    public void The_columns_are_the_items_of_that_years_questionnaire(int year)
    {
        var items = ItemList.Of(ShippedFiles.Read("joint-services.yaml").For(year)).All.Where(i => i.Kind != ItemKind.Group).Select(i => i.Key);

        Assert.That(Responses(year)[0].Keys.Except(NotItems), Is.EquivalentTo(items));
    }

    [TestCase(2021)]
    [TestCase(2023)]
    [TestCase(2025)]
    public void About_245_of_390_answer_and_the_list_knows_as_many_of_each_kind(int year)
    {
        var (list, responses) = (SeedData.Read(Folder, $"frame-{year}.csv"), Responses(year));

        Assert.Multiple(() =>
        {
            Assert.That((list.Count, responses.Count), Is.EqualTo((390, 245)).Using<(int, int)>((a, b) => Math.Abs(a.Item1 - b.Item1) <= 20 && Math.Abs(a.Item2 - b.Item2) <= 15));
            Assert.That(responses.Select(r => (r["site"], r["role"], r["complete"] == "1" ? "complete" : "partial")),
                Is.EquivalentTo(list.Select(p => (p["site"], p["role"], p["disposition"])).Where(p => p.Item3 is "complete" or "partial")));
        });
    }

    [TestCase(2021)]
    [TestCase(2023)]
    [TestCase(2025)]
    public void Of_every_service_as_many_ratings_are_good_or_excellent_as_the_story_says(int year)
    {
        foreach (var (service, percent) in Told(year))
        {
            var codes = Responses(year).Select(r => r[service.Length == 0 ? "overall" : $"{service}.overall"]).Where(c => c is not ("" or "X")).ToArray();
            Assert.That(codes, Has.Length.GreaterThan(80), service);
            Assert.That(100.0 * codes.Count(c => c is "3" or "4") / codes.Length, Is.EqualTo(percent).Within(0.7).And.InRange(45, 90), service);
        }
    }

    [Test]
    public void No_comment_stands_twice_and_none_is_a_formula_or_holds_an_address_or_a_number_of_somebody()
    {
        var comments = new[] { 2021, 2023, 2025 }.SelectMany(Responses).SelectMany(r => r.Where(c => c.Value.Length > 0 && (c.Key == "one_wish" || c.Key.EndsWith(".comment", StringComparison.Ordinal)))).Select(c => c.Value).ToArray();

        Assert.That(comments, Has.Length.GreaterThan(100).And.Unique);
        Assert.That(comments, Is.All.Not.Match("^[=+@-]").And.All.Not.Match("@|[0-9]{5}|\\b(Dr|Mr|Mrs|Monsieur|Madame)\\b"));
    }

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> Responses(int year) => SeedData.Read(Folder, $"responses-{year}.csv");
}
