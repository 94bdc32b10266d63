using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Lineage;

/// <summary>Figures of two editions are held against each other along the lineage.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class LineageChangesTests(TestServer server) : DatabaseTest(server)
{
    private static readonly LineageEdge Renamed = new() { Kind = LineageKind.Renamed, Service = "imaging", From = ["films"], Year = 2025 };
    private static readonly LineageEdge Merged = new() { Kind = LineageKind.Merged, Service = "telephony", From = ["fax", "telephony"], Year = 2025 };
    private static readonly LineageEdge Split = new() { Kind = LineageKind.Split, Service = "workplace", Into = ["printing", "stations"], Year = 2025 };

    [Test]
    public async Task A_renamed_service_is_compared_with_what_it_was()
    {
        await StoreAsync(2024, ["films"], [], 60.Times(("films.overall", 2)));
        var row = (await ChangesAsync(["imaging"], [Renamed], 60.Times(("imaging.overall", 4)))).Single();

        Assert.That((row.Item, row.ItemsFrom, row.LineageId, row.Basis, row.Difference, row.Words), Is.EqualTo(("imaging", "films", "imaging", "like for like", (double?)1, "up")));
        Assert.That(row.PFisher, Is.Not.Null, "one service against one service: the plain test");
    }

    [Test]
    public async Task A_merged_service_is_compared_with_all_its_parts_together_and_people_who_rated_both_are_one()
    {
        // Everybody rated both alike: 60 people, not 120 ratings.
        await StoreAsync(2024, ["fax", "telephony"], [], [.. 30.Times(("fax.overall", 4), ("telephony.overall", 4)), .. 30.Times(("fax.overall", 2), ("telephony.overall", 2))]);
        var row = (await ChangesAsync(["telephony"], [Merged], [.. 45.Times(("telephony.overall", 4)), .. 15.Times(("telephony.overall", 2))])).Single();
        var alone = Change.Between(new(30, 60), new(45, 60));

        Assert.That((row.ItemsFrom, row.ValidFrom, row.ValidTo, row.ShareFrom, row.Difference), Is.EqualTo(("fax+telephony", 120, 60, 0.5, 0.25)));
        // Sixty clusters of two ratings each are sixty independent ratings, but for m/(m-1).
        Assert.That(row.PUsed, Is.EqualTo(alone.PPearson).Within(0.001));
        Assert.That(row.Lower, Is.EqualTo(alone.Interval.Lower).Within(0.002));
        Assert.That(row.Upper, Is.EqualTo(alone.Interval.Upper).Within(0.002));
    }

    [Test]
    public async Task The_parts_of_a_split_service_are_compared_with_it_only_together()
    {
        await StoreAsync(2024, ["workplace"], [], [.. 30.Times(("workplace.overall", 4)), .. 30.Times(("workplace.overall", 2))]);
        var rows = await ChangesAsync(["printing", "stations"], [Split], [.. 40.Times(("printing.overall", 4), ("stations.overall", 4)), .. 20.Times(("printing.overall", 2), ("stations.overall", 4))]);

        Assert.That(rows.Select(r => (r.Item, r.Words, r.Difference, r.ItemsFrom)), Is.EqualTo(new (string, string, double?, string?)[]
        {
            ("printing", "not comparable: split", null, "workplace"), ("stations", "not comparable: split", null, "workplace"),
            ("printing+stations", "up", 100 / 120.0 - 0.5, "workplace"),
        }));
    }

    [Test]
    public async Task A_composite_with_a_hidden_part_is_hidden()
    {
        await StoreAsync(2024, ["fax", "telephony", "mail"], [], [.. 7.Times(("fax.overall", 4)), .. 60.Times(("telephony.overall", 4), ("mail.overall", 4))]);
        var row = (await ChangesAsync(["telephony", "mail"], [Merged], 60.Times(("telephony.overall", 4), ("mail.overall", 4)))).First(r => r.Item == "telephony");

        Assert.That((row.State, row.ValidFrom, row.ShareFrom, row.Difference), Is.EqualTo((ComparisonState.Hidden, (int?)null, (double?)null, (double?)null)));
    }

    [Test]
    public async Task A_merger_of_which_only_a_part_was_asked_before_is_not_compared()
    {
        await StoreAsync(2024, ["telephony"], [], 60.Times(("telephony.overall", 2)));
        var row = (await ChangesAsync(["telephony"], [Merged], 60.Times(("telephony.overall", 4)))).Single();

        Assert.That((row.Words, row.Difference, row.ShareFrom), Is.EqualTo((Counterpart.Incomplete, (double?)null, (double?)null)));
    }

    [Test]
    public async Task A_break_confirmed_under_the_old_name_breaks_the_series_of_the_new_one()
    {
        await StoreAsync(2023, ["films"], [], 60.Times(("films.overall", 2)));
        var broken = await StoreAsync(2024, ["films"], [], 60.Times(("films.overall", 2)));
        await Database.WriteAsync(work => work.ExecuteAsync("update edition set confirmed_breaks = '[\"films.overall\"]' where edition_id = @EditionId", new { broken.EditionId }));

        var rows = await ChangesAsync(["imaging"], [Renamed], 60.Times(("imaging.overall", 4)));
        Assert.That(rows.Select(r => (r.YearFrom, r.Words)), Is.EqualTo(new[] { (2024, "up"), (2023, SeriesBreaks.QuestionChanged) }));
    }

    [TestCase(RewordingEffect.Minor, "up")]
    [TestCase(RewordingEffect.Major, SeriesBreaks.QuestionChanged)]
    public async Task A_rewording_breaks_only_where_it_asks_something_else(RewordingEffect effect, string words)
    {
        await StoreAsync(2024, ["mail"], [], 60.Times(("mail.overall", 2)));

        Assert.That((await ChangesAsync(["mail"], [new() { Kind = LineageKind.Reworded, Question = "overall", Effect = effect, Year = 2025 }], 60.Times(("mail.overall", 4)))).Single().Words, Is.EqualTo(words));
    }

    [Test]
    public async Task A_rescaled_scale_breaks_every_service()
    {
        await StoreAsync(2024, ["mail", "wifi"], [], 60.Times(("mail.overall", 2), ("wifi.overall", 2)));
        var rows = await ChangesAsync(["mail", "wifi"], [new() { Kind = LineageKind.Rescaled, Scale = "quality", Year = 2025 }], 60.Times(("mail.overall", 4), ("wifi.overall", 4)));

        Assert.That(rows.Select(r => r.Words), Is.All.EqualTo(SeriesBreaks.ScaleChanged));
    }

    [Test]
    public async Task An_entry_that_an_edition_contradicts_is_passed_over()
    {
        await StoreAsync(2024, ["imaging"], [], 60.Times(("imaging.overall", 2)));
        var row = (await ChangesAsync(["imaging"], [Renamed], 60.Times(("imaging.overall", 4)))).Single();

        Assert.That((row.Basis, row.ItemsFrom, row.Words), Is.EqualTo(("as published", "imaging", "up")));
    }

    private Task<Edition> StoreAsync(int year, string[] services, LineageEdge[] lineage, IEnumerable<Person> people) =>
        Answered.EditionAsync(Database, A.Questionnaire(services) with { LastQuestions = [], Lineage = lineage.Length > 0 ? lineage : null }, year, people);

    private async Task<IReadOnlyList<ChangeRow>> ChangesAsync(string[] services, LineageEdge[] lineage, IEnumerable<Person> people)
    {
        await StoreAsync(2025, services, lineage, people);
        return (await new ResultsOf(Database).CloseAllAsync("internal"))[^1].Rows(ChangeRow.Table);
    }
}
