using System.Buffers;
using System.Globalization;
using System.Text;

namespace SurveyHub.Features.Exporting.Sav;

/// <summary>Everything of a system file that stands before its cases: header, variables, value labels, documents, extensions (PSPP's description of the format).</summary>
internal sealed class SavDictionary
{
    public const double Bias = 100;

    private const int LongestLabel = 256;
    private const int LongestValueLabel = 120;
    private const int LineOfDocument = 80;

    private readonly SavFile _file;
    private readonly IReadOnlyList<string> _names;
    private readonly IReadOnlyList<string> _shortNames;
    private readonly ArrayBufferWriter<byte> _out = new();

    private SavDictionary(SavFile file)
    {
        _file = file;
        _names = SavNames.Of(file.Variables.Select(v => v.Name));
        _shortNames = ShortNames(_names);
    }

    public static ReadOnlySpan<byte> Of(SavFile file)
    {
        var dictionary = new SavDictionary(file);
        dictionary.Header();
        foreach (var (at, variable) in file.Variables.Index()) dictionary.Variable(variable, dictionary._shortNames[at]);
        dictionary.ValueLabels();
        dictionary.Documents();
        // In the order of their numbers, as SPSS wants them.
        dictionary.MachineNumbers();
        dictionary.Display();
        dictionary.LongNames();
        dictionary.NumberOfCases();
        dictionary.Extension(20, 1, "UTF-8"u8);
        dictionary._out.Number(999);
        dictionary._out.Number(0);
        return dictionary._out.WrittenSpan;
    }

    private void Header()
    {
        _out.Write("$FL2"u8);
        _out.Text($"@(#) SPSS DATA FILE {_file.Software}", 60);
        _out.Number(2);
        _out.Number(_file.Variables.Sum(v => v.Slots));
        _out.Number(1);
        // Nobody's weights: who wants to weight says so.
        _out.Number(0);
        _out.Number(_file.Cases ?? -1);
        _out.Number(Bias);
        _out.Text(_file.Day.ToString("dd MMM yy", CultureInfo.InvariantCulture), 9);
        _out.Text("00:00:00", 8);
        _out.Text(_file.Label, 64);
        _out.Padded([], 3);
    }

    private void Variable(SavVariable variable, string shortName)
    {
        var label = SavText.Cut(variable.Label, LongestLabel);
        _out.Number(2);
        _out.Number(variable.Format.IsText ? variable.Format.Width : 0);
        _out.Number(label.Length > 0 ? 1 : 0);
        _out.Number(variable.Missing.Count);
        _out.Number(variable.Format.Packed);
        _out.Number(variable.Format.Packed);
        _out.Text(shortName, 8);
        if (label.Length > 0)
        {
            _out.Number(label.Length);
            _out.Padded(label, (label.Length + 3) / 4 * 4);
        }
        foreach (var missing in variable.Missing) _out.Number(missing);
        for (var slot = 1; slot < variable.Slots; slot++) Continuation();
    }

    /// <summary>A further eight bytes of a text; its format means nothing, and this is what SPSS writes.</summary>
    private void Continuation()
    {
        foreach (var number in (int[])[2, -1, 0, 0, 0x011d01, 0x011d01]) _out.Number(number);
        _out.Padded([], 8);
    }

    private void ValueLabels()
    {
        var slot = 1;
        foreach (var variable in _file.Variables)
        {
            if (variable.ValueLabels.Count > 0)
            {
                _out.Number(3);
                _out.Number(variable.ValueLabels.Count);
                foreach (var (value, words) in variable.ValueLabels)
                {
                    var label = SavText.Cut(words, LongestValueLabel);
                    _out.Number(value);
                    _out.Byte((byte)label.Length);
                    _out.Padded(label, (label.Length + 8) / 8 * 8 - 1);
                }
                _out.Number(4);
                _out.Number(1);
                _out.Number(slot);
            }
            slot += variable.Slots;
        }
    }

    private void Documents()
    {
        string[] lines = [.. _file.Documents.SelectMany(d => SavText.Lines(d, LineOfDocument))];
        if (lines.Length == 0) return;
        _out.Number(6);
        _out.Number(lines.Length);
        foreach (var line in lines) _out.Text(line, LineOfDocument);
    }

    private void MachineNumbers()
    {
        const int machine = -1, ieee = 1, compression = 1, littleEndian = 2, utf8 = 65001;
        var integers = new ArrayBufferWriter<byte>();
        foreach (var number in (int[])[1, 0, 0, machine, ieee, compression, littleEndian, utf8]) integers.Number(number);
        Extension(3, 4, integers.WrittenSpan);
        var floats = new ArrayBufferWriter<byte>();
        foreach (var number in (double[])[SavCases.SystemMissing, double.MaxValue, double.BitIncrement(double.MinValue)]) floats.Number(number);
        Extension(4, 8, floats.WrittenSpan);
    }

    private void Display()
    {
        const int left = 0, right = 1, widest = 24;
        var shown = new ArrayBufferWriter<byte>();
        foreach (var variable in _file.Variables)
        {
            shown.Number((int)variable.Measure);
            shown.Number(Math.Clamp((int)variable.Format.Width, 8, widest));
            shown.Number(variable.Format.IsText ? left : right);
        }
        Extension(11, 4, shown.WrittenSpan);
    }

    private void LongNames() => Extension(13, 1, Encoding.ASCII.GetBytes(string.Join('\t', _shortNames.Zip(_names, (shortName, name) => $"{shortName}={name}"))));

    private void NumberOfCases()
    {
        if (_file.Cases is not { } cases) return;
        var numbers = new ArrayBufferWriter<byte>();
        numbers.Number(1L);
        numbers.Number((long)cases);
        Extension(16, 8, numbers.WrittenSpan);
    }

    private void Extension(int subtype, int size, ReadOnlySpan<byte> content)
    {
        _out.Number(7);
        _out.Number(subtype);
        _out.Number(size);
        _out.Number(content.Length / size);
        _out.Write(content);
    }

    /// <summary>V1, V2 …: for programs that rename one after the other none may be what another variable is called.</summary>
    private static string[] ShortNames(IReadOnlyList<string> names)
    {
        var taken = names.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var number = 0;
        return [.. names.Select(_ => Next())];

        string Next()
        {
            while (taken.Contains($"V{++number}")) { }
            return $"V{number}";
        }
    }
}
