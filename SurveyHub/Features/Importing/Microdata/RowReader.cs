using System.Globalization;
using SurveyHub.Features.Importing.Mapping;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>Reads the rows of one file. Every cell that is wrong becomes a problem with its line and column.</summary>
internal sealed class RowReader(ResponseLayout layout, IReadOnlyDictionary<int, EditionPlan> editions, DataMapping mapping, ImportProblems problems)
{
    private const int LongestPerson = 200;

    private readonly ResponseRow _row = new();
    private readonly HashSet<(int Column, string Cell)> _told = [];
    private bool _bad;

    /// <summary>The row and the edition it belongs to; nothing when it is faulty. Valid until the next call.</summary>
    public (EditionPlan Edition, ResponseRow Row)? Read(CsvRow fields)
    {
        _bad = false;
        _row.Line = (int)fields.Line;
        if (fields.Fault is { } fault)
        {
            problems.Add(layout.File, _row.Line, fault);
            return null;
        }
        if (EditionOf(fields) is not { } edition) return null;
        ReadResponse(fields, edition);
        ReadItems(fields, edition);
        return _bad ? null : (edition, _row);
    }

    private EditionPlan? EditionOf(CsvRow fields)
    {
        if (layout.Year is not { } column) return editions.Values.First();
        var cell = Cell(fields, column);
        if (Whole(cell) is { } year && editions.TryGetValue(year, out var edition)) return edition;
        Fault(column, cell.Length == 0 ? "The year is missing." : $"{CellReader.Shown(cell)} is none of the editions that {mapping.File} names for this file.",
            $"Write {string.Join(", ", editions.Keys.Order())}, or add the year under editions.");
        return null;
    }

    private void ReadResponse(CsvRow fields, EditionPlan edition)
    {
        _row.Person = Optional(fields, layout.Person);
        if (_row.Person?.Length > LongestPerson)
            Fault(layout.Person!.Value, $"The person's key has {_row.Person.Length} characters.", $"Write at most {LongestPerson}.");
        _row.Weight = layout.Weight is { } weight ? Weight(weight, Cell(fields, weight)) : null;
        _row.Language = Optional(fields, layout.Language);
        if (_row.Language is { } language && !edition.Questionnaire.Languages.Contains(language, StringComparer.Ordinal))
            Fault(layout.Language!.Value, $"{CellReader.Shown(language)} is none of the survey's languages.", $"Write {string.Join(", ", edition.Questionnaire.Languages)}, or leave the cell empty.");
        _row.Date = Optional(fields, layout.Date) is { } day ? Day(layout.Date!.Value, day) : null;
        _row.Complete = layout.Complete is { } complete ? Complete(complete, Cell(fields, complete)) : null;
    }

    private void ReadItems(CsvRow fields, EditionPlan edition)
    {
        if (_row.Cells.Length != edition.Bound.Count) _row.Cells = new CellValue[edition.Bound.Count];
        for (var i = 0; i < _row.Cells.Length; i++)
        {
            var item = edition.Bound[i];
            var cell = Cell(fields, item.Column);
            _row.Cells[i] = item.Cells.Read(cell);
            if (_row.Cells[i].Kind != CellKind.Wrong) continue;
            _bad = true;
            if (item.Cells.IsToldOnce && !_told.Add((item.Column, cell))) continue;
            var (message, hint) = item.Cells.Fault(cell);
            Fault(item.Column, message, hint);
        }
        foreach (var (column, service) in edition.NotActive)
            if (Cell(fields, column) is { Length: > 0 } cell)
                Fault(column, $"{CellReader.Shown(cell)} answers a question about “{service}”, which is not asked about in {edition.Edition.Year}.",
                    "Empty the cell, or correct active_from and active_to in the survey's definition.");
        foreach (var boxes in edition.Boxes) FillBoxes(boxes);
        CheckUse(fields, edition);
        CheckWords(edition);
    }

    /// <summary>An empty box beside a ticked one is a box that was not ticked.</summary>
    private void FillBoxes(int[] boxes)
    {
        if (!Array.Exists(boxes, b => _row.Cells[b] is { Kind: CellKind.Code, Code: 1 })) return;
        foreach (var box in boxes)
            if (_row.Cells[box].Kind == CellKind.Empty) _row.Cells[box] = new(CellKind.Code, 0);
    }

    /// <summary>A customer who does not use a service cannot have been asked about it.</summary>
    private void CheckUse(CsvRow fields, EditionPlan edition)
    {
        for (var i = 0; i < _row.Cells.Length; i++)
        {
            var item = edition.Bound[i];
            if (item.Usage < 0 || !_row.Cells[i].IsAnswer || _row.Cells[item.Usage] is not { Kind: CellKind.Code, Code: 0 }) continue;
            var used = edition.Bound[item.Usage];
            Fault(item.Column, $"The row has an answer about “{item.Item.Service}”, and "
                + (Cell(fields, used.Column).Length > 0 ? $"says in {used.Name} that it is not used." : $"leaves {used.Name} empty beside a yes, which says that it is not used."),
                $"Empty the cell, or write 1 in {used.Name}.");
        }
    }

    /// <summary>In a bridge year nobody is asked the same thing twice: the two halves would not be two groups of people.</summary>
    private void CheckWords(EditionPlan edition)
    {
        for (var i = 0; i < _row.Cells.Length; i++)
        {
            var item = edition.Bound[i];
            if (item.Item.Bridge is null || item.OtherWords < 0 || !_row.Cells[i].IsAnswer || !_row.Cells[item.OtherWords].IsAnswer) continue;
            Fault(item.Column, $"The row answers {item.Name} and {edition.Bound[item.OtherWords].Name}, which are one question in two wordings: each customer is asked one of them.",
                "Empty one of the two cells, or delete bridge in the survey's definition if everybody was asked both.");
        }
    }

    private double? Weight(int column, string cell)
    {
        if (double.TryParse(cell, NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var weight)
            && weight is > 0 and <= 1_000_000)
            return weight;
        Fault(column, cell.Length == 0 ? "The weight is missing." : $"{CellReader.Shown(cell)} is no weight.", "Write a number over 0 with a decimal point, such as 1.25.");
        return null;
    }

    private DateOnly? Day(int column, string cell)
    {
        // The time of day is more than we want to know.
        var day = cell.Length > 10 && cell[10] is ' ' or 'T' ? cell[..10] : cell;
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)) return date;
        Fault(column, $"{CellReader.Shown(cell)} is no day.", "Write year, month and day: 2020-11-30.");
        return null;
    }

    private bool? Complete(int column, string cell)
    {
        switch (cell.ToLowerInvariant())
        {
            case "1" or "yes" or "true" or "complete": return true;
            case "0" or "no" or "false" or "partial": return false;
        }
        Fault(column, cell.Length == 0 ? "It is missing whether the response is complete." : $"{CellReader.Shown(cell)} does not say whether the response is complete.",
            "Write 1 for a complete response, 0 for one that was broken off.");
        return null;
    }

    private static int? Whole(string cell) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Cell(CsvRow fields, int column) => fields.Fields[column].Trim();

    private static string? Optional(CsvRow fields, int? column) => column is { } position && Cell(fields, position) is { Length: > 0 } cell ? cell : null;

    private void Fault(int column, string message, string hint)
    {
        _bad = true;
        problems.Add(layout.File, _row.Line, layout.Header.Names[column], message, hint);
    }
}
