using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Exporting;

/// <summary>What other organisations get to see, from a survey that shows figures at home from five answers on.</summary>
public sealed class BenchmarkCsvTests
{
    private SurveyHubHost _host = null!;
    private IReadOnlyList<IReadOnlyDictionary<string, string>> _rows = null!;

    [OneTimeSetUp]
    public async Task Download()
    {
        _host = await SurveyHubHost.StartAsync(new() { Configuration = new Dictionary<string, string> { ["SurveyHub:Benchmark:OrganisationId"] = "H-17", ["SurveyHub:Benchmark:Sector"] = "hospital" } });
        await StoreAsync(2024, "Overall, how good is it?");
        await StoreAsync(2025, "  overall,  HOW good is it? ", minimum: 10);
        await StoreAsync(2026, "How good is it, overall?");
        _rows = await RowsAsync(2024);
    }

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public void A_row_has_at_least_ten_valid_answers_whatever_the_survey_shows_at_home()
    {
        Assert.That(_rows.Select(r => r["service_concept"]).Distinct(), Is.EqualTo(new[] { "wifi", "small" }), "seven rated the tiny one, and at home they are shown");
        Assert.That(_rows.Where(r => r["n_valid"].Length > 0).Select(r => int.Parse(r["n_valid"], null)), Is.Not.Empty.And.All.GreaterThanOrEqualTo(10));
    }

    [Test]
    public void Answers_per_scale_point_stand_from_thirty_on()
    {
        var (wifi, small) = (Row("wifi", "all"), Row("small", "all"));

        Assert.That(Enumerable.Range(1, 7).Select(i => wifi[$"c{i}"]), Is.EqualTo(new[] { "0", "10", "0", "0", "30", "", "" }));
        Assert.That(Enumerable.Range(1, 7).Select(i => small[$"c{i}"]), Is.All.Empty);
    }

    [Test]
    public void Where_a_few_all_said_the_same_others_are_told_so_in_a_word_and_no_number_beside_it_says_more()
    {
        var small = Row("small", "all");

        Assert.That(small["method_note"], Does.StartWith("over 95 %, fewer than 30 answers, surveyhub-"), "twelve of twelve");
        Assert.That(small.Where(c => c.Key is "n_valid" or "n_cannot_judge" or "good_excellent_pct" or "ci_low" or "ci_high" or "mean").Select(c => c.Value), Is.All.Empty);
        Assert.That(Row("wifi", "all")["method_note"], Does.StartWith("Wilson 95 %"));
    }

    [Test]
    public async Task What_is_left_out_of_a_line_cannot_be_worked_out_from_its_total_and_is_of_more_than_one_opinion()
    {
        var random = new Random(20261122);
        var (left, blurred) = (0, 0);
        for (var year = 1990; year <= 2013; year++)
        {
            var questionnaire = A.Questionnaire("wifi") with
            {
                Survey = "random",
                Anonymity = Anonymity.Confidential,
                Headline = HeadlineKind.MeanOfServices,
                ServiceQuestions = [A.Rating("overall")],
                LastQuestions = [],
                Groups = [A.Group("department", GroupSource.Invitation, "a", "b", "c", "d", "e")],
            };
            var departments = Enumerable.Range(1, 5).Select(d => (Department: d, People: random.Next(4, 60), Good: random.NextDouble() is < 0.4 ? 1 : random.NextDouble())).ToArray();
            Person[] people = [.. from d in departments from _ in Enumerable.Range(0, d.People) select new Person([("group.department", d.Department), ("wifi.overall", random.NextDouble() < d.Good ? 5 : 2)])];
            var edition = await Answered.EditionAsync(_host.Database, questionnaire, year, people);
            await _host.WithAsync((SurveyHub.Results.EditionClosing closing) => closing.CloseAsync(edition.EditionId));

            var told = (await RowsAsync(year, "random")).Where(r => r["n_valid"].Length > 0).Select(r => r["customer_group"]).ToHashSet();
            (left, blurred) = (left + told.Count, blurred + (told.Count < 6 ? 1 : 0));
            // Where everybody is of one opinion the total says so itself.
            if (!told.Contains("all") || people.Select(p => p.Codes[1].Code).Distinct().Count() == 1) continue;
            var hidden = people.Where(p => !told.Contains($"department:{"abcde"[p.Codes[0].Code - 1]}")).ToArray();
            var good = hidden.Count(p => p.Codes[1].Code == 5);
            Assert.That(hidden.Length, Is.Zero.Or.GreaterThanOrEqualTo(10), $"{year}");
            Assert.That(hidden.Length > 0 && (good == 0 || good == hidden.Length), Is.False, $"{year}: all {hidden.Length} of one opinion");
        }
        Assert.That(blurred, Is.GreaterThan(10));
        Assert.That(left, Is.GreaterThan(48), "and not everything goes");
    }

