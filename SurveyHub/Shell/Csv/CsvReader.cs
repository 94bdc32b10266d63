using System.Runtime.CompilerServices;
using System.Text;

namespace SurveyHub.Shell.Csv;

/// <summary>
/// Reads the CSV that people have: with or without byte order mark, separated by comma, semicolon or tab, any line end, quotes as in
/// RFC 4180. Streams; holds one row. What cannot be read ends in a <see cref="CsvFormatException"/> that names the line.
/// </summary>
public sealed class CsvReader(Stream stream, CsvLimits? limits = null)
{
    private readonly CsvLimits _limits = limits ?? new();
    private readonly CsvCharacters _characters = new(stream, (limits ?? new()).File);
    private readonly StringBuilder _field = new();
    private readonly List<string> _fields = [];
    private CsvHeader? _header;
    private char _separator;

    /// <summary>The first row that is not blank. Call it once, before <see cref="RowsAsync"/>.</summary>
    public async Task<CsvHeader> ReadHeaderAsync(CancellationToken cancellation = default)
    {
        if (_header is not null) return _header;
        _separator = await _characters.GuessSeparatorAsync(cancellation);
        if (await ReadRowAsync(cancellation) is not { } line)
            throw new CsvFormatException(1, "the file is empty. Its first row must name the columns.");
        return _header = new(line, [.. _fields]);
    }

    public async IAsyncEnumerable<CsvRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var header = await ReadHeaderAsync(cancellation);
        var rows = 0;
        while (await ReadRowAsync(cancellation) is { } line)
        {
            if (++rows > _limits.Rows)
                throw new CsvFormatException(line, $"the file has more than {_limits.Rows} rows. Divide it.");
            yield return new(line, [.. _fields], header);
        }
    }

    /// <summary>Fills the fields with the next row that is not blank, and tells its line; null at the end of the file.</summary>
    private async ValueTask<long?> ReadRowAsync(CancellationToken cancellation)
    {
        while (true)
        {
            _fields.Clear();
            var line = _characters.Line;
            var more = await ReadFieldsAsync(cancellation);
            if (_fields is not [""] and not []) return line;
            if (!more) return null;
        }
    }

    /// <summary>False when the file ended with this row.</summary>
    private async ValueTask<bool> ReadFieldsAsync(CancellationToken cancellation)
    {
        while (true)
        {
            if (!_characters.Has && !await _characters.FillAsync(cancellation)) return EndField(false);
            var next = _characters.Next();
            if (next == '"' && _field.Length == 0) await ReadQuotedAsync(cancellation);
            else if (next == _separator) EndField(true);
            else if (next == '\n') return EndField(true);
            else if (next != '\r') Append(next);
            // A carriage return ends a row with or without a line feed after it.
            else if (!await IsFollowedByLineFeedAsync(cancellation)) return EndField(true);
        }
    }

    private async ValueTask ReadQuotedAsync(CancellationToken cancellation)
    {
        var opened = _characters.Line;
        while (true)
        {
            if (!_characters.Has && !await _characters.FillAsync(cancellation))
                throw new CsvFormatException(opened, "a quote is opened here and never closed. Close it, or double it if it belongs to the text.");
            var next = _characters.Next();
            if (next != '"') Append(next);
            else if ((_characters.Has || await _characters.FillAsync(cancellation)) && _characters.Peek == '"') Append(_characters.Next());
            else return;
        }
    }

    private async ValueTask<bool> IsFollowedByLineFeedAsync(CancellationToken cancellation) =>
        (_characters.Has || await _characters.FillAsync(cancellation)) && _characters.Peek == '\n';

    private void Append(char character)
    {
        if (_field.Length == _limits.Field)
            throw new CsvFormatException(_characters.Line, $"a field is longer than {_limits.Field} characters. Look for a quote that is not closed.");
        _field.Append(character);
    }

    private bool EndField(bool more)
    {
        if (_fields.Count == _limits.Columns)
            throw new CsvFormatException(_characters.Line, $"a row has more than {_limits.Columns} fields.");
        _fields.Add(_field.ToString());
        _field.Clear();
        return more;
    }
}
