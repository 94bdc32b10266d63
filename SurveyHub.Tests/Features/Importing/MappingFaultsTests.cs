using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing;

/// <summary>Whatever is wrong in a mapping file is told with its line and with what would be right, and never by a stack trace.</summary>
public sealed class MappingFaultsTests() : MicrodataTest(TestServer.Sqlite)
{
    private static readonly (string Wrong, string Found)[] Faults =
    [
        ("", "mapping.yaml:1: The file is empty."),
        ("survey: [", "mapping.yaml:2: A text begins"),
        ("survey: canteen\neditions: *all", "mapping.yaml:2: *all refers to another place in the file (an alias)."),
        ("survey: canteen\neditions:\n  - { year: 2025, responses: answers.csv }", "mapping.yaml:1: There is no survey file for “canteen”. Describe the survey in place"),
        ("editions:\n  - { year: 2025, responses: answers.csv }", "The mapping has no survey."),
        ("surveys: canteen", "The mapping has no property “surveys”. Did you mean “survey”?"),
    ];

    /// <summary>What is added to a mapping that is right, and what is found then. Its first eight lines are the survey, the next two its editions.</summary>
    private static readonly (string Added, string Found)[] Additions =
    [
        ("columns: { yaer: year }", "mapping.yaml:11: The mapping's columns has no property “yaer”. Did you mean “year”?"),
        ("columns: year", "mapping.yaml:11: “columns” is not a group of properties."),
        ("columns: { items: { lunch: lunhc } }", "mapping.yaml:11: The survey has no item and no service “lunhc”. Did you mean “lunch”?"),
        ("columns: { items: { a: lunch, b: lunch.overall } }", "mapping.yaml:11: “lunch.overall” is given two columns; the first is in line 11."),
        ("columns: { groups: { building: site } }", "mapping.yaml:11: The survey has no customer group “building”."),
        ("columns: { person: who }", "answers.csv:1: There is no column “who”, which line 11 of mapping.yaml names."),
        ("columns: { groups: { site: sites } }", "answers.csv:1: There is no column “sites”, which line 11 of mapping.yaml names. Did you mean “site”?"),
        ("values: { cannot_judge: [X], skipped: [X] }", "mapping.yaml:11: “X” means both “cannot judge” and “skipped”."),
        ("values: { empty: unknown }", "mapping.yaml:11: “empty” is “unknown”. Write skipped"),
        ("values: { codes: { Great: 7 } }", "mapping.yaml:11: “Great” is given the code 7, which is on no scale of the survey. Write one of 1, 2, 3, 4, 5."),
        ("values: { codes: { 5: Great } }", "mapping.yaml:11: “Great” is no scale code. Write the word first"),
        ("values: { cannot_judge: { a: b } }", "mapping.yaml:11: An entry of “values: cannot_judge” is a list or a group of properties."),
        ("duplicates: first", "mapping.yaml:11: “duplicates” is “first”. Write refuse or last."),
        ("duplicates: last", "mapping.yaml:11: “duplicates: last” needs to know who is who."),
        ("dispositions: { gone: left }", "mapping.yaml:11: “left” is no disposition."),
        ("dispositions: { gone: inelegible }", "Did you mean “ineligible”?"),
        ("trend_breaks:\n  - { item: lunch, year: 2024 }", "mapping.yaml:12: The break of “lunch” is in 2024, which is none of the editions. Write one of 2025"),
        ("trend_breaks:\n  - { item: dinner, year: 2025 }", "mapping.yaml:12: The survey has no item and no service “dinner”."),
        ("trend_breaks:\n  - { year: 2025 }", "mapping.yaml:12: The trend break has no item."),
    ];

