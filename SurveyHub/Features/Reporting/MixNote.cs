using SurveyHub.Features.Reporting.Following;
using SurveyHub.Features.Reporting.Grouping;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting;

/// <summary>"The mix of respondents changed": a share moved against most of the groups of one attribute, because others answered (methodology M8).</summary>
/// <param name="Attribute">The attribute's key.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Mix">Its groups, of figures that both reports show.</param>
public sealed record MixNote(string Attribute, string Name, MixOfRespondents Mix)
{
    public string Words => $"The mix of respondents changed: by {Name}, {(Mix.Against == Mix.Compared ? Mix.Compared == 2 ? "both groups" : $"all {Figures.Count(Mix.Compared)} groups" : $"{Figures.Count(Mix.Against)} of {Figures.Count(Mix.Compared)} groups")} moved the other way. "
        + $"Had every group given the same part of the ratings in both years, the change would be {Figures.Points(Mix.SameMix)} points instead of {Figures.Points(Mix.Difference)}.";

    /// <param name="survey">The survey.</param>
    /// <param name="from">The earlier report.</param>
    /// <param name="to">The later report.</param>
    /// <param name="item">A service's rating or the overall question, by the key of the later report; one whose change was tested.</param>
    /// <returns>By the attribute whose mix does most; null where none turns the change round, and for several services taken together.</returns>
    public static MixNote? Of(PublishedSurvey survey, EditionReport from, EditionReport to, string item)
    {
        if (KeyBefore(survey, from, to, item) is not { } before || Total(from, before) is not { } all || Total(to, item) is not { } allNow) return null;
        return to.Edition.Questionnaire.Groups
            .Select(attribute => (attribute, Mix: MixOfRespondents.Of(all, allNow, Groups(survey, from, to, attribute.Key, before, item))))
            .Where(a => a.Mix is { MovesTheTotal: true })
            .OrderByDescending(a => Math.Abs(a.Mix!.Difference - a.Mix.SameMix))
            .Select(a => new MixNote(a.attribute.Key, to.Edition.Questionnaire.In(a.attribute.Name), a.Mix!))
            .FirstOrDefault();
    }

    private static string? KeyBefore(PublishedSurvey survey, EditionReport from, EditionReport to, string item)
    {
        if (item == Questionnaire.OverallQuestion)
            return SeriesBreaks.WhyNot(survey.Editions, from.Edition, to.Edition, item) is null ? item : null;
        return new ServicePasts(survey, to).In(from, item) is { WhyNot: null, Before: [var before], Now: [_] } ? before.ReportKey : null;
    }

    private static GoodCount? Total(EditionReport report, string item) =>
        report.Rows(ServiceYearRow.Table).FirstOrDefault(r => r.Item == item) is { IsVisible: true, Good: { } good, Valid: { } valid } ? new(good, valid) : null;

    // Groups that became one, or were one, are taken together; those hidden in either year, and who told no group, are among the others.
    private static IEnumerable<(GoodCount, GoodCount)> Groups(PublishedSurvey survey, EditionReport from, EditionReport to, string attribute, string before, string now)
    {
        var (earlier, later) = (Rows(from, attribute, before), Rows(to, attribute, now));
        // Who gave up their group is not to be taken for a change of the mix.
        if (PartOfGroup.Of(from, attribute).Count > 0 || PartOfGroup.Of(to, attribute).Count > 0) yield break;
        foreach (var same in later.Keys.Select(key => survey.Lineage.Options(attribute).Between(key, from.Edition.Year, to.Edition.Year)).DistinctBy(a => a.Now[0]))
            if (Sum(earlier, same.Before) is { } was && Sum(later, same.Now) is { } isNow) yield return (was, isNow);
    }

    private static Dictionary<string, SegmentRow> Rows(EditionReport report, string attribute, string item) =>
        report.Rows(SegmentRow.Table).Where(r => r.Attribute == attribute && r.Item == item && r.SegmentKey.Length > 0).ToDictionary(r => r.SegmentKey);

    private static GoodCount? Sum(Dictionary<string, SegmentRow> rows, IReadOnlyList<string> keys)
    {
        GoodCount sum = new(0, 0);
        foreach (var key in keys)
        {
            if (rows.GetValueOrDefault(key) is not { IsHidden: false, Good: { } good, Valid: { } valid }) return null;
            sum += new GoodCount(good, valid);
        }
        return sum;
    }
}
