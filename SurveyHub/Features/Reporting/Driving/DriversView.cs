using SurveyHub.Results;
using SurveyHub.Results.Joint;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Driving;

/// <summary>Which further questions go with each service's rating, the lowest rated service first.</summary>
public sealed class DriversView
{
    private DriversView(EditionReport report, IReadOnlyList<DrivenService> services) =>
        (Edition, Services, WhyNone) = (report.Edition, services, services.Count > 0 ? null : Why(report));

    public Edition Edition { get; }
    public IReadOnlyList<DrivenService> Services { get; }

    /// <summary>Why there are no drivers at all; null where there are services to say something about.</summary>
    public string? WhyNone { get; }

    public IEnumerable<DriverLine> Lines => Services.SelectMany(s => s.Lines);

    public static DriversView Of(EditionReport report)
    {
        var questionnaire = report.Edition.Questionnaire;
        var shares = report.Rows(ServiceYearRow.Table).ToDictionary(r => r.Item, r => r.Share);
        var aspects = report.Rows(ServiceYearRow.AspectTable).ToDictionary(r => r.Item);
        var services = from row in report.Rows(DriverRow.Table)
                       group row by row.Service into rows
                       let name = questionnaire.ServiceName(rows.Key)
                       orderby shares[rows.Key] is null, shares[rows.Key], name
                       select new DrivenService(rows.Key, name, [.. rows.OrderByDescending(r => r.Contribution).Select(r =>
                           new DriverLine(r, name, questionnaire.ServiceQuestion(r.Question), aspects.GetValueOrDefault($"{r.Service}.{r.Question}")))], questionnaire)
                       {
                           Among = TogetherWords.Among(report),
                       };
        return new(report, [.. services]);
    }

    private static string Why(EditionReport report)
    {
        if (!report.Edition.Items.All.Any(i => i is { IsAspect: true, Bridge: null }))
            return "This edition asked one rating for each service. Drivers are read from further ones, such as “How reliable is it?”.";
        return report.Edition.Origin == EditionOrigin.History
            ? "Of this edition only counts are known, not who rated what: nobody can say which ratings go together."
            : "This report is older than the counting of which ratings go together, and answers that came later wait for the next one. Reopen and close the edition to have it counted.";
    }
}
