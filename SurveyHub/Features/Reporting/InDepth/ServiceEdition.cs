using SurveyHub.Features.Reporting.Charts;
using SurveyHub.Features.Reporting.Distributing;
using SurveyHub.Features.Reporting.Following;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics.Scores;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.InDepth;

/// <summary>What one edition said about a service.</summary>
/// <param name="Line">Its figure there, under whatever name it had.</param>
/// <param name="Change">Against the edition before; null in the first one, and where there is none of its own.</param>
/// <param name="Spread">How the ratings spread, the worst option first; empty where that is not shown.</param>
public sealed record ServiceEdition(SeriesLine Line, ChangeLine? Change, IReadOnlyList<DistributionBar.Part> Spread)
{
    public Edition Edition => Line.Report.Edition;

    public int Year => Line.Year;

    public ServiceYearRow? Figures => Line.Figures;

    /// <summary>Secondary; null where the spread is not shown.</summary>
    public MeanScore? Average => Spread.Count == 0 || Figures is null ? null : AverageCode.Of([.. Line.Report.Rows(DistributionRow.Table).Where(d => d.Item == Figures.Item && d.Role is not null)]);

    /// <summary>Its key in that edition, if it was one service there and has a page of its own.</summary>
    public string? OwnKey => Figures?.Item is { } item && Edition.Questionnaire.Service(item) is not null ? item : null;

    internal static IReadOnlyList<ServiceEdition> AllOf(PublishedSurvey survey, ServiceSeries series) =>
        [.. series.Lines.Select((line, i) => new ServiceEdition(line,
            i == 0 || line.Figures is null || line.IsAncestor ? null : SeriesChanges.Between(survey, series.Lines[i - 1].Report, line.Report).GetValueOrDefault(line.Figures.Item),
            line.Figures is null || line.IsAncestor ? [] : SpreadOf(line.Report, line.Figures.Item)))];

    private static DistributionBar.Part[] SpreadOf(EditionReport report, string service)
    {
        var (questionnaire, scale) = (report.Edition.Questionnaire, report.Edition.Questionnaire.Scale(report.Edition.Questionnaire.MainRating?.Scale));
        return [.. from row in report.Rows(DistributionRow.Table)
                   let option = row.Item == service ? scale?.Option(row.Code) : null
                   where option is not null
                   select new DistributionBar.Part(questionnaire.In(option.Label), option.Role, row.Share)];
    }
}
