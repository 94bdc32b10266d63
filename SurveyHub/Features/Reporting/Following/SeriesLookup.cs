namespace SurveyHub.Features.Reporting.Following;

/// <summary>Finds the life of a service, whichever of its keys the address has.</summary>
public static class SeriesLookup
{
    /// <returns>Null when no published edition asked about it.</returns>
    public static ServiceSeries? Find(PublishedSurvey survey, string service)
    {
        // The last edition that asked about what it has become.
        var last = survey.Reports.LastOrDefault(r => r.Edition.Questionnaire.Service(service) is not null);
        if (last is null) return null;
        var name = survey.Lineage.Services.LastName(service, last.Edition.Year);
        var under = survey.Reports.LastOrDefault(r => r.Edition.Questionnaire.Service(name) is not null);
        return under is null ? ServiceSeries.Of(survey, new(survey, last), service) : ServiceSeries.Of(survey, new(survey, under), name);
    }
}
