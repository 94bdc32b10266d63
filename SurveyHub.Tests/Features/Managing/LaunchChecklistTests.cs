using SurveyHub.Features.Managing.Opening;
using SurveyHub.Features.Managing.Preparing;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Features.Managing;

public sealed class LaunchChecklistTests
{
    private static readonly DateOnly Today = new(2026, 10, 20);

    private SurveyFolder _folder = null!;

    [SetUp]
    public void WriteFile() => _folder = new();

    [TearDown]
    public void RemoveFile() => _folder.Dispose();

    [Test]
    public void With_people_and_a_file_without_errors_all_is_ready_but_the_probe()
    {
        var checks = List(People(("medicine", 30), ("surgery", 25)));

        Assert.That(checks.Where(c => c.State != CheckState.Good).Select(c => (c.Title, c.State)), Is.EqualTo([("Probe response", CheckState.AtOpening)]));
        Assert.That(checks.Single(c => c.Title == "Languages").Words, Is.EqualTo("Every text is there in English and German."));
        Assert.That(checks.Single(c => c.Title == "People").Words, Is.EqualTo("55 people on the list."));
    }

    [Test]
    public void Without_people_and_without_an_open_link_nobody_could_answer() =>
        Assert.That(State("People", List([])), Is.EqualTo(CheckState.Missing));

    [Test]
    public void With_an_open_link_alone_there_is_no_response_rate() =>
        Assert.That(List([], openLink: true).Single(c => c.Title == "People").Words, Does.Contain("no response rate"));

    [Test]
    public void People_who_left_cannot_answer() =>
        Assert.That(State("People", List([Count("medicine", 12, Disposition.Ineligible)])), Is.EqualTo(CheckState.Missing));

    [Test]
    public void A_department_smaller_than_the_minimum_is_told_beforehand()
    {
        var check = List(People(("medicine", 30), ("surgery", 9))).Single(c => c.Title == "Minimum group sizes");

        Assert.That(check.State, Is.EqualTo(CheckState.Look));
        Assert.That(check.Words, Does.Contain("1 of 2 in Department"));
    }

    [Test]
    public void People_without_a_personal_link_are_counted() =>
        Assert.That(List(People(("medicine", 30)), withoutLink: 30).Single(c => c.Title == "Personal links").Words, Does.StartWith("30 people have none yet"));

    [Test]
    public void People_in_a_group_the_file_does_not_have_are_counted() =>
        Assert.That(List(People(("medicine", 30), ("garden", 12))).Single(c => c.Title == "Customer groups").Words, Does.StartWith("12 people are in a group"));

    [Test]
    public void An_edition_that_is_still_open_has_to_be_closed_first() =>
        Assert.That(State("One at a time", List(People(("medicine", 30)), stillOpen: true)), Is.EqualTo(CheckState.Missing));

    [Test]
    public void A_planned_first_day_that_is_over_is_told_with_the_day_that_stands_in_the_field()
    {
        var check = List(People(("medicine", 30)), today: new(2026, 11, 4)).Single(c => c.Title == "Days");

        Assert.That(check.State, Is.EqualTo(CheckState.Look));
        Assert.That(check.Words, Does.StartWith("The planned first day, 2 Nov 2026, is over: it opens today, 4 Nov 2026"));
    }

    [Test]
    public void A_planned_last_day_that_is_over_is_told() =>
        Assert.That(State("Days", List(People(("medicine", 30)), today: new(2026, 12, 1))), Is.EqualTo(CheckState.Look));

    [Test]
    public void Warnings_of_the_file_are_to_be_looked_at()
    {
        _folder.Change("minimum_answers: 10", "minimum_answers: 5");

        Assert.That(State("Survey file", List(People(("medicine", 30)))), Is.EqualTo(CheckState.Look));
    }

    private static CheckState State(string title, IReadOnlyList<Check> checks) => checks.Single(c => c.Title == title).State;

    private IReadOnlyList<Check> List(IReadOnlyList<FrameCount> people, int withoutLink = 0, bool openLink = false, bool stillOpen = false, DateOnly? today = null)
    {
        var file = _folder.Catalog.Read(SurveyFolder.Survey)!;
        var draft = Draft(file.Definition!.For(2026));
        var next = NextEdition.Of(2026, file.Definition!, stillOpen ? [draft with { EditionId = 2, Year = 2025, Status = EditionStatus.Open }, draft] : [draft]);
        return LaunchChecklist.Of(next, file.Problems, new(people, withoutLink), openLink, today ?? Today);
    }

    private static IReadOnlyList<FrameCount> People(params (string Department, int People)[] people) =>
        [.. people.Select(p => Count(p.Department, p.People, Disposition.Invited))];

    private static FrameCount Count(string department, int people, Disposition disposition) =>
        new(new Dictionary<string, string> { ["department"] = department }, new(disposition, null), people);

    private static Edition Draft(Questionnaire questionnaire) => new()
    {
        EditionId = 1, Survey = questionnaire.Survey, Year = 2026, Status = EditionStatus.Draft, Origin = EditionOrigin.Collected,
        OpensOn = new(2026, 11, 2), ClosesOn = new(2026, 11, 27), Questionnaire = questionnaire, QuestionnaireSha256 = "", ConfirmedBreaks = [], Items = ItemList.Of(questionnaire),
    };
}
