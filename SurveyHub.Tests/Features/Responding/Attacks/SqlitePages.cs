using System.Buffers.Binary;
using System.Text;

namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>A row as it lies in the file: on which page, and where on it.</summary>
internal sealed record LaidRow(int Page, int Offset, IReadOnlyList<object?> Values);

/// <summary>
/// Reads a table without rowid straight from the bytes of a SQLite file, as described in "Database File Format", sections 1.5 and 2
/// (sqlite.org/fileformat.html). Only what an attacker needs: where each row lies, and its first columns.
/// </summary>
internal sealed class SqlitePages(byte[] file)
{
    private const byte InteriorIndex = 0x02;
    private const byte LeafIndex = 0x0a;

    private readonly int _pageSize = BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(16)) is var size && size == 1 ? 65_536 : size;

    public IEnumerable<ReadOnlyMemory<byte>> All => Enumerable.Range(0, file.Length / _pageSize).Select(i => (ReadOnlyMemory<byte>)file.AsMemory(i * _pageSize, _pageSize));

    public IEnumerable<LaidRow> Rows(int root, int columns)
    {
        var start = (root - 1) * _pageSize;
        var header = start + (root == 1 ? 100 : 0);
        var kind = file[header];
        if (kind is not (InteriorIndex or LeafIndex)) throw new InvalidDataException($"Page {root} is no page of an index or of a table without rowid.");
        var cells = Short(header + 3);
        var pointers = header + (kind == LeafIndex ? 8 : 12);
        for (var cell = 0; cell < cells; cell++)
        {
            var at = start + Short(pointers + 2 * cell);
            if (kind == InteriorIndex)
            {
                foreach (var row in Rows(Long(at), columns)) yield return row;
                at += 4;
            }
            yield return new(root, at - start, Values(at, columns));
        }
        if (kind == InteriorIndex)
            foreach (var row in Rows(Long(header + 8), columns)) yield return row;
    }

    private List<object?> Values(int at, int columns)
    {
        Varint(ref at);
        var begin = at;
        var headerEnd = begin + (int)Varint(ref at);
        var types = new List<long>();
        while (at < headerEnd) types.Add(Varint(ref at));
        var values = new List<object?>();
        foreach (var type in types.Take(columns))
        {
            values.Add(Value(type, at));
            at += Size(type);
        }
        return values;
    }

    private object? Value(long type, int at) => type switch
    {
        0 => null,
        8 or 9 => type - 8,
        >= 1 and <= 6 => Whole(at, Size(type)),
        7 => BinaryPrimitives.ReadDoubleBigEndian(file.AsSpan(at)),
        >= 13 when type % 2 == 1 => Encoding.UTF8.GetString(file, at, Size(type)),
        _ => file[at..(at + Size(type))],
    };

    private static int Size(long type) => type switch
    {
        0 or 8 or 9 => 0,
        <= 4 => (int)type,
        5 => 6,
        6 or 7 => 8,
        _ => (int)(type - 12) / 2,
    };

    private long Whole(int at, int size)
    {
        long value = (sbyte)file[at];
        for (var i = 1; i < size; i++) value = (value << 8) | file[at + i];
        return value;
    }

    private long Varint(ref int at)
    {
        long value = 0;
        for (var i = 0; i < 8; i++)
        {
            var part = file[at++];
            value = (value << 7) | (uint)(part & 0x7f);
            if (part < 0x80) return value;
        }
        return (value << 8) | file[at++];
    }

    private int Short(int at) => BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at));

    private int Long(int at) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(at));
}
