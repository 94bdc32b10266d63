using System.Globalization;

namespace SurveyHub.Tests.Demonstration;

public sealed class DemonstrationPeopleTests
{
    private static readonly string[] Tiny = ["pharmacy", "pathology", "chaplaincy"];

    [TestCaseSource(typeof(SeedData), nameof(SeedData.ClosedYears))]
    public void About_900_of_1400_answer(int year) => Assert.Multiple(() =>
    {
        Assert.That(SeedData.Frame(year), Has.Count.EqualTo(1400).Within(40));
        Assert.That(SeedData.Responses(year), Has.Count.EqualTo(930).Within(40));
    });

    [TestCaseSource(typeof(SeedData), nameof(SeedData.ClosedYears))]
    public void The_list_knows_as_many_answers_of_each_kind_as_there_are(int year)
    {
        var listed = SeedData.Frame(year).Select(p => (p["department"], p["role"], p["disposition"])).Where(p => p.Item3 is "complete" or "partial");
        var given = SeedData.Responses(year).Select(r => (r["department"], r["role"], r["complete"] == "1" ? "complete" : "partial"));

        Assert.That(given, Is.EquivalentTo(listed));
    }

    [TestCaseSource(typeof(SeedData), nameof(SeedData.ClosedYears))]
    public void Departments_answer_at_63_to_70_percent_and_not_all_alike(int year)
    {
        var rates = SeedData.Frame(year).Where(p => p["disposition"] != "ineligible").GroupBy(p => p["department"]).Where(d => d.Count() >= 30)
            .Select(d => 100.0 * d.Count(p => p["disposition"] is "complete" or "partial") / d.Count()).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(rates, Has.Length.EqualTo(11).And.All.InRange(63, 70));
            Assert.That(rates.Max() - rates.Min(), Is.GreaterThan(3));
        });
    }

    [TestCaseSource(typeof(SeedData), nameof(SeedData.ClosedYears))]
    public void Three_departments_have_under_ten_people_and_all_of_them_are_content(int year)
    {
        var small = SeedData.Frame(year).GroupBy(p => p["department"]).Where(d => d.Count() < 10).Select(d => d.Key);
        var ratings = SeedData.Responses(year).Where(r => Tiny.Contains(r["department"]))
            .SelectMany(r => r.Where(c => c.Key.EndsWith("overall", StringComparison.Ordinal) && c.Value is not ("" or "X")).Select(c => c.Value)).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(small, Is.EquivalentTo(Tiny));
            Assert.That(ratings, Is.Not.Empty.And.All.AnyOf("4", "5"));
        });
    }

    [TestCaseSource(typeof(SeedData), nameof(SeedData.ClosedYears))]
    public void Who_works_where_decides_what_is_used(int year)
    {
        var responses = SeedData.Responses(year);

        Assert.Multiple(() =>
        {
            Assert.That(Users("health_record", "doctor"), Is.GreaterThan(0.9));
            Assert.That(Users("health_record", "office"), Is.LessThan(0.25));
            Assert.That(Users("remote_access", "office"), Is.GreaterThan(5 * Users("remote_access", "nurse")));
        });

        double Users(string service, string role) => responses.Where(r => r["role"] == role).Average(r => int.Parse(r[$"used.{service}"], CultureInfo.InvariantCulture));
    }

    [Test]
    public void Everybody_invited_in_2026_has_an_address_that_cannot_exist_and_only_one()
    {
        var addresses = SeedData.Read("people-2026.csv").Select(p => p["address"]).ToArray();

        Assert.Multiple(() =>
        {
            Assert.That(addresses, Has.Length.EqualTo(1400).Within(50).And.Unique);
            Assert.That(addresses, Is.All.Matches("^[a-z]+\\.[a-z]+[0-9]*@st-anna\\.example$"));
        });
    }

    [Test]
    public void About_300_of_them_have_answered_and_no_group_has_more_answers_than_people()
    {
        var answers = SeedData.Responses(2026);
        var people = SeedData.Read("people-2026.csv").CountBy(p => (p["department"], p["role"], p["language"])).ToDictionary();

        Assert.Multiple(() =>
        {
            Assert.That(answers, Has.Count.EqualTo(300).Within(10));
            foreach (var group in answers.CountBy(a => (a["department"], a["role"], a["language"])))
                Assert.That(group.Value, Is.LessThanOrEqualTo(people.GetValueOrDefault(group.Key)), $"{group.Key}");
        });
    }
}
