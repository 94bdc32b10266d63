using Dapper;
using SurveyHub.Editions;
using SurveyHub.Features.Demonstration;
using SurveyHub.Results;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Results.Tables;
using SurveyHub.Shell;
using SurveyHub.Surveys;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Demonstration;

[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class DemonstrationLoadingTests(TestServer server)
{
    private HostSettings Development => new() { Server = server, Environment = "Development", WithDemonstration = true };

    [Test]
    public async Task An_empty_database_in_Development_becomes_the_hospital_with_six_years_and_an_open_edition_and_a_company_with_three()
    {
        await using var host = await SurveyHubHost.StartAsync(Development);

        var editions = await host.WithAsync<EditionStore, IReadOnlyList<Edition>>(store => store.OfSurveyAsync("internal-services"));
        Assert.That(editions.Select(e => (e.Year, e.Status)), Is.EqualTo(
            Enumerable.Range(2020, 6).Select(year => (year, EditionStatus.Closed)).Append((2026, EditionStatus.Open))));
        var reports = await host.WithAsync<ReportTableStore, IReadOnlyList<EditionReport>>(store => store.OfSurveyAsync("internal-services"));
        var shares = reports.Select(r => r.Rows(HeadlineRow.Table).Single().Share!.Value).ToArray();
        Assert.That(shares[0], Is.EqualTo(0.71).Within(0.005));
        Assert.That(shares[^1], Is.EqualTo(0.92).Within(0.005));
        Assert.That(shares, Is.Ordered);
        var second = await host.WithAsync<EditionStore, IReadOnlyList<Edition>>(store => store.OfSurveyAsync("joint-services"));
        Assert.That(second.Select(e => (e.Year, e.Status)), Is.EqualTo(new[] { (2021, EditionStatus.Closed), (2023, EditionStatus.Closed), (2025, EditionStatus.Closed) }));
        Assert.That(host.Log.Errors, Is.Empty);
    }

    [Test]
    public async Task The_open_edition_has_as_many_people_who_answered_as_answers_and_no_way_from_one_to_the_other()
    {
        await using var host = await SurveyHubHost.StartAsync(Development);

        var (answered, responses, linked, dated) = await host.Database.ReadAsync(async (db, _) => (
            await db.ExecuteScalarAsync<long>("select count(*) from invitation where disposition = 'answered'"),
            await db.ExecuteScalarAsync<long>("select count(*) from response r join edition e on e.edition_id = r.edition_id where e.year = 2026"),
            await db.ExecuteScalarAsync<long>("select count(*) from response r join edition e on e.edition_id = r.edition_id where e.year = 2026 and (r.invitation_id is not null or r.submitted_on is not null)"),
            await db.ExecuteScalarAsync<long>("select count(*) from invitation where disposition = 'answered' and disposed_on is not null")));

        Assert.That(responses, Is.EqualTo(answered).And.InRange(280, 320));
        Assert.That((linked, dated), Is.EqualTo((0L, 0L)));
    }

    [Test]
    public async Task The_audit_log_has_its_opening_like_any_other()
    {
        await using var host = await SurveyHubHost.StartAsync(Development);

        var lines = await host.AuditAsync();

        Assert.That(lines, Has.Exactly(6).Matches("^demonstration imported internal-services 202[0-5]"));
        Assert.That(lines.Where(line => !line.Contains("joint-services", StringComparison.Ordinal)).TakeLast(3).ToArray(), Has.ItemAt(0).Matches(@"^demonstration put people on the list of internal-services 2026 \(1,?\d{3} new, 0 changed\)$")
            .And.ItemAt(1).Matches(@"^demonstration opened internal-services 2026 \(from 2026-10-21 to 2026-11-20, questionnaire [0-9a-f]{12}\)$")
            .And.ItemAt(2).EqualTo("demonstration filled internal-services 2026 (304 answers of the demonstration)"));
    }

    [Test]
    public async Task It_stands_beside_seven_hospitals_that_do_not_exist()
    {
        await using var host = await SurveyHubHost.StartAsync(Development);
        using var cio = await host.SignInAsync(People.Cio);

        var others = await host.WithAsync((OtherOrganisations stored) => stored.SourcesAsync("internal-services"));
        var file = ReportFile.Parse(await cio.GetStringAsync(new Uri(Urls.AsCsv(Urls.BenchmarkReport("internal-services", 2025)), UriKind.Relative))).ToDictionary(r => r["service"]);

        Assert.That(others.Select(o => o.Source.OrgId).Distinct().Count(), Is.EqualTo(7));
        Assert.That(others.Select(o => (o.Source.OrgLabel, o.Source.OrgId)), Has.All.Matches<(string Label, string Id)>(o => o.Label.EndsWith(" (demonstration)", StringComparison.Ordinal) && o.Id.StartsWith("demo-", StringComparison.Ordinal)));
        Assert.That((file["health_record"]["verdict"], file["clinical_wifi"]["verdict"], file["telephony"]["verdict"]), Is.EqualTo(("worse", "better", "no clear difference")));
        Assert.That((file["recruiting"]["reason"], file["recruiting"]["organisations_other_wording"]), Is.EqualTo(("too few organisations", "1")));
        Assert.That(file.Values.Count(r => r["median"].Length > 0), Is.EqualTo(12), "the overall question and eleven services");
        Assert.That(await host.AuditAsync(), Has.One.Matches(@"^demonstration imported internal-services benchmark \(\d+ figures of 7 organisations from other-organisations\.csv\)$"));
    }

    [Test]
    public async Task Every_start_says_where_a_customer_answers_with_the_whole_address()
    {
        await using var host = await SurveyHubHost.StartAsync(Development with { OnTheNetwork = true });

        Assert.That(host.Log.Lines, Has.One.Contains($"as a customer: {host.Address}s/{OpenDemonstrationEdition.OpenCode}"));
    }

    [Test]
    public async Task A_customer_can_answer_the_open_edition_today()
    {
        await using var host = await SurveyHubHost.StartAsync(Development);

        using var visitor = host.Visitor();
        using var page = await visitor.GetAsync(new Uri($"/s/{OpenDemonstrationEdition.OpenCode}", UriKind.Relative));

        Assert.That(page.IsSuccessStatusCode);
    }

    [Test]
    public async Task A_load_that_was_cut_short_in_the_hospital_goes_on_at_the_next_start_and_the_second_survey_follows()
    {
        var seed = CopyOfTheFiles();
        var answers = Path.Combine(seed, "internal-services", "answers-2026.csv");
        File.Move(answers, answers + ".away");
        await using var host = await SurveyHubHost.StartAsync(Development with { Configuration = new Dictionary<string, string> { ["SurveyHub:SeedDataDirectory"] = seed } });
        Assert.That((await host.WithAsync<EditionStore, IReadOnlyList<StoredSurvey>>(store => store.SurveysAsync())).Select(s => s.Key), Is.EqualTo(new[] { "internal-services" }));
        File.Move(answers + ".away", answers);

        await host.WithAsync<DemonstrationLoading>(loading => loading.ExecuteAsync(CancellationToken.None));

        var open = await host.WithAsync<EditionStore, Edition?>(store => store.FindAsync("internal-services", 2026));
        Assert.That(open?.Status, Is.EqualTo(EditionStatus.Open));
        Assert.That(await host.WithAsync<EditionStore, IReadOnlyList<Edition>>(store => store.OfSurveyAsync("joint-services")), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task In_Production_the_database_stays_empty()
    {
        await using var host = await SurveyHubHost.StartAsync(Development with { Environment = "Production" });

        Assert.That(await host.WithAsync<EditionStore, IReadOnlyList<StoredSurvey>>(store => store.SurveysAsync()), Is.Empty);
    }

    [Test]
    public async Task Files_with_a_fault_leave_the_database_empty_and_the_log_says_why()
    {
        var seed = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"))).FullName;
        Directory.CreateDirectory(Path.Combine(seed, "internal-services"));
        await File.WriteAllTextAsync(Path.Combine(seed, "internal-services", "mapping.yaml"), "schema_version: 1\nsurvey: nobody-knows-it\n");

        await using var host = await SurveyHubHost.StartAsync(Development with
        {
            Configuration = new Dictionary<string, string> { ["SurveyHub:SeedDataDirectory"] = seed },
        });

        Assert.That(await host.WithAsync<EditionStore, IReadOnlyList<StoredSurvey>>(store => store.SurveysAsync()), Is.Empty);
        Assert.That(host.Log.Errors, Has.Some.Contains("The demonstration was not loaded"));
    }

    [TestCase("respondent\n1\n", TestName = "A_file_of_answers_without_its_columns_is_told_and_the_start_goes_on")]
    [TestCase("a,b\n\"1", TestName = "A_file_of_answers_that_is_no_CSV_is_told_and_the_start_goes_on")]
    [TestCase(null, TestName = "A_file_of_answers_with_words_for_numbers_is_told_and_the_start_goes_on")]
    public async Task A_damaged_file_of_answers_is_told_and_the_start_goes_on(string? answers)
    {
        var seed = Path.Combine(CopyOfTheFiles(), "internal-services");
        var header = (await File.ReadAllLinesAsync(Path.Combine(seed, "answers-2026.csv")))[0];
        await File.WriteAllTextAsync(Path.Combine(seed, "answers-2026.csv"), answers ?? $"{header}\n{string.Join(',', header.Split(',').Select(_ => "z"))}\n");

        await using var host = await SurveyHubHost.StartAsync(Development with
        {
            Configuration = new Dictionary<string, string> { ["SurveyHub:SeedDataDirectory"] = Path.GetDirectoryName(seed)! },
        });

        Assert.That(host.Log.Errors, Has.One.Contains("The demonstration was not loaded"));
        Assert.That(await host.WithAsync<EditionStore, Edition?>(store => store.FindAsync("internal-services", 2026)), Is.Null);
        Assert.That(await host.WithAsync<EditionStore, IReadOnlyList<Edition>>(store => store.OfSurveyAsync("joint-services")), Is.Empty, "the second comes after the first");
    }

    private static string CopyOfTheFiles()
    {
        var seed = Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"));
        foreach (var survey in new[] { "internal-services", "joint-services" })
        {
            Directory.CreateDirectory(Path.Combine(seed, survey));
            foreach (var file in Directory.GetFiles(Path.Combine(SourceTree.Root, "seed-data", survey))) File.Copy(file, Path.Combine(seed, survey, Path.GetFileName(file)));
        }
        return seed;
    }
}
