using SurveyHub.Features.Reporting.Explaining;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Reporting.Changing;

/// <summary>The numbers of a textbook (Charig et al. 1986): both departments fall, and the whole rises, because more of the content one answered.</summary>
public sealed class MixNoteTests : ReportTest
{
    private const string Survey = "mixed";
    private const string Words = "The mix of respondents changed: by department, both groups moved the other way. Had every group given the same part of the ratings in both years, the change would be −5 points instead of +5.";

    // Department, ratings, good ones.
    private static readonly (int Department, int Rated, int Good)[] Before = [(1, 87, 81), (2, 263, 192)], Now = [(1, 270, 234), (2, 80, 55)];

    [OneTimeSetUp]
    public async Task TwoYears()
    {
        await CloseAsync(Survey, 2024, Before);
        await CloseAsync(Survey, 2025, Now);
    }

    [Test]
    public async Task A_share_that_rose_only_because_others_answered_is_said_to_have()
    {
        var changes = await PageAsync(Urls.Changes(Survey, 2025));
        var rows = await FileAsync(Urls.AsCsv(Urls.Changes(Survey, 2025)));

        Assert.Multiple(async () =>
        {
            Assert.That(HtmlTables.Row(changes, "changed", "The wifi")[^1], Does.EndWith(Words));
            Assert.That(HtmlTables.Row(changes, "changed", "The mail")[^1], Does.Not.Contain("mix"), "everybody's rating of it is the same");
            Assert.That(HtmlTables.Text(changes).Split(Words), Has.Length.EqualTo(3), "the headline, too, is the same ratings");
            Assert.That(HtmlTables.Text(await PageAsync(Urls.Service(Survey, 2025, "wifi"))), Does.Contain(Words));
            Assert.That(HtmlTables.Text(await PageAsync(Urls.Figure(Survey, 2025, FigurePlace.Change(2024, "wifi")))), Does.Contain(Words));
            foreach (var address in new[] { Urls.Trend(Survey), Urls.Report(Survey, 2025) }) Assert.That(HtmlTables.Text(await PageAsync(address)), Does.Contain(Words), address);
            Assert.That(HtmlTables.Text(await PageAsync("/")), Does.Contain("Most customer groups moved the other way: the mix of respondents changed"));
            Assert.That(rows.Select(r => (r["service"], r["mix_changed_by"])), Is.EqualTo(new[] { ("mail", ""), ("wifi", "department") }));
            Assert.That(rows.Select(r => r["diff_same_mix"]), Is.EqualTo(new[] { "", "-0.053671217385603764" }));
        });
    }

    [Test]
    public async Task Departments_that_became_one_are_one_group_before_as_well()
    {
        // What became the department of 270 had been two, of 40 and 47.
        await CloseAsync("merged", 2024, [(1, 40, 37), (3, 47, 44), (2, 263, 192)], q => q with { Groups = [A.Group("department", GroupSource.Asked, "ward", "surgery", "clinic")] });
        await CloseAsync("merged", 2025, Now, q => q with { Lineage = [new() { Year = 2025, Kind = LineageKind.Merged, Group = "department", Option = "medicine", From = ["ward", "clinic"] }] });

        Assert.That(HtmlTables.Row(await PageAsync(Urls.Changes("merged", 2025)), "changed", "The wifi")[^1], Does.EndWith(Words));
    }

    [Test]
    public async Task Nothing_is_said_of_the_mix_where_the_question_is_not_the_same()
    {
        await CloseAsync("reworded", 2024, Before);
        await CloseAsync("reworded", 2025, Now, q => q with { Lineage = [Other(question: "overall"), Other(lastQuestion: "overall")] });

        Assert.That(HtmlTables.Text(await PageAsync(Urls.Changes("reworded", 2025))), Does.Not.Contain("mix of respondents"));
    }

    private static LineageEdge Other(string? question = null, string? lastQuestion = null) =>
        new() { Year = 2025, Kind = LineageKind.Reworded, Question = question, LastQuestion = lastQuestion, Effect = RewordingEffect.Major };

    private async Task CloseAsync(string survey, int year, IEnumerable<(int Department, int Rated, int Good)> departments, Func<Questionnaire, Questionnaire>? change = null)
    {
        var questionnaire = A.Questionnaire("wifi", "mail") with
        {
            Survey = survey,
            Headline = HeadlineKind.OverallQuestion,
            Anonymity = Anonymity.Confidential,
            Screener = null,
            Services = [.. new[] { "wifi", "mail" }.Select(s => A.Service(s) with { Name = A.Text($"The {s}") })],
            ServiceQuestions = [A.Rating("overall")],
            Groups = [A.Group("department", GroupSource.Asked, "medicine", "surgery")],
        };
        var people = departments.SelectMany(d => Enumerable.Range(0, d.Rated).Select(i => new Person(
            [("wifi.overall", i < d.Good ? 5 : 2), ("overall", i < d.Good ? 5 : 2), ("mail.overall", i % 2 == 0 ? 5 : 2), ("group.department", d.Department)])));
        var edition = await Answered.EditionAsync(Host.Database, change is null ? questionnaire : change(questionnaire), year, people);
        await Host.WithAsync((EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }
}
