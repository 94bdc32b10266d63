using SurveyHub.Features.Reporting.Following;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Reporting;

/// <summary>
/// The services' changes between any two published editions. Those against the edition before were computed and stored at closing;
/// others follow from the two stored tables by the same rules, without an answer being read.
/// </summary>
public static class SeriesChanges
{
    /// <summary>By service; what the later edition does not ask about is not in it.</summary>
    public static IReadOnlyDictionary<string, ChangeLine> Between(PublishedSurvey survey, EditionReport from, EditionReport to) => Family(survey, from, to).Services;

    /// <summary>
    /// All tests between two editions, which are adjusted together: by service, and by the keys of its parts ("fax+telephony") each service
    /// that was split in between, all parts together against the whole.
    /// </summary>
    public static (IReadOnlyDictionary<string, ChangeLine> Services, IReadOnlyDictionary<string, ChangeLine> Parts) Family(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var stored = Stored(survey, from, to);
        return stored.Count > 0 ? Together(stored, StoredParts(from, to)) : Computed(survey, from, to);
    }

    // The verdicts are adjusted over all tests, so a change of one is found less often than by a test of it alone.
    private static (IReadOnlyDictionary<string, ChangeLine> Services, IReadOnlyDictionary<string, ChangeLine> Parts) Together(Dictionary<string, ChangeLine> services, Dictionary<string, ChangeLine> parts)
    {
        var tests = services.Values.Concat(parts.Values).Count(l => l.AdjustedP is not null);
        return (Among(services), Among(parts));

        Dictionary<string, ChangeLine> Among(Dictionary<string, ChangeLine> lines) =>
            tests == 0 || lines.Values.All(l => l.Detectable is null) ? lines : lines.ToDictionary(l => l.Key, l => l.Value with { Detectable = l.Value.Detectable?.Among(tests) });
    }

    public static ChangeLine Line(ChangeRow row) => new()
    {
        From = row.YearFrom, To = row.YearTo, State = row.State, Verdict = row.Verdict, WeightedVerdict = row.WeightedVerdict, Display = row.Words,
        ShareFrom = row.State == ComparisonState.NotComparable ? null : row.ShareFrom,
        ValidFrom = row.State == ComparisonState.NotComparable || row.ShareFrom is null ? null : row.ValidFrom,
        Difference = row.Difference, Lower = row.Lower, Upper = row.Upper, P = row.PUsed, AdjustedP = row.AdjustedP, Basis = row.Basis, ItemsFrom = row.ItemsFrom,
        Detectable = Detectable.Of(row.State, row.Verdict, row.ShareFrom, row.ValidFrom, row.ValidTo),
    };

    // Each year has to have its own; the larger one is enough for both.
    private static int TestBase(EditionReport from, EditionReport to) => Math.Max(Words.TestBase(from.Edition.Questionnaire), Words.TestBase(to.Edition.Questionnaire));

    private static Dictionary<string, ChangeLine> Stored(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var now = to.Rows(ServiceYearRow.Table).ToDictionary(r => r.Item);
        var pasts = new ServicePasts(survey, to);
        return to.Rows(ChangeRow.Table)
            .Where(row => row.YearFrom == from.Edition.Year && to.Edition.Questionnaire.Service(row.Item) is not null)
            .ToDictionary(row => row.Item, row => Line(row) with { TestBase = TestBase(from, to), Because = NoChange.Of(survey, pasts.In(from, row.Item), row.State, from, to, Before(pasts, from, row.Item), now[row.Item]) });
    }

    private static Dictionary<string, ChangeLine> StoredParts(EditionReport from, EditionReport to) => to.Rows(ChangeRow.Table)
        .Where(row => row.YearFrom == from.Edition.Year && row.Difference is not null && Ancestry.IsSeveral(row.Item))
        .ToDictionary(row => row.Item, row => Line(row) with { TestBase = TestBase(from, to) });

    /// <summary>From the two stored tables alone. The services of the pair are one family of tests, as at closing.</summary>
    public static (IReadOnlyDictionary<string, ChangeLine> Services, IReadOnlyDictionary<string, ChangeLine> Parts) Computed(PublishedSurvey survey, EditionReport from, EditionReport to)
    {
        var pasts = new ServicePasts(survey, to);
        var pairs = to.Rows(ServiceYearRow.Table)
            .Where(now => to.Edition.Questionnaire.Service(now.Item) is not null)
            .Select(now => new ServicePair(survey, pasts, from, to, now))
            .ToArray();
        // The parts of a split service are compared together as well: one more test of the family.
        var parts = ServicePair.Together(pasts, from, to).ToArray();
        var judged = new Queue<JudgedComparison>(Verdicts.Judge([.. pairs.Select(p => p.Comparison).OfType<Comparison>(), .. parts.Select(p => p.Comparison)]));
        return Together(
            pairs.ToDictionary(p => p.Now.Item, p => p.Line(p.Comparison is null ? null : judged.Dequeue(), TestBase(from, to))),
            parts.ToDictionary(p => p.Now.Item, p => Line(p.Before, p.Now, judged.Dequeue())));

        ChangeLine Line(ServiceYearRow before, ServiceYearRow now, JudgedComparison one) => new()
        {
            From = from.Edition.Year, To = to.Edition.Year, State = one.Comparison.State, TestBase = TestBase(from, to), Verdict = one.Verdict, Display = ExportWords.Of(one),
            ShareFrom = before.Share, ValidFrom = before.Valid, Difference = one.Comparison.Change?.Difference, Lower = one.Comparison.Interval?.Lower, Upper = one.Comparison.Interval?.Upper,
            P = one.Comparison.P, AdjustedP = one.AdjustedP, Basis = ChangeRow.LikeForLike, ItemsFrom = before.Item,
            Detectable = Detectable.Of(one.Comparison.State, one.Verdict, before.Share, before.Valid, now.Valid),
        };
    }

    /// <summary>What a service is held against in an earlier edition; null where that has nothing of it, or only a part.</summary>
    internal static ServiceYearRow? Before(ServicePasts pasts, EditionReport from, string service) =>
        pasts.In(from, service) is { IsWhole: true } whole ? pasts.Figures(from, whole.Ancestry.Before) : null;
}
