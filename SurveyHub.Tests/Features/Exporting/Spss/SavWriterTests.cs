using System.Buffers.Binary;
using System.Text;
using SurveyHub.Features.Exporting.Sav;

namespace SurveyHub.Tests.Features.Exporting.Spss;

/// <summary>The format byte by byte, after PSPP's description of it.</summary>
public sealed class SavWriterTests
{
    private static readonly SavVariable Score = new() { Name = "score", Format = SavFormat.Number(2), Measure = SavMeasure.Ordinal };
    private static readonly SavVariable Word = new() { Name = "word", Format = SavFormat.Text(10), Measure = SavMeasure.Nominal };

    [Test]
    public async Task The_header_tells_slots_compression_and_number_of_cases()
    {
        var bytes = await WrittenAsync([Score, Word], 7, _ => { });

        Assert.Multiple(() =>
        {
            Assert.That(Encoding.ASCII.GetString(bytes, 0, 42), Is.EqualTo("$FL2@(#) SPSS DATA FILE SurveyHub 1.2.3   "));
            Assert.That(new[] { 64, 68, 72, 76, 80 }.Select(at => BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(at))), Is.EqualTo([2, 3, 1, 0, 7]), "layout, slots of eight bytes, compressed, no weight, cases");
            Assert.That(BinaryPrimitives.ReadDoubleLittleEndian(bytes.AsSpan(84)), Is.EqualTo(100));
            Assert.That(Encoding.UTF8.GetString(bytes, 92, 17), Is.EqualTo("31 Mar 2500:00:00"));
            Assert.That(Encoding.UTF8.GetString(bytes, 109, 64), Is.EqualTo("Zufriedenheit für alle".PadRight(63)), "64 bytes are 63 characters here");
        });
    }

    [Test]
    public async Task A_value_of_one_byte_takes_one_and_others_follow_their_block()
    {
        var cases = await CasesAsync([Score], sav =>
        {
            foreach (var value in (double?[])[4, -9, null, 1000.5, 151, 152, -99, -100])
            {
                sav.Write(value);
                sav.EndCaseAsync().AsTask().GetAwaiter().GetResult();
            }
        });

        Assert.That(cases, Is.EqualTo((byte[])[104, 91, 255, 253, 251, 253, 1, 253, .. Eight(1000.5), .. Eight(152), .. Eight(-100)]));
    }

    [Test]
    public async Task A_text_is_padded_to_whole_slots_and_blanks_take_one_byte()
    {
        var cases = await CasesAsync([Word], sav =>
        {
            sav.Write("für alle");
            sav.EndCaseAsync().AsTask().GetAwaiter().GetResult();
            sav.Write((string?)null);
        });

        Assert.That(cases, Is.EqualTo((byte[])[253, 253, 254, 254, 0, 0, 0, 0, .. "für all"u8, .. "e       "u8]));
    }

    [Test]
    public async Task A_text_longer_than_its_column_ends_in_a_hash_so_that_two_people_do_not_become_one()
    {
        var wide = Word with { Format = SavFormat.Text(24) };
        var one = await CasesAsync([wide], sav => sav.Write("person-number-0000000000001"));
        var other = await CasesAsync([wide], sav => sav.Write("person-number-0000000000002"));

        Assert.That(Encoding.ASCII.GetString(one, 8, 8), Is.EqualTo("person-~"));
        Assert.That(one, Is.Not.EqualTo(other));
    }

    [Test]
    public async Task Without_a_count_of_cases_the_header_says_that_nobody_knows()
    {
        var bytes = await WrittenAsync([Score], null, _ => { });

        Assert.That(BinaryPrimitives.ReadInt32LittleEndian(bytes.AsSpan(80)), Is.EqualTo(-1));
    }

    [Test]
    public void A_case_that_lacks_a_value_or_has_one_too_many_or_one_of_the_wrong_kind_is_not_written()
    {
        Assert.Multiple(() =>
        {
            Assert.That(() => CaseAsync([Score, Word], sav => sav.Write(1)), Throws.InvalidOperationException);
            Assert.That(() => CaseAsync([Score], sav => sav.Write("word")), Throws.InvalidOperationException);
            Assert.That(() => CaseAsync([Score], sav =>
            {
                sav.Write(1);
                sav.Write(2);
            }), Throws.InvalidOperationException);
        });
    }

    private static byte[] Eight(double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return bytes;
    }

    private static Task<byte[]> CaseAsync(IReadOnlyList<SavVariable> variables, Action<SavWriter> write) => WrittenAsync(variables, 1, sav =>
    {
        write(sav);
        sav.EndCaseAsync().AsTask().GetAwaiter().GetResult();
    });

    /// <summary>What stands behind the end of the dictionary; a variable's values one case each.</summary>
    private static async Task<byte[]> CasesAsync(IReadOnlyList<SavVariable> variables, Action<SavWriter> write)
    {
        var empty = await WrittenAsync(variables, 9, _ => { });
        var whole = await WrittenAsync(variables, 9, write);
        Assert.That(BinaryPrimitives.ReadInt32LittleEndian(empty.AsSpan(empty.Length - 8)), Is.EqualTo(999));
        return whole[empty.Length..];
    }

    private static async Task<byte[]> WrittenAsync(IReadOnlyList<SavVariable> variables, int? cases, Action<SavWriter> write)
    {
        using var stream = new MemoryStream();
        var sav = SavWriter.To(stream, new() { Label = "Zufriedenheit für alle", Software = "SurveyHub 1.2.3", Day = new(2025, 3, 31), Cases = cases, Variables = variables });
        write(sav);
        await sav.CompleteAsync();
        return stream.ToArray();
    }
}
