using SurveyHub.Surveys;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Distributing;

/// <summary>A survey that asks whether one would recommend, on eleven points: 40 of 100 chose 9 or 10, 35 chose 7 or 8, 25 chose 0 to 6.</summary>
internal static class Recommended
{
    public const string Key = "recommended";

    private static readonly RatingScale Eleven = new()
    {
        Key = "eleven",
        Options = [.. Enumerable.Range(0, 11).Select(point => new ScaleOption { Code = point + 1, Label = A.Text($"{point}"), Role = point >= 9 ? OptionRole.Favourable : point >= 7 ? OptionRole.Neutral : OptionRole.Unfavourable })],
        CannotJudge = A.Text("I cannot say"),
    };

    public static Questionnaire Questionnaire { get; } = Asking("wifi");

    public static IEnumerable<Person> People { get; } = Enumerable.Range(0, 100).Select(i => new Person(
        [("wifi.overall", i % 5 + 1), ("recommend", i < 40 ? 10 + i % 2 : i < 75 ? 8 + i % 2 : 1 + i % 7)]));

    private static Questionnaire Asking(string service)
    {
        var plain = A.Questionnaire(service);
        return plain with
        {
            Survey = Key,
            Anonymity = Anonymity.Confidential,
            Screener = null,
            Scales = [.. plain.Scales, Eleven],
            LastQuestions = [A.Rating("recommend", "How likely is it that you would recommend us?") with { Scale = Eleven.Key }],
        };
    }
}
