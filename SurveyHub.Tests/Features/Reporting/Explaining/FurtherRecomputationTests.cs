using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Reporting.Distributing;
using SurveyHub.Tests.Features.Reporting.Following;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Results.Weights;
using SurveyHub.Tests.Support;
using SurveyHub.Tests.Support.Tools;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Explaining;

/// <summary>R computes again what takes a survey of its own: several drivers, a lineage, a list of people.</summary>
[Category(RScript.Category)]
public sealed class FurtherRecomputationTests : RecomputingTest
{
    private static readonly (string, string, int)[] Half = [("department", "medicine", 200), ("department", "surgery", 200)];

    [OneTimeSetUp]
    public async Task CloseTheirEditions()
    {
        await LivedSurvey.StoreAsync(Host);
        await WeightedEdition.CloseAsync(Host.Database, WeightedEdition.Questionnaire(Anonymity.Confidential, "department") with { Survey = "listed" }, 2025, Half,
            [WeightedEdition.Of(190, 1, 1, 5), WeightedEdition.Of(30, 2, 1, 5), WeightedEdition.Of(90, 2, 1, 1)]);
        string[] keys = ["overall", "fast", "kind", "same"];
        var driven = await Answered.EditionAsync(Host.Database, A.Questionnaire("wifi", "mail") with
        {
            Survey = "driven",
            Anonymity = Anonymity.Confidential,
            Screener = null,
            ServiceQuestions = [A.Rating("overall"), .. keys.Skip(1).Select(k => A.Rating(k, $"How {k} is it?"))],
        }, 2025, Enumerable.Range(0, 400).Select(i => new Person([.. keys.Zip([i % 10 == 0 ? 5 - i / 10 % 5 : i % 5 + 1, i % 5 + 1, i / 5 % 5 + 1, 3], (k, code) => ($"wifi.{k}", code))])));
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(driven.EditionId));
        var recommended = await Answered.EditionAsync(Host.Database, Recommended.Questionnaire, 2025, Recommended.People);
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(recommended.EditionId));
    }

    [TestCase("driven", "drivers/wifi", "part_fast")]
    [TestCase("driven", "averages/wifi", "deviation")]
    [TestCase(Recommended.Key, "recommendations/recommend", "score")]
    [TestCase(LivedSurvey.Key, "series/imaging", "upper_2022")]
    [TestCase(LivedSurvey.Key, "series/telephony", "share_2023")]
    [TestCase(LivedSurvey.Key, "series/printing", "share_2023")]
    [TestCase(LivedSurvey.Key, "priorities/imaging", "median_importance")]
    [TestCase("listed", "representativeness", "grade")]
    [TestCase("listed", "representativeness/department", "unlikeness")]
    public async Task R_agrees_with_the_page(string survey, string place, string name) =>
        Assert.That(await RunAsync(Urls.Recompute(survey, 2025, place)), Does.Contain("Everything agrees.").And.Contain(name));

    [Test]
    public async Task Of_several_services_together_only_the_share_is_computed_again_because_who_rated_both_is_in_no_table()
    {
        var said = await RunAsync(Urls.Recompute(LivedSurvey.Key, 2025, "series/telephony"));

        Assert.That(said, Does.Contain("lower_2024").And.Not.Contain("lower_2023"));
    }

    [Test]
    public async Task The_combinations_of_ratings_that_people_gave_are_in_no_file_of_a_figure()
    {
        foreach (var place in new[] { "drivers/wifi", "priorities/wifi" })
        {
            var folder = Path.Combine(Folder, place.Replace('/', '-'));
            using var answer = await Cio.GetAsync(new Uri(Urls.Recompute("driven", 2025, place), UriKind.Relative));
            if (place == "priorities/wifi")
            {
                Assert.That(answer.IsSuccessStatusCode, Is.False, "nobody was asked how good the whole is");
                continue;
            }
            await TakeAsync(Urls.Recompute("driven", 2025, place), folder);
            Assert.That(await File.ReadAllLinesAsync(Path.Combine(folder, "counts.csv")), Has.Length.EqualTo(3), "a head and a line for each question, and none for an answer");
        }
    }
}
