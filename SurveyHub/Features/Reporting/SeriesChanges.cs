using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;

namespace SurveyHub.Features.Reporting;

/// <summary>
/// The services' changes between any two published editions. Those against the edition before were computed and stored at closing;
/// others follow from the two stored tables by the same rules, without an answer being read.
/// </summary>
public static class SeriesChanges
{
    /// <summary>By service; what the later edition does not ask about is not in it.</summary>
    public static IReadOnlyDictionary<string, ChangeLine> Between(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var stored = Stored(survey, from, to);
        return stored.Count > 0 ? stored : Computed(survey, from, to);
    }

    public static ChangeLine Line(ChangeRow row) => new()
    {
        From = row.YearFrom, To = row.YearTo, State = row.State, Verdict = row.Verdict, Display = row.Words,
        ShareFrom = row.State == ComparisonState.NotComparable ? null : row.ShareFrom,
        ValidFrom = row.State == ComparisonState.NotComparable || row.ShareFrom is null ? null : row.ValidFrom,
        Difference = row.Difference, Lower = row.Lower, Upper = row.Upper, P = row.PUsed, AdjustedP = row.AdjustedP,
        Detectable = Detectable.Of(row.State, row.Verdict, row.ShareFrom, row.ValidFrom, row.ValidTo),
    };

    // Each year has to have its own; the larger one is enough for both.
    private static int TestBase(EditionReport from, EditionReport to) => Math.Max(Words.TestBase(from.Edition.Questionnaire), Words.TestBase(to.Edition.Questionnaire));

    private static Dictionary<string, ChangeLine> Stored(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var now = to.Rows(ServiceYearRow.Table).ToDictionary(r => r.Item);
        var before = from.Rows(ServiceYearRow.Table).ToDictionary(r => r.Item);
        return to.Rows(ChangeRow.Table)
            .Where(row => row.YearFrom == from.Edition.Year && to.Edition.Questionnaire.Service(row.Item) is not null)
            .ToDictionary(row => row.Item, row => Line(row) with { TestBase = TestBase(from, to), Because = NoChange.Of(survey, row.State, from, to, before.GetValueOrDefault(row.Item), now[row.Item]) });
    }

    /// <summary>From the two stored tables alone. The services of the pair are one family of tests, as at closing.</summary>
    public static IReadOnlyDictionary<string, ChangeLine> Computed(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var before = from.Rows(ServiceYearRow.Table).ToDictionary(r => r.Item);
        var pairs = to.Rows(ServiceYearRow.Table)
            .Where(now => to.Edition.Questionnaire.Service(now.Item) is not null)
            .Select(now => new Pair(survey, from, to, before.GetValueOrDefault(now.Item), now))
            .ToArray();
        var judged = new Queue<JudgedComparison>(Verdicts.Judge([.. pairs.Select(p => p.Comparison).OfType<Comparison>()]));
        return pairs.ToDictionary(p => p.Now.Item, p => p.Line(p.Comparison is null ? null : judged.Dequeue()));
    }

    private sealed class Pair
    {
        private readonly PublishedSurvey _survey;
        private readonly EditionReport _from;
        private readonly EditionReport _to;
        private readonly ServiceYearRow? _before;
        private readonly string? _whyNot;

        public Pair(PublishedSurvey survey, EditionReport from, EditionReport to, ServiceYearRow? before, ServiceYearRow now)
        {
            (_survey, _from, _to, _before, Now) = (survey, from, to, before, now);
            _whyNot = before is null ? null : SeriesBreaks.WhyNot(survey.Editions, from.Edition, to.Edition, now.Item);
            State = ComparisonStates.Of(_whyNot is null, before?.State ?? CellState.NotAsked, now.State);
            // Of a hidden side there are no counts here, and none are needed.
            if (State is ComparisonState.Tested or ComparisonState.TooFewToTest)
                Comparison = new(State, new(before!.Good!.Value, before.Valid!.Value), new(now.Good!.Value, now.Valid!.Value));
        }

        public ServiceYearRow Now { get; }

        private ComparisonState State { get; }

        /// <summary>Null when there is nothing to compute.</summary>
        public Comparison? Comparison { get; }

        public ChangeLine Line(JudgedComparison? judged)
        {
            var change = judged?.Comparison.Change;
            return new()
            {
                From = _from.Edition.Year, To = _to.Edition.Year, State = State, TestBase = TestBase(_from, _to), Because = NoChange.Of(_survey, State, _from, _to, _before, Now), Verdict = judged?.Verdict,
                ShareFrom = State == ComparisonState.NotComparable ? null : _before?.Share,
                ValidFrom = State == ComparisonState.NotComparable || _before?.Share is null ? null : _before.Valid,
                Difference = change?.Difference, Lower = change?.Interval.Lower, Upper = change?.Interval.Upper,
                P = judged?.Comparison.P, AdjustedP = judged?.AdjustedP,
                Detectable = Detectable.Of(State, judged?.Verdict, _before?.Share, _before?.Valid, Now.Valid),
                Display = judged is null ? _whyNot ?? WordsOf(State, _before?.Display, Now.Display) : ExportWords.Of(judged),
            };
        }

        private static string WordsOf(ComparisonState state, string? before, string now) => state == ComparisonState.Hidden
            ? ExportWords.OfHidden(before, now)
            : "no comparison: no ratings in one year";
    }
}
