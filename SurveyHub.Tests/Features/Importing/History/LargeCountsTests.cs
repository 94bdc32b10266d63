using System.Globalization;
using SurveyHub.Editions;
using SurveyHub.Features.Importing.History;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Importing.History;

/// <summary>Numbers of people that together are more than a number of 32 bits holds.</summary>
public sealed class LargeCountsTests() : HistoryTest(TestServer.Sqlite)
{
    private const string Header = "survey,year,service_code,group_attribute,group_value,n_responses,n_valid,favourable_count\n";
    private const int Many = 22, Most = 99_999_999;

    [SetUp]
    public Task ASurveyWithManyServicesAndSites() => Database.WriteAsync(work => new EditionWriter(TimeProvider.System).InsertAsync(work, new()
    {
        Year = 2024, Status = EditionStatus.Open, Origin = EditionOrigin.Collected, OpensOn = new(2024, 3, 1), ClosesOn = new(2024, 3, 31),
        Questionnaire = A.Questionnaire([.. Numbers("service")]) with { Groups = [A.Group("site", GroupSource.Asked, [.. Numbers("site")])] },
    }));

    [Test]
    public async Task Groups_larger_than_everybody_are_refused_however_large()
    {
        var problems = await ProblemsOfAsync($"{Header}internal,2019,service1,,,{Most},{Most},{Most}\n" + Rows(s => $"internal,2019,service1,site,{s},{Most},{Most},{Most}"));

        Assert.That(problems, Has.Some.Contains("99999999 of all customers responded in 2019, and 2199999978 over the values of “site”.")
            .And.Some.Contains("“service1.overall” of 2019 has 99999999 ratings of all customers, and 2199999978 over the values of “site”."));
    }

    [Test]
    public async Task Services_with_more_ratings_than_a_report_can_have_are_refused_and_with_one_service_less_reported()
    {
        Assert.That(await ProblemsOfAsync(Header + Services(Many)), Is.EqualTo(["history.csv:2: The services of 2019 have 2199999978 ratings together. No report has more than 2147483647. Correct the counts."]));
        Assert.That(await ExecuteAsync(Header + Services(Many - 1)), Is.TypeOf<HistoryOutcome.Imported>());
    }

    private static string Services(int count) => string.Concat(Numbers("service").Take(count).Select(s => $"internal,2019,{s},,,{Most},{Most},{Most / 2}\n"));

    private static string Rows(Func<string, string> row) => string.Concat(Numbers("site").Select(s => row(s) + "\n"));

    private static IEnumerable<string> Numbers(string word) => Enumerable.Range(1, Many).Select(n => string.Create(CultureInfo.InvariantCulture, $"{word}{n}"));
}
