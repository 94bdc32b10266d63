using SurveyHub.Features.Reporting.Representing;
using SurveyHub.Features.Reporting.Following;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Listing;

/// <summary>Puts together, service by service, what the stored tables of the editions say.</summary>
internal sealed class ServiceLines(PublishedSurvey survey, EditionReport report, EditionReport? compared)
{
    private readonly ILookup<string, DistributionRow> _spread = report.Rows(DistributionRow.Table).ToLookup(r => r.Item);
    private readonly Dictionary<string, LowestRatedRow> _places = report.Rows(LowestRatedRow.Table).ToDictionary(r => r.Service);
    private readonly IReadOnlyDictionary<string, ChangeLine> _changes = compared is null ? new Dictionary<string, ChangeLine>() : SeriesChanges.Between(survey, compared, report);
    private readonly ServicePasts _pasts = new(survey, report);

    public IEnumerable<ServiceLine> Main() =>
        from row in report.Rows(ServiceYearRow.Table)
        let service = report.Edition.Questionnaire.Service(row.Item)
        where service is not null
        select Line(row, service.Key, report.Edition.Questionnaire.MainRating!.Key) with
        {
            Target = service.Target,
            Place = _places.GetValueOrDefault(row.Item),
            Change = _changes.GetValueOrDefault(row.Item),
            Trend = _pasts.Points(row.Item),
            Earlier = survey.Lineage.Services.IsNone ? null : ServiceSeries.Of(survey, _pasts, service.Key)?.Earlier,
        };

    public IEnumerable<ServiceLine> AspectsOf(string service) =>
        from row in report.Rows(ServiceYearRow.AspectTable)
        let item = report.Edition.Items.Find(row.Item)
        where item.Service == service
        select Line(row, service, item.Question);

    private ServiceLine Line(ServiceYearRow row, string service, string question) => new()
    {
        Service = service,
        Weighting = WeightingWords.Of(report),
        Name = report.Edition.Questionnaire.ServiceName(service),
        Question = question,
        Wording = report.Edition.Questionnaire.ServiceQuestion(question),
        Figures = row,
        IsCountsOnly = report.Edition.Origin == EditionOrigin.History,
        Spread = [.. _spread[row.Item]],
    };
}
