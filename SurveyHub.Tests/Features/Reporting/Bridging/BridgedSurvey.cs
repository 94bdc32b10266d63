using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Bridging;

/// <summary>A survey whose questions get other words in 2026: in 2025 half of 200 people were asked in the new ones already.</summary>
internal static class BridgedSurvey
{
    public const string Key = "bridged";
    public const string OldWords = "Overall, how good is it?";
    public const string NewWords = "How well does it do what you need?";

    /// <summary>The bridge year and the year after it.</summary>
    public static async Task StoreAsync(SurveyHubHost host)
    {
        foreach (var (year, questionnaire) in new[] { (2024, Before), (2025, Bridge), (2026, After) })
        {
            var edition = await Answered.EditionAsync(host.Database, questionnaire, year, People(year));
            await host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        }
    }

    public static Questionnaire Bridge { get; } = A.Questionnaire("wifi", "mail", "tiny") with
    {
        Survey = Key,
        Anonymity = Anonymity.Confidential,
        Headline = HeadlineKind.MeanOfServices,
        Screener = null,
        ServiceQuestions = [A.Rating("overall", OldWords), A.Rating("fitting", NewWords) with { Bridge = "overall" }, A.Rating("fast", "How fast is it?"), A.Comment()],
        LastQuestions = [A.Rating("overall", "All in all?"), A.Rating("content", "How content are you?") with { Bridge = "overall" }],
    };

    private static Questionnaire Before { get; } = Bridge with
    {
        ServiceQuestions = [.. Bridge.ServiceQuestions.Where(q => q.Bridge is null)],
        LastQuestions = [Bridge.LastQuestions[0]],
    };

    private static Questionnaire After { get; } = Bridge with
    {
        ServiceQuestions = [A.Rating("fitting", NewWords), A.Rating("fast", "How fast is it?"), A.Comment()],
        LastQuestions = [A.Rating("overall", "How content are you?") with { Version = 2 }],
    };

    // By the old words 60 of 100 find the Wi-Fi good and 70 of 100 the mail, by the new ones 78 and 72; all in all 50 and 65.
    private static IEnumerable<Person> People(int year) => Enumerable.Range(0, 200).Select(i => (year, i % 2 == 0) switch
    {
        (2024, _) => Person(i, "overall", "overall", i % 10 < 6, i % 10 < 7, i % 2 == 0),
        (2025, true) => Person(i, "overall", "overall", i / 2 < 60, i / 2 < 70, i / 2 < 50),
        (2025, false) => Person(i, "fitting", "content", i / 2 < 78, i / 2 < 72, i / 2 < 65),
        _ => Person(i, "fitting", "overall", i % 10 < 8, i % 10 < 7, i % 3 > 0),
    });

    private static Person Person(int i, string question, string last, bool wifi, bool mail, bool all) => new(
    [
        ($"wifi.{question}", wifi ? 4 : 2), ($"mail.{question}", mail ? 4 : 2), ($"tiny.{question}", i < 8 ? 5 : Item.CannotJudge), ("wifi.fast", i % 5 + 1), (last, all ? 5 : 3),
    ]);
}