    private static readonly (string Old, string New, string Found)[] Replacements =
    [
        ("key: canteen", "key: The Canteen", "mapping.yaml:2: “The Canteen” cannot be a key"),
        ("  title: What guests say\n", "", "The survey has no title."),
        ("scale: {", "skale: {", "The survey has no property “skale”. Did you mean “scale”?"),
        ("options: { 1: Poor, 2: Fair, 3: Good, 4: Very good, 5: Excellent }", "options: { 1: Poor }", "mapping.yaml:4: The scale has 1 options. Write from 2 to 11"),
        ("options: { 1: Poor,", "options: { one: Poor,", "mapping.yaml:4: “one” is no scale code."),
        ("cannot_judge: Never", "good: [6], cannot_judge: Never", "mapping.yaml:4: 6 is not among the scale's options."),
        ("cannot_judge: Never", "good: [4], cannot_judge: Never", "mapping.yaml:4: An option above a good one is not good itself."),
        ("cannot_judge: Never", "bad: [2], cannot_judge: Never", "mapping.yaml:4: An option below a bad one is not bad itself."),
        ("cannot_judge: Never", "bad: [1, 2, 3, 4], cannot_judge: Never", "mapping.yaml:4: An option is both good and bad."),
        ("services: { lunch: Lunch, coffee: Coffee bar }", "services: [lunch, coffee]", "mapping.yaml:5: “services” is not a group of properties."),
        ("coffee: Coffee bar", "lunch: Coffee bar", "mapping.yaml:5: “lunch” stands twice here"),
        ("coffee: Coffee bar", "overall: Coffee bar", "mapping.yaml:5: The key “overall” is kept for the product's own columns."),
        ("coffee: Coffee bar", "coffee: { en: Coffee bar }", "mapping.yaml:5: “coffee” in “services” has no word behind its colon."),
        ("services: { lunch: Lunch, coffee: Coffee bar }", "services_file: services.csv", "services.csv:1: The file cannot be found or read."),
        ("groups: { site: Site }", "anonymity: anonymos", "“anonymity” of the survey is “anonymos”. Did you mean “anonymous”?"),
        ("groups: { site: Site }", "minimum_answers: 3", "mapping.yaml:8: “minimum_answers” of the survey is “3”. Write a whole number from 5 to 1000."),
        ("overall: All in all", "headline: overall_question", "mapping.yaml:6: The headline is to be the overall question, and there is none."),
        ("groups: { site: Site }", "language: english", "“english” is no language tag."),
        ("year: 2025", "year: 25", "mapping.yaml:10: “year” of the edition is “25”. Write a whole number from 1970 to 2100."),
        ("year: 2025, responses: answers.csv", "year: 2025", "mapping.yaml:10: The edition has no responses."),
        ("responses: answers.csv", "responses: missing.csv", "missing.csv:1: The file cannot be found or read."),
        ("responses: answers.csv", "responses: answers.csv, opens_on: 1.11.2025", "mapping.yaml:10: “opens_on” is “1.11.2025”, which is no day. Write year, month and day: 2020-11-30."),
        ("responses: answers.csv", "responses: answers.csv, opens_on: 2025-11-30, closes_on: 2025-11-01", "mapping.yaml:10: The edition 2025 closes before it opens."),
        ("  - { year: 2025, responses: answers.csv }", "  - { year: 2025, responses: answers.csv }\n  - { year: 2025, responses: answers.csv }", "mapping.yaml:11: The year 2025 stands twice; the first is in line 10."),
        ("  - { year: 2025, responses: answers.csv }", "  - { year: 2024, responses: answers.csv }\n  - { year: 2025, responses: answers.csv }", "mapping.yaml:11: “answers.csv” serves several editions, and no column says which row is of which year."),
        ("  - { year: 2025, responses: answers.csv }", "  - { year: 2024, responses: Answers.CSV }\n  - { year: 2025, responses: answers.csv }", "mapping.yaml:11: “answers.csv” and “Answers.CSV” lead to the same file."),
        ("  - { year: 2025, responses: answers.csv }", "  - { year: 2024, responses: ./answers.csv }\n  - { year: 2025, responses: answers.csv }", "mapping.yaml:11: “answers.csv” and “./answers.csv” lead to the same file."),
        ("year: 2025, responses: answers.csv", "year: 2025, responses: answers.csv, opens_on: 2012-11-30", "mapping.yaml:10: “opens_on” is 2012-11-30, and the edition is that of 2025. Correct one of the two."),
        ("comments: { last_words: Anything else? }", "comments: { Coffee: Coffee? }", "mapping.yaml:7: The comment “Coffee” has the key of the service “coffee”."),
        ("comments: { last_words: Anything else? }", "comments: { a: One, A: Two }", "mapping.yaml:7: The comment “A” has the key of the comment “a”."),
        ("editions:\n  - { year: 2025, responses: answers.csv }", "editions: []", "“editions” of the mapping is an empty list."),
        ("responses: answers.csv", "responses: answers.csv, frame: frame.csv", "frame.csv:1: The file cannot be found or read."),
    ];

    [TestCaseSource(nameof(Faults))]
    public async Task A_mapping_that_is_none_is_refused_with_a_sentence((string Wrong, string Found) fault)
    {
        using var folder = new ImportFolder().With("mapping.yaml", fault.Wrong).With("answers.csv", ImportFolder.Answers);

        Assert.That(await ProblemsOfAsync(folder), Has.Some.Contains(fault.Found));
    }

