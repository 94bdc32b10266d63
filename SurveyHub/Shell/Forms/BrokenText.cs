using System.Buffers;
using System.Text.Unicode;

namespace SurveyHub.Shell.Forms;

/// <summary>Left at a request whose form holds bytes that are no text in UTF-8. The framework keeps such escapes as they came ("%FF"), which looks like something that was typed.</summary>
public sealed class BrokenText
{
    private const byte Percent = (byte)'%';

    private BrokenText()
    {
    }

    public static BrokenText Instance { get; } = new();

    /// <summary>Looks through a posted form without taking it away from whoever reads it next.</summary>
    public static async Task<bool> IsInAsync(HttpRequest request, CancellationToken cancellation)
    {
        var body = request.BodyReader;
        var read = await body.ReadAsync(cancellation);
        while (!read.IsCompleted)
        {
            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            read = await body.ReadAsync(cancellation);
        }
        var isBroken = IsIn(read.Buffer);
        body.AdvanceTo(read.Buffer.Start);
        return isBroken;
    }

    /// <param name="form">A form in application/x-www-form-urlencoded.</param>
    public static bool IsIn(ReadOnlySequence<byte> form)
    {
        var decoded = ArrayPool<byte>.Shared.Rent((int)form.Length + 1);
        try
        {
            form.CopyTo(decoded);
            return !Utf8.IsValid(decoded.AsSpan(0, Decode(decoded.AsSpan(0, (int)form.Length))));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(decoded, clearArray: true);
        }
    }

    /// <summary>Puts the bytes that the escapes stand for in place of them and returns how many bytes there are then.</summary>
    private static int Decode(Span<byte> form)
    {
        var length = 0;
        for (var i = 0; i < form.Length; i++)
        {
            if (form[i] == Percent && i + 2 < form.Length && Hex(form[i + 1]) is { } high && Hex(form[i + 2]) is { } low)
            {
                form[length++] = (byte)((high << 4) | low);
                i += 2;
            }
            else form[length++] = form[i];
        }
        return length;
    }

    private static int? Hex(byte character) => (char)character switch
    {
        >= '0' and <= '9' => character - '0',
        >= 'A' and <= 'F' => character - 'A' + 10,
        >= 'a' and <= 'f' => character - 'a' + 10,
        _ => null,
    };
}
