using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>Turns what was read into the preview that its owner confirms.</summary>
internal static class HistoryPreviewMaking
{
    public static HistoryPreview Of(CheckedHistory history)
    {
        var data = history.Data;
        return new()
        {
            Survey = data.Survey,
            Title = data.QuestionnaireOf(data.Rows[0].Year).Title.ToString(),
            Years = [.. data.Years.Select(y => Of(history, y.Key, [.. y]))],
            Breaks = history.Breaks,
            Notes =
            [
                .. from year in data.Years
                   where year.All(r => r.Responses is null)
                   select $"{year.Key}: nobody says how many responded (n_responses), so the report will not either.",
                .. from year in data.Years
                   let kind = data.QuestionnaireOf(year.Key).Headline
                   where !HasHeadline(kind, year)
                   select $"{year.Key}: the survey's headline is {(kind == HeadlineKind.OverallQuestion ? "its overall question (item_code overall)" : "computed from its services")}, and the file has no counts of that. The trend will show no figure for {year.Key}.",
                .. from row in data.Rows
                   where row is { IsForAll: true, WordingNote: not null }
                   select $"{row.Year}, {row.Item.ReportKey}: {row.WordingNote}",
            ],
        };
    }

    private static bool HasHeadline(HeadlineKind kind, IEnumerable<HistoryRow> rows) => rows.Any(r => r is { IsForAll: true, Valid: > 0 }
        && (kind == HeadlineKind.OverallQuestion ? r.Item.Key == Questionnaire.OverallQuestion : r.Item.IsMain));

    private static HistoryYearPreview Of(CheckedHistory history, int year, IReadOnlyList<HistoryRow> rows)
    {
        var questionnaire = HistoryStoring.QuestionnaireOf(history.Data.QuestionnaireOf(year), rows);
        var (opens, closes) = HistoryStoring.FieldOf(year, rows);
        var broken = history.BrokenIn(year).ToHashSet(StringComparer.Ordinal);
        return new()
        {
            Year = year,
            OpensOn = opens,
            ClosesOn = closes,
            Invited = rows.FirstOrDefault(r => r is { IsForAll: true, Invited: not null })?.Invited,
            Responses = rows.FirstOrDefault(r => r is { IsForAll: true, Responses: not null })?.Responses,
            Rows = rows.Count,
            Ratings = rows.Where(r => r.IsForAll).Sum(r => (long)r.Valid),
            Items = [.. rows.Where(r => r.IsForAll).OrderBy(r => r.Item.No).Select(r => Of(history.Data, r) with { IsComparable = r.IsComparable && !broken.Contains(r.Item.Key) })],
            Groups = [.. questionnaire.Groups.Select(g => g.Name.ToString())],
        };
    }

    private static HistoryItemPreview Of(HistoryData data, HistoryRow row) => new()
    {
        Key = row.Item.ReportKey,
        Name = data.NameOf(row.Year, row.Item),
        Ratings = row.Valid,
        Favourable = row.Good,
        IsComparable = row.IsComparable,
        HasPoints = row.HasPoints,
    };
}
