using System.Text;
using SurveyHub.Features.Importing;
using SurveyHub.Features.Importing.Benchmarks;
using SurveyHub.Results.Benchmarks;
using SurveyHub.Surveys;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.Benchmarks;

/// <summary>What is wrong with a benchmark file is told with its line, all of it at once, and nothing is stored.</summary>
public sealed class BenchmarkFaultsTests() : HostTest(new() { Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero) })
{
    private static readonly Questionnaire Ours = A.Questionnaire("wifi", "mail");
    private static readonly ComparableQuestion Wifi = BenchmarkText.Question(Ours, "wifi");

    [SetUp]
    public Task HaveAnEdition() => Answered.EditionAsync(Host.Database, Ours, 2026);

    [TestCase("org_id", "", "org_id is empty.", "Write the organisation's code")]
    [TestCase("year", "20x5", "“20x5” is no year.", "Write a year from 1970 to 2026.")]
    [TestCase("year", "2027", "The year 2027 has not come yet.", "Write a year from 1970 to 2026.")]
    [TestCase("service_concept", "", "service_concept is empty.", "such as email")]
    [TestCase("dimension", "", "dimension is empty.", "such as overall")]
    [TestCase("customer_group", "", "customer_group is empty.", "Write all for all customers")]
    [TestCase("item_hash", "abc", "“abc” is no SHA-256.", "64 digits")]
    [TestCase("scale_hash", "", "scale_hash is empty.", "64 digits")]
    [TestCase("scale_points", "1", "A scale of 1 points cannot be compared.", "2 to 11")]
    [TestCase("n_valid", "9O", "“9O” is no number of people.", "Write a whole number")]
    [TestCase("n_valid", "-5", "“-5” is no number of people.", "Write a whole number")]
    [TestCase("n_valid", "101", "The counts of the points add up to 100, and n_valid is 101.", "Correct one of them")]
    [TestCase("n_valid", "", "There is a share, and no number of answers behind it.", "Write n_valid")]
    [TestCase("good_excellent_pct", "", "There is a number of answers, and no share.", "Write good_excellent_pct")]
    [TestCase("good_excellent_pct", "71,4", "“71,4” is no number.", "Write a point before the decimals: 71.4.")]
    [TestCase("good_excellent_pct", "71 %", "“71 %” is no number.", "Write a number")]
    [TestCase("good_excellent_pct", "170", "“170” is no percentage.", "from 0 to 100")]
    [TestCase("good_excellent_pct", "NaN", "“NaN” is no number.", "Write a number")]
    [TestCase("good_excellent_pct", "72", "By its counts the share is 70 %, and not 72 %.", "Correct the share or the counts")]
    [TestCase("good_excellent_pct", "70.2", "By its counts the share is 70 %, and not 70.2 %.", "Correct the share or the counts")]
    [TestCase("c2", "", "c2 is empty, and other points of the scale have counts.", "Write 0")]
    [TestCase("c6", "3", "The scale has 5 points; there are counts for a further one.", "c1 is the worst point")]
    [TestCase("ci_low", "60", "Only one end of the interval is given.", "or neither")]
    [TestCase("n_responses", "90", "More people answered the question (100) than answered at all (90).", "Correct n_valid")]
    [TestCase("field_start", "1.3.2026", "“1.3.2026” is no day.", "2025-11-30")]
    [TestCase("mean", "four", "“four” is no number.", "Write a number")]
    public async Task A_wrong_cell_is_named_with_what_would_be_right(string column, string value, string message, string hint)
    {
        var problems = await RefusedAsync(("others.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "B", 2025, 60), BenchmarkText.Row(Wifi, "A", 2025, 70, (column, value)))));

        Assert.That(problems, Has.Count.EqualTo(1));
        Assert.That((problems[0].File, problems[0].Line, problems[0].Message), Is.EqualTo(("others.csv", 3, message)));
        Assert.That(problems[0].Hint, Does.Contain(hint));
        Assert.That(problems[0].Column, Is.EqualTo(column).Or.EqualTo("n_valid").Or.EqualTo("ci_high").Or.EqualTo("good_excellent_pct"));
    }

    [TestCase("ci_low", "75", "ci_high", "80")]
    [TestCase("field_start", "2025-04-01", "field_end", "2025-03-01")]
    [TestCase("n_valid", "", "good_excellent_pct", "")]
    public async Task Two_cells_that_contradict_each_other_are_a_problem(string first, string one, string second, string other) =>
        Assert.That(await RefusedAsync(("others.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70, (first, one), (second, other))))), Has.Count.EqualTo(1));

    [Test]
    public async Task Faults_of_all_files_are_told_at_once_and_nothing_is_stored()
    {
        var problems = await RefusedAsync(
            ("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70), BenchmarkText.Row(Wifi, "", 2025, 70), BenchmarkText.Row(Wifi, "C", 2025, 70, ("n_valid", "x"), ("year", "x")))),
            ("b.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "D", 2025, 70, ("good_excellent_pct", "x")))));

        Assert.That(problems.Select(p => $"{p.File}:{p.Line}"), Is.EqualTo(["a.csv:3", "a.csv:4", "a.csv:4", "b.csv:2"]));
        Assert.That(await Host.WithAsync((OtherOrganisations others) => others.SourcesAsync("internal")), Is.Empty);
        Assert.That(await Host.AuditAsync(), Is.Empty);
    }

    [TestCase("2", "“2” is no version of benchmark files that this SurveyHub reads.", "update SurveyHub")]
    [TestCase("", "schema_version is empty.", "Write 1")]
    public async Task Another_version_is_told_once_and_not_read_further(string version, string message, string hint)
    {
        var problems = await RefusedAsync(("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70, ("schema_version", version)), BenchmarkText.Row(Wifi, "", 0, 70, ("schema_version", version)))));

        Assert.That(problems.Select(p => (p.Line, p.Message)), Is.EqualTo([(2, message)]));
        Assert.That(problems[0].Hint, Does.Contain(hint));
    }

    [Test]
    public async Task Missing_and_unknown_columns_are_told()
    {
        var text = BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70)).Replace("item_hash", "itemhash", StringComparison.Ordinal);

        var problems = await RefusedAsync(("a.csv", text));

        Assert.That(problems.Select(p => p.Message), Is.EqualTo(["There is no column “item_hash”.", "A benchmark file has no column “itemhash”."]));
        Assert.That(problems[1].Hint, Is.EqualTo("Did you mean “item_hash”?"));
    }

    [Test]
    public async Task The_same_figure_twice_in_a_file_or_in_two_files_is_a_problem()
    {
        var row = BenchmarkText.Row(Wifi, "A", 2025, 70);

        Assert.That((await RefusedAsync(("a.csv", BenchmarkText.File(row, row)))).Select(p => $"{p.Line} {p.Message} {p.Hint}"),
            Is.EqualTo(["3 “A” tells “wifi, overall” of all in 2025 twice: in line 2 as well. Delete one of the two rows."]));
        Assert.That((await RefusedAsync(("a.csv", BenchmarkText.File(row)), ("b.csv", BenchmarkText.File(row)))).Select(p => $"{p.File} {p.Message} {p.Hint}"),
            Is.EqualTo(["b.csv “A” tells “wifi, overall” of all in 2025 twice: in line 2 of a.csv as well. Leave one of the two files out: a file that is added later replaces what an earlier one said."]));
    }

    [Test]
    public async Task One_code_for_two_organisations_is_a_problem() =>
        Assert.That((await RefusedAsync(("a.csv", BenchmarkText.File(
                BenchmarkText.Row(Wifi, "A", 2025, 70, ("org_label", "North")), BenchmarkText.Row(BenchmarkText.Question(Ours, "mail"), "A", 2025, 70, ("org_label", "South")),
                BenchmarkText.Row(Wifi with { Concept = "desk" }, "A", 2025, 70, ("org_label", "South")))))).Single().Message,
            Is.EqualTo("“A” is another organisation here than in line 2: name, sector, size or country differ."));

    [TestCase("", "The file is empty.")]
    [TestCase("no,rows,here", "There is no column “schema_version”.")]
    [TestCase("PK\u0003\u0004 rest", "This is an Excel file, or another that is no text.")]
    public async Task What_is_no_benchmark_file_is_told(string text, string message) =>
        Assert.That((await RefusedAsync(("a.csv", text)))[0].Message, Does.StartWith(message));

    [Test]
    public async Task A_file_without_rows_is_told() =>
        Assert.That((await RefusedAsync(("a.csv", BenchmarkText.File()))).Single().Message, Is.EqualTo("The file has no row."));

    [Test]
    public async Task A_file_that_is_not_UTF_8_is_told_with_its_line()
    {
        var text = Encoding.Latin1.GetBytes(BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70), BenchmarkText.Row(Wifi, "Zürich", 2025, 70)));

        var problems = Refused(await ImportAsync(("a.csv", () => new MemoryStream(text))));

        Assert.That(problems.Single().Message, Does.StartWith("A character is not valid UTF-8."));
    }

    [Test]
    public async Task A_row_with_a_field_too_many_is_told() =>
        Assert.That((await RefusedAsync(("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, 70) + ",more")))).Single().Message, Does.Contain("34 fields, the header 33"));

    [Test]
    public async Task A_thousand_faults_end_the_reading()
    {
        var outcome = await ImportAsync(("a.csv", () => BenchmarkText.Stream(BenchmarkText.File(Enumerable.Repeat(BenchmarkText.Row(Wifi, "", 2025, 70), 3000)))));

        Assert.That(outcome, Is.TypeOf<BenchmarkOutcome.Refused>());
        Assert.That(((BenchmarkOutcome.Refused)outcome!).Count, Is.EqualTo(1000));
        Assert.That(((BenchmarkOutcome.Refused)outcome).Problems, Has.Count.EqualTo(100));
    }

    [TestCase("70.00001", 70)]
    [TestCase("70.0", 70)]
    [TestCase("70", 70)]
    public async Task A_share_may_be_rounded_as_it_is_written(string share, int percent)
    {
        var valid = ("good_excellent_pct", share);
        var outcome = await ImportAsync(("a.csv", () => BenchmarkText.Stream(BenchmarkText.File(BenchmarkText.Row(Wifi, "A", 2025, percent, valid)))));

        Assert.That(outcome, share == "70.00001" ? Is.TypeOf<BenchmarkOutcome.Refused>() : Is.TypeOf<BenchmarkOutcome.Added>());
    }

    [TestCase("50", "11", "50 % is no share of 11 answers: 5 of 11 would be 45.45 %, 6 of 11 would be 54.55 %.", "Correct n_valid or the share")]
    [TestCase("0.5", "11", "0.5 % is no share of 11 answers: 0 of 11 would be 0 %, 1 of 11 would be 9.09 %.", "Shares are per cent: 71.4, not 0.714. Correct n_valid")]
    [TestCase("33.4", "12", "33.4 % is no share of 12 answers: 4 of 12 would be 33.33 %, 5 of 12 would be 41.67 %.", "write “weighted” or “averaged” in method_note")]
    [TestCase("99.9", "100", "99.9 % is no share of 100 answers: 99 of 100 would be 99 %, 100 of 100 would be 100 %.", "Correct n_valid")]
    public async Task A_share_that_no_number_of_the_answers_gives_is_refused(string share, string valid, string message, string hint)
    {
        var problem = (await RefusedAsync(("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "B", 2025, 60), Uncounted(share, valid, "Wilson 95 %, unweighted"))))).Single();

        Assert.That((problem.Line, problem.Column, problem.Message), Is.EqualTo((3, "good_excellent_pct", message)));
        Assert.That(problem.Hint, Does.Contain(hint));
    }

    [TestCase("not weighted")]
    [TestCase("non-weighted mean of answers")]
    [TestCase("Without weighted figures")]
    public async Task A_note_that_a_share_is_not_weighted_lets_no_other_share_pass(string note) =>
        Assert.That((await RefusedAsync(("a.csv", BenchmarkText.File(BenchmarkText.Row(Wifi, "B", 2025, 60), Uncounted("50", "11", note))))).Single().Column, Is.EqualTo("good_excellent_pct"));

    [TestCase("45", "11", "")]
    [TestCase("45.5", "11", "")]
    [TestCase("45.0", "11", "", Description = "a program that writes every number with a decimal")]
    [TestCase("45.45454545454545", "11", "")]
    [TestCase("4.545455e+01", "11", "")]
    [TestCase("27.269999999999996", "11", "", Description = "0.2727 × 100")]
    [TestCase("27.272728", "11", "", Description = "single precision")]
    [TestCase("100", "10", "")]
    [TestCase("0", "10", "")]
    [TestCase("71.23", "10000", "")]
    [TestCase("50", "11", "Weighted by department")]
    [TestCase("50", "11", "averaged over five questions")]
    public async Task A_share_that_may_be_true_is_never_refused(string share, string valid, string note)
    {
        var outcome = await ImportAsync(("a.csv", () => BenchmarkText.Stream(BenchmarkText.File(Uncounted(share, valid, note)))));

        Assert.That(outcome, Is.TypeOf<BenchmarkOutcome.Added>(), (outcome as BenchmarkOutcome.Refused)?.Problems[0].Message);
        Assert.That(((BenchmarkOutcome.Added)outcome!).Preview.Notes, note.Length == 0 ? Is.Empty
            : Is.EqualTo(["1 row has a share that its organisation weighted or averaged (“method_note”); yours are counted, and are compared with them as they are told."]));
    }

    private static string Uncounted(string share, string valid, string note) =>
        BenchmarkText.Row(Wifi, "A", 2025, 50, ("good_excellent_pct", share), ("n_valid", valid), ("method_note", note), ("c1", ""), ("c2", ""), ("c3", ""), ("c4", ""), ("c5", ""));

    [Test]
    public async Task Counts_of_a_scale_that_is_not_ours_are_added_up_and_no_more()
    {
        var foreign = Wifi with { ScaleHash = new string('a', 64) };

        Assert.That(await ImportAsync(("a.csv", () => BenchmarkText.Stream(BenchmarkText.File(BenchmarkText.Row(foreign, "A", 2025, 70, ("good_excellent_pct", "31")))))), Is.TypeOf<BenchmarkOutcome.Added>());
        Assert.That((await RefusedAsync(("a.csv", BenchmarkText.File(BenchmarkText.Row(foreign, "A", 2025, 70, ("n_valid", "99")))))).Single().Message, Does.Contain("add up to 100"));
    }

    private async Task<IReadOnlyList<ImportProblem>> RefusedAsync(params (string Name, string Text)[] files) =>
        Refused(await ImportAsync([.. files.Select(f => (f.Name, (Func<Stream>)(() => BenchmarkText.Stream(f.Text))))]));

    private static IReadOnlyList<ImportProblem> Refused(BenchmarkOutcome? outcome)
    {
        Assert.That(outcome, Is.TypeOf<BenchmarkOutcome.Refused>());
        return ((BenchmarkOutcome.Refused)outcome!).Problems;
    }

    private Task<BenchmarkOutcome?> ImportAsync(params (string Name, Func<Stream> Open)[] files) =>
        Host.WithAsync((ImportBenchmark import) => import.ExecuteAsync("olga", "internal", [.. files.Select(f => (f.Name, (Func<Stream?>)f.Open))]));
}
