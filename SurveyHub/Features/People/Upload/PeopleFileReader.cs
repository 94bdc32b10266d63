using SurveyHub.Responses;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Upload;

/// <summary>Reads a CSV of people and names everything that is wrong with it, row by row. One person is held once.</summary>
public sealed class PeopleFileReader(Questionnaire questionnaire)
{
    public const long LargestFile = 50L * 1024 * 1024;

    private const int LongestName = 200;

    private static readonly CsvLimits Limits = new() { File = LargestFile, Rows = 500_000, Columns = 200, Field = 10_000 };

    private readonly Choices<string> _languages = Choices.OfLanguages(questionnaire.Languages);
    private readonly Choices<Disposition> _status = Choices.OfStatus();
    private readonly Dictionary<string, Choices<string>> _options = PeopleColumns.GroupsOf(questionnaire).ToDictionary(g => g.Key, Choices.OfGroup);
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _combinations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, long> _seen = new(StringComparer.Ordinal);

    public async Task<PeopleFile> ReadAsync(Stream stream, CancellationToken cancellation = default)
    {
        var file = new PeopleFile();
        try
        {
            var csv = new CsvReader(stream, Limits);
            file.Columns = PeopleColumns.Read(await csv.ReadHeaderAsync(cancellation), questionnaire, file.Add);
            if (file.Columns is not { } columns) return file;
            await foreach (var row in csv.RowsAsync(cancellation)) Read(row, columns, file);
            if (file.People.Count == 0 && !file.IsRefused)
                file.Add(new PeopleProblem(1, null, "", "There is nobody in the file.", "Write one person in each row below the names of the columns."));
        }
        catch (CsvFormatException error)
        {
            file.Add(PeopleProblem.OfRow(error.Line, error.Reason));
        }
        return file;
    }

    private void Read(CsvRow row, PeopleColumns columns, PeopleFile file)
    {
        if (row.IsBlank) return;
        if (row.Fault is { } fault)
        {
            file.Add(PeopleProblem.OfRow(row.Line, fault));
            return;
        }
        var before = file.Problems.Count;
        var person = new ListedPerson
        {
            Line = row.Line,
            Address = Address(row, columns.Address, file),
            Name = Name(row, columns, file),
            Language = columns.Language is { } language ? Choice(row, language, _languages, "is no language of this survey", file) : null,
            Groups = Groups(row, columns, file),
            StaffWord = columns.Status is { } status ? Status(row, status, file) : null,
        };
        if (file.Problems.Count == before) file.Add(person);
    }

    private string Address(CsvRow row, string column, PeopleFile file)
    {
        var text = row[column];
        if (text.Length == 0)
        {
            file.Add(PeopleProblem.In(row.Line, column, "", "The address is missing.", "Write it, or delete the row."));
            return "";
        }
        if (MailAddress.Fault(text) is { } hint)
        {
            file.Add(PeopleProblem.In(row.Line, column, text, $"\"{text}\" is no mail address.", hint));
            return "";
        }
        var address = FrameStore.Address(text)!;
        if (!_seen.TryAdd(address, row.Line))
            file.Add(PeopleProblem.In(row.Line, column, text, $"The address stands in line {_seen[address]} already.", "Delete one of the two rows."));
        return address;
    }

    private static string? Name(CsvRow row, PeopleColumns columns, PeopleFile file)
    {
        var name = Name(In(columns.Name), In(columns.FirstName), In(columns.LastName));
        if (name.Length > LongestName)
            file.Add(PeopleProblem.In(row.Line, columns.Name ?? columns.LastName ?? columns.FirstName!, name, $"The name is longer than {LongestName} characters.", "Look for a quote that is not closed."));
        return name.Length == 0 ? null : string.Join(' ', name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        string In(string? column) => column is null ? "" : row[column];
    }

    /// <summary>The whole name, or its parts; "Name" beside "First name" is a last name, unless it contains the first.</summary>
    private static string Name(string whole, string first, string last) =>
        whole.Length == 0 ? $"{first} {last}".Trim()
        : last.Length > 0 || first.Length == 0 || whole.Contains(first, StringComparison.OrdinalIgnoreCase) ? whole
        : $"{first} {whole}";

    private IReadOnlyDictionary<string, string> Groups(CsvRow row, PeopleColumns columns, PeopleFile file)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (group, column) in columns.Groups)
            if (Choice(row, column, _options[group.Key], $"is no option of {group.Name}", file) is { } option)
                found[group.Key] = option;
        // Thousands of people share a few combinations.
        var combination = string.Join('\n', found.Select(g => $"{g.Key}\t{g.Value}"));
        return _combinations.TryGetValue(combination, out var known) ? known : _combinations[combination] = found;
    }

    private static string? Choice(CsvRow row, string column, Choices<string> choices, string fault, PeopleFile file)
    {
        var text = row[column];
        if (text.Length == 0) return null;
        if (choices.TryFind(text, out var value)) return value;
        file.Add(PeopleProblem.In(row.Line, column, text, $"\"{text}\" {fault}.", choices.HintFor(text)));
        return null;
    }

    private Disposition? Status(CsvRow row, string column, PeopleFile file)
    {
        var text = row[column];
        if (text.Length == 0) return null;
        if (_status.TryFind(text, out var word)) return word;
        var hint = Enum.TryParse<Disposition>(text, ignoreCase: true, out _)
            ? "Only an answer says so. Write invited, refused, undeliverable or ineligible, or leave it empty."
            : _status.HintFor(text);
        file.Add(PeopleProblem.In(row.Line, column, text, $"\"{text}\" cannot be a person's status here.", hint));
        return null;
    }
}
