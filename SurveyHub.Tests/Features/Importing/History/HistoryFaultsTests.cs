using System.Text;
using SurveyHub.Features.Importing.History;
using SurveyHub.Tests.Architecture;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.History;

/// <summary>Every bad row of a history file is named with what would be right, and one refuses them all.</summary>
public sealed class HistoryFaultsTests() : HistoryTest(TestServer.Sqlite)
{
    private const string Header = "survey,year,service_code,item_code,group_attribute,group_value,n_invited,n_responses,n_valid,n_na,n_skipped,c1,c2,c3,c4,c5,favourable_count,comparable,field_start,field_end";

    private static readonly (string Row, string Found)[] Rows =
    [
        ("internal,2015,printing,,,,,,,,,1,1,1,1,1,,,,", "history.csv:2: column survey: There is no survey “internal”."),
        ("internal-services,15,printing,,,,,,,,,1,1,1,1,1,,,,", "history.csv:2: column year: “15” is no year."),
        ("internal-services,2027,printing,,,,,,,,,1,1,1,1,1,,,,", "history.csv:2: The year 2027 has not come yet. Correct it: an import brings what is past, up to 2026."),
        ("internal-services,2015,pritning,,,,,,,,,1,1,1,1,1,,,,", "history.csv:2: column service_code: The survey has no service “pritning” in 2015. Did you mean “printing”?"),
        ("internal-services,2015,imaging,,,,,,,,,1,1,1,1,1,,,,", "history.csv:2: column service_code: The survey has no service “imaging” in 2015."),
        ("internal-services,2015,printing,speed,,,,,,,,1,1,1,1,1,,,,", "history.csv:2: column item_code: The survey does not ask “speed” about printing."),
        ("internal-services,2015,printing,comment,,,,,,,,1,1,1,1,1,,,,", "history.csv:2: column item_code: “printing.comment” is no rating"),
        ("internal-services,2015,printing,,departement,it,,,,,,1,1,1,1,1,,,,", "history.csv:2: column group_attribute: The survey has no customer group “departement”. Did you mean “department”?"),
        ("internal-services,2015,printing,,department,nowhere,,,,,,1,1,1,1,1,,,,", "history.csv:2: column group_value: “nowhere” is no option of the customer group “department”."),
        ("internal-services,2015,printing,,,,,,,,,,,,,,,,,", "history.csv:2: column n_valid: The row has no counts."),
        ("internal-services,2015,printing,,,,,,100,,,,,,,,,,,", "history.csv:2: column favourable_count: It is missing how many of the ratings are good."),
        ("internal-services,2015,printing,,,,,,100,,,,,,,,101,,,", "history.csv:2: column favourable_count: There are more good ratings (101) than ratings (100)."),
        ("internal-services,2015,printing,,,,,,6,,,1,1,1,1,1,,,,", "history.csv:2: column n_valid: The counts of the points add up to 5, and n_valid is 6."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,3,,,", "history.csv:2: column favourable_count: The counts of the good points add up to 2, and favourable_count is 3."),
        ("internal-services,2015,printing,,,,,,,,,1,1,-1,1,1,,,,", "history.csv:2: column c3: “-1” is no number of people."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1.5,1,1,,,,", "history.csv:2: column c3: “1.5” is no number of people."),
        ("internal-services,2015,printing,,,,,4,,,,1,1,1,1,1,,,,", "history.csv:2: column n_responses: 5 people were asked (n_valid, n_na and n_skipped together), and only 4 responded."),
        ("internal-services,2015,printing,,,,8,9,,,,1,1,1,1,1,,,,", "history.csv:2: column n_invited: More people responded (9) than were invited (8)."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,maybe,,", "history.csv:2: column comparable: “maybe” is neither yes nor no."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,1.11.2015,", "history.csv:2: column field_start: “1.11.2015” is no day."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,2015-12-01,2015-11-01", "history.csv:2: column field_end: The field work of 2015 ends before it starts."),
        ("internal-services,2015,printing,,role,doctor,,,,,,1,1,1,1,1,,,,", "history.csv:2: “printing.overall” of 2015 has rows of customer groups only. Add the row of all customers, with the group columns empty."),
        ("internal-services,2015,printing,,,,,,,,,,,,100,50,,,,", "history.csv:2: column c1: c1 is empty, and other points of the scale have counts. Write 0 if nobody chose this point."),
        ("internal-services,2015,printing,,,,,,,,,1,1,,1,1,,,,", "history.csv:2: column c3: c3 is empty, and other points of the scale have counts."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,2011-12-01,2011-12-24", "history.csv:2: column field_start: field_start is 2011-12-01, and the year 2015. Correct one of the two."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,", "history.csv:2: The row has 19 fields, the header 20."),
    ];

    private static readonly (string Rows, string Found)[] Pairs =
    [
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,,\ninternal-services,2015,printing,overall,,,,,,,,1,1,1,1,1,,,,", "history.csv:3: “printing.overall” of 2015 stands in line 2 already."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,,\nother,2015,printing,,,,,,,,,1,1,1,1,1,,,,", "history.csv:3: column survey: “other” is another survey than “internal-services” above."),
        ("internal-services,2015,printing,,,,,90,,,,1,1,1,1,1,,,,\ninternal-services,2015,payroll,,,,,91,,,,1,1,1,1,1,,,,", "history.csv:3: column n_responses: n_responses of 2015 is 91 here, and 90 in line 2."),
        ("internal-services,2015,printing,,,,100,,,,,1,1,1,1,1,,,,\ninternal-services,2015,payroll,,,,,200,,,,1,1,1,1,1,,,,", "history.csv:2: column n_invited: More people responded (200 in line 3) than were invited (100)."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,,\ninternal-services,2015,payroll,,,,,4,,,,0,1,1,1,1,,,,", "history.csv:2: column n_responses: 5 people were asked (n_valid, n_na and n_skipped together), and only 4 responded in line 3."),
        ("internal-services,2015,printing,,,,,90,,,,1,1,1,1,1,,,,\ninternal-services,2015,printing,,role,doctor,,91,,,,1,1,1,1,1,,,,", "history.csv:2: column n_responses: 90 of all customers responded in 2015, and 91 over the values of “role”."),
        ("internal-services,2015,printing,,,,90,,,,,1,1,1,1,1,,,,\ninternal-services,2015,printing,,role,doctor,91,,,,,1,1,1,1,1,,,,", "history.csv:2: column n_invited: 90 of all customers were invited in 2015, and 91 over the values of “role”."),
        ("internal-services,2015,printing,,,,90,80,,,,1,1,1,1,1,,,,\ninternal-services,2015,printing,,role,doctor,60,40,,,,1,1,1,1,1,,,,", "history.csv:2: column n_invited: 10 of all customers were invited and did not respond in 2015, and 20 over the values of “role”."),
        ("internal-services,2015,printing,,,,,,100,,,,,,,,10,,,\ninternal-services,2015,printing,,role,doctor,,,,,,0,0,0,20,10,,,,", "history.csv:2: “printing.overall” of 2015 has 10 good ratings of all customers, and 30 over the values of “role”."),
        ("internal-services,2015,printing,,,,,,100,,,,,,,,90,,,\ninternal-services,2015,printing,,role,doctor,,,20,,,,,,,,0,,,", "history.csv:2: “printing.overall” of 2015 has 10 ratings that are not good of all customers, and 20 over the values of “role”."),
        ("internal-services,2015,printing,,,,,,,,,9,0,0,0,9,,,,\ninternal-services,2015,printing,,role,doctor,,,,,,0,0,1,0,0,,,,", "history.csv:2: “printing.overall” of 2015 has more ratings of one kind (3) over the values of “role” than of all customers."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,,\ninternal-services,2015,printing,,role,doctor,,,,,,1,1,1,1,2,,,,", "history.csv:2: “printing.overall” of 2015 has 5 ratings of all customers, and 6 over the values of “role”."),
        ("internal-services,2015,printing,,,,,,,,,1,1,1,1,1,,,,\ninternal-services,2015,printing,,role,doctor,,,,,,0,0,0,0,2,,,,", "history.csv:2: “printing.overall” of 2015 has more ratings of one kind (5) over the values of “role” than of all customers."),
    ];

    [TestCaseSource(nameof(Rows))]
    public async Task A_bad_row_is_named((string Row, string Found) fault) =>
        Assert.That(await ProblemsOfAsync($"{Header}\n{fault.Row}\n"), Has.Some.StartsWith(fault.Found));

    [Test]
    public async Task All_faults_of_all_rows_are_told_at_once() =>
        Assert.That(await ProblemsOfAsync($"{Header}\ninternal-services,15,printing,,,,,,,,,1,1,1.5,1,1,,maybe,,\ninternal-services,2015,pritning,,departement,it,,,,,,1,99999999999999,1,1,1,,,1.11.2015,\n"),
            Has.Some.Contains(":2: column year").And.Some.Contains(":2: column c3").And.Some.Contains(":2: column comparable")
                .And.Some.Contains(":3: column service_code").And.Some.Contains(":3: column group_attribute").And.Some.Contains(":3: column c2").And.Some.Contains(":3: column field_start"));

    [TestCaseSource(nameof(Pairs))]
    public async Task Rows_that_contradict_each_other_are_named((string Rows, string Found) fault) =>
        Assert.That(await ProblemsOfAsync($"{Header}\n{fault.Rows}\n"), Has.Some.StartsWith(fault.Found));

    [TestCase("", "history.csv:1: The file is empty.")]
    [TestCase(Header, "history.csv:1: The file has no row.")]
    [TestCase("year,service_code,c1\n", "history.csv:1: There is no column “survey”.")]
    [TestCase("survey,year,service_code\n", "history.csv:1: There are no columns with counts.")]
    [TestCase("survey,year,service_code,c1,favorable_count\n", "history.csv:1: column favorable_count: A history file has no such column. Did you mean “favourable_count”?")]
    [TestCase("schema_version,survey,year,service_code,c1\n2,internal-services,2015,printing,1\n", "history.csv:2: column schema_version: This version of the product reads version 1 of history files.")]
    [TestCase("survey,year,service_code,c1,c2,c3,c4,c5,c6\ninternal-services,2015,printing,1,1,1,1,1,1\n", "history.csv:2: column c6: The scale has 5 points; there are counts for a further one.")]
    public async Task A_file_of_another_kind_is_refused_with_a_sentence(string file, string found) =>
        Assert.That(await ProblemsOfAsync(file), Has.Some.StartsWith(found));

    [Test]
    public async Task The_example_in_the_guide_has_no_fault()
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(SourceTree.Root, "docs", "importing.md"));
        var example = guide[guide.IndexOf("schema_version,", StringComparison.Ordinal)..];

        Assert.That(await ProblemsOfAsync(example[..example.IndexOf("```", StringComparison.Ordinal)]), Is.Empty);
    }

    [Test]
    public async Task Every_bad_row_is_counted_and_a_hundred_are_listed()
    {
        var file = new StringBuilder("survey,year,service_code,c1\n");
        for (var i = 0; i < 150; i++) file.Append("internal-services,2015,nothing,1\n");

        var refused = (HistoryOutcome.Refused)await PreviewAsync(file.ToString());

        Assert.That((refused.Problems.Count, refused.Count), Is.EqualTo((100, 150)));
    }
}
