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
public sealed class CsvWriter(PipeWriter output)
{
    private const int Block = 32 * 1024;
    private static readonly SearchValues<char> NeedsQuotes = SearchValues.Create(",\"\r\n");

    private bool _rowBegun;
    private bool _fileBegun;
    private int _unflushed;

    /// <summary>Rows ended so far, the header among them.</summary>
    public long Rows { get; private set; }

    public static CsvWriter To(Stream stream) => new(PipeWriter.Create(stream, new(leaveOpen: true)));

    /// <summary>A text, escaped; nothing for null. A text that is a plain number stays one, so -3.5 is not mistaken for a formula.</summary>
    public void Write(string? text) => Write(text, guarded: true);

    /// <summary>A mail address that a mail merge shall send to: as it is, unless a spreadsheet could run it. An apostrophe would make it another address.</summary>
    public void WriteAddress(string address) => Write(address, guarded: !Formulas.IsPlainAddress(address));

    private void Write(string? text, bool guarded)
    {
        Separate();
        if (string.IsNullOrEmpty(text)) return;
        var formula = guarded && Formulas.MayBegin(text);
        if (!formula && !text.AsSpan().ContainsAny(NeedsQuotes))
        {
            Encode(text);
            return;
        }

        Encode("\"");
        if (formula) Encode("'");
        Encode(text.Replace("\"", "\"\"", StringComparison.Ordinal));
        Encode("\"");
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
        if (!_rowBegun) Begin();
        Encode("\r\n");
        _rowBegun = false;
        Rows++;
        return _unflushed < Block ? ValueTask.CompletedTask : FlushAsync(cancellation);
    }

    /// <summary>Must be called once at the end.</summary>
    public async ValueTask FlushAsync(CancellationToken cancellation = default)
    {
        if (!_fileBegun) Begin();
        _unflushed = 0;
        var result = await output.FlushAsync(cancellation);
        if (result.IsCompleted) throw new OperationCanceledException("Nobody reads the rest of the file.");
    }

    private void WriteValue<T>(T? value, ReadOnlySpan<char> format) where T : struct, IUtf8SpanFormattable
    {
        Separate();
        if (value is not { } present) return;
        var room = output.GetSpan(64);
        if (!present.TryFormat(room, out var written, format, CultureInfo.InvariantCulture))
            throw new InvalidOperationException($"A {typeof(T).Name} does not fit into 64 characters.");
        Advance(written);
    }

    private void Separate()
    {
        if (_rowBegun) Encode(",");
        else Begin();
    }

    private void Begin()
    {
        if (!_fileBegun) Encode("\uFEFF");
        _fileBegun = _rowBegun = true;
    }

    private void Encode(ReadOnlySpan<char> text)
    {
        var room = output.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        Advance(Encoding.UTF8.GetBytes(text, room));
    }

    private void Advance(int bytes)
    {
        output.Advance(bytes);
        _unflushed += bytes;
    }
}
