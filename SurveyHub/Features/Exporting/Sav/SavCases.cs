using System.Buffers.Binary;
using System.Text;

namespace SurveyHub.Features.Exporting.Sav;

/// <summary>
/// The cases, compressed as SPSS does: eight bytes that each say what a value is, then those values that a byte cannot say. A whole number
/// from -99 to 151, a missing value and eight blanks take one byte instead of eight.
/// </summary>
internal sealed class SavCases
{
    public const double SystemMissing = -double.MaxValue;

    private const byte Literal = 253;
    private const byte Blanks = 254;
    private const byte Nothing = 255;
    private const double LeastByByte = 1 - SavDictionary.Bias;
    private const double MostByByte = 251 - SavDictionary.Bias;
    private const int Commands = 8;
    private const ulong EightBlanks = 0x2020202020202020;

    private readonly byte[] _block = new byte[Commands + Commands * 8];
    private int _commands;
    private int _end = Commands;

    /// <summary>What is complete goes here; the caller hands it on.</summary>
    private readonly Action<ReadOnlySpan<byte>> _write;

    public SavCases(Action<ReadOnlySpan<byte>> write) => _write = write;

    public void Write(double? number)
    {
        if (number is not { } value || !double.IsFinite(value)) Say(Nothing);
        else if (value is >= LeastByByte and <= MostByByte && value == Math.Truncate(value)) Say((byte)(value + SavDictionary.Bias));
        else
        {
            BinaryPrimitives.WriteDoubleLittleEndian(_block.AsSpan(_end), value);
            _end += 8;
            Say(Literal);
        }
    }

    /// <summary>A text of so many bytes; what is longer ends in a hash.</summary>
    public void Write(string? text, int bytes)
    {
        Span<byte> padded = stackalloc byte[(bytes + 7) / 8 * 8];
        padded.Fill((byte)' ');
        if (!string.IsNullOrEmpty(text)) Encoding.UTF8.GetBytes(SavText.Unmistakable(text, bytes), padded);
        for (; padded.Length > 0; padded = padded[8..])
        {
            if (BinaryPrimitives.ReadUInt64LittleEndian(padded) == EightBlanks)
            {
                Say(Blanks);
                continue;
            }
            padded[..8].CopyTo(_block.AsSpan(_end));
            _end += 8;
            Say(Literal);
        }
    }

    /// <summary>Must be called once, after the last case.</summary>
    public void Complete()
    {
        if (_commands == 0) return;
        _block.AsSpan(_commands, Commands - _commands).Clear();
        Flush();
    }

    private void Say(byte command)
    {
        _block[_commands++] = command;
        if (_commands == Commands) Flush();
    }

    private void Flush()
    {
        _write(_block.AsSpan(0, _end));
        (_commands, _end) = (0, Commands);
    }
}
