using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>
/// A survey whose report has everything a report can have: a service clearly lowest, one better, one worse, one too small to test, one too
/// small to show, one nobody could judge, one new and one gone, a reworded one, departments too small to show, and an edition still open.
/// </summary>
internal static class ReportedSurvey
{
    public const string Key = "internal";
    public const int People = 120;

    /// <summary>So many rated the service that is hidden.</summary>
    public const int RatedTiny = 7;

    // Of 120 people: good ratings in 2023, 2024, 2025.
    private static readonly (string Service, int[] Good)[] Large =
    [
        ("wifi", [36, 38, 40]), ("mail", [102, 101, 103]), ("printing", [96, 96, 72]), ("desk", [72, 76, 100]), ("reworded", [90, 90, 91]),
    ];

    public static Questionnaire Questionnaire(int year) => A.Questionnaire("wifi", "mail", "printing", "desk", "reworded", "small", "tiny", "nobody", year < 2025 ? "gone" : "new") with
    {
        Anonymity = Anonymity.Confidential,
        Headline = HeadlineKind.OverallQuestion,
        Target = 0.9,
        Screener = null,
        Services = [.. A.Questionnaire("wifi", "mail", "printing", "desk", "reworded", "small", "tiny", "nobody", year < 2025 ? "gone" : "new").Services
            .Select(s => s with { Name = new([new("en", $"The {s.Key}"), new("de", $"Der {s.Key}")]), Target = s.Key switch { "wifi" => 0.8, "mail" => 0.8, "printing" => 0.6, _ => null } })],
        ServiceQuestions =
        [
            A.Rating("overall"), A.Rating("fast", "How fast is it?"),
            .. year < 2025 ? [] : new[] { A.Rating("least", "What would just do for you?"), A.Rating("ideal", "What do you wish for?") }, A.Comment(),
        ],
        Expectations = year < 2025 ? null : new() { Minimum = "least", Desired = "ideal" },
        Groups = [A.Group("department", GroupSource.Asked, "medicine", "surgery", "radiology", "laboratory", "chapel"), A.Group("role", GroupSource.Asked, "doctor", "nurse")],
    };

    /// <summary>Three closed editions, and one that is open with answers already in it.</summary>
    public static async Task StoreAsync(SurveyHubHost host, Func<int, IEnumerable<Person>>? people = null)
    {
        foreach (var year in new[] { 2023, 2024, 2025, 2026 })
        {
            var edition = await Answered.EditionAsync(host.Database, Questionnaire(year), year, (people ?? (y => PeopleOf(y)))(year));
            if (year == 2024) await BreakAsync(host, edition.EditionId, "reworded.overall");
            if (year < 2026) await host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        }
    }

    /// <param name="year">The edition.</param>
    /// <param name="goodTiny">How many of those who rated the hidden service found it good.</param>
    public static IEnumerable<Person> PeopleOf(int year, int goodTiny = 3) => Enumerable.Range(0, People).Select(i => new Person(
    [
        .. Large.SelectMany((s, index) => Rated(s.Service, Good(i, index, s.Good[Math.Min(year, 2025) - 2023]))),
        .. year < 2025 ? [] : Large.Select(s => s.Service).Append("tiny").Append("small").SelectMany(s => Expected(s, i)),
        ("small.overall", i < 20 ? i < 13 ? 4 : 2 : Item.CannotJudge),
        ("tiny.overall", i < RatedTiny ? i < goodTiny ? 5 : 1 : Item.CannotJudge),
        ("nobody.overall", Item.CannotJudge),
        year < 2025 ? ("gone.overall", i % 3 == 0 ? 2 : 5) : ("new.overall", i % 4 == 0 ? 3 : 4),
        ("overall", Good(i, 9, 80 + 6 * (Math.Min(year, 2025) - 2023)) ? 4 : 3),
        ("group.department", i < 4 ? 5 : i < 16 ? 4 : i % 3 + 1),
        ("group.role", i % 4 == 0 ? 1 : 2),
    ]));

    private static IEnumerable<(string, int)> Rated(string service, bool good) => [($"{service}.overall", good ? 5 : 2), ($"{service}.fast", good ? 4 : 3)];

    // Of the printing a few left one of the two empty, so an average over the others would tell how they rated it.
    private static IEnumerable<(string, int)> Expected(string service, int person) =>
        service is "tiny" && person >= RatedTiny || service is "small" && person >= 20 || service is "printing" && person < 4
            ? [($"{service}.least", Item.CannotJudge), ($"{service}.ideal", 5)]
            : [($"{service}.least", person % 3 + 2), ($"{service}.ideal", person % 4 == 0 ? 4 : 5)];

    // 37 and 120 have no common divisor: exactly so many are good, spread over everybody.
    private static bool Good(int person, int service, int good) => (person * 37 + service * 11) % People < good;

    private static Task BreakAsync(SurveyHubHost host, int editionId, string item) =>
        host.Database.WriteAsync(work => work.ExecuteAsync("update edition set confirmed_breaks = @breaks where edition_id = @editionId",
            new { editionId, breaks = $"[\"{item}\"]" }));
}
