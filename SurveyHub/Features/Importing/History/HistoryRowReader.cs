using System.Globalization;
using SurveyHub.Definitions;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Results.Counting;
using SurveyHub.Shell.Csv;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.History;

/// <summary>Reads the rows of a history file. Every cell that is wrong becomes a problem with its line and column.</summary>
/// <param name="file">The file's name.</param>
/// <param name="header">Its columns.</param>
/// <param name="questionnaireOf">What the survey asks about in a year.</param>
/// <param name="problems">Takes the faults.</param>
internal sealed class HistoryRowReader(string file, CsvHeader header, Func<int, Questionnaire> questionnaireOf, ImportProblems problems)
{
    private const int FirstYear = 1970, LastYear = 2100, MostPeople = 100_000_000;

    private readonly Dictionary<int, ItemList> _items = [];
    private int _line;
    private bool _bad;

    /// <summary>The year of the row that was read last, faulty or not; null when it has none.</summary>
    public int? Year { get; private set; }

    /// <summary>The row; null when it is faulty.</summary>
    public HistoryRow? Read(CsvRow fields)
    {
        (_line, _bad, Year) = ((int)fields.Line, false, null);
        if (fields.Fault is { } fault)
        {
            problems.Add(file, _line, fault);
            return null;
        }
        if (Cell(fields, HistoryColumns.SchemaVersion) is not ("" or "1"))
            Fault(HistoryColumns.SchemaVersion, "This version of the product reads version 1 of history files.", "Write 1.");
        Year = YearOf(fields);
        if (Year is not { } year) return WithoutItem(fields, null);
        var questionnaire = questionnaireOf(year);
        if (ItemOf(fields, year, questionnaire) is not { } item) return WithoutItem(fields, questionnaire);
        var (attribute, value) = GroupOf(fields, questionnaire);
        var row = WithCounts(fields, new()
        {
            Line = _line, Year = year, Item = item, Attribute = attribute, Value = value, Codes = new Dictionary<int, int>(), Valid = 0,
            CannotJudge = Count(fields, HistoryColumns.CannotJudge) ?? 0, Skipped = Count(fields, HistoryColumns.Skipped) ?? 0,
            Invited = Count(fields, HistoryColumns.Invited), Responses = Count(fields, HistoryColumns.Responses),
            FieldStart = Day(fields, HistoryColumns.FieldStart), FieldEnd = Day(fields, HistoryColumns.FieldEnd),
            IsComparable = Comparable(fields), WordingNote = Cell(fields, HistoryColumns.WordingNote) is { Length: > 0 } note ? note : null,
        });
        return _bad ? null : row;
    }

    /// <summary>Nobody knows what the row is about. Its other cells are judged all the same, so that all its faults are told at once.</summary>
    private HistoryRow? WithoutItem(CsvRow fields, Questionnaire? questionnaire)
    {
        if (questionnaire is not null) GroupOf(fields, questionnaire);
        foreach (var column in HistoryColumns.Counts) Count(fields, column);
        foreach (var column in new[] { HistoryColumns.FieldStart, HistoryColumns.FieldEnd }) Day(fields, column);
        Comparable(fields);
        return null;
    }

