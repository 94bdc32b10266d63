using SurveyHub.Results.Counting;
using SurveyHub.Results.Disclosure;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Ranking;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Tables;

/// <summary>Which services are rated lowest, or that none stands out (methodology M7).</summary>
internal static class Rankings
{
    public static (IReadOnlyList<LowestRatedRow> Services, IReadOnlyList<PairwiseRow> Pairs) Of(
        Ledger ledger, EditionTallies tallies, RaterSets raters)
    {
        var eligible = Eligible(ledger);
        if (eligible.Count == 0) return ([], []);
        if (!tallies.HasPairs) return (CountsOnly(tallies, eligible), []);
        var ranking = LowestRated.Rank([.. eligible.Select(s => s.ReportKey)], Headlines.Covariance(tallies, eligible, raters));
        var state = ranking.Pairs.Count == 0 ? $"fewer than {LowestRated.FewestServices} services" : "tested";
        return (
            [.. ranking.Services.Select(s => Row(tallies.Edition.Year, s, state))],
            [.. ranking.Pairs.Select(p => Row(tallies.Edition.Year, ranking, p))]);
    }

    public static IReadOnlyList<Item> Eligible(Ledger ledger) =>
        [.. ledger.Edition.Items.MainRatings.Where(s => ledger[s].State == CellState.Shown)];

    private static LowestRatedRow[] CountsOnly(EditionTallies tallies, IReadOnlyList<Item> eligible)
    {
        var shares = eligible.Select(s => tallies.Of(s).Share!.Value).ToArray();
        return [.. eligible.Select((s, i) => new LowestRatedRow
        {
            Year = tallies.Edition.Year, Service = s.ReportKey, Share = shares[i], Rank = 1 + shares.Count(other => other < shares[i]),
            Standing = ServiceStanding.None, Flag = "", State = "counts only",
        })];
    }

    private static LowestRatedRow Row(int year, RankedService service, string state) => new()
    {
        Year = year,
        Service = service.Service,
        Share = service.Count.Share!.Value,
        Error = service.StandardError,
        Rank = service.Rank,
        RankLower = service.RankLower,
        RankUpper = service.RankUpper,
        Gap = service.Gap,
        GapError = service.GapError,
        GapP = service.GapP,
        GapAdjustedP = service.GapAdjustedP,
        Standing = service.Standing,
        Flag = ExportWords.Of(service.Standing),
        State = state,
    };

    private static PairwiseRow Row(int year, ServiceRanking ranking, ServicePair pair) => new()
    {
        Year = year,
        Service = ranking.Services[pair.Service].Service,
        Other = ranking.Services[pair.Other].Service,
        Difference = pair.Difference,
        Error = pair.StandardError,
        P = pair.P,
        AdjustedP = pair.AdjustedP,
    };
}
