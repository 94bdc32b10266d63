using SurveyHub.Features.Reporting.Bridging;
using SurveyHub.Results;
using static SurveyHub.Features.Reporting.Excel.SheetKind;

namespace SurveyHub.Features.Reporting.Excel;

/// <summary>What other words do to the ratings; only of a bridge year.</summary>
internal sealed class WordingSheet(EditionReport report)
{
    public IEnumerable<Sheet> Sheets => !report.Edition.Questionnaire.HasBridges ? [] :
    [
        Sheet.Of("Two wordings", BridgeView.Of(report).Lines,
            ("Service or question", Text, 32, r => r.Name), ("Question, old words", Text, 18, r => r.Old.Question), ("Question, new words", Text, 18, r => r.New.Question),
            ("Old words", Share, 10, r => r.OldRow.Share), ("Ratings, old", Count, 10, r => r.OldRow.Valid), ("New words", Share, 10, r => r.NewRow.Share), ("Ratings, new", Count, 10, r => r.NewRow.Valid),
            ("Difference", Points, 12, r => r.Difference), ("95 % from", Points, 10, r => r.Limits?.Lower), ("95 % to", Points, 10, r => r.Limits?.Upper), ("Remark", Text, 30, r => r.Said)),
    ];
}
