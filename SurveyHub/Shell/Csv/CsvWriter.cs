using System.Buffers;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;

namespace SurveyHub.Shell.Csv;

/// <summary>
/// The one CSV of the product: RFC 4180 with commas and CRLF, UTF-8 with a byte order mark (Excel guesses wrongly without),
/// numbers and days in invariant form, and no text that a spreadsheet would run as a formula.
/// Streams: nothing but the current block is held, whatever the length of the file.
/// </summary>
public sealed class CsvWriter
{
    private const int Block = 32 * 1024;

    /// <summary>Longer than any number, day or moment.</summary>
    private const int LongestValue = 64;
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    private readonly IBufferWriter<byte> _output;
    private readonly PipeWriter? _pipe;
    private bool _fileBegun;
    private int _unflushed;

    private CsvWriter(IBufferWriter<byte> output, PipeWriter? pipe) => (_output, _pipe) = (output, pipe);

    public CsvWriter(PipeWriter output) : this(output, output) { }

    /// <summary>Rows ended so far, the header among them.</summary>
    public long Rows { get; private set; }

    /// <summary>The row that is being written has a field already.</summary>
    internal bool HasFields { get; private set; }

    /// <summary>For <see cref="CsvFields"/>: no mark before the first field, and nowhere to hand it on to.</summary>
    internal static CsvWriter WithinARow(IBufferWriter<byte> output) => new(output, null) { _fileBegun = true };

    public static CsvWriter To(Stream stream) => new(PipeWriter.Create(stream, new(leaveOpen: true)));

    /// <summary>Fields that were encoded before.</summary>
    public void Write(CsvFields fields)
    {
        if (fields.IsEmpty) return;
        var room = Field(fields.Bytes.Length, out var begun);
        fields.Bytes.CopyTo(room[begun..]);
        Advance(begun + fields.Bytes.Length);
    }

    /// <summary>A text, escaped; nothing for null. A text that is a plain number stays one, so -3.5 is not mistaken for a formula.</summary>
    public void Write(string? text) => Write(text, guarded: true);

    /// <summary>A mail address that a mail merge shall send to: as it is, unless a spreadsheet could run it. An apostrophe would make it another address.</summary>
    public void WriteAddress(string address) => Write(address, guarded: !Formulas.IsPlainAddress(address));

    private void Write(string? text, bool guarded)
    {
        if (string.IsNullOrEmpty(text))
        {
            Field(0, out var separated);
            Advance(separated);
            return;
        }
        var formula = guarded && Formulas.MayBegin(text);
        var quoted = formula || text.AsSpan().ContainsAny(NeedsQuotes);
        if (quoted) text = $"\"{(formula ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        var room = Field(Encoding.UTF8.GetMaxByteCount(text.Length), out var begun);
        Advance(begun + Encoding.UTF8.GetBytes(text, room[begun..]));
    }

    public void Write(long? number) => WriteValue(number, default);

    /// <summary>As many digits as bring the same number back; nothing for null and for what is not a number.</summary>
    public void Write(double? number) => WriteValue<double>(number is { } value && double.IsFinite(value) ? value : null, "R");

    public void Write(decimal? number) => WriteValue(number, default);

    public void Write(DateOnly? day) => WriteValue(day, "yyyy-MM-dd");

    /// <summary>To the second and in universal time, as in 2026-03-31T08:15:00Z.</summary>
    public void Write(DateTimeOffset? instant) => WriteValue(instant?.UtcDateTime, "yyyy-MM-dd'T'HH:mm:ss'Z'");

    public void Write(bool? fact) => Write(fact switch { true => 1L, false => 0L, null => null });

    public async ValueTask WriteRowAsync(IEnumerable<string?> fields, CancellationToken cancellation = default)
    {
        foreach (var field in fields) Write(field);
        await EndRowAsync(cancellation);
    }

    /// <summary>Ends the row, and now and then hands what is written to the reader, who may be slower than we are.</summary>
    public ValueTask EndRowAsync(CancellationToken cancellation = default)
    {
        // A row of one empty field would be a blank line, which readers skip.
        if (!HasFields) Begin();
        Copy("\r\n"u8);
        HasFields = false;
        Rows++;
        return _unflushed < Block ? ValueTask.CompletedTask : FlushAsync(cancellation);
    }

    /// <summary>Must be called once at the end.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        if (!_fileBegun) Begin();
        _unflushed = 0;
        if (_pipe is null) return;
        var result = await _pipe.FlushAsync(cancellation);
        if (result.IsCompleted) throw new OperationCanceledException("Nobody reads the rest of the file.");
    }

    private void WriteValue<T>(T? value, ReadOnlySpan<char> format) where T : struct, IUtf8SpanFormattable
    {
        var room = Field(LongestValue, out var begun);
        var written = 0;
        if (value is { } present && !present.TryFormat(room[begun..], out written, format, CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"A {typeof(T).Name} does not fit into {LongestValue} characters.");
        Advance(begun + written);
    }

    /// <summary>Room for the next field, with the comma before it where there is one.</summary>
    /// <param name="size">Most bytes of the field.</param>
    /// <param name="begun">Where in the room the field begins.</param>
    private Span<byte> Field(int size, out int begun)
    {
        begun = HasFields ? 1 : 0;
        if (!HasFields) Begin();
        var room = _output.GetSpan(size + 1);
        if (begun > 0) room[0] = (byte)',';
        return room;
    }

    private void Begin()
    {
        if (!_fileBegun) Copy("\uFEFF"u8);
        _fileBegun = HasFields = true;
    }

    private void Copy(ReadOnlySpan<byte> bytes)
    {
        bytes.CopyTo(_output.GetSpan(bytes.Length));
        Advance(bytes.Length);
    }

    private void Advance(int bytes)
    {
        _output.Advance(bytes);
        _unflushed += bytes;
    }
}
