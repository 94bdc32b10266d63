using SurveyHub.Results;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Statistics;
using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Features.Reporting.Driving;

/// <summary>One further question about a service and what it has to do with the service's rating: a row of the page and of its file.</summary>
/// <param name="Row">The stored row. What is hidden is not in it.</param>
/// <param name="ServiceName">Name of the service.</param>
/// <param name="Wording">The question.</param>
/// <param name="Rated">How the question itself was rated; null where it is not shown.</param>
public sealed record DriverLine(DriverRow Row, string ServiceName, string Wording, ServiceYearRow? Rated)
{
    public static readonly ReportTable<DriverLine> Table = new("drivers",
        ("year", Year, r => r.Row.Year), ("service", Text, r => r.Row.Service), ("service_name", Text, r => r.ServiceName),
        ("question", Text, r => r.Row.Question), ("question_text", Text, r => r.Wording), ("n_complete", Count, r => r.Row.People),
        ("r_squared", Number, r => r.Row.Explained), ("lmg", Number, r => r.Row.Contribution), ("lmg_share", Share, r => r.Row.Share),
        ("lmg_share_lower", Share, r => r.Row.Lower), ("lmg_share_upper", Share, r => r.Row.Upper), ("group", Count, r => r.Row.Group),
        ("share_good", Share, r => r.Rated?.Share), ("display", Text, r => r.Row.Display), ("method_version", Text, _ => MethodVersion.Current));

    public bool IsSplit => Row.Display == DriverRow.Shown;
}
