using System.Buffers;
using System.IO.Pipelines;

namespace SurveyHub.Features.Exporting.Sav;

/// <summary>An SPSS system file, written case by case: nothing but the current block is held, whatever their number. The values of a case come in the order of the variables.</summary>
public sealed class SavWriter
{
    private const int Block = 32 * 1024;

    private readonly PipeWriter _output;
    private readonly SavCases _cases;
    private readonly IReadOnlyList<SavVariable> _variables;
    private int _unflushed;
    private int _at;

    private SavWriter(PipeWriter output, SavFile file)
    {
        _output = output;
        _variables = file.Variables;
        _cases = new(Put);
        Put(SavDictionary.Of(file));
    }

    /// <summary>Cases ended so far.</summary>
    public int Cases { get; private set; }

    public static SavWriter To(Stream stream, SavFile file) => new(PipeWriter.Create(stream, new(leaveOpen: true)), file);

    /// <summary>The next value; nothing for one that is not there.</summary>
    public void Write(double? number)
    {
        Expect(isText: false);
        _cases.Write(number);
    }

    /// <summary>A day, in the seconds since the Gregorian calendar in which SPSS counts.</summary>
    public void Write(DateOnly? day) => Write(day is { } known ? (known.DayNumber - FirstDay.DayNumber) * 86_400.0 : null);

    public void Write(string? text)
    {
        var width = Expect(isText: true).Format.Width;
        _cases.Write(text, width);
    }

    /// <summary>Ends the case, and now and then hands what is written to the reader, who may be slower than we are.</summary>
    public ValueTask EndCaseAsync(CancellationToken cancellation = default)
    {
        if (_at != _variables.Count) throw new InvalidOperationException($"A case has {_at} values instead of {_variables.Count}.");
        _at = 0;
        Cases++;
        return _unflushed < Block ? ValueTask.CompletedTask : FlushAsync(cancellation);
    }

    /// <summary>Must be called once at the end.</summary>
    public ValueTask CompleteAsync(CancellationToken cancellation = default)
    {
        _cases.Complete();
        return FlushAsync(cancellation);
    }

    private static readonly DateOnly FirstDay = new(1582, 10, 14);

    private SavVariable Expect(bool isText)
    {
        if (_at == _variables.Count || _variables[_at].Format.IsText != isText) throw new InvalidOperationException($"Value {_at + 1} of a case is of the wrong kind, or one too many.");
        return _variables[_at++];
    }

    private async ValueTask FlushAsync(CancellationToken cancellation)
    {
        _unflushed = 0;
        var result = await _output.FlushAsync(cancellation);
        if (result.IsCompleted) throw new OperationCanceledException("Nobody reads the rest of the file.");
    }

    private void Put(ReadOnlySpan<byte> bytes)
    {
        _output.Write(bytes);
        _unflushed += bytes.Length;
    }
}
