using SurveyHub.Editions;
using SurveyHub.Results;
using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;

namespace SurveyHub.Features.Reporting;

/// <summary>What may be read of a survey: every edition by name, and the report of those that are closed.</summary>
/// <param name="Editions">All editions, the earliest first; at least one.</param>
/// <param name="Reports">Those of closed editions whose answers are counted, the earliest first.</param>
public sealed record PublishedSurvey(IReadOnlyList<Edition> Editions, IReadOnlyList<EditionReport> Reports)
{
    public string Key => Editions[0].Survey;

    /// <summary>How services and customer groups live through the years.</summary>
    public SurveyLineage Lineage { get; } = SurveyLineage.Of(Editions);

    /// <summary>As the survey is called today.</summary>
    public string Title => Editions[^1].Questionnaire.TitleInFirstLanguage;

    public Edition? Edition(int year) => Editions.FirstOrDefault(e => e.Year == year);

    public EditionReport? Report(int year) => Reports.FirstOrDefault(r => r.Edition.Year == year);

    /// <summary>Closed editions before a year, the latest first: what it can be compared with.</summary>
    public IReadOnlyList<EditionReport> Before(int year) => [.. Reports.Where(r => r.Edition.Year < year).Reverse()];
}

public sealed class PublishedSurveys(EditionStore editions, ReportTableStore reports)
{
    /// <returns>Null when no such survey has an edition.</returns>
    public async Task<PublishedSurvey?> FindAsync(string survey, CancellationToken cancellation = default)
    {
        var all = await editions.OfSurveyAsync(survey, cancellation);
        if (all.Count == 0) return null;
        return new(all, all.Any(e => e.Status == EditionStatus.Closed) ? EditionReport.Told(await reports.OfSurveyAsync(survey, cancellation)) : []);
    }
}
