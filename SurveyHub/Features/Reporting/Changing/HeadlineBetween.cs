using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Changing;

/// <summary>
/// The change of the headline between two published editions that closing did not compare, by the same rules (methodology M6), from the two
/// stored rows. A headline over services is compared only where both editions show the same ones: over those in common it needs how people
/// rated them together, which is not stored.
/// </summary>
public static class HeadlineBetween
{
    /// <returns>The change; null where the stored rows do not tell it.</returns>
    public static ChangeLine? Of(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var (before, now) = (RowOf(from), RowOf(to));
        if (before.Kind != now.Kind)
            return Without(before, now, ComparisonState.NotComparable, HeadlineChangeRow.AnotherHeadline) with { Because = new("not comparable", $"Another figure was the headline in {before.Year}: no difference is computed.") };
        return to.Edition.Questionnaire.Headline == HeadlineKind.OverallQuestion ? OfOverall(survey, from, to, before, now)
            : AreTheSame(survey, from, to) ? OverServices(from, to, before, now)
            : null;
    }

    private static ChangeLine OfOverall(PublishedSurvey survey, EditionReport from, EditionReport to, HeadlineRow before, HeadlineRow now)
    {
        var whyNot = SeriesBreaks.WhyNot(survey.Editions, from.Edition, to.Edition, Questionnaire.OverallQuestion);
        var state = ComparisonStates.Of(whyNot is null, before.State, now.State);
        if (state is not (ComparisonState.Tested or ComparisonState.TooFewToTest))
            return Without(before, now, state, whyNot ?? (state == ComparisonState.Hidden ? ExportWords.OfHidden(before.Display, now.Display) : "no comparison: no ratings in one year"));
        // One planned test: a family of its own.
        var judged = Verdicts.Judge([new Comparison(state, CountOf(from), CountOf(to))])[0];
        return Without(before, now, state, ExportWords.Of(judged)) with
        {
            Verdict = judged.Verdict,
            ShareFrom = before.Share,
            Difference = judged.Comparison.Change?.Difference,
            Lower = judged.Comparison.Interval?.Lower,
            Upper = judged.Comparison.Interval?.Upper,
            P = judged.Comparison.P,
            Detectable = Detectable.Of(state, judged.Verdict, before.Share, Detectable.BaseOf(before), Detectable.BaseOf(now)),
        };
    }

    private static ChangeLine? OverServices(EditionReport from, EditionReport to, HeadlineRow before, HeadlineRow now)
    {
        if (HeadlineOf(from, before) is not { } earlier || HeadlineOf(to, now) is not { } later) return null;
        if (earlier.Ratings < Words.TestBase(from.Edition.Questionnaire) || later.Ratings < Words.TestBase(to.Edition.Questionnaire))
            return Without(before, now, ComparisonState.TooFewToTest, "too few to test") with { ShareFrom = before.Share };
        var change = HeadlineChange.Unlinked(earlier, later);
        return Without(before, now, ComparisonState.Tested, ExportWords.Of(change.Verdict)) with
        {
            Verdict = change.Verdict,
            ShareFrom = before.Share,
            Difference = change.Difference,
            Lower = change.Interval.Lower,
            Upper = change.Interval.Upper,
            P = change.P,
            Detectable = Detectable.Of(ComparisonState.Tested, change.Verdict, before.Share, Detectable.BaseOf(before), Detectable.BaseOf(now)),
        };
    }

    private static Headline? HeadlineOf(EditionReport report, HeadlineRow row)
    {
        var (method, error) = row.Kind == "mean_of_services" ? (HeadlineMethod.MeanOfServices, row.MeanError) : (HeadlineMethod.PooledShare, row.PooledError);
        if (row is not { Share: { } share, Base: { } ratings } || error is not { } known || PeopleOf(report, row) is not { } people) return null;
        return Headline.Stored(method, share, known, Services(report).Count(s => s.IsVisible), people, ratings);
    }

    // Of counts nobody knows who rated what: as many people as returned something, as when they were computed.
    private static int? PeopleOf(EditionReport report, HeadlineRow row) => report.Edition.Origin == EditionOrigin.History
        ? Math.Max(2, row.Respondents ?? Services(report).Max(s => s.Valid ?? 0))
        : row.Raters;

    /// <summary>Both editions asked about the same services in the same way, each of which is one in both, and hide none.</summary>
    private static bool AreTheSame(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var (before, now) = (Asked(from), Asked(to));
        return !Services(from).Concat(Services(to)).Any(s => s.State == CellState.Hidden)
            && new Counterparts(survey.Editions, survey.Lineage, from.Edition, to.Edition).All.All(IsTheSame);

        bool IsTheSame(Counterpart service)
        {
            var asked = service.Now.Any(i => now.ContainsKey(i.ReportKey));
            if (service.Before.Any(i => before.ContainsKey(i.ReportKey)) != asked) return false;
            return !asked || service is { WhyNot: null, IsPooled: false } && before[service.Before[0].ReportKey] == now[service.Now[0].ReportKey];
        }
    }

    // By key, whether there is a share: one that nobody could judge is in no mean.
    private static Dictionary<string, bool> Asked(EditionReport report) => Services(report).Where(s => s.State != CellState.NotAsked).ToDictionary(s => s.Item, s => s.IsVisible);

    private static IEnumerable<ServiceYearRow> Services(EditionReport report) => report.Rows(ServiceYearRow.Table).Where(r => report.Edition.Questionnaire.Service(r.Item) is not null);

    private static ChangeLine Without(HeadlineRow before, HeadlineRow now, ComparisonState state, string display) => new()
    {
        From = before.Year, To = now.Year, Display = display,
        Because = NoChange.Of(state, before, now),
        State = NoChange.Of(state, before, now) is null ? state : ComparisonState.NoComparison,
    };

    private static HeadlineRow RowOf(EditionReport report) => report.Rows(HeadlineRow.Table)[0];

    private static GoodCount CountOf(EditionReport report)
    {
        var row = report.Rows(ServiceYearRow.Table).First(r => r.Item == Questionnaire.OverallQuestion);
        return new(row.Good!.Value, row.Valid!.Value);
    }
}
