using System.Buffers;

namespace SurveyHub.Shell.Csv;

/// <summary>Neighbouring fields that many rows have in common: escaped and encoded once, copied into every row.</summary>
public sealed class CsvFields
{
    private readonly ArrayBufferWriter<byte> _bytes = new();

    /// <summary>There is no field among them, not even an empty one.</summary>
    internal bool IsEmpty { get; private set; } = true;

    internal ReadOnlySpan<byte> Bytes => _bytes.WrittenSpan;

    public static CsvFields Of(Action<CsvWriter> write)
    {
        var fields = new CsvFields();
        fields.Set(write);
        return fields;
    }

    /// <summary>Other fields in the place of those before.</summary>
    public void Set(Action<CsvWriter> write)
    {
        _bytes.ResetWrittenCount();
        var row = CsvWriter.WithinARow(_bytes);
        write(row);
        IsEmpty = !row.HasFields;
    }
}
