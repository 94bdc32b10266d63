using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Statistics.EndToEnd;

[TestFixture("20_end_to_end")]
[TestFixture("21_edge_cases")]
internal sealed class RankingVectorTests(string folder)
{
    private readonly VectorSurvey _survey = VectorSurvey.Read(folder);

    [Test]
    public void Ranks_gaps_and_flags_are_those_of_R()
    {
        foreach (var year in _survey.Expected("lowest_rated").GroupBy(row => row.Count("year")))
        {
            var services = Rank(year.Key).Services;
            Assert.That(services.Select(service => service.Service), Is.EqualTo(year.Select(row => row["service"])));
            foreach (var (row, service) in year.Zip(services))
                Compare(row, service);
        }
    }

    [Test]
    public void Every_ordered_pair_stands_in_the_row_and_with_the_evidence_of_R()
    {
        foreach (var year in _survey.Expected("pairwise_services").GroupBy(row => row.Count("year")))
        {
            var ranking = Rank(year.Key);
            Assert.That(ranking.Pairs, Has.Count.EqualTo(year.Count()));
            foreach (var (row, pair) in year.Zip(ranking.Pairs))
            {
                Assert.That(ranking.Services[pair.Service].Service, Is.EqualTo(row["service"]), $"{row}");
                Assert.That(ranking.Services[pair.Other].Service, Is.EqualTo(row["other"]), $"{row}");
                Close.To(row.Number("diff"), pair.Difference, Vectors.Exact, row);
                Close.To(row.Number("se_diff"), pair.StandardError, Vectors.Errors, row);
                Close.ToP(row.Number("p_service_lower_than_other"), pair.P, row);
                Close.ToP(row.Number("holm_adjusted_p"), pair.AdjustedP, row);
            }
        }
    }

    [Test]
    public void The_order_in_which_the_services_stand_in_the_table_changes_nothing()
    {
        foreach (var year in _survey.Expected("lowest_rated").Select(row => row.Count("year")).Distinct())
        {
            var table = _survey.CountServices(year);
            var backward = Counted.Rank(_survey.Services, table, [.. table.ItemsWithBase(30).Reverse()]).Services.Reverse();

            foreach (var (one, other) in Rank(year).Services.Zip(backward))
            {
                Assert.That(other.Service, Is.EqualTo(one.Service));
                Assert.That((other.Rank, other.RankLower, other.RankUpper, other.Standing), Is.EqualTo((one.Rank, one.RankLower, one.RankUpper, one.Standing)));
                Close.ToP(one.GapAdjustedP, other.GapAdjustedP, one);
            }
        }
    }

    private ServiceRanking Rank(int year) => Counted.Rank(_survey.Services, _survey.CountServices(year));

    private static void Compare(VectorRow row, RankedService service)
    {
        Close.To(row.Number("share_good"), service.Count.Share, Vectors.Exact, row);
        Close.To(row.Number("se_clustered"), service.StandardError, Vectors.Errors, row);
        Assert.That(service.Rank, Is.EqualTo(row.Count("rank_from_lowest")), $"{row}");
        Assert.That(service.RankLower, Is.EqualTo(row.Count("rank_lower")), $"{row}");
        Assert.That(service.RankUpper, Is.EqualTo(row.Count("rank_upper")), $"{row}");
        Close.To(row.Number("gap_to_mean_of_others"), service.Gap, Vectors.Exact, row);
        Close.To(row.Number("gap_se"), service.GapError, Vectors.Errors, row);
        Close.ToP(row.Number("gap_p"), service.GapP, row);
        Close.ToP(row.Number("gap_bh"), service.GapAdjustedP, row);
        Assert.That(ExportWords.Of(service.Standing), Is.EqualTo(row["flag"]), $"{row}");
    }
}
