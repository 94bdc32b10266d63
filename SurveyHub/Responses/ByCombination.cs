using System.Diagnostics.CodeAnalysis;

namespace SurveyHub.Responses;

/// <summary>One thing for each combination of codes. Looking one up allocates nothing: rows of a file do it once each.</summary>
public sealed class ByCombination<T>
{
    private const int CharsOfACode = 2;

    private readonly Dictionary<string, T> _things = new(StringComparer.Ordinal);

    public T this[ReadOnlySpan<int?> codes]
    {
        set => _things[new(Key(codes, new char[codes.Length * CharsOfACode]))] = value;
    }

    public bool TryGet(ReadOnlySpan<int?> codes, [MaybeNullWhen(false)] out T thing) =>
        _things.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(Key(codes, stackalloc char[codes.Length * CharsOfACode]), out thing);

    // No option has the code -1, so it is free for none.
    private static ReadOnlySpan<char> Key(ReadOnlySpan<int?> codes, Span<char> room)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            var code = codes[i] ?? -1;
            (room[i * CharsOfACode], room[i * CharsOfACode + 1]) = ((char)(code >>> 16), (char)code);
        }
        return room;
    }
}
