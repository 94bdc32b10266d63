using SurveyHub.Features.Importing.Benchmarks;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Benchmarks;

/// <summary>An organisation stands once, however files write its code, on both databases.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class OrganisationCodesTests(TestServer server) : SharedHostTest(server)
{
    private static int _surveys;
    private Questionnaire _ours = null!;

    private string Survey => _ours.Survey;

    [SetUp]
    public Task HaveAnEdition()
    {
        _ours = A.Questionnaire("wifi", "mail") with { Survey = $"codes-{Interlocked.Increment(ref _surveys)}" };
        return Answered.EditionAsync(Host.Database, _ours, 2025);
    }

    [Test]
    public async Task A_later_file_replaces_the_same_figure_and_its_writing_of_the_code_stands_in_every_year()
    {
        await AddAsync(Row("wifi", "org1", 2024, 10), Row("wifi", "org1", 2025, 20), Row("mail", "org1", 2025, 30), Row("wifi", "other", 2025, 90));

        var preview = await AddAsync(Row("wifi", "ORG1", 2025, 80));

        Assert.That(preview.Notes, Is.EqualTo(["“ORG1” is stored as “org1”: it is one organisation, and is called “ORG1” from now on.",
            "1 row stored before is replaced: the same organisation, year, service, question and customer group.",
            "1 row of the same organisations and years is stored and not in these files; it stays. If it is out of date, remove that year first."]));
        Assert.That(await ListedAsync(), Is.EqualTo(["ORG1 2025 2", "ORG1 2024 1", "other 2025 1"]));
        Assert.That(await ToldAsync(), Is.EqualTo(["ORG1 2024 wifi 10", "ORG1 2025 mail 30", "ORG1 2025 wifi 80", "other 2025 wifi 90"]));
        Assert.That(await RowsAsync(), Is.EqualTo(["ORG1 2024", "ORG1 2025", "other 2025"]), "nothing lies under the former writing");
    }

    [Test]
    public async Task Two_writings_in_one_go_are_one_organisation_and_the_last_one_stays()
    {
        var preview = await AddAsync(Row("wifi", "org1", 2025, 20), Row("mail", "Org1", 2025, 30));

        Assert.That(preview.Sources.Select(s => (s.Source.OrgId, s.Figures)), Is.EqualTo([("Org1", 2)]));
        Assert.That(await ToldAsync(), Is.EqualTo(["Org1 2025 mail 30", "Org1 2025 wifi 20"]));
        Assert.That((await Host.AuditAsync()).Last(a => a.Contains($" {Survey} ", StringComparison.Ordinal)), Does.Contain("2 figures of 1 organisations"));
    }

    [Test]
    public async Task The_same_figure_under_two_writings_in_one_go_is_a_problem()
    {
        var outcome = await ImportAsync([Row("wifi", "org1", 2025, 20), Row("wifi", "ORG1", 2025, 30), Row("mail", "ORG1", 2025, 30, ("org_label", "Another"))]);

        Assert.That(((BenchmarkOutcome.Refused)outcome!).Problems.Select(p => p.Message), Is.EqualTo([
            "“ORG1” tells “wifi, overall” of all in 2025 twice: in line 2 as well.", "“ORG1” is another organisation here than in line 2: name, sector, size or country differ."]));
    }

    [Test]
    public async Task What_an_earlier_version_stored_under_two_writings_stands_once_and_the_newest_counts()
    {
        await LieAsync("org1", 2025, daysAgo: 9, ("wifi", 0.1), ("mail", 0.2));
        await LieAsync("ORG1", 2025, daysAgo: 3, ("wifi", 0.5));
        await LieAsync("Org1", 2024, daysAgo: 5, ("wifi", 0.4));

        Assert.That(await ListedAsync(), Is.EqualTo(["ORG1 2025 2", "ORG1 2024 1"]));
        Assert.That(await ToldAsync(), Is.EqualTo(["ORG1 2024 wifi 40", "ORG1 2025 mail 20", "ORG1 2025 wifi 50"]));
        Assert.That(await RowsAsync(), Has.Count.EqualTo(3), "reading changes nothing");

        await AddAsync(Row("mail", "org-1", 2025, 70), Row("mail", "ORG1", 2024, 60));
        Assert.That(await ToldAsync(), Is.EqualTo(["ORG1 2024 mail 60", "ORG1 2024 wifi 40", "ORG1 2025 mail 20", "ORG1 2025 wifi 50", "org-1 2025 mail 70"]));
        Assert.That(await RowsAsync(), Is.EqualTo(["ORG1 2024", "ORG1 2025", "org-1 2025"]), "what is added puts them together");
    }

    [Test]
    public async Task A_removal_takes_every_writing_along()
    {
        await LieAsync("org1", 2025, daysAgo: 9, ("wifi", 0.1));
        await LieAsync("ORG1", 2025, daysAgo: 3, ("mail", 0.5));
        await LieAsync("org1", 2024, daysAgo: 3, ("mail", 0.5));

        Assert.That(await Host.WithAsync((RemoveBenchmark remove) => remove.ExecuteAsync("olga", Survey, "Org1", 2025)), Is.True);
        Assert.That(await ListedAsync(), Is.EqualTo(["org1 2024 1"]));
    }

    private string Row(string service, string organisation, int year, int percent, params (string, string)[] otherwise) =>
        BenchmarkText.Row(BenchmarkText.Question(_ours, service), organisation, year, percent, otherwise);

    private async Task<BenchmarkPreview> AddAsync(params string[] rows)
    {
        var outcome = await ImportAsync(rows);
        Assert.That(outcome, Is.TypeOf<BenchmarkOutcome.Added>(), (outcome as BenchmarkOutcome.Refused)?.Problems[0].ToString());
        return ((BenchmarkOutcome.Added)outcome!).Preview;
    }

    private Task<BenchmarkOutcome?> ImportAsync(string[] rows) =>
        Host.WithAsync((ImportBenchmark import) => import.ExecuteAsync("olga", Survey, [("others.csv", () => BenchmarkText.Stream(BenchmarkText.File(rows)))]));

    /// <summary>Rows as an earlier version stored them: the code as it was written.</summary>
    private Task LieAsync(string organisation, int year, int daysAgo, params (string Service, double Share)[] figures) => Host.Database.WriteAsync(async work =>
    {
        await work.ExecuteAsync("insert into benchmark_source (survey_key, org_id, year, added_by, added_at) values (@Survey, @organisation, @year, 'olga', @at)",
            new { Survey, organisation, year, at = Host.Clock.GetUtcNow().AddDays(-daysAgo) });
        foreach (var (service, share) in figures)
            await work.ExecuteAsync(
                """
                insert into benchmark_figure (survey_key, org_id, year, concept, dimension, customer_group, item_hash, scale_hash, valid, share)
                values (@Survey, @organisation, @year, @service, 'overall', 'all', 'i', 's', 100, @share)
                """, new { Survey, organisation, year, service, share });
    });

    private async Task<IEnumerable<string>> ListedAsync() =>
        (await Host.WithAsync((OtherOrganisations others) => others.SourcesAsync(Survey))).Select(s => $"{s.Source.OrgId} {s.Source.Year} {s.Figures}");

    private async Task<IEnumerable<string>> ToldAsync() =>
        (await Host.WithAsync((OtherOrganisations others) => others.AllAsync(Survey))).Select(f => $"{f.OrgId} {f.Year} {f.Concept} {100 * f.Share}").Order(StringComparer.Ordinal);

    private async Task<IReadOnlyList<string>> RowsAsync() =>
        [.. (await Host.Database.WriteAsync(work => work.QueryAsync<(string Code, long Year)>("select org_id, year from benchmark_source where survey_key = @Survey", new { Survey })))
            .Select(r => $"{r.Code} {r.Year}").Order(StringComparer.Ordinal)];
}
