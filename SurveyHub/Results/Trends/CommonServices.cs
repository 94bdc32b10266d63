using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Results.Trends;

/// <summary>How far two editions asked about the same services. A headline over all services is no like for like where they did not (methodology M6).</summary>
/// <param name="Both">Services that both asked about.</param>
/// <param name="First">Services of the earlier edition.</param>
/// <param name="Last">Services of the later one.</param>
public sealed record CommonServices(int Both, int First, int Last)
{
    /// <param name="survey">All editions of the survey: their lineage says what is the same service.</param>
    /// <param name="first">The earlier edition.</param>
    /// <param name="last">The later one.</param>
    /// <returns>Null when both asked about the same services, or when no headline depends on them.</returns>
    public static CommonServices? Of(IReadOnlyList<Edition> survey, EditionReport first, EditionReport last)
    {
        if (last.Edition.Questionnaire.Headline == HeadlineKind.OverallQuestion) return null;
        var (before, now) = (AskedIn(first), AskedIn(last));
        if (before.Count == 0 || now.Count == 0 || before.SetEquals(now)) return null;
        var all = new Counterparts(survey, SurveyLineage.Of(survey), first.Edition, last.Edition).All;
        var both = all.Where(c => c is { IsWhole: true } && c.Before.Any(i => before.Contains(i.ReportKey)) && c.Now.Any(i => now.Contains(i.ReportKey))).ToArray();
        return both.Sum(c => c.Before.Count) == before.Count && both.Sum(c => c.Now.Count) == now.Count ? null : new(both.Sum(c => c.Now.Count), before.Count, now.Count);
    }

    /// <summary>Whether a change of the headline is over less than half of the services of either edition: then a line between the two promises too much.</summary>
    public static bool AreFew(EditionReport before, EditionReport now, HeadlineChangeRow change) =>
        now.Edition.Questionnaire.Headline != HeadlineKind.OverallQuestion && change.Basis == HeadlineChangeRow.CommonServices
        && change.ServicesCompared * 2 < Math.Max(AskedIn(before).Count, AskedIn(now).Count);

    private static HashSet<string> AskedIn(EditionReport report) => report.Rows(ServiceYearRow.Table)
        .Where(r => r.State != CellState.NotAsked && report.Edition.Questionnaire.Service(r.Item) is not null).Select(r => r.Item).ToHashSet();
}
