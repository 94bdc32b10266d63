using SurveyHub.Editions;
using SurveyHub.Features.People.Rates;
using SurveyHub.Responses;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Statistics;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Frame;

/// <summary>The frame of the end-to-end vectors, put on a list person by person, against the rates another program found.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class ParticipationVectorTests(TestServer server) : DatabaseTest(server)
{
    private static readonly IReadOnlyList<VectorRow> Frame = [.. Vectors.Csv("20_end_to_end/frame.csv")];

    [TestCase(2024)]
    [TestCase(2025)]
    [TestCase(2026)]
    public async Task Every_department_has_the_rates_it_should_have(int year)
    {
        var rows = await RowsAsync(await ListAsync(year));

        foreach (var expected in Vectors.Csv("20_end_to_end/expected/response_rates.csv").Where(row => row.Count("year") == year))
        {
            var everybody = expected["department"] == "(all)";
            var row = rows.Single(r => everybody ? r.Attribute.Length == 0 : r.ValueKey == expected["department"]);
            var line = ParticipationLine.Of(row.Attribute, [row], tellsCompleteness: true);
            Assert.That((line.Listed, line.Ineligible, line.Complete, line.Partial, line.Refused, line.NoContact, line.UnknownEligibility),
                Is.EqualTo((expected.Count("listed"), expected.Count("ineligible"), (int?)expected.Count("complete"), (int?)expected.Count("partial"),
                    expected.Count("refused"), expected.Count("no_contact"), expected.Count("unknown_eligibility"))), $"{expected}");
            Close.To(expected.Number("RR1"), line.Rates.Rr1, Vectors.Exact, expected);
            Close.To(expected.Number("RR2"), line.Rates.Rr2, Vectors.Exact, expected);
            Close.To(expected.Number("RR5"), line.Rates.Rr5, Vectors.Exact, expected);
            Close.To(expected.Number("RR6"), line.Rates.Rr6, Vectors.Exact, expected);
        }
    }

    [TestCase(2024)]
    [TestCase(2025)]
    [TestCase(2026)]
    public async Task Small_departments_stand_together_and_nobody_is_lost(int year)
    {
        var edition = await ListAsync(year);

        var view = ReadParticipation.Arrange(edition, await RowsAsync(edition));

        var lines = view.Groups.Single().Lines;
        Assert.That(lines.Select(l => l.Invited).Where(n => n > 0), Is.All.GreaterThanOrEqualTo(FewPeopleAre));
        Assert.That(lines.Sum(l => l.Invited), Is.EqualTo(view.All!.Invited));
        Assert.That(lines.Sum(l => l.Answered), Is.EqualTo(view.All.Answered));
        Assert.That(lines.Any(l => l.IsPool));
        Assert.That(lines[^1].Rates.Rr2, Is.EqualTo((double)lines[^1].Answered / lines[^1].Invited).Within(1e-12));
    }

    private const int FewPeopleAre = 10;

    private async Task<Edition> ListAsync(int year)
    {
        var people = Frame.Where(row => row.Count("year") == year).ToList();
        var questionnaire = A.Questionnaire("wifi") with
        {
            Anonymity = Anonymity.Confidential,
            Groups = [A.Group("department", GroupSource.Invitation, [.. people.Select(p => p["department"]).Distinct()])],
        };
        var id = await Database.WriteAsync(work => new EditionWriter(TimeProvider.System).InsertAsync(work, new()
        {
            Year = year, Status = EditionStatus.Open, Origin = EditionOrigin.Collected, OpensOn = new(year, 3, 1), ClosesOn = new(year, 3, 31), Questionnaire = questionnaire,
        }));
        var edition = (await new EditionStore(Database, new FrozenQuestionnaires()).FindAsync(id!.Value))!;
        await Database.WriteAsync(work => FrameStore.AddAsync(work, edition, people.Select(Person), new(year, 3, 2)));
        return edition;
    }

    private static FramePerson Person(VectorRow row) => new()
    {
        Address = $"p{row["person_id"]}@example.org",
        Groups = new Dictionary<string, string> { ["department"] = row["department"] },
        Disposition = row["status"] == "no_contact" ? Disposition.Invited : Enum.Parse<Disposition>(row["status"], ignoreCase: true),
    };

    private Task<IReadOnlyList<ResponseRateRow>> RowsAsync(Edition edition) =>
        new ParticipationStore(Database, new(Database, new(Database, new FrozenQuestionnaires()), Database.Dialect)).OfAsync(edition);
}
