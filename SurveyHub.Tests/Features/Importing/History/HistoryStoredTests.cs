using SurveyHub.Editions;
using SurveyHub.Features.Importing.History;
using SurveyHub.Results;
using SurveyHub.Results.Counting;
using SurveyHub.Results.Trends;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.History;

/// <summary>Counts of earlier years become closed editions with a report and without a single answer.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class HistoryStoredTests(TestServer server) : HistoryTest(server)
{
    private const string File = """"
        schema_version,survey,year,field_start,field_end,n_invited,n_responses,service_code,service_label,item_code,group_attribute,group_value,n_valid,n_na,n_skipped,c1,c2,c3,c4,c5,favourable_count,wording_note,comparable
        1,internal-services,2015,2015-11-02,2015-11-27,1000,700,printing,Printing,,,,600,60,40,60,60,60,220,200,,,
        1,internal-services,2015,,,200,150,printing,Printing,,role,doctor,130,10,10,20,20,20,40,30,,,
        1,internal-services,2015,,,,,payroll,Payroll,,,,500,,,,,,,,400,,
        1,internal-services,2015,,,,,,,overall,,,650,,,50,50,50,300,200,,,
        1,internal-services,2016,,,,650,printing,Printing,,,,600,,,,,,,,450,"""Good"" became ""Very good""",no

        """";

    [Test]
    public async Task The_preview_tells_what_will_be_stored_and_stores_nothing()
    {
        var preview = ((HistoryOutcome.Ready)await PreviewAsync(File)).Preview;

        Assert.Multiple(() =>
        {
            Assert.That(preview.Years.Select(y => (y.Year, y.Rows, y.Invited, y.Responses, y.Ratings)), Is.EqualTo([(2015, 4, 1000, 700, 1750), (2016, 1, (int?)null, 650, 600)]));
            Assert.That(preview.Years[0].OpensOn, Is.EqualTo(new DateOnly(2015, 11, 2)));
            Assert.That(preview.Years[0].Groups, Is.EqualTo(["Role"]));
            Assert.That(preview.Years[0].Items.Select(i => (i.Key, i.Ratings, i.Favourable, i.HasPoints)),
                Is.EqualTo([("printing", 600, 420, true), ("payroll", 500, 400, false), ("overall", 650, 500, true)]));
            Assert.That(preview.Years[1].Items.Single().IsComparable, Is.False);
            Assert.That(preview.Notes, Is.EqualTo(["2016, printing: \"Good\" became \"Very good\""]));
        });
        Assert.That(await Stored.CountAsync(Database), Is.Zero);
    }

    [Test]
    public async Task Counts_from_which_the_surveys_headline_cannot_be_computed_are_taken_with_a_warning()
    {
        var joint = ((HistoryOutcome.Ready)await PreviewAsync("""
            survey,year,service_code,item_code,n_responses,n_valid,favourable_count
            joint-services,2015,hr_advice,,700,600,400
            joint-services,2016,hr_advice,,700,600,400
            joint-services,2016,,overall,700,650,500

            """)).Preview;

        Assert.That(joint.Notes, Is.EqualTo(["2015: the survey's headline is its overall question (item_code overall), and the file has no counts of that. The trend will show no figure for 2015."]));
    }

    [Test]
    public async Task A_year_is_a_closed_edition_of_counts_that_asks_only_what_was_counted()
    {
        Assert.That(await ExecuteAsync(File), Is.TypeOf<HistoryOutcome.Imported>());

        var edition = (await Editions.FindAsync(Survey, 2015))!;
        Assert.Multiple(async () =>
        {
            Assert.That((edition.Status, edition.Origin), Is.EqualTo((EditionStatus.Closed, EditionOrigin.History)));
            Assert.That(edition.Questionnaire.Services.Select(s => s.Key), Is.EquivalentTo(["printing", "payroll"]));
            Assert.That(edition.Questionnaire.Groups.Select(g => g.Key), Is.EqualTo(["role"]));
            Assert.That(edition.Items.All.Select(i => i.Key), Is.EquivalentTo(["printing.overall", "payroll.overall", "group.role", "overall"]));
            Assert.That((await Editions.FindAsync(Survey, 2016))!.ConfirmedBreaks, Is.EqualTo(["printing.overall"]));
            Assert.That(await Stored.AnswersAsync(Database, 2015, "printing.overall"), Is.Empty);
        });
    }

    [Test]
    public async Task The_counts_are_those_of_the_file()
    {
        await ExecuteAsync(File);

        var edition = (await Editions.FindAsync(Survey, 2015))!;
        var counts = await Database.ReadAsync((db, _) => TallyStore.ReadAsync(db, null, edition));
        var (printing, payroll) = (edition.Items.Find("printing.overall")!, edition.Items.Find("payroll.overall")!);
        Assert.Multiple(() =>
        {
            Assert.That((counts.Of(printing).Valid, counts.Of(printing).Good, counts.Of(printing).NotApplicable, counts.Of(printing).Asked), Is.EqualTo((600, 420, 60, 700)));
            Assert.That((counts.Of(printing, "role", "doctor").Valid, counts.Of(printing, "role", "doctor").Good), Is.EqualTo((130, 70)));
            Assert.That((counts.Of(payroll).Valid, counts.Of(payroll).Good), Is.EqualTo((500, 400)));
            Assert.That((counts.Count(CountNames.Answered), counts.Count(CountNames.NoReaction), counts.Count(CountNames.Responses)), Is.EqualTo((700, 300, 700)));
            Assert.That((counts.Count(CountNames.Answered, "role", "doctor"), counts.Count(CountNames.NoReaction, "role", "doctor")), Is.EqualTo((150, 50)));
        });
    }

    [Test]
    public async Task Every_year_has_a_report_and_the_audit_log_a_line()
    {
        await ExecuteAsync(File);

        Assert.That(await new ReportTableStore(Database, Editions, Dialect).OfSurveyAsync(Survey), Has.Count.EqualTo(2));
        Assert.That(await Stored.AuditAsync(Database), Is.EqualTo(["olivia imported internal-services 2015: counts, 4 rows of history.csv", "olivia imported internal-services 2016: counts, 1 rows of history.csv"]));
    }

    [Test]
    public async Task Years_of_counts_are_compared_unless_the_file_says_that_they_cannot_be()
    {
        await ExecuteAsync(File + "1,internal-services,2017,,,,650,printing,Printing,,,,600,,,,,,,,510,,yes\n");

        var reports = await new ReportTableStore(Database, Editions, Dialect).OfSurveyAsync(Survey);
        var printing = reports.SelectMany(r => r.Rows(ChangeRow.Table)).Where(c => c.Item == "printing").ToDictionary(c => (c.YearFrom, c.YearTo));
        Assert.That(printing[(2015, 2016)].Words, Is.EqualTo("not comparable: question changed"));
        Assert.That(printing[(2016, 2017)].Words, Is.EqualTo("up"));
        Assert.That(printing[(2016, 2017)].Difference, Is.EqualTo(0.1).Within(1e-9));
    }

    [Test]
    public async Task One_bad_row_refuses_all_years_and_leaves_the_database_as_it_was()
    {
        Assert.That(await ExecuteAsync(File + "1,internal-services,2017,,,,,nothing,,,,,,,,1,1,1,1,1,,,\n"), Is.TypeOf<HistoryOutcome.Refused>());

        Assert.That(await Stored.CountAsync(Database), Is.Zero);
    }

    [Test]
    public async Task A_year_that_is_there_already_is_refused_and_says_what_to_do()
    {
        await ExecuteAsync(File);

        var refused = (HistoryOutcome.Refused)await ExecuteAsync("survey,year,service_code,c1,c2,c3,c4,c5\ninternal-services,2016,printing,1,1,1,1,1\n");

        Assert.That(refused.Problems.Single().ToString(), Is.EqualTo(
            "history.csv:2: The survey “internal-services” has an edition of 2016 already, imported as counts. An import never changes an edition: delete the rows of this year."));
    }

    [Test]
    public async Task A_survey_without_a_file_goes_on_from_its_latest_edition()
    {
        await Database.WriteAsync(work => new EditionWriter(TimeProvider.System).InsertAsync(work, new()
        {
            Year = 2024, Status = EditionStatus.Open, Origin = EditionOrigin.Collected, OpensOn = new(2024, 3, 1), ClosesOn = new(2024, 3, 31),
            Questionnaire = A.Questionnaire("email", "network"),
        }));

        Assert.That(await ExecuteAsync("survey,year,service_code,c1,c2,c3,c4,c5\ninternal,2019,email,1,1,1,1,1\n"), Is.TypeOf<HistoryOutcome.Imported>());

        Assert.That((await Editions.FindAsync("internal", 2019))!.Questionnaire.Services.Single().Key, Is.EqualTo("email"));
    }

    [Test]
    public async Task Points_count_from_the_worst_one()
    {
        await ExecuteAsync("survey,year,service_code,c1,c2,c3,c4,c5\ninternal-services,2015,printing,5,0,0,0,2\n");

        var edition = (await Editions.FindAsync(Survey, 2015))!;
        var counts = await Database.ReadAsync((db, _) => TallyStore.ReadAsync(db, null, edition));
        Assert.That(counts.Codes(edition.Items.Find("printing.overall")!), Is.EquivalentTo(new Dictionary<int, int> { [1] = 5, [5] = 2 }));
    }
}