    private int? YearOf(CsvRow fields)
    {
        var cell = Cell(fields, HistoryColumns.Year);
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= FirstYear and <= LastYear) return year;
        Fault(HistoryColumns.Year, $"{CellReader.Shown(cell)} is no year.", $"Write a year from {FirstYear} to {LastYear}.");
        return null;
    }

    private Item? ItemOf(CsvRow fields, int year, Questionnaire questionnaire)
    {
        var (service, question) = (Cell(fields, HistoryColumns.Service), Cell(fields, HistoryColumns.Item));
        if (!_items.TryGetValue(year, out var items)) _items[year] = items = ItemList.Of(questionnaire);
        if (service.Length > 0 && questionnaire.Service(service) is null)
        {
            Fault(HistoryColumns.Service, $"The survey has no service {CellReader.Shown(service)} in {year}.", NearestWord.To(service, questionnaire.Services.Select(s => s.Key)) is { } near
                ? $"Did you mean “{near}”?"
                : "Write a service's key, or add the service to the survey file, with active_from and active_to.");
            return null;
        }
        var item = (service, question) switch
        {
            ("", "" or Questionnaire.OverallQuestion) => items.Overall,
            ("", _) => items.Find(question),
            (_, "") => items.MainRatings.FirstOrDefault(i => i.Service == service),
            _ => items.Find($"{service}.{question}") ?? (items.Find(question) is { } whole && whole.Service == service ? whole : null),
        };
        if (item is { Kind: ItemKind.Rating, IsExpectation: false }) return item;
        if (item is { IsExpectation: true })
        {
            Fault(HistoryColumns.Item, $"“{item.Key}” asks what customers expect, which is no rating of quality: set against what they have it takes single answers, and earlier years have counts.", "Delete the row.");
            return null;
        }
        Fault(HistoryColumns.Item, item is null ? $"The survey does not ask {CellReader.Shown(question)}{(service.Length > 0 ? $" about {service}" : "")}." : $"“{item.Key}” is no rating: earlier years have counts of ratings only.",
            "Leave item_code empty for a service's main rating; leave service_code empty and write overall for the overall rating.");
        return null;
    }

    private (string Attribute, string Value) GroupOf(CsvRow fields, Questionnaire questionnaire)
    {
        var (attribute, value) = (Cell(fields, HistoryColumns.GroupAttribute), Cell(fields, HistoryColumns.GroupValue));
        if (attribute.Length == 0 && value.Length == 0) return ("", "");
        if (questionnaire.Groups.FirstOrDefault(g => g.Key == attribute) is not { } group)
        {
            Fault(HistoryColumns.GroupAttribute, $"The survey has no customer group {CellReader.Shown(attribute)}.",
                NearestWord.To(attribute, questionnaire.Groups.Select(g => g.Key)) is { } near ? $"Did you mean “{near}”?" : "Write the group's key, or leave both group columns empty for all customers.");
            return ("", "");
        }
        if (group.Options.FirstOrDefault(o => o.Key == value || o.Label.ByLanguage.Any(l => l.Value == value)) is { } option) return (attribute, option.Key);
        Fault(HistoryColumns.GroupValue, $"{CellReader.Shown(value)} is no option of the customer group “{attribute}”.",
            NearestWord.To(value, group.Options.Select(o => o.Key)) is { } nearest ? $"Did you mean “{nearest}”?" : "Write the option's key.");
        return (attribute, "");
    }

    private HistoryRow WithCounts(CsvRow fields, HistoryRow row)
    {
        var points = HistoryColumns.Points.Select(p => Count(fields, p)).ToArray();
        var (valid, favourable) = (Count(fields, HistoryColumns.Valid), Count(fields, HistoryColumns.Favourable));
        if (_bad) return row;
        if (points.All(p => p is null)) return WithFavourable(row, valid, favourable);
        var options = row.Item.Scale!.Options;
        CheckPoints(points, options.Count);
        if (_bad) return row;
        var codes = options.Zip(points).ToDictionary(o => o.First.Code, o => o.Second!.Value);
        var sum = codes.Values.Sum();
        if (valid is { } told && told != sum)
            Fault(HistoryColumns.Valid, $"The counts of the points add up to {sum}, and n_valid is {told}.", "Correct one of them, or leave n_valid empty.");
        var good = row.Item.Scale.FavourableCodes.Sum(c => codes.GetValueOrDefault(c));
        if (favourable is { } toldGood && toldGood != good)
            Fault(HistoryColumns.Favourable, $"The counts of the good points add up to {good}, and favourable_count is {toldGood}.", "Correct one of them, or leave favourable_count empty.");
        return row with { Valid = sum, Codes = codes.Where(c => c.Value > 0).ToDictionary() };
    }

    /// <summary>Every point of the scale has a count, and none is told that the scale does not have: whatever is missing would count as nobody.</summary>
    private void CheckPoints(int?[] points, int onScale)
    {
        if (onScale > points.Length)
        {
            Fault(HistoryColumns.Points[0], $"The scale has {onScale} points, and a history file has columns for {points.Length}.",
                $"Write how many ratings there are into {HistoryColumns.Valid} and how many of them are good into {HistoryColumns.Favourable}, and leave {HistoryColumns.Points[0]}, {HistoryColumns.Points[1]} … empty.");
            return;
        }
        for (var p = 0; p < points.Length; p++)
            if (p < onScale && points[p] is null)
                Fault(HistoryColumns.Points[p], $"{HistoryColumns.Points[p]} is empty, and other points of the scale have counts.", "Write 0 if nobody chose this point.");
            else if (p >= onScale && points[p] > 0)
                Fault(HistoryColumns.Points[p], $"The scale has {onScale} points; there are counts for a further one.", "Move the counts to the right columns: c1 is the worst point.");
    }

    private HistoryRow WithFavourable(HistoryRow row, int? valid, int? favourable)
    {
        switch (valid, favourable)
        {
            case (0, null or 0):
                return row;
            case (null, _):
                Fault(HistoryColumns.Valid, "The row has no counts.", "Write how many gave each point of the scale, or n_valid and favourable_count; or delete the row.");
                return row;
            case (_, null):
                Fault(HistoryColumns.Favourable, "It is missing how many of the ratings are good.", "Write favourable_count, or the counts of the points c1, c2 …");
                return row;
            case var (all, good) when good > all:
                Fault(HistoryColumns.Favourable, $"There are more good ratings ({good}) than ratings ({all}).", "Correct favourable_count or n_valid.");
                return row;
            default:
                return row with
                {
                    Valid = valid!.Value,
                    Codes = new Dictionary<int, int> { [HistoryCodes.Favourable] = favourable!.Value, [HistoryCodes.NotFavourable] = valid.Value - favourable.Value },
                };
        }
    }

    private bool Comparable(CsvRow fields)
    {
        switch (Cell(fields, HistoryColumns.Comparable).ToLowerInvariant())
        {
            case "" or "yes": return true;
            case "no": return false;
        }
        Fault(HistoryColumns.Comparable, $"{CellReader.Shown(Cell(fields, HistoryColumns.Comparable))} is neither yes nor no.", "Write yes; or no, if this year cannot be compared with the years before it.");
        return true;
    }

    private int? Count(CsvRow fields, string column)
    {
        var cell = Cell(fields, column);
        if (cell.Length == 0) return null;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostPeople) return count;
        Fault(column, $"{CellReader.Shown(cell)} is no number of people.", "Write a whole number, or leave the cell empty where it is not known.");
        return null;
    }

    private DateOnly? Day(CsvRow fields, string column)
    {
        var cell = Cell(fields, column);
        if (cell.Length == 0) return null;
        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Fault(column, $"{CellReader.Shown(cell)} is no day.", "Write year, month and day: 2020-11-30.");
        return null;
    }

    private string Cell(CsvRow fields, string column) => header.Has(column) ? fields[column] : "";

    private void Fault(string column, string message, string hint)
    {
        _bad = true;
        problems.Add(file, _line, header.Has(column) ? column : null, message, hint);
    }
}
