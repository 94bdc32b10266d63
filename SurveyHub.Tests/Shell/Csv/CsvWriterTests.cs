using System.Globalization;
using System.Text;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Tests.Shell.Csv;

public sealed class CsvWriterTests
{
    [Test]
    public async Task A_file_begins_with_a_byte_order_mark_and_its_rows_end_with_carriage_return_and_line_feed()
    {
        var bytes = await BytesAsync(csv => csv.WriteRowAsync(["service", "share"]));

        Assert.That(bytes[..3], Is.EqualTo(new byte[] { 0xEF, 0xBB, 0xBF }));
        Assert.That(Encoding.UTF8.GetString(bytes[3..]), Is.EqualTo("service,share\r\n"));
    }

    [TestCase("plain", "plain")]
    [TestCase("a,b", "\"a,b\"")]
    [TestCase("she said \"fine\"", "\"she said \"\"fine\"\"\"")]
    [TestCase("two\nlines", "\"two\nlines\"")]
    [TestCase("ward 4; ward 5", "ward 4; ward 5")]
    [TestCase("Größe, العربية, 漢字", "\"Größe, العربية, 漢字\"")]
    [TestCase("", "")]
    [TestCase(null, "")]
    public async Task A_text_is_quoted_only_where_the_format_asks_for_it(string? text, string expected) =>
        Assert.That(await FieldAsync(csv => csv.Write(text)), Is.EqualTo(expected));

