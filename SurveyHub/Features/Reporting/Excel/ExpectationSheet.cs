using SurveyHub.Features.Reporting.Expecting;
using SurveyHub.Results;
using static SurveyHub.Features.Reporting.Excel.SheetKind;

namespace SurveyHub.Features.Reporting.Excel;

/// <summary>What customers expect against what they have; only of an edition that asked.</summary>
internal sealed class ExpectationSheet(EditionReport report)
{
    public IEnumerable<Sheet> Sheets => report.Edition.Questionnaire.Expectations is null ? [] :
    [
        Sheet.Of("Expectations", ExpectationsView.Of(report).Lines,
            ("Service", Text, 32, l => l.ServiceName), ("Below their own minimum", Share, 16, l => l.Row.Share ?? (object)l.WhyNot(report.Edition)),
            ("95 % from", Share, 10, l => l.Row.Lower), ("95 % to", Share, 10, l => l.Row.Upper), ("People below", Count, 10, l => l.Row.Below), ("People", Count, 10, l => l.Row.People),
            ("Would just do", Number, 12, l => l.Row.Minimum), ("People have", Number, 12, l => l.Row.Perceived), ("Wished for", Number, 12, l => l.Row.Desired),
            ("Against the minimum", Number, 12, l => l.Row.Adequacy), ("Minimum, 95 % from", Number, 10, l => l.Row.AdequacyLower), ("Minimum, 95 % to", Number, 10, l => l.Row.AdequacyUpper),
            ("Against the wish", Number, 12, l => l.Row.Superiority), ("Wish, 95 % from", Number, 10, l => l.Row.SuperiorityLower), ("Wish, 95 % to", Number, 10, l => l.Row.SuperiorityUpper),
            ("Remark", Text, 44, l => l.Where), ("Good or excellent", Share, 16, l => l.Rated?.Share)),
    ];
}
