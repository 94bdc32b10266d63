using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>A history file that was read whole and found right: counts, not answers, so it is small enough to be held.</summary>
internal sealed record HistoryData(string File, string Survey, Func<int, Questionnaire> QuestionnaireOf, IReadOnlyList<HistoryRow> Rows)
{
    public IEnumerable<IGrouping<int, HistoryRow>> Years => Rows.GroupBy(r => r.Year).OrderBy(y => y.Key);

    /// <summary>A rating as its owner reads it: by its service, or by its words.</summary>
    public string NameOf(int year, Item item)
    {
        var questionnaire = QuestionnaireOf(year);
        return item.Service is { } service
            ? $"{questionnaire.Service(service)!.Name}{(item.IsMain ? "" : $": {questionnaire.QuestionOf(item)!.Text}")}"
            : questionnaire.QuestionOf(item)!.Text.ToString();
    }
}

/// <summary>Reads a history file. One file is about one survey.</summary>
/// <param name="name">The file's name.</param>
/// <param name="survey">What a survey asks about in a year, by its key; null where there is no such survey.</param>
/// <param name="problems">Takes the faults.</param>
internal sealed class HistoryFile(string name, Func<string, Task<Func<int, Questionnaire>?>> survey, ImportProblems problems)
{
    private readonly List<HistoryRow> _rows = [];
    private readonly Dictionary<int, int> _years = [];
    private readonly Dictionary<(int Year, string Item, string Attribute, string Value), int> _lines = [];
    private string? _survey;
    private Func<int, Questionnaire>? _questionnaireOf;

    /// <summary>The survey that the file is about; null when there is no such survey.</summary>
    public string? Survey => _questionnaireOf is null ? null : _survey;

    /// <summary>The years it has rows of, faulty ones too, and the line where each begins.</summary>
    public IReadOnlyDictionary<int, int> Years => _years;

    /// <summary>The data; null when the file has faults.</summary>
    public async Task<HistoryData?> ReadAsync(Stream? stream, CancellationToken cancellation)
    {
        await CsvFile.ReadAsync(name, stream, problems, async (header, rows) =>
        {
            HistoryColumns.Check(name, header, problems);
            if (!problems.Any) await ReadAsync(header, rows);
        }, cancellation);
        if (!problems.Any && _rows.Count == 0) problems.Add(name, 1, null, "The file has no row.", "Write one row for each service and year below the names of the columns.");
        if (!problems.Any) new HistoryChecks(name, problems).Run(_rows);
        return problems.Any ? null : new(name, _survey!, _questionnaireOf!, _rows);
    }

    private async Task ReadAsync(CsvHeader header, IAsyncEnumerable<CsvRow> rows)
    {
        HistoryRowReader? reader = null;
        await foreach (var fields in rows)
        {
            if (fields.IsBlank) continue;
            if (!await IsOfTheSurveyAsync(fields))
            {
                if (problems.IsFull) return;
                continue;
            }
            reader ??= new(name, header, _questionnaireOf!, problems);
            if (reader.Read(fields) is { } row && IsNew(row)) _rows.Add(row);
            if (reader.Year is { } year) _years.TryAdd(year, (int)fields.Line);
            if (problems.IsFull) return;
        }
    }

    private bool IsNew(HistoryRow row)
    {
        var what = (row.Year, row.Item.Key, row.Attribute, row.Value);
        if (_lines.TryAdd(what, row.Line)) return true;
        problems.Add(name, row.Line, null, $"“{row.Item.Key}” of {row.Year}{row.Whose} stands in line {_lines[what]} already.", "Delete one of the two rows.");
        return false;
    }

    private async Task<bool> IsOfTheSurveyAsync(CsvRow fields)
    {
        var key = fields[HistoryColumns.Survey];
        if (_survey is null)
        {
            _survey = key;
            _questionnaireOf = await survey(key);
            if (_questionnaireOf is null)
                problems.Add(name, (int)fields.Line, HistoryColumns.Survey, $"There is no survey {CellReader.Shown(key)}.",
                    "Write the key of a survey that has a survey file without faults, or editions here.");
        }
        else if (key != _survey)
        {
            problems.Add(name, (int)fields.Line, HistoryColumns.Survey, $"{CellReader.Shown(key)} is another survey than {CellReader.Shown(_survey)} above.", "Make one file for each survey.");
            return false;
        }
        return _questionnaireOf is not null;
    }
}
