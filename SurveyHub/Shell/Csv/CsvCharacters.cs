using System.Buffers;
using System.Text.Unicode;

namespace SurveyHub.Shell.Csv;

/// <summary>The characters of a file, one after the other, with the line they are on. Refuses what is not UTF-8 instead of reading it wrongly.</summary>
internal sealed class CsvCharacters(Stream stream, long limit)
{
    private readonly byte[] _bytes = new byte[64 * 1024];
    private readonly char[] _text = new char[64 * 1024];
    private int _kept;
    private int _at;
    private int _end;
    private long _read;
    private bool _begun;
    private bool _afterReturn;

    public long Line { get; private set; } = 1;

    public bool Has => _at < _end;

    public char Peek => _text[_at];

    public char Next()
    {
        var next = _text[_at++];
        if (next == '\r' || (next == '\n' && !_afterReturn)) Line++;
        _afterReturn = next == '\r';
        return next == '\0' ? throw new CsvFormatException(Line, "there is a null character; this is not a text file. Save it as “CSV UTF-8”.") : next;
    }

    /// <summary>More characters; false at the end of the file.</summary>
    public async ValueTask<bool> FillAsync(CancellationToken cancellation)
    {
        while (true)
        {
            // A whole block, however small the pieces in which it arrives: the mark at the beginning and the first row are looked at in one piece.
            var count = await stream.ReadAtLeastAsync(_bytes.AsMemory(_kept), _bytes.Length - _kept, throwOnEndOfStream: false, cancellation);
            if ((_read += count) > limit) throw new CsvFormatException(Line, $"the file is larger than {limit / 1024 / 1024} MB. Divide it.");
            if (count == 0 && _kept == 0) return false;
            Decode(_kept + count, last: count == 0);
            if (Has) return true;
        }
    }

    /// <summary>The commonest of comma, semicolon and tab in the first row, quotes left out; Excel's own line "sep=;" decides and is skipped.</summary>
    public async ValueTask<char> GuessSeparatorAsync(CancellationToken cancellation)
    {
        if (!Has && !await FillAsync(cancellation)) return ',';
        if (_text.AsSpan(_at, _end - _at) is ['s' or 'S', 'e' or 'E', 'p' or 'P', '=', var told, '\r' or '\n', ..])
        {
            _at += 5;
            return told;
        }

        var quoted = false;
        int commas = 0, semicolons = 0, tabs = 0;
        foreach (var character in _text.AsSpan(_at, _end - _at))
        {
            if (character == '"') quoted = !quoted;
            if (quoted) continue;
            if (character is '\r' or '\n') break;
            if (character == ',') commas++;
            if (character == ';') semicolons++;
            if (character == '\t') tabs++;
        }

        return semicolons > commas && semicolons >= tabs ? ';' : tabs > commas ? '\t' : ',';
    }

    private void Decode(int available, bool last)
    {
        var skipped = 0;
        if (!_begun)
        {
            _begun = true;
            if (_bytes.AsSpan(0, available) is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
                throw new CsvFormatException(1, "the file is in UTF-16. Save it as “CSV UTF-8”.");
            if (_bytes.AsSpan(0, available) is [0x50, 0x4B, 0x03, 0x04, ..] or [0xD0, 0xCF, 0x11, 0xE0, ..])
                throw new CsvFormatException(1, "this is an Excel file, or another that is no text. Open it in Excel and save it as “CSV UTF-8”.");
            if (_bytes.AsSpan(0, available) is [0xEF, 0xBB, 0xBF, ..]) skipped = 3;
        }

        _at = 0;
        var status = Utf8.ToUtf16(_bytes.AsSpan(skipped, available - skipped), _text, out var consumed, out _end, replaceInvalidSequences: false, isFinalBlock: last);
        if (status == OperationStatus.InvalidData || (last && status == OperationStatus.NeedMoreData))
            throw new CsvFormatException(Line + LinesIn(_text.AsSpan(0, _end)),
                "a character is not valid UTF-8. The file was probably saved as Windows-1252 (Excel's plain “CSV”). Save it as “CSV UTF-8”.");
        consumed += skipped;
        _kept = available - consumed;
        _bytes.AsSpan(consumed, _kept).CopyTo(_bytes);
    }

    private static int LinesIn(ReadOnlySpan<char> text)
    {
        var feeds = text.Count('\n');
        return feeds > 0 ? feeds : text.Count('\r');
    }
}
