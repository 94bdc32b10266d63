using SurveyHub.Results;
using SurveyHub.Results.Trends;
using SurveyHub.Statistics;
using SurveyHub.Surveys.Lineage;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Following;

/// <summary>One edition in the series of a service: a row of the file beside the page, and of the command's <c>lineage.csv</c>.</summary>
public sealed record SeriesRow(ServiceSeries Series, SeriesLine Line)
{
    public static readonly ReportTable<SeriesRow> Table = new("lineage",
        ("lineage_id", Text, r => r.Series.Service), ("service_name", Text, r => r.Series.Name), ("year", Year, r => r.Line.Year),
        ("items", Text, r => r.Line.Figures?.Item), ("name_then", Text, r => r.Line.Figures is null ? null : r.Line.Under ?? r.Series.Name),
        ("role", Text, r => r.Role), ("basis", Text, r => r.Line.Figures is null ? null : r.Line.Basis),
        ("n_valid", Count, r => r.Line.Figures?.Valid), ("k_good", Count, r => r.Line.Figures?.Good), ("share_good", Share, r => r.Line.Figures?.Share),
        ("lower", Share, r => r.Line.Figures?.Lower), ("upper", Share, r => r.Line.Figures?.Upper), ("display", Text, r => r.Line.Figures?.Display ?? ExportWords.Of(CellState.NotAsked)),
        ("break_before", Text, r => r.Line.WhyBroken), ("method_version", Text, _ => MethodVersion.Current));

    /// <summary>With what the page says of the change since the edition before.</summary>
    public static ReportTable<SeriesRow> TableOf(PublishedSurvey survey) =>
        Table.With(("since_before", Text, r => r.Series.Since(survey, r.Line)?.Words ?? r.Series.WhyNotCompared(r.Line)));

    /// <summary>The series of every service of the last report, and of those that ended before without becoming one of them.</summary>
    public static IEnumerable<SeriesRow> All(PublishedSurvey survey)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in survey.Reports.Reverse())
        {
            var pasts = new ServicePasts(survey, report);
            foreach (var service in report.Edition.Questionnaire.Services.Where(s => told.Add(survey.Lineage.Services.LastName(s.Key, report.Edition.Year))))
                if (ServiceSeries.Of(survey, pasts, service.Key) is { } series)
                    foreach (var line in series.Lines) yield return new(series, line);
        }
    }

    private string? Role => Line switch
    {
        { Figures: null } => null,
        { IsAncestor: true } => "ancestor",
        { Basis: ChangeRow.LikeForLike } when Ancestry.IsSeveral(Line.Figures.Item) => "composite",
        { Basis: ChangeRow.LikeForLike } => "earlier name",
        _ => "own",
    };
}
