using System.Globalization;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Demonstration;

/// <summary>The main ratings of one year, counted by the product's own statistics.</summary>
internal sealed class YearOfAnswers
{
    private static readonly ScaleCodes Quality5 = new([1, 2, 3, 4, 5]);

    private YearOfAnswers(IReadOnlyList<string> services, RatingTable table) => (Services, Table) = (services, table);

    public IReadOnlyList<string> Services { get; }

    public RatingTable Table { get; }

    public ItemTally? Tally(string service) => Services.Contains(service) ? Table.Items[Services.ToList().IndexOf(service)] : null;

    public ServiceRanking Ranking => Counted.Rank(Services, Table);

    public string Lowest => Ranking.Services.MinBy(s => s.Count.Share)!.Service;

    public static YearOfAnswers Read(int year)
    {
        var responses = SeedData.Responses(year);
        var services = responses[0].Keys.Where(c => c.StartsWith("used.", StringComparison.Ordinal)).Select(c => c["used.".Length..]).ToArray();
        var counter = new RatingCounter([.. services.Select(_ => Quality5)]);
        foreach (var response in responses)
            counter.Add([.. services.Select(s => Answer(response[$"used.{s}"], response[$"{s}.overall"]))]);
        return new(services, counter.ToTable());
    }

    /// <summary>The changes from this year to the later one, of the services asked about in both.</summary>
    public IReadOnlyDictionary<string, JudgedComparison> ChangesTo(YearOfAnswers later)
    {
        var both = Services.Where(s => later.Tally(s) is not null).ToArray();
        var judged = Verdicts.Judge([.. both.Select(s => Counted.Compare(Tally(s)!, later.Tally(s)!))]);
        return both.Zip(judged).ToDictionary(p => p.First, p => p.Second);
    }

    private static ItemAnswer Answer(string used, string cell) => (used, cell) switch
    {
        ("0", _) => ItemAnswer.NotAsked,
        (_, "") => ItemAnswer.Skipped,
        (_, "X") => ItemAnswer.NotApplicable,
        _ => ItemAnswer.Rated(int.Parse(cell, CultureInfo.InvariantCulture)),
    };
}
