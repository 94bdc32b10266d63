using System.Globalization;
using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Reads the cells of one column: the words that it may hold, and what they mean for its item.</summary>
internal sealed class CellReader
{
    /// <summary>As long as a comment may be anywhere in the product.</summary>
    public const int LongestText = 10_000;

    // As the label of an option in a survey file.
    private const int LongestOption = 200, WordsInHint = 20;

    private readonly Dictionary<string, int> _codes = new(StringComparer.OrdinalIgnoreCase);
    private readonly IReadOnlySet<string> _skipped;
    private readonly Item _item;
    private readonly Question? _question;
    private readonly bool _isOpenGroup;

    public CellReader(Item item, Questionnaire questionnaire, DataMapping mapping)
    {
        (_item, _skipped) = (item, mapping.Words.Skipped);
        _question = (item.Service is null ? questionnaire.LastQuestions : questionnaire.ServiceQuestions).FirstOrDefault(q => q.Key == item.Question);
        switch (item.Kind)
        {
            case ItemKind.Rating:
                AddScale(item.Scale!, mapping.Words);
                break;
            case ItemKind.Usage or ItemKind.Selected:
                foreach (var yes in (string[])["1", "yes", "true", "y", "x"]) _codes[yes] = 1;
                foreach (var no in (string[])["0", "no", "false", "n"]) _codes[no] = 0;
                Hint = "Write 1 for yes, 0 for no, or leave the cell empty.";
                break;
            case ItemKind.SingleChoice:
                AddOptions(_question!.Options);
                break;
            case ItemKind.Group:
                _isOpenGroup = mapping.OpenGroups.Contains(item.Question);
                if (!_isOpenGroup) AddOptions(questionnaire.Groups.First(g => g.Key == item.Question).Options);
                break;
            case ItemKind.Number:
                Hint = $"Write a number with a decimal point, such as 12.5{Range()}.";
                break;
        }
    }

    /// <summary>Many people are of one group: a name that is wrong is one fault, not one a row.</summary>
    public bool IsToldOnce => _item.Kind == ItemKind.Group;

    private const string Once = "Further rows with it are not named.";

    /// <summary>What would be right, for whoever wrote something else.</summary>
    public string Hint { get; private set; } = "";

    public CellValue Read(string cell)
    {
        if (cell.Length == 0) return default;
        if (_codes.TryGetValue(cell, out var code)) return new(CellKind.Code, code);
        if (_skipped.Contains(cell) || cell == "-9") return new(CellKind.Skipped);
        // Our own files put an apostrophe before what a spreadsheet would run.
        cell = cell is ['\'', .. var rest] && rest.Length > 0 && Formulas.MayBegin(rest) ? rest : cell;
        if (_isOpenGroup) return cell.Length <= LongestOption && !cell.Any(char.IsControl) ? new(CellKind.OpenOption, Text: cell) : new(CellKind.Wrong);
        return _item.Kind switch
        {
            ItemKind.Text => IsText(cell) ? new(CellKind.Text, Text: cell) : new(CellKind.Wrong),
            ItemKind.Number => Number(cell) is { } number ? new(CellKind.Number, Number: number) : new(CellKind.Wrong),
            // Other programs write whole numbers as 4.0 once a column has gaps.
            _ when WithoutZeros(cell) is { } whole && _codes.TryGetValue(whole, out code) => new(CellKind.Code, code),
            _ => new(CellKind.Wrong),
        };
    }

    /// <summary>What is wrong with a cell that could not be read, and what would be right.</summary>
    public (string Message, string Hint) Fault(string cell) => _item.Kind switch
    {
        ItemKind.Text when cell.Length > LongestText => ($"The text has {cell.Length} characters; at most {LongestText} are stored.", "Shorten it, or leave the column out under columns: ignore."),
        ItemKind.Text => ("The text has a control character.", "Delete it; a wrong encoding is the likely cause."),
        ItemKind.Rating => ($"{Shown(cell)} is no code of the scale.", Hint),
        ItemKind.Usage or ItemKind.Selected => ($"{Shown(cell)} is neither yes nor no.", Hint),
        ItemKind.Group when _isOpenGroup && cell.Length <= LongestOption => ($"{Shown(cell)} has a control character.", $"Delete it; a wrong encoding is the likely cause. {Once}"),
        ItemKind.Group when _isOpenGroup => ($"{Shown(cell)} is too long for the name of a customer group.", $"Write at most {LongestOption} characters; is this the right column? {Once}"),
        ItemKind.Group => ($"{Shown(cell)} is no option of the customer group “{_item.Question}”.", $"{Hint} {Once}"),
        ItemKind.Number => ($"{Shown(cell)} is no number that may stand here.", Hint),
        _ => ($"{Shown(cell)} is no option of “{_item.Question}”.", Hint),
    };

    /// <summary>A cell as a message quotes it: short, and on one line.</summary>
    public static string Shown(string cell)
    {
        var line = new string([.. cell.Select(c => char.IsControl(c) ? ' ' : c)]);
        return line.Length <= 40 ? $"“{line}”" : $"“{line[..40]}…”";
    }

    private void AddScale(RatingScale scale, CellWords words)
    {
        // What is said last holds: a mapping may give a label another meaning.
        foreach (var option in scale.Options)
            foreach (var label in option.Label.ByLanguage) _codes[label.Value] = option.Code;
        foreach (var option in scale.Options) _codes[Text(option.Code)] = option.Code;
        foreach (var (word, code) in words.Codes)
            if (scale.Option(code.Code) is not null) _codes[word] = code.Code;
        foreach (var word in words.CannotJudge) _codes[word] = Item.CannotJudge;
        _codes[Text(Item.CannotJudge)] = Item.CannotJudge;
        Hint = Write(scale.Options.Select(o => Text(o.Code)).Concat(words.CannotJudge.Count > 0 ? words.CannotJudge : [Text(Item.CannotJudge)]));
    }

    private void AddOptions(IReadOnlyList<ChoiceOption> options)
    {
        foreach (var option in options)
            foreach (var label in option.Label.ByLanguage) _codes[label.Value] = option.Code;
        foreach (var option in options) _codes[Text(option.Code)] = option.Code;
        foreach (var option in options) _codes[option.Key] = option.Code;
        Hint = Write(options.Select(o => o.Key));
    }

    private static string Write(IEnumerable<string> words)
    {
        var all = words.ToList();
        var few = string.Join(", ", all.Take(WordsInHint));
        return $"Write {few}{(all.Count > WordsInHint ? " …" : "")}, or leave the cell empty.";
    }

    private static string Text(int code) => code.ToString(CultureInfo.InvariantCulture);

    private static bool IsText(string cell) => cell.Length <= LongestText && !cell.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'));

    private double? Number(string cell) =>
        double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) && !(number < (double?)_question?.Minimum) && !(number > (double?)_question?.Maximum)
            ? number
            : null;

    private string Range() => (_question?.Minimum, _question?.Maximum) switch
    {
        (null, null) => "",
        ({ } least, null) => $", not under {least.ToString(CultureInfo.InvariantCulture)}",
        (null, { } most) => $", not over {most.ToString(CultureInfo.InvariantCulture)}",
        ({ } least, { } most) => string.Create(CultureInfo.InvariantCulture, $", from {least} to {most}"),
    };

    private static string? WithoutZeros(string cell) =>
        cell.IndexOf('.') is var point and > 0 && cell.AsSpan(point + 1).Trim('0').IsEmpty ? cell[..point] : null;
}