    [TestCaseSource(nameof(Additions))]
    public async Task A_fault_is_told_with_its_line((string Added, string Found) fault)
    {
        using var folder = ImportFolder.Canteen(fault.Added);

        Assert.That(await ProblemsOfAsync(folder), Has.Some.Contains(fault.Found));
    }

    [TestCaseSource(nameof(Replacements))]
    public async Task A_fault_in_the_survey_or_its_editions_is_told_with_its_line((string Old, string New, string Found) fault)
    {
        var mapping = ImportFolder.Survey.Replace(fault.Old, fault.New, StringComparison.Ordinal);
        using var folder = new ImportFolder().With("mapping.yaml", mapping)
            .With("answers.csv", ImportFolder.Answers);

        Assert.That(await ProblemsOfAsync(folder), Has.Some.Contains(fault.Found));
    }

    [Test]
    public async Task Editions_without_a_year_are_told_that_and_are_not_twins()
    {
        using var folder = new ImportFolder().With("answers.csv", ImportFolder.Answers)
            .With("mapping.yaml", ImportFolder.Survey.Replace("year: 2025, ", "", StringComparison.Ordinal) + "  - { responses: other.csv }\n");

        Assert.That(await ProblemsOfAsync(folder), Has.Count.EqualTo(2).And.All.Contains("The edition has no year."));
    }

    [Test]
    public async Task Rows_of_separators_that_a_spreadsheet_left_behind_are_passed_over()
    {
        using var folder = new ImportFolder().With("answers.csv", "S01\n5\n").With("services.csv", "code,name\nS01,Lunch\n,\n,\n").With("frame.csv", "disposition;site\ncomplete;\n;\n;\n")
            .With("mapping.yaml", ImportFolder.Survey.Replace("services: { lunch: Lunch, coffee: Coffee bar }", "services_file: services.csv", StringComparison.Ordinal)
                .Replace("answers.csv }", "answers.csv, frame: frame.csv }", StringComparison.Ordinal));

        Assert.That(await ProblemsOfAsync(folder), Is.Empty);
    }

    [Test]
    public async Task All_bad_rows_of_a_file_of_services_are_counted()
    {
        using var folder = new ImportFolder().With("answers.csv", "S01\n5\n").With("services.csv", "code,name\n" + string.Concat(Enumerable.Repeat("S01,\"\"\n", 150)))
            .With("mapping.yaml", ImportFolder.Survey.Replace("services: { lunch: Lunch, coffee: Coffee bar }", "services_file: services.csv", StringComparison.Ordinal));

        var refused = (MicrodataOutcome.Refused)await PreviewAsync(folder);

        Assert.That((refused.Problems.Count, refused.Count), Is.EqualTo((100, 150)));
    }

    [Test]
    public async Task All_faults_are_told_at_once()
    {
        using var folder = ImportFolder.Canteen("duplicates: first\nvalues: { empty: unknown }\ncolumns: { yaer: a }");

        Assert.That(await ProblemsOfAsync(folder), Has.Count.EqualTo(3));
    }

    [Test]
    public async Task A_survey_that_has_a_file_is_not_described_a_second_time()
    {
        using var folder = ImportFolder.Canteen().With("surveys/canteen.yaml", "survey: canteen");

        Assert.That(await ProblemsOfAsync(folder), Has.Some.Contains("mapping.yaml:2: The survey “canteen” has a survey file already. Write survey: canteen instead"));
    }

    [Test]
    public async Task A_survey_file_with_faults_is_not_imported_into()
    {
        using var folder = new ImportFolder().With("surveys/canteen.yaml", "survey: canteen").With("answers.csv", ImportFolder.Answers)
            .With("mapping.yaml", "survey: canteen\neditions:\n  - { year: 2025, responses: answers.csv }");

        Assert.That(await ProblemsOfAsync(folder), Has.Some.Contains("mapping.yaml:1: The file of the survey “canteen” has faults."));
    }

    [Test]
    public async Task A_mapping_saved_in_another_encoding_is_refused_with_a_sentence()
    {
        using var folder = ImportFolder.Canteen().With("mapping.yaml", [.. "survey: "u8, 0xE4, 0xF6]);

        Assert.That(await ProblemsOfAsync(folder), Has.Some.Contains("not UTF-8"));
    }
}
