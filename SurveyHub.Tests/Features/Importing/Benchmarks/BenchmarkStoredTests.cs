using SurveyHub.Features.Importing.Benchmarks;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Benchmarks;

/// <summary>What is stored of other organisations' files, on both databases.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class BenchmarkStoredTests(TestServer server) : SharedHostTest(server)
{
    private static int _surveys;
    private Questionnaire _ours = null!;

    private string Survey => _ours.Survey;

    private ComparableQuestion Wifi => BenchmarkText.Question(_ours, "wifi");

    private ComparableQuestion Mail => BenchmarkText.Question(_ours, "mail");

    [SetUp]
    public Task HaveAnEdition()
    {
        _ours = A.Questionnaire("wifi", "mail") with { Survey = $"survey-{Interlocked.Increment(ref _surveys)}" };
        return Answered.EditionAsync(Host.Database, _ours, 2025);
    }

    [Test]
    public async Task Figures_come_back_as_they_were_told()
    {
        await AddAsync(BenchmarkText.Row(Wifi, "B-2", 2024, 70, ("org_label", "Østerbro, \"Hospital\""), ("sector", "hospital"), ("size_band", "1000-4999"), ("country", "DK"), ("good_excellent_pct", "70.0")),
            BenchmarkText.Row(Wifi, "B-2", 2024, 40, ("org_label", "Østerbro, \"Hospital\""), ("sector", "hospital"), ("size_band", "1000-4999"), ("country", "DK"), ("customer_group", "role:nurse")),
            BenchmarkText.Row(Wifi, "A-1", 2025, 33, ("n_valid", "3000"), ("good_excellent_pct", "33.333333333333336"), ("c1", ""), ("c2", ""), ("c3", ""), ("c4", ""), ("c5", "")));

        var (sources, figures, ofAll) = (await SourcesAsync(), await Others(o => o.AllAsync(Survey)), await Others(o => o.OfAllCustomersAsync(Survey)));

        Assert.That(sources.Select(s => (s.Source.OrgId, s.Source.Year, s.Figures, s.AddedBy, s.AddedAt)), Is.EqualTo(
            [("A-1", 2025, 1, "olga", Host.Clock.GetUtcNow()), ("B-2", 2024, 2, "olga", Host.Clock.GetUtcNow())]));
        Assert.That(sources[1].Source, Is.EqualTo(new BenchmarkSource { OrgId = "B-2", Year = 2024, OrgLabel = "Østerbro, \"Hospital\"", Sector = "hospital", SizeBand = "1000-4999", Country = "DK" }));
        Assert.That(figures.Select(f => (f.OrgId, f.CustomerGroup, f.Valid, f.Share)), Is.EqualTo(
            [("A-1", "all", 3000, 33.333333333333336 / 100), ("B-2", "all", 100, 0.7), ("B-2", "role:nurse", 100, 0.4)]));
        Assert.That(figures.Select(f => (f.Concept, f.Dimension, f.ItemHash, f.ScaleHash)), Is.All.EqualTo(("wifi", "overall", Wifi.ItemHash, Wifi.ScaleHash)));
        Assert.That(ofAll.Select(f => f.OrgId), Is.EqualTo(["A-1", "B-2"]));
    }

    [Test]
    public async Task A_later_file_replaces_the_same_figures_and_says_so()
    {
        await AddAsync(BenchmarkText.Row(Wifi, "A", 2025, 70), BenchmarkText.Row(Mail, "A", 2025, 50), BenchmarkText.Row(Wifi, "A", 2024, 10));

        var notes = (await AddAsAsync("boris", BenchmarkText.Row(Wifi, "A", 2025, 80, ("org_label", "Now named")))).Notes;

        Assert.That(notes, Is.EqualTo(["1 row stored before is replaced: the same organisation, year, service, question and customer group.",
            "1 row of the same organisations and years is stored and not in these files; it stays. If it is out of date, remove that year first."]));
        Assert.That((await Others(o => o.AllAsync(Survey))).Select(f => (f.Year, f.Concept, f.Share)), Is.EqualTo([(2024, "wifi", 0.1), (2025, "mail", 0.5), (2025, "wifi", 0.8)]));
        Assert.That((await SourcesAsync()).Select(s => (s.Source.Name, s.Source.Year, s.AddedBy)), Is.EqualTo([("Now named", 2025, "boris"), ("A", 2024, "olga")]), "the years of one organisation stand together");
    }

    [Test]
    public async Task Our_own_rows_those_without_a_number_and_those_of_too_few_are_left_out_and_it_says_so()
    {
        var own = new BenchmarkOptions().IdIn(_ours);
        (string, string)[] nothing = [("n_valid", ""), ("good_excellent_pct", ""), ("c1", ""), ("c2", ""), ("c3", ""), ("c4", ""), ("c5", ""), ("method_note", "under 5 %, fewer than 30 answers")];

        var preview = await AddAsync(BenchmarkText.Row(Wifi, own, 2025, 70), BenchmarkText.Row(Mail, own.ToUpperInvariant(), 2024, 70), BenchmarkText.Row(Wifi, "A", 2025, 70, nothing),
            BenchmarkText.Row(Mail, "A", 2025, 44, ("n_valid", "9"), ("c1", "5"), ("c5", "4")), BenchmarkText.Row(Mail, "B", 2025, 70, ("n_valid", "10"), ("c1", "3"), ("c5", "7")));

        Assert.That(preview.Notes, Is.EqualTo(["2 rows of your own organisation are left out: it is never compared with itself.",
            "1 row without a number is left out: where few people are nearly all of one opinion, a file says only “over 95 %” or “under 5 %”.", "1 row with fewer than 10 answers is left out."]));
        Assert.That((await Others(o => o.AllAsync(Survey))).Select(f => (f.OrgId, f.Concept)), Is.EqualTo([("B", "mail")]));
        Assert.That((await SourcesAsync()).Select(s => s.Source.OrgId), Is.EqualTo(["B"]), "an organisation of which nothing is kept is not listed");
    }

    [Test]
    public async Task The_preview_says_which_figures_match_ours_and_why_the_others_do_not()
    {
        var preview = await AddAsync(BenchmarkText.Row(Wifi, "A", 2025, 70), BenchmarkText.Row(Mail, "A", 2025, 70, ("item_hash", new string('b', 64))), BenchmarkText.Row(Wifi, "B", 2025, 70),
            BenchmarkText.Row(Mail, "B", 2025, 70, ("scale_hash", new string('c', 64)), ("item_hash", new string('b', 64))), BenchmarkText.Row(Wifi, "B", 2025, 70, ("customer_group", "role:nurse")),
            BenchmarkText.Row(Wifi with { Concept = "parking" }, "B", 2025, 70), BenchmarkText.Row(Wifi with { Concept = "parking" }, "A", 2025, 70));

        Assert.That((preview.Year, preview.Figures, preview.Compared), Is.EqualTo((2025, 7, 2)));
        Assert.That(preview.Sources.Select(s => (s.Source.OrgId, s.Figures, s.Compared, s.Kept)), Is.EqualTo([("A", 3, 1, 0), ("B", 4, 1, 1)]));
        Assert.That(preview.Unlike.Select(u => (u.Concept, u.Why, u.Organisations)), Is.EqualTo(
            [("mail", "another scale than ours", 1), ("mail", "another wording than ours", 1), ("parking", "we do not ask this", 2)]));
    }

    [Test]
    public async Task An_organisation_and_a_year_can_be_removed_and_the_others_stay()
    {
        await AddAsync(BenchmarkText.Row(Wifi, "A", 2025, 70), BenchmarkText.Row(Wifi, "A", 2024, 70), BenchmarkText.Row(Wifi, "B", 2025, 70));

        Assert.That(await Host.WithAsync((RemoveBenchmark remove) => remove.ExecuteAsync("olga", Survey, "A", 2025)), Is.True);
        Assert.That(await Host.WithAsync((RemoveBenchmark remove) => remove.ExecuteAsync("olga", Survey, "A", 2025)), Is.False);
        Assert.That(await Host.WithAsync((RemoveBenchmark remove) => remove.ExecuteAsync("olga", "another", "B", 2025)), Is.False);

        Assert.That((await Others(o => o.AllAsync(Survey))).Select(f => (f.OrgId, f.Year)), Is.EqualTo([("A", 2024), ("B", 2025)]));
        Assert.That((await Host.AuditAsync()).Where(a => a.Contains($" {Survey} ", StringComparison.Ordinal)), Is.EqualTo(
            [$"olga imported {Survey} benchmark (3 figures of 2 organisations from others.csv)", $"olga removed {Survey} benchmark (A 2025, 1 figures)"]));
    }

    [Test]
    public async Task A_large_exchange_is_stored_whole()
    {
        await AddAsync(from organisation in Enumerable.Range(0, 100)
                       from unit in Enumerable.Range(0, 60)
                       select BenchmarkText.Row(Wifi, $"org-{organisation}", 2025, organisation, ("customer_group", unit == 0 ? "all" : $"unit:{unit}")));

        Assert.That(await Others(o => o.AllAsync(Survey)), Has.Count.EqualTo(6000));
        Assert.That(await Others(o => o.OfAllCustomersAsync(Survey)), Has.Count.EqualTo(100));
    }

    private Task<BenchmarkPreview> AddAsync(params IEnumerable<string> rows) => AddAsAsync("olga", rows);

    private async Task<BenchmarkPreview> AddAsAsync(string who, params IEnumerable<string> rows)
    {
        var text = BenchmarkText.File(rows);
        var outcome = await Host.WithAsync((ImportBenchmark import) => import.ExecuteAsync(who, Survey, [("others.csv", () => BenchmarkText.Stream(text))]));
        Assert.That(outcome, Is.TypeOf<BenchmarkOutcome.Added>(), (outcome as BenchmarkOutcome.Refused)?.Problems[0].ToString());
        return ((BenchmarkOutcome.Added)outcome!).Preview;
    }

    private Task<IReadOnlyList<StoredSource>> SourcesAsync() => Others(o => o.SourcesAsync(Survey));

    private Task<T> Others<T>(Func<OtherOrganisations, Task<T>> read) => Host.WithAsync(read);
}
