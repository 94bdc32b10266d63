using System.Globalization;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Features.Reporting;
using SurveyHub.Shell;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;
using SurveyHub.Tests.Features.Importing;
using SurveyHub.Tests.Results;
using SurveyHub.Tests.Statistics;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Reporting;

/// <summary>The shared vectors as an organisation would bring them: imported as microdata, written by the command, set beside the other program's files.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class WriteReportTests(TestServer server) : MicrodataTest(server)
{
    [TestCase("20_end_to_end", "2024, 2025, 2026")]
    [TestCase("21_edge_cases", "2025, 2026")]
    public async Task The_files_of_an_imported_survey_are_those_of_the_vectors(string vectors, string years)
    {
        var written = await WriteAsync(vectors, years);

        Assert.Multiple(() =>
        {
            Compare(written, vectors, "service_year", row => row["display"].StartsWith("hidden", StringComparison.Ordinal));
            // Between the years the question of E12 changed, and four people who rated E07 twice may not be told apart.
            Compare(written, vectors, "change", row => row["diff"].Length == 0 || row["n_in_both"].Length == 0);
            Compare(written, vectors, "headline", row => row["pooled_state"] == "hidden: complementary");
            Compare(written, vectors, "lowest_rated");
            Compare(written, vectors, "pairwise_services");
            Compare(written, vectors, "importance", row => row["display"].StartsWith("hidden", StringComparison.Ordinal));
            if (vectors != "20_end_to_end") return;
            // In the other survey the services differ: docs/adr/0010.
            Compare(written, vectors, "headline_change");
            Compare(written, vectors, "response_rates", wanted: row => row["attribute"] is "" or "department");
        });
    }

    [TestCase("20_end_to_end", "2024, 2025, 2026")]
    [TestCase("21_edge_cases", "2025, 2026")]
    public async Task So_are_those_of_customer_groups_where_no_other_group_stands_beside_them(string vectors, string years)
    {
        var written = await WriteAsync(vectors, years, oneGroup: true);

        Assert.Multiple(() => Compare(written, vectors, "segments", row => row["hidden"] == "true", "segments_overall", row => row["item"] == "overall"));
    }

    [TestCase("20_end_to_end", "2024, 2025, 2026")]
    [TestCase("21_edge_cases", "2025, 2026")]
    public async Task With_another_idea_of_good_the_services_are_those_of_the_vectors_too(string vectors, string years)
    {
        var written = await WriteAsync(vectors, years, good: "[3, 4, 5]");

        Assert.Multiple(() => Compare(written, vectors, "service_year", row => row["display"].StartsWith("hidden", StringComparison.Ordinal), "service_year_alternative_scale"));
    }

    [Test]
    public async Task Every_customer_group_has_a_column_of_its_own_behind_those_that_all_surveys_have()
    {
        var questionnaire = A.Questionnaire("wifi") with { Groups = [A.Group("department", GroupSource.Asked, "medicine", "surgery"), A.Group("value", GroupSource.Asked, "high", "low")] };
        await Answered.EditionAsync(Database, questionnaire, 2025,
            12.Times(("group.department", 1), ("group.value", 1), ("wifi.overall", 5)), 12.Times(("group.department", 2), ("group.value", 2), ("wifi.overall", 4)));
        await new ResultsOf(Database).CloseAllAsync("internal");
        using var folder = new ImportFolder();

        Assert.That(await Command.RunAsync("internal", folder["out"], TextWriter.Null), Is.Zero);

        var (rates, segments) = (await ReadAsync(folder["out/response_rates.csv"]), await ReadAsync(folder["out/segments.csv"]));
        Assert.That(rates[0].Columns.TakeLast(2), Is.EqualTo(["department", "group_value"]), "a column is called value already");
        Assert.That((rates[0]["department"], rates[0]["group_value"]), Is.EqualTo(("(all)", "(all)")));
        Assert.That(segments.Where(r => r["item"] == "wifi").Select(r => (r["segment"], r["department"], r["value"])),
            Is.EqualTo([("medicine", "medicine", ""), ("surgery", "surgery", ""), ("high", "", "high"), ("low", "", "low")]));
    }

    [Test]
    public async Task Columns_stay_where_they_are_when_an_earlier_year_is_imported()
    {
        CustomerGroup[] groups = [A.Group("department", GroupSource.Asked, "medicine", "surgery"), A.Group("role", GroupSource.Asked, "doctor", "nurse")];
        await Answered.EditionAsync(Database, A.Questionnaire("wifi") with { Groups = groups }, 2025, 24.Times(("group.department", 1), ("group.role", 1), ("wifi.overall", 5)));
        await Answered.EditionAsync(Database, A.Questionnaire("wifi") with { Groups = [A.Group("site", GroupSource.Asked, "north"), groups[1]] }, 2019, 24.Times(("group.role", 1), ("wifi.overall", 5)));
        await new ResultsOf(Database).CloseAllAsync("internal");
        using var folder = new ImportFolder();

        await Command.RunAsync("internal", folder["out"], TextWriter.Null);

        foreach (var file in new[] { "response_rates", "segments" })
            Assert.That((await ReadAsync(folder[$"out/{file}.csv"]))[0].Columns.TakeLast(3), Is.EqualTo(["department", "role", "site"]), file);
    }

    [Test]
    public async Task A_hidden_figure_has_no_number_in_any_file()
    {
        var written = await WriteAsync("21_edge_cases", "2025, 2026");

        var hidden = written["service_year"].Where(row => row["display"].StartsWith("hidden", StringComparison.Ordinal)).ToArray();
        Assert.That(hidden.Select(row => (row["year"], row["item"])), Is.EqualTo([("2025", "E08"), ("2025", "E10")]));
        Assert.That(hidden.Select(row => row["n_valid"] + row["n_not_applicable"] + row["n_missing"] + row["k_good"] + row["share_good"] + row["n_asked"]), Is.All.Empty);
        Assert.That(written["change"].Where(row => row["item"] is "E08" or "E10").Select(row => row["n_from"] + row["share_from"] + row["diff"]), Is.All.Empty);
        var distributed = written["distribution"].Where(row => row["year"] == "2025").Select(row => row["item"]).ToHashSet();
        Assert.That(distributed, Does.Contain("E06"));
        Assert.That(distributed, Has.None.AnyOf("E07", "E08", "E10"), "fewer than 30");
        Assert.That(written["segments"].Where(row => row["hidden"] == "true").Select(row => row["n_valid"] + row["share_good"] + row["wilson_lower"]), Is.All.Empty);
    }

    [Test]
    public async Task A_survey_that_nobody_knows_or_closed_is_said_to_be_so_and_nothing_is_written()
    {
        await Answered.EditionAsync(Database, A.Questionnaire("wifi"), 2025);
        var (open, unknown, folder) = (new StringWriter(), new StringWriter(), Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N")));

        Assert.That(await Command.RunAsync("internal", folder, open), Is.EqualTo(1));
        Assert.That(await Command.RunAsync("intern", folder, unknown), Is.EqualTo(1));

        Assert.That(open.ToString(), Does.Contain("No edition of the survey “internal” is closed yet"));
        Assert.That(unknown.ToString(), Does.Contain("no survey “intern”").And.Contain("The database has: internal"));
        Assert.That(Directory.Exists(folder), Is.False);
    }

    [Test]
    public async Task Without_a_line_in_the_audit_log_nothing_is_written_and_the_command_says_why()
    {
        await Answered.EditionAsync(Database, A.Questionnaire("wifi"), 2025, 12.Times(("wifi.overall", 5)));
        await new ResultsOf(Database).CloseAllAsync("internal");
        await Database.WriteAsync(work => work.ExecuteAsync("alter table audit_entry rename to audit_entry_away"));
        var (folder, output) = (Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N")), new StringWriter());

        Assert.That(await Command.RunAsync("internal", folder, output), Is.EqualTo(1));

        Assert.That(output.ToString(), Does.StartWith("Nothing was written: the audit log"));
        Assert.That(Directory.GetFiles(folder), Is.Empty);
    }

    [Test]
    public async Task A_folder_that_cannot_be_written_to_is_named()
    {
        await Answered.EditionAsync(Database, A.Questionnaire("wifi"), 2025, 12.Times(("wifi.overall", 5)));
        await new ResultsOf(Database).CloseAllAsync("internal");
        var (file, output) = (Path.Combine(TestFolder.Path, $"{Guid.NewGuid():N}.txt"), new StringWriter());
        Directory.CreateDirectory(TestFolder.Path);
        await File.WriteAllTextAsync(file, "no folder");

        Assert.That(await Command.RunAsync("internal", file, output), Is.EqualTo(1));

        Assert.That(output.ToString(), Does.Contain(file).And.Contain("--out"));
    }

    private WriteReport Command => new(new ResultsOf(Database).Editions, new ResultsOf(Database).Reports, new AuditLog(Database, TimeProvider.System));

    private async Task<Dictionary<string, VectorRow[]>> WriteAsync(string vectors, string years, bool oneGroup = false, string good = "[4, 5]")
    {
        using var folder = Folder(vectors, years.Split(", "), oneGroup, good);
        Assert.That(await ExecuteAsync(folder), Is.TypeOf<MicrodataOutcome.Imported>());
        var output = new StringWriter();
        Assert.That(await Command.RunAsync("vectors", folder["out"], output), Is.Zero, output.ToString());
        var written = new Dictionary<string, VectorRow[]>();
        foreach (var file in Directory.GetFiles(folder["out"]))
            written[Path.GetFileNameWithoutExtension(file)] = await ReadAsync(file);
        return written;
    }

    private static ImportFolder Folder(string vectors, string[] years, bool oneGroup, string good)
    {
        var source = Path.Combine(AppContext.BaseDirectory, "vectors", vectors);
        var frame = File.Exists(Path.Combine(source, "frame.csv"));
        var folder = new ImportFolder();
        // The first survey is weighted to the headcounts of its frame, the other by weights that came with it.
        var byFrame = frame && !oneGroup;
        var groups = $"groups: {{ department: department{(byFrame ? ", dept_group: dept_group, role: role" : "")} }}";
        foreach (var file in Directory.GetFiles(source, "*.csv")) folder.With(Path.GetFileName(file), File.ReadAllBytes(file));
        return folder.With("mapping.yaml", $$"""
            survey:
              key: vectors
              title: Vectors
              scale: { options: { 1: Poor, 2: Fair, 3: Good, 4: Very good, 5: Excellent }, good: {{good}}, cannot_judge: Not applicable }
              services_file: services.csv
              overall: All in all
              groups: { department: Department{{(byFrame ? ", dept_group: Kind of department, role: Role" : "")}} }
              {{(byFrame ? "weighting: { by: [dept_group, role] }" : "")}}
            editions:
            {{string.Join('\n', years.Select(y => $"  - {{ year: {y}, responses: responses.csv{(frame ? ", frame: frame.csv" : "")} }}"))}}
            columns: { year: year, person: person_id, {{groups}}{{(byFrame ? "" : frame ? ", ignore: [dept_group, role]" : ", weight: weight")}} }
            frame_columns: { year: year, disposition: status, {{groups}} }
            values: { cannot_judge: [X] }
            {{(vectors.StartsWith("21", StringComparison.Ordinal) ? "trend_breaks: [{ item: E12, year: 2026 }]" : "")}}
            """);
    }

    private static async Task<VectorRow[]> ReadAsync(string file)
    {
        await using var stream = File.OpenRead(file);
        var reader = new CsvReader(stream);
        var columns = (await reader.ReadHeaderAsync()).Names.ToArray();
        var rows = new List<VectorRow>();
        await foreach (var row in reader.RowsAsync()) rows.Add(new(Path.GetFileName(file), columns, [.. row.Fields]));
        return [.. rows];
    }

    private static void Compare(
        Dictionary<string, VectorRow[]> written, string vectors, string table, Predicate<VectorRow>? mayBeEmpty = null, string? expectedTable = null, Predicate<VectorRow>? wanted = null)
    {
        var expected = Vectors.Csv($"{vectors}/expected/{expectedTable ?? table}.csv").ToArray();
        var rows = written[table].Where(row => wanted?.Invoke(row) != false).ToArray();
        Assert.That(rows, Has.Length.EqualTo(expected.Length), table);
        foreach (var (row, vector) in rows.Zip(expected))
            foreach (var column in vector.Columns)
                CompareCell(row[column], vector[column], mayBeEmpty?.Invoke(row) == true, $"{vector}: {column}");
    }

    private static void CompareCell(string cell, string expected, bool mayBeEmpty, string where)
    {
        if (cell == expected || (cell.Length == 0 && mayBeEmpty)) return;
        double other = 0;
        Assert.That(Number(cell, out var number) && Number(expected, out other), $"{where}: '{cell}' is not '{expected}'");
        Assert.That(number, Is.EqualTo(other).Within(Math.Max(Vectors.Exact, 1e-9 * Math.Abs(other))), where);
    }

    private static bool Number(string cell, out double number) =>
        double.TryParse(cell, NumberStyles.Float, CultureInfo.InvariantCulture, out number);
}
