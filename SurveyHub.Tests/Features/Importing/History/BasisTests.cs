using System.Text;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Features.Importing.Commands;
using SurveyHub.Features.Importing.History;
using SurveyHub.Surveys;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.History;

/// <summary>The survey file is about next year. Counts of an earlier one are stored as the nearest edition asked, and what breaks a series is confirmed.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class BasisTests(TestServer server) : HistoryTest(server)
{
    private const string Header = "survey,year,n_responses,service_code,n_valid,favourable_count,comparable\n", Of2019 = Header + "internal-services,2019,40,printing,40,30,\n";

    private static Questionnaire FileOf2020 => new SurveyCatalog(ShippedFiles.Folder).Read(Survey)!.Definition!.For(2020);

    [Test]
    public async Task Counts_are_stored_as_the_nearest_edition_asked_and_not_as_the_survey_file_says_by_now()
    {
        await StoreAsync(2020, Measured(7));
        await StoreAsync(2024, FileOf2020);

        Assert.That((await ReadyAsync(Of2019)).Breaks, Is.Empty);
        await ExecuteAsync(Of2019, ConfirmedBreaks.None);

        var stored = (await Editions.FindAsync(Survey, 2019))!.Questionnaire;
        Assert.Multiple(() =>
        {
            Assert.That(stored.Scales.Single().Version, Is.EqualTo(7));
            Assert.That(stored.Services.Single().Name.ToString(), Is.EqualTo("Printers of 7"));
            Assert.That(stored.Services.Single().Target, Is.EqualTo(0.07));
        });
    }

    [Test]
    public async Task What_the_nearest_edition_lacks_is_as_in_the_other_ones_and_in_the_file()
    {
        var without = FileOf2020 with { Services = [.. FileOf2020.Services.Where(s => s.Key != "payroll")], Groups = [] };
        await StoreAsync(2020, without);

        await ExecuteAsync(Of2019 + "internal-services,2019,,payroll,30,20,\n", ConfirmedBreaks.None);

        Assert.That((await Editions.FindAsync(Survey, 2019))!.Questionnaire.Services.Select(s => s.Key), Is.EquivalentTo(["printing", "payroll"]));
    }

    [Test]
    public async Task A_break_is_said_in_words_and_nothing_is_stored_before_it_is_confirmed()
    {
        await StoreAsync(2016, Measured(1));
        await StoreAsync(2020, Measured(2));

        var preview = await ReadyAsync(Of2019);
        Assert.That(preview.Breaks.Select(b => b.Sentence), Is.EqualTo(["2019 against 2016: The scale “quality5” measures something else. Its version is 2 instead of 1. The trends of its questions break here."]).Using<string>(SameWords));
        Assert.That(preview.Years.Single().Items.Single().IsComparable, Is.False);

        Assert.That(await ExecuteAsync(Of2019, ConfirmedBreaks.None), Is.TypeOf<HistoryOutcome.Unconfirmed>());
        Assert.That(await ExecuteAsync(Of2019, ConfirmedBreaks.Of(["2016-2019-scale.quality5.options-00000000"])), Is.TypeOf<HistoryOutcome.Unconfirmed>(), "another sentence was ticked");
        Assert.That(await Editions.FindAsync(Survey, 2019), Is.Null);

        Assert.That(await ExecuteAsync(Of2019, ConfirmedBreaks.Of(preview.Breaks.Select(b => b.Id))), Is.TypeOf<HistoryOutcome.Imported>());
        Assert.That((await Editions.FindAsync(Survey, 2019))!.ConfirmedBreaks, Does.Contain("printing.overall"));
    }

    [Test]
    public async Task A_break_that_the_file_declares_is_confirmed_as_well()
    {
        var file = Header + "internal-services,2018,40,printing,40,30,no\ninternal-services,2019,40,printing,40,30,no\n";

        Assert.That((await ReadyAsync(file)).Breaks.Select(b => b.Sentence),
            Is.EqualTo(["2019 against 2018: The file says (comparable: no) that “Printing” cannot be compared with the years before. Its trend breaks here."]), "before 2018 there is nothing");
        Assert.That(await ExecuteAsync(file, ConfirmedBreaks.None), Is.TypeOf<HistoryOutcome.Unconfirmed>());
        Assert.That(await ExecuteAsync(file, ConfirmedBreaks.All), Is.TypeOf<HistoryOutcome.Imported>());
    }

    [TestCase(false, 1)]
    [TestCase(true, 0)]
    public async Task By_command_a_yes_is_not_enough_for_a_break(bool confirmed, int result)
    {
        await StoreAsync(2016, Measured(1));
        await StoreAsync(2020, Measured(2));
        using var folder = new ImportFolder().With("history.csv", Of2019);
        using var output = new StringWriter();

        Assert.That(await new HistoryCommand(Import).RunAsync(folder["history.csv"], new(output, null, IsConfirmed: true), confirmed ? ConfirmedBreaks.All : ConfirmedBreaks.None), Is.EqualTo(result));

        Assert.That(output.ToString(), Does.Contain("break: 2019 against 2016: The scale").And.Contain(confirmed ? "Imported." : "run the command again with --confirm-breaks."));
        Assert.That(await Editions.FindAsync(Survey, 2019), confirmed ? Is.Not.Null : Is.Null);
    }

    [Test]
    public async Task A_file_with_nothing_right_in_it_is_not_read_to_its_end()
    {
        var file = new StringBuilder("survey,year,service_code,c1,c2,c3,c4,c5\n");
        for (var i = 0; i < 200_000; i++) file.Append("internal-services,2015,printing,1,1,1,1,1\n");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(file.ToString()));

        var refused = (HistoryOutcome.Refused)await Import.PreviewAsync("history.csv", () => new Kept(stream));

        Assert.That((refused.Problems.Count, refused.Count), Is.EqualTo((100, 1000)));
        Assert.That(refused.Problems[0].Message, Is.EqualTo("“printing.overall” of 2015 stands in line 2 already."));
        Assert.That(stream.Position, Is.LessThan(stream.Length / 10));
    }

    private async Task<HistoryPreview> ReadyAsync(string file) => ((HistoryOutcome.Ready)await PreviewAsync(file)).Preview;

    private Task StoreAsync(int year, Questionnaire questionnaire) => Database.WriteAsync(work => new EditionWriter(TimeProvider.System).InsertAsync(work, new()
    {
        Year = year, Status = EditionStatus.Open, Origin = EditionOrigin.Collected, OpensOn = new(year, 3, 1), ClosesOn = new(year, 3, 31), Questionnaire = questionnaire,
    }));

    private static Questionnaire Measured(int version) => FileOf2020 with
    {
        Scales = [.. FileOf2020.Scales.Select(s => s with { Version = version })],
        Services = [.. FileOf2020.Services.Select(s => s.Key == "printing" ? s with { Name = A.Text($"Printers of {version}"), Target = version / 100.0 } : s)],
    };

    /// <summary>Quotation marks are another test's business.</summary>
    private static bool SameWords(string one, string other) => Plain(one) == Plain(other);

    private static string Plain(string text) => text.Replace('“', '\'').Replace('”', '\'');

    /// <summary>Stays readable for the test when the import has closed it.</summary>
    private sealed class Kept(MemoryStream inner) : Stream
    {
        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => inner.Length;
        public override long Position { get => inner.Position; set => inner.Position = value; }
        public override int Read(byte[] buffer, int offset, int count) => inner.Read(buffer, offset, count);
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
