using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Results.Differencing;

/// <summary>Two reports of one edition in the hands of one reader who subtracts, whoever answers before and after.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
internal sealed class RandomReopeningTests(TestServer server) : ReopenedReportTest(server)
{
    private const int Minimum = 10;

    [Test]
    public async Task Whatever_comes_later_no_figure_of_the_second_report_differs_by_a_few_from_the_first([Values] bool oneGroup)
    {
        var random = new Random(20251124);
        var (shown, renewed) = (0, 0);
        for (var year = 2001; year <= 2024; year++)
        {
            var crowd = new Crowds(random, !oneGroup);
            var (before, later) = (random.Next(10, 300), random.Next(10, 400));
            var (first, second) = await CloseTwiceAsync((HeadlineKind)(year % 3), crowd.People(before), crowd.People(later), year, oneGroup ? OneGroup : Survey);
            Assert.Multiple(() => Compare(year, first, second));
            if (later < before)
                Assert.That(Hidden(second).Except(Hidden(first)), Is.Empty, $"{year}: nobody loses a service by a reopening");
            shown += second.Rows(SegmentRow.Table).Count(r => r is { IsHidden: false, Valid: > 0 });
            if (second.Rows(HeadlineRow.Table)[0].Respondents > first.Rows(HeadlineRow.Table)[0].Respondents) renewed++;
        }
        Assert.That(shown, Is.GreaterThan(24), "not everything is hidden");
        Assert.That(renewed, Is.GreaterThan(6), "and not every report stays");
    }

    private static void Compare(int year, EditionReport first, EditionReport second)
    {
        var (pooled, pooledLater) = (first.Rows(HeadlineRow.Table)[0].Ratings, second.Rows(HeadlineRow.Table)[0].Ratings);
        var services = Later(first.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall"), second.Rows(ServiceYearRow.Table).Where(r => r.Item != "overall"), r => r.Item, r => (r.Valid ?? 0, r.State == CellState.Hidden));
        Line($"{year} services", pooled is null || pooledLater is null ? null : (int)(pooledLater - pooled), services);
        foreach (var item in first.Rows(SegmentRow.Table).Select(r => (r.Attribute, r.Item)).Distinct())
        {
            var (was, isNow) = (Row(first, item.Item), Row(second, item.Item));
            int? total = was.IsVisible && isNow.IsVisible ? isNow.Valid - was.Valid : null;
            Line($"{year} {item}", total, Later(
                first.Rows(SegmentRow.Table).Where(r => (r.Attribute, r.Item) == item), second.Rows(SegmentRow.Table).Where(r => (r.Attribute, r.Item) == item),
                r => r.SegmentKey, r => (r.Valid ?? 0, r.IsHidden)));
        }
    }

    private static ServiceYearRow Row(EditionReport report, string item) => report.Rows(ServiceYearRow.Table).Single(r => r.Item == item);

    private static List<(string Key, int? Later)> Later<T>(IEnumerable<T> first, IEnumerable<T> second, Func<T, string> key, Func<T, (int Valid, bool IsHidden)> of)
    {
        var was = first.ToDictionary(key, of);
        return [.. second.Select(r => (key(r), was.GetValueOrDefault(key(r)).IsHidden || of(r).IsHidden ? (int?)null : of(r).Valid - was.GetValueOrDefault(key(r)).Valid))];
    }

    // What came later is a line of cells with its sum: no cell of a few, none hidden alone, no few together.
    private static void Line(string where, int? total, IReadOnlyList<(string Key, int? Later)> cells)
    {
        foreach (var (key, later) in cells) Assert.That(later ?? 0, Is.Zero.Or.GreaterThanOrEqualTo(Minimum), $"{where} {key}");
        if (total is not { } all) return;
        Assert.That(all, Is.Zero.Or.GreaterThanOrEqualTo(Minimum), where);
        Assert.That(all - cells.Sum(c => c.Later ?? 0), Is.Zero.Or.GreaterThanOrEqualTo(Minimum), $"{where}: the hidden together");
    }

    private sealed class Crowds(Random random, bool withRole)
    {
        private readonly double[] _popularity = [.. Services.Append("overall").Select(_ => random.NextDouble() < 0.3 ? random.NextDouble() * 0.2 : random.NextDouble())];

        public List<Person> People(int people) =>
        [
            .. Enumerable.Range(0, people).Select(_ => new Person(
            [
                ("group.department", 1 + (int)(3 * Math.Pow(random.NextDouble(), 2))), .. withRole ? [("group.role", 1 + random.Next(2))] : Array.Empty<(string, int)>(),
                .. _popularity.Index().Where(p => random.NextDouble() < p.Item).Select(p => (p.Index < Services.Length ? $"{Services[p.Index]}.overall" : "overall", random.Next(1, 6))),
            ])),
        ];
    }
}
