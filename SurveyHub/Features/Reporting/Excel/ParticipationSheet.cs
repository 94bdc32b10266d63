using SurveyHub.Features.Reporting.Trending;
using SurveyHub.Results;
using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting.Excel;

/// <summary>Who took part: of every edition up to this one, and in this one by customer group. Small groups stand together, as on the page of participation.</summary>
internal sealed class ParticipationSheet(PublishedSurvey survey, EditionReport report)
{
    private const string FewPeople = "fewer than 10 people";
    private const string AnotherList = "the list is not of those who were asked";

    private Questionnaire Questionnaire => report.Edition.Questionnaire;

    public Sheet Sheet => Sheet.Of("Response rates", Editions.Concat(Groups),
        ("Year", SheetKind.Year, 8, l => l.Year), ("Divided by", SheetKind.Text, 18, l => l.Attribute), ("Customers", SheetKind.Text, 40, l => l.Who),
        ("Invited", SheetKind.Count, 10, l => l.Invited), ("Answered", SheetKind.Count, 10, l => l.Answered), ("Response rate", SheetKind.Share, 22, l => l.Rate),
        ("Responses, with those of the open link", SheetKind.Count, 20, l => l.Responses));

    private IEnumerable<Line> Editions => TrendView.Of(survey, new(To: report.Edition.Year)).Lines.Select(l => new Line(l.Year, "", "All customers", l.Invited, l.Answered,
        l.ResponseRate ?? (object)(!l.TellsAnswered ? FewPeople : l.ListIsWrong ? AnotherList : "not known"), l.Respondents));

    private IEnumerable<Line> Groups =>
        from attribute in Questionnaire.Groups
        let rows = report.Rows(ResponseRateRow.Table).Where(r => r.Attribute == attribute.Key && r.Invited is not null).ToArray()
        from together in SmallGroups.Together(rows)
        let line = ParticipationLine.Of(attribute.Key, together, tellsCompleteness: true)
        select new Line(report.Edition.Year, Questionnaire.GroupName(attribute.Key), string.Join(", ", line.Names), line.Invited,
            line.IsHidden ? null : line.Answered, line.IsHidden ? FewPeople : line.State.Length > 0 ? AnotherList : line.Rates.Rr2, null);

    private sealed record Line(int Year, string Attribute, string Who, int? Invited, int? Answered, object? Rate, int? Responses);
}
