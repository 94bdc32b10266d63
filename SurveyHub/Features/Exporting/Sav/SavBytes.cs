using System.Buffers;
using System.Buffers.Binary;

namespace SurveyHub.Features.Exporting.Sav;

/// <summary>Numbers and texts as a system file has them: little-endian, texts padded with blanks.</summary>
internal static class SavBytes
{
    extension(IBufferWriter<byte> output)
    {
        public void Number(int value)
        {
            BinaryPrimitives.WriteInt32LittleEndian(output.GetSpan(4), value);
            output.Advance(4);
        }

        public void Number(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(output.GetSpan(8), value);
            output.Advance(8);
        }

        public void Number(double value)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(output.GetSpan(8), value);
            output.Advance(8);
        }

        public void Byte(byte value) => output.Write([value]);

        /// <summary>A text that takes so many bytes, cut or padded.</summary>
        public void Text(string text, int bytes) => output.Padded(SavText.Cut(text, bytes), bytes);

        /// <summary>Bytes, then padding up to a length.</summary>
        public void Padded(ReadOnlySpan<byte> text, int length, byte with = (byte)' ')
        {
            var room = output.GetSpan(length)[..length];
            text.CopyTo(room);
            room[text.Length..].Fill(with);
            output.Advance(length);
        }
    }
}
