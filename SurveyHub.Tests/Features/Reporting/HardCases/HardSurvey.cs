using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.HardCases;

/// <summary>A survey that a report finds hard: what it asks, and who answers in which year.</summary>
/// <param name="Key">The survey's key.</param>
/// <param name="Years">Its editions, all of them closed.</param>
/// <param name="People">How many answer in a year.</param>
internal sealed record HardSurvey(string Key, int[] Years, Func<int, int> People)
{
    private static readonly string[] Usual = ["wifi", "mail", "print", "desk"];
    private static readonly string Endless = new('W', 190);

    public IReadOnlyList<string> Services { get; init; } = Usual;
    public Func<string, string> Name { get; init; } = name => name;
    public IReadOnlyList<string> Departments { get; init; } = ["medicine", "surgery", "laboratory"];

    /// <summary>Of year, person and service: may this person judge it.</summary>
    public Func<int, int, string, bool> Judges { get; init; } = (_, person, service) => (person + service.Length) % 7 != 0;
    public Func<int, int> Department { get; init; } = person => person % 3;

    /// <summary>The first year of another series, of every question.</summary>
    public int? Break { get; init; }

    public static IReadOnlyList<HardSurvey> All { get; } =
    [
        new("nobody-answers", [2023, 2024, 2025], year => year == 2025 ? 0 : 60),
        new("one-answer", [2023, 2024, 2025], year => year == 2025 ? 1 : 60),
        new("never-used", [2024, 2025], _ => 60) { Judges = (year, _, _) => year == 2024 },
        new("unrated", [2024, 2025], _ => 60) { Judges = (_, person, service) => service != "print" && person % 7 != 0 },
        new("one-department", [2024, 2025], _ => 60) { Department = _ => 0 },
        new("small-departments", [2024, 2025], _ => 60) { Departments = [.. Enumerable.Range(1, 12).Select(i => $"d{i}")], Department = person => person % 12 },
        new("all-breaks", [2022, 2023, 2024, 2025], _ => 60) { Break = 2024 },
        new("one-service", [2024, 2025], _ => 60) { Services = ["only"] },
        new("twelve-years", [.. Enumerable.Range(2014, 12)], year => 40 + year % 7 * 9),
        new("many-services", [2024, 2025], _ => 60) { Services = [.. Enumerable.Range(1, 300).Select(i => $"s{i}")] },
        new("endless-names", [2024, 2025], _ => 60) { Name = name => $"{name} {Endless}", Departments = ["a", "b", "c"] },
        new("right-to-left", [2024, 2025], _ => 60) { Name = name => $"\u0634\u0628\u0643\u0629 {name} (PACS) \u05d3\u05d5\u05d0\u05e8" },
        new("markup-names", [2024, 2025], _ => 60) { Name = name => $"<b>{name} & \"more\"</b> =1+1" },
    ];

    public async Task StoreAsync(SurveyHubHost host)
    {
        foreach (var year in Years)
        {
            var edition = await Answered.EditionAsync(host.Database, Questionnaire, year, Answers(year));
            if (year == Break)
            {
                var breaks = $"[{string.Join(',', Services.Select(s => $"\"{s}.overall\"").Append("\"overall\""))}]";
                await host.Database.WriteAsync(work => work.ExecuteAsync("update edition set confirmed_breaks = @breaks where edition_id = @EditionId", new { edition.EditionId, breaks }));
            }
            await host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
        }
    }

    private Questionnaire Questionnaire => A.Questionnaire([.. Services]) with
    {
        Survey = Key,
        Title = A.Text(Name("title")),
        Anonymity = Anonymity.Confidential,
        Headline = HeadlineKind.OverallQuestion,
        Screener = null,
        Services = [.. Services.Select(s => A.Service(s) with { Name = A.Text(Name(s)), Target = 0.8 })],
        ServiceQuestions = [A.Rating("overall"), A.Rating("fast", Name("How fast is it?")), A.Comment()],
        Groups = [Group("department", Departments), Group("role", ["doctor", "nurse"])],
    };

    private CustomerGroup Group(string key, IReadOnlyList<string> options)
    {
        var group = A.Group(key, GroupSource.Asked, [.. options]);
        return group with { Name = A.Text(Name(key)), Options = [.. group.Options.Select(o => o with { Label = A.Text(Name(o.Key)) })] };
    }

    private IEnumerable<Person> Answers(int year) => Enumerable.Range(0, People(year)).Select(i => new Person(
    [
        .. Services.Index().SelectMany(service => Rated(year, i, service.Item, (i * 37 + service.Index * 11 + year) % 60 < 36 + service.Index * 5)),
        Services.Any(s => Judges(year, i, s)) ? ("overall", i * 23 % 60 < 44 ? 4 : 2) : ("overall", Item.CannotJudge),
        ("group.department", Department(i) + 1), ("group.role", i % 2 + 1),
    ]));

    private IEnumerable<(string, int)> Rated(int year, int person, string service, bool good) => Judges(year, person, service)
        ? [($"{service}.overall", good ? 4 + person % 2 : 1 + person % 3), ($"{service}.fast", good ? 4 : 2 + person % 3)]
        : [($"{service}.overall", Item.CannotJudge), ($"{service}.fast", Item.CannotJudge)];
}
