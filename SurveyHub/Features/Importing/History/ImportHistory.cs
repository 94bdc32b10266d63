using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>Imports counts of earlier years, of which nobody has the answers any more, as closed editions: all of them or nothing.</summary>
public sealed class ImportHistory(Database database, ImportedEditions editions, SurveyCatalog catalog)
{
    /// <summary>Reads everything and stores nothing.</summary>
    /// <param name="name">The file's name.</param>
    /// <param name="open">Opens the file; null when it cannot be read.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<HistoryOutcome> PreviewAsync(string name, Func<Stream?> open, CancellationToken cancellation = default)
    {
        var (refused, data) = await ReadAsync(name, open, cancellation);
        return refused ?? (HistoryOutcome)new HistoryOutcome.Ready(PreviewOf(data!));
    }

    /// <summary>Reads everything once more and stores it, if nothing is wrong.</summary>
    /// <param name="who">Whose deed it is, for the audit log.</param>
    /// <param name="name">The file's name.</param>
    /// <param name="open">Opens the file; null when it cannot be read.</param>
    /// <param name="cancellation">Stops reading.</param>
    public async Task<HistoryOutcome> ExecuteAsync(string who, string name, Func<Stream?> open, CancellationToken cancellation = default)
    {
        var (refused, data) = await ReadAsync(name, open, cancellation);
        if (refused is not null) return refused;
        try
        {
            await database.WriteAloneAsync(work => new HistoryStoring(data!, editions).StoreAsync(work, who), cancellation);
            return new HistoryOutcome.Imported(PreviewOf(data!));
        }
        catch (ImportedMeanwhileException changed)
        {
            return new HistoryOutcome.Refused([new(name, 1, null, changed.Message, "Nothing was stored. Look at the preview once more.")], 1);
        }
    }

    private async Task<(HistoryOutcome.Refused? Refused, HistoryData? Data)> ReadAsync(string name, Func<Stream?> open, CancellationToken cancellation)
    {
        var problems = new ImportProblems();
        var file = new HistoryFile(name, SurveyAsync, problems);
        var data = await file.ReadAsync(open(), cancellation);
        if (file.Survey is { } survey)
            await editions.CheckYearsAsync(survey, file.Years.Select(y => (y.Key, name, y.Value)), "delete the rows of this year.", problems, cancellation);
        return problems.Any || data is null ? (new(problems.Listed, problems.Count), null) : (null, data);
    }

    /// <summary>What the survey asks about in a year: as its file says, or as its latest edition was frozen where it has none.</summary>
    private async Task<Func<int, Questionnaire>?> SurveyAsync(string survey)
    {
        if (catalog.Read(survey)?.Definition is { } definition) return definition.For;
        return await editions.LatestQuestionnaireAsync(survey) is { } latest ? _ => latest : null;
    }

    private static HistoryPreview PreviewOf(HistoryData data) => new()
    {
        Survey = data.Survey,
        Title = data.QuestionnaireOf(data.Rows[0].Year).Title.ToString(),
        Years = [.. data.Years.Select(y => PreviewOf(data, y.Key, [.. y]))],
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

    private static bool HasHeadline(HeadlineKind kind, IEnumerable<HistoryRow> rows) => rows.Any(r => r is { IsForAll: true, Valid: > 0 }
        && (kind == HeadlineKind.OverallQuestion ? r.Item.Key == Questionnaire.OverallQuestion : r.Item.IsMain));

    private static HistoryYearPreview PreviewOf(HistoryData data, int year, IReadOnlyList<HistoryRow> rows)
    {
        var questionnaire = HistoryStoring.QuestionnaireOf(data.QuestionnaireOf(year), rows);
        var (opens, closes) = HistoryStoring.FieldOf(year, rows);
        return new()
        {
            Year = year,
            OpensOn = opens,
            ClosesOn = closes,
            Invited = rows.FirstOrDefault(r => r is { IsForAll: true, Invited: not null })?.Invited,
            Responses = rows.FirstOrDefault(r => r is { IsForAll: true, Responses: not null })?.Responses,
            Rows = rows.Count,
            Ratings = rows.Where(r => r.IsForAll).Sum(r => r.Valid),
            Items = [.. rows.Where(r => r.IsForAll).OrderBy(r => r.Item.No).Select(r => PreviewOf(questionnaire, r))],
            Groups = [.. questionnaire.Groups.Select(g => g.Name.ToString())],
        };
    }

    private static HistoryItemPreview PreviewOf(Questionnaire questionnaire, HistoryRow row) => new()
    {
        Key = row.Item.ReportKey,
        Name = row.Item.Service is { } service
            ? $"{questionnaire.Service(service)!.Name}{(row.Item.IsMain ? "" : $": {questionnaire.QuestionOf(row.Item)!.Text}")}"
            : questionnaire.QuestionOf(row.Item)!.Text.ToString(),
        Ratings = row.Valid,
        Favourable = row.Good,
        IsComparable = row.IsComparable,
        HasPoints = row.HasPoints,
    };
}
