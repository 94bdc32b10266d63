using System.Text;
using SurveyHub.Shell.Csv;

namespace SurveyHub.Tests.Shell.Csv;

public sealed class CsvReaderTests
{
    [TestCase("name,unit\nAnna,Ward 4\nBen,Ward 5\n")]
    [TestCase("name;unit\r\nAnna;Ward 4\r\nBen;Ward 5")]
    [TestCase("name\tunit\rAnna\tWard 4\rBen\tWard 5\r")]
    [TestCase("\uFEFFname,unit\n\nAnna,Ward 4\n\n\nBen,Ward 5\n\n")]
    [TestCase("sep=;\r\nname;unit\r\nAnna;Ward 4\r\nBen;Ward 5\r\n")]
    [TestCase("\"name\";\"unit\"\n\"Anna\";\"Ward 4\"\n\"Ben\";\"Ward 5\"")]
    public async Task The_files_people_have_are_all_read_alike(string file)
    {
        var rows = await RowsAsync(file);

        Assert.That(rows.Select(row => $"{row["name"]} on {row["unit"]}"), Is.EqualTo(["Anna on Ward 4", "Ben on Ward 5"]));
        Assert.That(rows.Select(row => row.Fault), Is.All.Null);
    }

    [Test]
    public async Task Columns_are_found_whatever_their_case_and_the_blanks_around_them()
    {
        var rows = await RowsAsync(" Name , UNIT\n Anna , Ward 4 \n");

        Assert.That(rows[0]["name"] + rows[0]["Unit"], Is.EqualTo("AnnaWard 4"));
    }

    [Test]
    public async Task Separators_quotes_and_line_ends_inside_quotes_belong_to_the_text()
    {
        var rows = await RowsAsync("comment,n\r\n\"one; two, \"\"three\"\"\r\nfour\",5\r\nlast,6\r\n");

        Assert.That(rows[0].Fields, Is.EqualTo(["one; two, \"three\"\r\nfour", "5"]));
        Assert.That(rows.Select(row => row.Line), Is.EqualTo([2, 4]), "lines as an editor counts them");
    }

    [Test]
    public async Task A_semicolon_inside_a_quoted_name_does_not_decide_the_separator()
    {
        var rows = await RowsAsync("\"a;b;c\",n\n1,2\n");

        Assert.That(rows[0]["n"], Is.EqualTo("2"));
    }

    [Test]
    public async Task A_row_with_too_few_or_too_many_fields_is_named_and_the_rest_is_read()
    {
        var rows = await RowsAsync("a,b,c\n1,2,3\n1,2\n1,2,3,4\n4,5,6\n");

        Assert.That(rows.Select(row => row.Fault is null), Is.EqualTo([true, false, false, true]));
        Assert.That(rows[1].Fault, Does.StartWith("has 2 fields, the header 3"));
        Assert.That(rows[1].Line, Is.EqualTo(3));
        Assert.That(rows[1]["c"], Is.Empty);
    }

    [TestCase("", 1, "the file is empty")]
    [TestCase("\uFEFF\r\n\r\n", 1, "the file is empty")]
    [TestCase("a,,c\n", 1, "column 2 has no name")]
    [TestCase("a,b,A\n", 1, "two columns called “A”")]
    [TestCase("a,b\n1,2\n3,\"never closed\n4,5\n", 3, "never closed")]
    [TestCase("a,b\n1,\0\n", 2, "not a text file")]
    public async Task What_cannot_be_read_is_refused_with_its_line_and_what_to_do(string file, int line, string reason)
    {
        var refusal = await Assert.ThrowsAsync<CsvFormatException>(() => RowsAsync(file));

        Assert.That(refusal!.Line, Is.EqualTo(line));
        Assert.That(refusal.Message, Does.StartWith($"Line {line}: ").And.Contain(reason));
    }

    [Test]
    public async Task A_file_saved_as_Windows_1252_is_refused_and_the_remedy_named()
    {
        byte[] file = [.. "name,unit\nAnna,Ward 4\nJ"u8, 0xFC, .. "rgen,Ward 5\n"u8];

        var refusal = await Assert.ThrowsAsync<CsvFormatException>(() => RowsAsync(file));

        Assert.That(refusal!.Line, Is.EqualTo(3));
        Assert.That(refusal.Message, Does.Contain("Windows-1252").And.Contain("CSV UTF-8"));
    }

    [Test]
    public void A_file_in_UTF16_is_refused_and_the_remedy_named() =>
        Assert.That(() => RowsAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("a,b\n")]),
            Throws.TypeOf<CsvFormatException>().With.Message.Contains("UTF-16"));

    [Test]
    public async Task A_character_that_falls_on_the_edge_of_a_block_is_not_lost([Range(65_530, 65_540)] int length)
    {
        var rows = await RowsAsync($"a,b\n1,{new string('x', length - 6)}漢\"\n2,end\n");

        Assert.That(rows[0]["b"], Does.EndWith("x漢\""));
        Assert.That(rows[1]["b"], Is.EqualTo("end"));
    }

    [Test]
    public async Task A_stream_that_gives_one_byte_at_a_time_reads_the_same()
    {
        var reader = new CsvReader(new Trickle(Encoding.UTF8.GetBytes("\uFEFFa;b\r\n\"ü;\"\"\";漢\r\n1;2")));

        List<string> fields = [];
        await foreach (var row in reader.RowsAsync()) fields.AddRange(row.Fields);

        Assert.That(fields, Is.EqualTo(["ü;\"", "漢", "1", "2"]));
    }

    [Test]
    public void A_file_beyond_what_we_accept_is_refused()
    {
        var limits = new CsvLimits { File = 2 * 1024 * 1024, Rows = 2, Columns = 3, Field = 10 };

        Assert.Multiple(() =>
        {
            Assert.That(() => RowsAsync("a\n1\n2\n3\n", limits), Throws.TypeOf<CsvFormatException>().With.Message.Contains("more than 2 rows"));
            Assert.That(() => RowsAsync("a,b,c,d\n", limits), Throws.TypeOf<CsvFormatException>().With.Message.Contains("more than 3 fields"));
            Assert.That(() => RowsAsync("a\n12345678901\n", limits), Throws.TypeOf<CsvFormatException>().With.Message.Contains("longer than 10"));
            Assert.That(() => RowsAsync("a\n" + string.Concat(Enumerable.Repeat("\n", 3 * 1024 * 1024)), limits), Throws.TypeOf<CsvFormatException>().With.Message.Contains("larger than 2 MB"));
        });
    }

    [Test]
    public async Task Asking_for_a_column_that_is_not_there_is_an_error_of_ours()
    {
        var rows = await RowsAsync("a\n1\n");

        Assert.That(() => rows[0]["b"], Throws.TypeOf<KeyNotFoundException>());
    }

    private static Task<List<CsvRow>> RowsAsync(string file, CsvLimits? limits = null) => RowsAsync(Encoding.UTF8.GetBytes(file), limits);

    private static async Task<List<CsvRow>> RowsAsync(byte[] file, CsvLimits? limits = null)
    {
        List<CsvRow> rows = [];
        await foreach (var row in new CsvReader(new MemoryStream(file), limits).RowsAsync()) rows.Add(row);
        return rows;
    }

    private sealed class Trickle(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
