using SurveyHub.Features.Importing.Breaks;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>A history file that was found right, beside the editions there are.</summary>
/// <param name="Data">What stands in it.</param>
/// <param name="Breaks">Where its years and the stored ones do not go on.</param>
internal sealed record CheckedHistory(HistoryData Data, IReadOnlyList<BroughtBreak> Breaks)
{
    public static CheckedHistory Of(HistoryData data, IReadOnlyList<Edition> stored) => new(data,
    [
        .. BreaksBetween.Of(stored, data.Years.Select(y => (y.Key, HistoryStoring.QuestionnaireOf(data.QuestionnaireOf(y.Key), [.. y]))))
            .Concat(DeclaredBreaks.Of(data, stored.Select(e => e.Year))).OrderBy(b => b.To),
    ]);

    /// <summary>Keys of the items whose series begins anew in a year.</summary>
    public IEnumerable<string> BrokenIn(int year) => Breaks.Where(b => b.To == year).SelectMany(b => b.Difference.Items)
        .Concat(Data.Rows.Where(r => r.Year == year && !r.IsComparable).Select(r => r.Item.Key)).Distinct(StringComparer.Ordinal);
}
