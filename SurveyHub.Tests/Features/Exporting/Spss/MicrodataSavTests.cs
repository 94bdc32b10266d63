using System.Text.RegularExpressions;
using SurveyHub.Features.Exporting.Spss;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Reporting;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;
using SurveyHub.Tests.Support.Tools;
using Person = SurveyHub.Tests.Results.Person;

namespace SurveyHub.Tests.Features.Exporting.Spss;

/// <summary>The file of an edition, read by PSPP, beside the ZIP of the same edition.</summary>
[Category(Pspp.Category)]
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed partial class MicrodataSavTests(TestServer server) : DatabaseTest(server)
{
    private readonly string _folder = Tool.NewFolder();

    [OneTimeTearDown]
    public void RemoveFolder() => Directory.Delete(_folder, recursive: true);

    [Test]
    public async Task Every_code_is_that_of_the_wide_file([Values] Anonymity anonymity)
    {
        var report = await ReportAsync(Survey with { Anonymity = anonymity }, Mixed);

        var (sav, wide) = (await CsvAsync(report), (await PackageReader.OfAsync(Database, report)).Files["responses_wide.csv"]);

        Assert.That(sav, Is.EqualTo(AsSpss(wide)));
    }

    [Test]
    public async Task Answers_of_few_people_are_left_out_as_they_are_in_the_ZIP()
    {
        IEnumerable<Person> people = [.. 14.Times(("used.wifi", 1), ("wifi.overall", 4), ("group.department", 1)), .. 4.Times(("used.wifi", 1), ("wifi.overall", 2), ("group.department", 2)), .. 12.Times(("overall", 3), ("group.department", 2))];
        var report = await ReportAsync(A.Questionnaire("wifi") with { Anonymity = Anonymity.Confidential }, people);

        var package = await PackageReader.OfAsync(Database, report);
        var sav = await CsvAsync(report);

        Assert.That(sav, Is.EqualTo(AsSpss(package.Files["responses_wide.csv"])));
        Assert.That(package.LeftOut, Is.Not.Empty);
        Assert.That(await Pspp.RunAsync(_folder, $"get file='{await WriteAsync(report)}'.\ndisplay documents.\n"), Does.Contain("Left out: Answers withheld: too few answers"));
    }

    [Test]
    public async Task Labels_are_in_the_language_that_was_asked_for()
    {
        var report = await ReportAsync(Survey, Mixed);

        var said = await Pspp.RunAsync(_folder, $"get file='{await WriteAsync(report, "de")}'.\ndisplay dictionary.\n");

        Assert.That(said, Does.Contain("WLAN: Wie gut?").And.Contain("Ausgabe (Jahr)").And.Contain("keine Antwort").And.Contain("kann ich nicht beurteilen"));
    }

    [Test]
    public async Task Missing_values_are_declared_and_measures_follow_the_kind_of_question()
    {
        var report = await ReportAsync(Survey, Mixed);

        var said = await Pspp.RunAsync(_folder, $"get file='{await WriteAsync(report)}'.\ndisplay dictionary.\n");

        Assert.Multiple(() =>
        {
            Assert.That(said, Does.Match(@"(?m)^wifi_overall,\d+,.*,Ordinal,Input,8,Right,F2\.0,F2\.0,-8; -9$"));
            Assert.That(said, Does.Match(@"(?m)^contact_email,\d+,.*,Nominal,Input,8,Right,F2\.0,F2\.0,-9$"));
            Assert.That(said, Does.Match(@"(?m)^years,\d+,.*,Scale,Input,10,Right,F10\.2,F10\.2,-9$"), "years begin at 0");
            Assert.That(said, Does.Match(@"(?m)^balance,\d+,.*,Scale,Input,10,Right,F10\.2,F10\.2,$"), "a balance of -9 is an answer");
        });
    }

    [Test]
    public async Task A_number_that_may_be_negative_is_an_answer_at_minus_nine_and_missing_where_it_was_skipped()
    {
        var edition = await Answered.EditionAsync(Database, Survey with { Anonymity = Anonymity.Identified }, 2025, []);
        var balance = edition.Items.Find("balance")!.No;
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, 24.Times(("overall", 4)),
            (record, number) => record with { Answers = [.. record.Answers, number % 2 == 0 ? new() { ItemNo = balance, Number = -9 } : new() { ItemNo = balance, Code = Item.Skipped }] }));

        var csv = ReadCsv(await CsvAsync((await new ResultsOf(Database).CloseAllAsync("internal"))[0]));

        Assert.That(csv.Select(row => row["balance"]), Is.EquivalentTo(Enumerable.Repeat("-9", 12).Concat(Enumerable.Repeat("", 12))));
    }

    [Test]
    public async Task An_edition_with_one_answer_is_a_file_with_one_case()
    {
        var report = await ReportAsync(A.Questionnaire("wifi") with { Anonymity = Anonymity.Identified }, 1.Times(("wifi.overall", 5)));

        Assert.That(ReadCsv(await CsvAsync(report)).Select(row => (row["response_id"], row["wifi_overall"])), Is.EqualTo([("1", "")]), "of one person nothing is shown");
    }

    [Test]
    public async Task A_weight_is_a_column_where_there_is_one()
    {
        var edition = await Answered.EditionAsync(Database, A.Questionnaire("wifi") with { Anonymity = Anonymity.Identified }, 2025, []);
        await Database.WriteAsync(work => Answered.AddAsync(work, edition, 12.Times(("wifi.overall", 4)), (record, number) => record with { Weight = 0.5 + number, SubmittedOn = new(2025, 3, 7), PersonKey = $"p{number}", Language = "en" }));
        var report = (await new ResultsOf(Database).CloseAllAsync("internal"))[0];

        var csv = await CsvAsync(report);

        Assert.That(csv, Is.EqualTo(AsSpss((await PackageReader.OfAsync(Database, report)).Files["responses_wide.csv"])));
        Assert.That(ReadCsv(csv).Sum(row => row.Number("weight")), Is.EqualTo(72));
    }

    private async Task<EditionReport> ReportAsync(Questionnaire questionnaire, IEnumerable<Person> people)
    {
        await Answered.EditionAsync(Database, questionnaire, 2025, people);
        return (await new ResultsOf(Database).CloseAllAsync("internal"))[0];
    }

    private async Task<string> WriteAsync(EditionReport report, string? language = null)
    {
        var file = Path.Combine(_folder, $"{Guid.NewGuid():N}.sav");
        await using var stream = File.Create(file);
        await new MicrodataSav(Database, new(Database, new())).WriteAsync(stream, report, language ?? report.Edition.Questionnaire.Languages[0], CancellationToken.None);
        return file;
    }

    /// <summary>As PSPP reads it; it writes a blank for a value that is not there and days as in America.</summary>
    private async Task<string> CsvAsync(EditionReport report)
    {
        var csv = await Pspp.ToCsvAsync(await WriteAsync(report));
        return American().Replace(Blank().Replace(csv, ""), "$3-$1-$2");
    }

    [GeneratedRegex("(?<=,) (?=,|$)", RegexOptions.Multiline)]
    private static partial Regex Blank();

    [GeneratedRegex(@"(?<=,)(\d\d)/(\d\d)/(\d{4})(?=,|$)", RegexOptions.Multiline)]
    private static partial Regex American();

    private static IReadOnlyList<IReadOnlyDictionary<string, string>> ReadCsv(string csv) => ReportFile.Parse(csv);

    /// <summary>Our file as PSPP would have written it: names with underscores, days with strokes, and no column of weights that are blank.</summary>
    private static string AsSpss(string wide)
    {
        var lines = wide.TrimStart('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        var header = lines[0].Split(',');
        var kept = header.Index().Where(c => c.Item != "weight" || lines.Skip(1).Any(l => l.Split(',')[c.Index].Length > 0)).Select(c => c.Index).ToArray();
        return string.Concat(lines.Index().Select(line =>
            string.Join(',', kept.Select(k => line.Item.Split(',')[k]).Select(cell => line.Index == 0 ? cell.Replace('.', '_') : cell)) + "\n"));
    }

    private static IEnumerable<Person> Mixed =>
    [
        .. 12.Times(("used.wifi", 1), ("used.mail", 0), ("wifi.overall", 4), ("group.department", 1), ("overall", 5), ("contact.email", 1), ("contact.phone", 0), ("site", 2)),
        .. 12.Times(("used.wifi", 1), ("used.mail", 1), ("wifi.overall", Item.CannotJudge), ("mail.overall", Item.Skipped), ("group.department", 2), ("overall", 1), ("contact.email", Item.Skipped), ("site", 1), ("years", Item.Skipped)),
    ];

    private static Questionnaire Survey => A.Questionnaire("wifi", "mail") with
    {
        Languages = ["en", "de"],
        Services = [A.Service("wifi") with { Name = new([new("en", "Wi-Fi"), new("de", "WLAN")]) }, A.Service("mail")],
        Scales = [A.Scale with { CannotJudge = new([new("en", "I cannot judge this"), new("de", "kann ich nicht beurteilen")]) }],
        ServiceQuestions = [A.Rating("overall") with { Text = new([new("en", "How good?"), new("de", "Wie gut?")]) }, A.Comment()],
        LastQuestions =
        [
            A.Rating(Questionnaire.OverallQuestion), Choice("site", QuestionKind.SingleChoice, "north", "south"), Choice("contact", QuestionKind.MultipleChoice, "email", "phone"),
            Number("years") with { Minimum = 0 }, Number("balance"), A.Comment("last"),
        ],
    };

    private static Question Number(string key) => new() { Key = key, Kind = QuestionKind.Number, Text = A.Text($"How many {key}?") };

    private static Question Choice(string key, QuestionKind kind, params string[] options) => new()
    {
        Key = key, Kind = kind, Text = A.Text($"Which {key}?"), Options = [.. options.Select((o, i) => new ChoiceOption { Key = o, Code = i + 1, Label = A.Text(o) })],
    };
}
