using System.Globalization;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Shell.Csv;
using SurveyHub.Statistics.Benchmarking;

namespace SurveyHub.Features.Importing.Benchmarks;

/// <summary>Reads the cells of a row; what is wrong with one becomes a problem with its line and column.</summary>
internal sealed class CellFaults(string file, CsvHeader header, ImportProblems problems)
{
    public const int LongestText = 200;

    private const int MostPeople = 100_000_000;

    private CsvRow? _row;

    /// <summary>The row that is read now has a fault.</summary>
    public bool Any { get; private set; }

    public int Line => (int)_row!.Line;

    public void Begin(CsvRow row) => (_row, Any) = (row, false);

    public string Cell(string column) => header.Has(column) ? _row![column] : "";

    public void Add(string column, string message, string hint)
    {
        Any = true;
        problems.Add(file, Line, header.Has(column) ? column : null, message, hint);
    }

    public void AddRow(string fault)
    {
        Any = true;
        problems.Add(file, Line, fault);
    }

    /// <summary>A code or a name that must be there.</summary>
    public string Needed(string column, string hint)
    {
        if (Text(column) is { } text) return text;
        if (!Any || Cell(column).Length == 0) Add(column, $"{column} is empty.", hint);
        return "";
    }

    /// <summary>Null where it is empty.</summary>
    public string? Text(string column)
    {
        var cell = Cell(column);
        if (cell.Length == 0) return null;
        if (cell.Length <= LongestText && !cell.Any(char.IsControl)) return cell;
        Add(column, $"{CellReader.Shown(cell)} is too long, or has signs in it that are not text.", string.Create(CultureInfo.InvariantCulture, $"Write at most {LongestText} characters on one line; look for a quote that is not closed."));
        return null;
    }

    /// <summary>SHA-256 in lower-case hexadecimal digits, as every SurveyHub writes it.</summary>
    public string Hash(string column)
    {
        var cell = Cell(column);
        if (cell.Length == 64 && cell.All(c => char.IsAsciiDigit(c) || c is >= 'a' and <= 'f')) return cell;
        Add(column, cell.Length == 0 ? $"{column} is empty." : $"{CellReader.Shown(cell)} is no SHA-256.", "Leave it as it came from the organisation: without it nobody knows whether the same was asked. It has 64 digits, 0–9 and a–f.");
        return "";
    }

    public int? Count(string column)
    {
        var cell = Cell(column);
        if (cell.Length == 0) return null;
        if (int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= MostPeople) return count;
        Add(column, $"{CellReader.Shown(cell)} is no number of people.", "Write a whole number, or leave the cell empty where it is not known.");
        return null;
    }

    /// <summary>A number, and how far it may be rounded.</summary>
    public (double Value, double Rounded)? Number(string column)
    {
        var cell = Cell(column);
        if (cell.Length == 0) return null;
        if (double.TryParse(cell, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return (number, ToldShare.RoundedBy(number));
        Add(column, $"{CellReader.Shown(cell)} is no number.", cell.Contains(',', StringComparison.Ordinal) ? "Write a point before the decimals: 71.4." : "Write a number, or leave the cell empty where it is not known.");
        return null;
    }

    /// <summary>As <see cref="Number"/>, from 0 to 100.</summary>
    public (double Value, double Rounded)? Percent(string column)
    {
        if (Number(column) is not { } number) return null;
        if (number.Value is >= 0 and <= 100) return number;
        Add(column, $"{CellReader.Shown(Cell(column))} is no percentage.", "Write a number from 0 to 100, without a percent sign.");
        return null;
    }

    public DateOnly? Day(string column)
    {
        var cell = Cell(column);
        if (cell.Length == 0) return null;
        if (DateOnly.TryParseExact(cell, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Add(column, $"{CellReader.Shown(cell)} is no day.", "Write year, month and day: 2025-11-30.");
        return null;
    }
}
