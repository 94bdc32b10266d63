using SurveyHub.Results;
using SurveyHub.Results.Disclosure;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>Questions beside the ratings in the file of single responses: who was asked them, and what few of a group said.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class WithheldChoicesTests(TestServer server) : DatabaseTest(server)
{
    [Test]
    public async Task Who_was_asked_what_is_wrong_does_not_tell_a_rating_that_is_withheld()
    {
        // Department b has too few ratings of the Wi-Fi, c goes with it. Of b two, of c twelve are dissatisfied, and asked what the problem is.
        var package = await CloseAsync(
            25.Times(("group.department", 1), ("wifi.overall", 4), ("printing.overall", 4)), 15.Times(("group.department", 1), ("wifi.overall", 2), ("wifi.problem", 1), ("printing.overall", 4)),
            5.Times(("group.department", 2), ("wifi.overall", 5), ("printing.overall", 3)), 2.Times(("group.department", 2), ("wifi.overall", 1), ("wifi.problem", 2), ("printing.overall", 3)), 8.Times(("group.department", 2), ("printing.overall", 3)),
            12.Times(("group.department", 3), ("wifi.overall", 1), ("wifi.problem", 2), ("printing.overall", 3)), 1.Times(("group.department", 3), ("wifi.overall", 1), ("wifi.problem", Item.Skipped), ("printing.overall", 3)));

        var hidden = package.Wide.Where(r => r["group.department"] is "2" or "3").ToArray();
        Assert.That(hidden.Select(r => r["wifi.overall"]), Is.All.Empty);
        Assert.That(hidden.Select(r => r["wifi.problem"]), Is.All.Empty, "not even that it was shown and left empty");
        Assert.That(package.Long.Where(r => r["item_code"] == "wifi.problem" && r["value_role"] == "withheld").Count(), Is.EqualTo(28), "whoever was asked and whoever was not");
        Assert.That(package.Wide.Count(r => r["group.department"] == "1" && r["wifi.problem"] == "1"), Is.EqualTo(15));
        Assert.That(package.LeftOut, Has.Some.Contains("wifi.problem"));
    }

    [Test]
    public async Task What_few_of_a_group_chose_is_left_out_and_so_is_what_would_give_it_away()
    {
        var package = await CloseAsync(
            30.Times(("group.department", 1), ("wifi.overall", 4), ("news.mail", 1), ("news.poster", 0)), 20.Times(("group.department", 2), ("wifi.overall", 4), ("news.mail", 0), ("news.poster", 1)),
            4.Times(("group.department", 3), ("wifi.overall", 4), ("news.mail", 0), ("news.poster", 1)), 11.Times(("group.department", 3), ("wifi.overall", 4)));

        Assert.That(package.Wide.Where(r => r["group.department"] == "3").Select(r => r["news.poster"]), Is.All.Empty);
        Assert.That(package.Wide.Where(r => r["group.department"] == "2").Select(r => r["news.poster"]), Is.All.Empty, "all answers of the codebook minus two departments would be four");
        Assert.That(package.Wide.Count(r => r["news.poster"] == "0"), Is.EqualTo(30));
        Assert.That(package.Wide.Select(r => r["wifi.overall"]), Is.All.EqualTo("4"));
    }

    [Test]
    public async Task A_question_beside_the_ratings_costs_no_further_group_but_is_left_out_where_few_answer_it_there()
    {
        IEnumerable<Person> Some(int people, int department, int role, params (string, int)[] more) => people.Times([("group.department", department), ("group.role", role), ("wifi.overall", 4), .. more]);

        var package = await CloseAsync(Some(30, 1, 1, ("news.mail", 1), ("news.poster", 0)), Some(30, 1, 2, ("news.mail", 0), ("news.poster", 1)), Some(30, 2, 1, ("news.mail", 1), ("news.poster", 0)), Some(26, 2, 2), Some(4, 2, 2, ("news.mail", 0), ("news.poster", 1)));

        Assert.That(package.Wide.Select(r => r["group.role"]), Is.All.Not.Empty);
        Assert.That(package.Wide.Select(r => r["news.mail"]), Is.All.Empty);
        Assert.That(package.LeftOut, Has.Some.Contains("news.mail, news.poster"));
    }

    [Test]
    public async Task A_question_for_the_dissatisfied_is_not_told_of_a_service_that_is_hidden()
    {
        // Payroll has seven ratings; printing goes with it, for the total of all ratings is shown.
        var package = await CloseAsync(40.Times(("wifi.overall", 2), ("wifi.problem", 1)), 7.Times(("payroll.overall", 1), ("payroll.problem", 1)), 35.Times(("printing.overall", 1), ("printing.problem", 2)));

        var report = package.Report;
        Assert.That(report.Rows(ServiceYearRow.Table).Single(r => r.Item == "printing").Display, Is.EqualTo("hidden: complementary"));
        Assert.That(report.Rows(DistributionRow.Table).Select(r => r.Item).Distinct(), Is.EqualTo(["wifi", "wifi.problem"]), "35 asked of printing would be its dissatisfied");
        Assert.That(report.Rows(LedgerRow.Table).Where(r => r is { Of: LedgerRow.Distribution, Item: "printing.problem" }).Select(r => r.Reason), Is.EqualTo([Reason.WholeIsHidden]));
        Assert.That(package.Wide.Select(r => r["printing.problem"]), Is.All.Empty);
    }

    private async Task<Closed> CloseAsync(params IEnumerable<Person>[] people)
    {
        await Answered.EditionAsync(Database, Survey, 2025, people);
        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];
        var package = await PackageReader.OfAsync(Database, report);
        return new(report, package.Wide, package.Long, package.LeftOut);
    }

    private static Questionnaire Survey => A.Questionnaire("wifi", "printing", "payroll") with
    {
        Anonymity = Anonymity.Confidential,
        Headline = HeadlineKind.PooledRatings,
        Screener = null,
        ServiceQuestions =
        [
            A.Rating("overall"),
            new()
            {
                Key = "problem", Kind = QuestionKind.SingleChoice, Text = A.Text("What is wrong?"), Options = [Option("slow", 1), Option("broken", 2)],
                ShowIf = new() { All = true, Conditions = [new("overall", ShowOperator.AtMost, "2")] },
            },
        ],
        LastQuestions = [new() { Key = "news", Kind = QuestionKind.MultipleChoice, Text = A.Text("Heard by?"), Options = [Option("mail", 1), Option("poster", 2)] }],
        Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c"), A.Group("role", GroupSource.Asked, "x", "y")],
    };

    private static ChoiceOption Option(string key, int code) => new() { Key = key, Code = code, Label = A.Text(key) };

    private sealed record Closed(EditionReport Report, IReadOnlyList<IReadOnlyDictionary<string, string>> Wide, IReadOnlyList<IReadOnlyDictionary<string, string>> Long, IReadOnlyList<string> LeftOut);
}