    [TestCase("=1+1", "\"'=1+1\"")]
    [TestCase("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"")]
    [TestCase("+cmd|' /C calc'!A0", "\"'+cmd|' /C calc'!A0\"")]
    [TestCase("-2+3", "\"'-2+3\"")]
    [TestCase("- no parking", "\"'- no parking\"")]
    [TestCase("@SUM(A1)", "\"'@SUM(A1)\"")]
    [TestCase("\t=1", "\"'\t=1\"")]
    [TestCase("\r=1", "\"'\r=1\"")]
    [TestCase("＝1+1", "\"'＝1+1\"")]
    public async Task A_comment_that_a_spreadsheet_would_run_becomes_text(string comment, string expected) =>
        Assert.That(await FieldAsync(csv => csv.Write(comment)), Is.EqualTo(expected));

    [TestCase("ann@st-anna.example", "ann@st-anna.example")]
    [TestCase("+ann@st-anna.example", "+ann@st-anna.example")]
    [TestCase("-ann_b.c+d@st-anna.example", "-ann_b.c+d@st-anna.example")]
    [TestCase("+cmd|'/c'!a@st-anna.example", "\"'+cmd|'/c'!a@st-anna.example\"")]
    [TestCase("+sum(a1)@st-anna.example", "\"'+sum(a1)@st-anna.example\"")]
    [TestCase("=ann@st-anna.example", "\"'=ann@st-anna.example\"")]
    [TestCase("@ann@st-anna.example", "\"'@ann@st-anna.example\"")]
    [TestCase("+ann", "\"'+ann\"")]
    [TestCase("+ann@st-anna.example\n=1", "\"'+ann@st-anna.example\n=1\"")]
    public async Task An_address_that_no_spreadsheet_can_run_can_be_sent_to(string address, string expected) =>
        Assert.That(await FieldAsync(csv => csv.WriteAddress(address)), Is.EqualTo(expected));

    [Test]
    public async Task Fields_encoded_once_stand_in_every_row_as_if_they_were_written_there()
    {
        var (common, none) = (CsvFields.Of(fields => { fields.Write("a,b"); fields.Write((string?)null); fields.Write(7); }), CsvFields.Of(_ => { }));

        var bytes = await BytesAsync(async csv =>
        {
            csv.Write(common);
            await csv.EndRowAsync();
            csv.Write(1);
            csv.Write(none);
            csv.Write(common);
            csv.Write("last");
            await csv.EndRowAsync();
        });

        Assert.That(Encoding.UTF8.GetString(bytes[3..]), Is.EqualTo("\"a,b\",,7\r\n1,\"a,b\",,7,last\r\n"));
    }

    [Test]
    public async Task Fields_that_were_set_again_are_the_later_ones_and_one_empty_field_is_a_field()
    {
        var fields = CsvFields.Of(row => row.Write("earlier"));
        fields.Set(row => row.Write((int?)null));

        Assert.That(await RowAsync(csv => { csv.Write(1); csv.Write(fields); csv.Write(2); }), Is.EqualTo("1,,2"));
    }

    [TestCase("-3.5")]
    [TestCase("+41")]
    [TestCase("-1e-05")]
    public async Task A_text_that_is_a_number_stays_a_number(string number) =>
        Assert.That(await FieldAsync(csv => csv.Write(number)), Is.EqualTo(number));

    [Test]
    [SetCulture("de-DE")]
    public async Task Numbers_and_days_are_written_the_same_on_a_German_server()
    {
        var row = await RowAsync(csv =>
        {
            csv.Write(-3.5);
            csv.Write(71.25m);
            csv.Write(1234567L);
            csv.Write(new DateOnly(2026, 3, 31));
            csv.Write(new DateTimeOffset(2026, 3, 31, 10, 15, 0, TimeSpan.FromHours(2)));
            csv.Write(true);
        });

        Assert.That(row, Is.EqualTo("-3.5,71.25,1234567,2026-03-31,2026-03-31T08:15:00Z,1"));
    }

    [TestCase(0.1)]
    [TestCase(0.83333333333333337)]
    [TestCase(1e-300)]
    [TestCase(-17.000000000000004)]
    public async Task A_number_comes_back_as_it_went(double number)
    {
        var written = await FieldAsync(csv => csv.Write(number));

        Assert.That(double.Parse(written, CultureInfo.InvariantCulture), Is.EqualTo(number));
    }

    [Test]
    public async Task What_is_absent_or_no_number_leaves_the_field_empty()
    {
        var row = await RowAsync(csv =>
        {
            csv.Write((double?)null);
            csv.Write(double.NaN);
            csv.Write((DateOnly?)null);
            csv.Write("end");
        });

        Assert.That(row, Is.EqualTo(",,,end"));
    }

    [Test]
    public async Task A_long_file_is_handed_on_in_blocks_and_complete()
    {
        using var file = new MemoryStream();
        var csv = CsvWriter.To(file);
        var longestUnseen = 0L;
        for (var row = 0; row < 20_000; row++)
        {
            await csv.WriteRowAsync([row.ToString(CultureInfo.InvariantCulture), "a comment of some length, with a comma"]);
            longestUnseen = Math.Max(longestUnseen, (row + 1L) * 46 - file.Length);
        }

        await csv.FlushAsync();

        Assert.That(longestUnseen, Is.LessThan(100_000));
        Assert.That(csv.Rows, Is.EqualTo(20_000));
        Assert.That(Encoding.UTF8.GetString(file.ToArray()).Split("\r\n"), Has.Length.EqualTo(20_001).And.Some.StartsWith("19999,"));
    }

    [Test]
    public async Task What_was_written_is_read_back_unchanged()
    {
        string[][] rows = [["a", "b"], ["two\r\nlines", "\"quoted\", and more"], ["", "ünï 漢字 🏥"], ["1", ""]];
        using var file = new MemoryStream();
        var csv = CsvWriter.To(file);
        foreach (var row in rows) await csv.WriteRowAsync(row);
        await csv.FlushAsync();
        file.Position = 0;

        var reader = new CsvReader(file);
        List<IReadOnlyList<string>> read = [(await reader.ReadHeaderAsync()).Names];
        await foreach (var row in reader.RowsAsync()) read.Add(row.Fields);

        Assert.That(read, Is.EqualTo(rows));
    }

    private static Task<string> FieldAsync(Action<CsvWriter> write) => RowAsync(write);

    private static async Task<string> RowAsync(Action<CsvWriter> write)
    {
        var text = Encoding.UTF8.GetString(await BytesAsync(async csv =>
        {
            write(csv);
            await csv.EndRowAsync();
        }));
        Assert.That(text, Does.StartWith("\uFEFF").And.EndsWith("\r\n"));
        return text[1..^2];
    }

    private static async Task<byte[]> BytesAsync(Func<CsvWriter, ValueTask> write)
    {
        using var file = new MemoryStream();
        var csv = CsvWriter.To(file);
        await write(csv);
        await csv.FlushAsync();
        return file.ToArray();
    }
}
