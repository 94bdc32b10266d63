using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Following;

/// <summary>A survey in which everything happened: renamed, merged, split, reworded twice, departments put together; one name is 200 characters long, one from right to left.</summary>
internal static class LivedSurvey
{
    public const string Key = "lived";
    public const string RightToLeft = "طباعة المستندات";

    public static readonly string Long = string.Concat(Enumerable.Repeat("Workstations ", 20))[..200].Trim();

    private static readonly LineageEdge[] All =
    [
        new() { Kind = LineageKind.Renamed, Service = "imaging", From = ["films"], Year = 2023, Note = "The archive was closed" },
        new() { Kind = LineageKind.Reworded, Question = "overall", Effect = RewordingEffect.Minor, Year = 2023 },
        new() { Kind = LineageKind.Merged, Service = "telephony", From = ["fax", "telephony"], Year = 2024 },
        new() { Kind = LineageKind.Split, Service = "workplace", Into = ["printing", "stations"], Year = 2024 },
        new() { Kind = LineageKind.Merged, Group = "department", Option = "clinic", From = ["medicine", "surgery"], Year = 2024 },
    ];

    public static async Task StoreAsync(SurveyHubHost host)
    {
        foreach (var year in new[] { 2022, 2023, 2024, 2025 })
        {
            var edition = await Answered.EditionAsync(host.Database, Questionnaire(year), year, People(year));
            await host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        }
    }

    public static Questionnaire Questionnaire(int year) => A.Questionnaire(Services(year)) with
    {
        Survey = Key,
        Title = A.Text("A survey that lived"),
        Anonymity = Anonymity.Confidential,
        Screener = null,
        Headline = HeadlineKind.MeanOfServices,
        Services = [.. Services(year).Select(s => A.Service(s) with { Name = A.Text(s switch { "stations" => Long, "printing" => RightToLeft, _ => $"The {s}" }) })],
        ServiceQuestions = [A.Rating("overall", year < 2023 ? "Overall, how good is it?" : "How good is it, all in all?")],
        Groups = [A.Group("department", GroupSource.Asked, year < 2024 ? ["medicine", "surgery", "chapel"] : ["clinic", "chapel"])],
        LastQuestions = [A.Rating("overall", "All in all?")],
        Lineage = All.Where(e => e.Year <= year).ToArray() is { Length: > 0 } lineage ? lineage : null,
    };

    private static string[] Services(int year) =>
        year < 2024 ? [year < 2023 ? "films" : "imaging", "fax", "telephony", "workplace"] : year < 2025 ? ["imaging", "telephony", "printing", "stations"] : ["imaging", "telephony", "printing", "stations", "lunch"];

    // 120 people; a little better every year, the fax worst.
    private static IEnumerable<Person> People(int year) => Enumerable.Range(0, 120).Select(i => new Person(
    [
        .. Services(year).Select((s, at) => ($"{s}.overall", (i * 7 + at * 13) % 120 < 60 + 12 * (year - 2022) - (s == "fax" ? 30 : 0) ? 4 : 2)),
        ("overall", i % 10 < 7 ? 4 : 2),
        ("group.department", i < 8 ? year < 2024 ? 3 : 2 : year < 2024 ? 1 + i % 2 : 1),
    ]));
}