    [Test]
    public void Where_the_report_shows_groups_of_fewer_than_ten_none_is_in_the_file_for_the_others_would_tell_them() =>
        Assert.That(_rows.Select(r => r["customer_group"]), Is.All.EqualTo("all"));

    [Test]
    public async Task Groups_are_named_by_attribute_and_option_and_have_no_answers_per_scale_point()
    {
        var rows = await RowsAsync(2025);
        var medicine = rows.Single(r => r["service_concept"] == "wifi" && r["customer_group"] == "department:medicine");

        Assert.That((medicine["n_valid"], medicine["good_excellent_pct"], medicine["c5"]), Is.EqualTo(("50", "100", "")));
    }

    [Test]
    public async Task How_many_answered_stands_with_all_customers_and_not_with_a_group_that_it_is_not_the_number_of()
    {
        var rows = await RowsAsync(2025);

        Assert.That(rows.Where(r => r["customer_group"] == "all").Select(r => r["n_responses"]), Is.All.EqualTo("130"));
        Assert.That(rows.Where(r => r["customer_group"] != "all").Select(r => r["n_invited"] + r["n_responses"] + r["n_cannot_judge"]), Is.Not.Empty.And.All.Empty);
    }

    [Test]
    public async Task The_same_words_have_the_same_hash_and_other_words_another()
    {
        var (next, reworded) = ((await RowsAsync(2025))[0], (await RowsAsync(2026))[0]);

        Assert.That(_rows[0]["item_hash"], Has.Length.EqualTo(64));
        Assert.That(next["item_hash"], Is.EqualTo(_rows[0]["item_hash"]), "capitals and blanks are not words");
        Assert.That(reworded["item_hash"], Is.Not.EqualTo(_rows[0]["item_hash"]));
        Assert.That(reworded["scale_hash"], Is.EqualTo(_rows[0]["scale_hash"]));
    }

    [Test]
    public void The_organisation_is_the_configured_one() =>
        Assert.That(_rows.Select(r => (r["schema_version"], r["org_id"], r["org_label"], r["sector"], r["year"], r["field_start"], r["lang"])).Distinct(),
            Is.EqualTo(new[] { ("1", "H-17", "", "hospital", "2024", "2024-03-01", "en") }));

    private IReadOnlyDictionary<string, string> Row(string service, string group) => _rows.Single(r => r["service_concept"] == service && r["customer_group"] == group);

    private async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> RowsAsync(int year, string survey = "internal")
    {
        using var analyst = await _host.SignInAsync(People.Analyst);
        return ReportFile.Parse(await analyst.GetStringAsync(new Uri(Urls.Benchmark(survey, year), UriKind.Relative)));
    }

    private async Task StoreAsync(int year, string wording, int minimum = 5)
    {
        var questionnaire = A.Questionnaire("wifi", "small", "tiny") with
        {
            Anonymity = Anonymity.Confidential,
            MinimumAnswers = minimum,
            Headline = HeadlineKind.MeanOfServices,
            ServiceQuestions = [A.Rating("overall", wording)],
            LastQuestions = [],
        };
        var edition = await Answered.EditionAsync(_host.Database, questionnaire, year,
            12.Times(("wifi.overall", 5), ("small.overall", 4), ("group.department", 1)), 8.Times(("wifi.overall", 5), ("group.department", 1)),
            10.Times(("wifi.overall", 2), ("group.department", 2)), 3.Times(("wifi.overall", 5), ("tiny.overall", 1), ("group.department", 2)),
            4.Times(("wifi.overall", 5), ("tiny.overall", 5), ("group.department", 3)), 3.Times(("wifi.overall", 5), ("group.department", 2)),
            minimum < 10 ? [] : Enumerable.Range(1, 3).SelectMany(d => 30.Times(("wifi.overall", 5), ("small.overall", 5), ("tiny.overall", 5), ("group.department", d))));
        await _host.WithAsync((SurveyHub.Results.EditionClosing closing) => closing.CloseAsync(edition.EditionId));
    }
}
