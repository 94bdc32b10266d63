using System.Text;
using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Definitions;

/// <summary>Files made to hurt, or of another kind altogether: an answer in good time, never an exception.</summary>
public sealed class HostileFileTests
{
    private const int Megabyte = 1024 * 1024;

    [Test]
    public void A_byte_order_mark_changes_nothing() =>
        SmallSurvey.AssertProblems(Read([0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(SmallSurvey.Text)]));

    [Test]
    public void Windows_line_ends_change_neither_the_survey_nor_the_lines_of_its_problems()
    {
        var windows = SmallSurvey.Text.ReplaceLineEndings("\r\n");

        Assert.That(Frozen(windows), Is.EqualTo(Frozen(SmallSurvey.Text)));
        SmallSurvey.AssertProblems(SmallSurvey.Read(windows.Replace("minutes: 3", "minutes: many", StringComparison.Ordinal)),
            "5: error: “minutes” of the survey is “many”. Write a whole number from 1 to 60.");
    }

    [Test]
    public void A_letter_of_another_encoding_is_told_with_its_line()
    {
        var latin = Encoding.Latin1.GetBytes(SmallSurvey.Text);

        SmallSurvey.AssertProblems(Read(latin),
            "25: error: This line has bytes that are not UTF-8. Save the file as UTF-8; a letter with an accent on this line is the likely cause.");
    }

    [Test]
    public void A_file_in_UTF_16_is_told_what_to_do([Values] bool bigEndian)
    {
        var encoding = new UnicodeEncoding(bigEndian, byteOrderMark: true);

        SmallSurvey.AssertProblems(Read([.. encoding.GetPreamble(), .. encoding.GetBytes(SmallSurvey.Text)]),
            "1: error: The file is saved as UTF-16. Save it as UTF-8.");
    }

    [Test]
    public void A_file_of_one_megabyte_is_read_and_one_byte_more_is_refused()
    {
        var padding = new string('#', Megabyte - Encoding.UTF8.GetByteCount(SmallSurvey.Text));

        SmallSurvey.AssertProblems(SmallSurvey.Read(SmallSurvey.Text + padding));
        SmallSurvey.AssertProblems(SmallSurvey.Read(SmallSurvey.Text + padding + "#"),
            "1: error: The file has 1.0 MB; at most 1 MB is read. Check that this is the file you mean.");
    }

    [Test]
    public void Aliases_of_aliases_are_never_unfolded()
    {
        var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 9; i++) bomb.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} [{string.Join(", ", Enumerable.Repeat($"*a{i - 1}", 9))}]\n");

        var problems = SmallSurvey.Read(bomb.ToString()).Problems;

        Assert.That(problems.Select(p => p.Message), Has.Some.Contains("an alias").And.Some.Contains("an anchor"));
        Assert.That(problems, Has.Count.EqualTo(9 + 8), "every anchor, every alias once a line, and nothing else");
    }

    [TestCase("[", 0)]
    [TestCase("{a: ", 0)]
    [TestCase("- ", 0)]
    [TestCase("? ", 0)]
    [TestCase("a: [[]], ", 1)]
    [TestCase("[],", 1)]
    [TestCase("a: x\n", 1)]
    [TestCase("&a ", 0)]
    [TestCase("!a ", 0)]
    [TestCase("a: \"", 0)]
    [TestCase("x ", 0)]
    [TestCase("#", 0)]
    [TestCase("\n", 0)]
    [TestCase("---\n", 0)]
    [TestCase("- |\n ", 0)]
    [TestCase("a:\n ", 0)]
    public void A_megabyte_of_the_same_is_refused_in_good_time(string piece, int _)
    {
        var text = string.Concat(Enumerable.Repeat(piece, Megabyte / piece.Length));

        Assert.That(InGoodTime(() => SmallSurvey.Read(text)), Has.Property("Definition").Null.And.Property("Problems").Not.Empty);
    }

    [Test]
    public void Properties_by_the_thousand_are_told_up_to_a_limit_and_the_rest_is_counted()
    {
        var text = SmallSurvey.Text + string.Concat(Enumerable.Range(0, 2000).Select(i => $"property{i}: 1\n"));

        var problems = SmallSurvey.Read(text).Problems;

        Assert.That(problems, Has.Count.EqualTo(501));
        Assert.That(problems[^1].ToString(), Does.EndWith("error: 1500 more problems are not listed. Put these right first, then check again."));
    }

    [Test]
    public void A_problem_is_one_short_line_whatever_the_file_has_written_into_it()
    {
        var problems = SmallSurvey.Read("survey: |\n  two\n  lines\nlanguages: [en]\nminutes: " + new string('9', 100_000)).Problems;

        Assert.That(problems.Select(p => p.ToString()), Has.None.Contains("\n").And.All.Length.LessThan(1200));
    }

    [Test]
    public void A_paragraph_for_a_key_is_not_repeated_a_thousand_times()
    {
        var text = $"languages: [en]\nproviders:\n  - key: {new string('k', 500_000)}\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"    p{i}: 1\n"));

        Assert.That(InGoodTime(() => SmallSurvey.Read(text)).Problems, Has.Count.EqualTo(501));
    }

    /// <summary>The alarm for a reader that hangs: a minute, where any machine needs a second.</summary>
    private static T InGoodTime<T>(Func<T> read)
    {
        var reading = Task.Run(read);
        if (!reading.Wait(TimeSpan.FromMinutes(1))) Assert.Fail("After a minute the file was not read.");
        return reading.Result;
    }

    [Test]
    public void Languages_by_the_thousand_are_counted_once()
    {
        var tags = from a in Letters() from b in Letters() from c in Letters() select $"{a}{b}{c}";

        var problems = SmallSurvey.With("languages: [en, de]", $"languages: [{string.Join(", ", tags)}]").Problems;

        Assert.That(problems[0].ToString(), Is.EqualTo("surveys/small.yaml:2: error: The survey has 17576 languages; at most 30 are allowed. Delete some."));

        static IEnumerable<char> Letters() => Enumerable.Range('a', 26).Select(c => (char)c);
    }

    /// <summary>Ten thousand survey files, each with a few slips of the finger: always the same ones.</summary>
    [Test]
    public void However_a_file_is_mistyped_it_is_refused_or_can_be_opened()
    {
        var random = new Random(20260302);
        var usable = 0;
        for (var i = 0; i < 10_000; i++)
        {
            var text = Mistyped(SmallSurvey.Text, random);
            Assert.That(() => usable += CanBeOpened(SmallSurvey.Read(text)) ? 1 : 0, Throws.Nothing, text);
        }
        Assert.That(usable, Is.InRange(100, 5000), "some slips change words only, most break something");
    }

    [Test]
    public void However_a_file_is_damaged_reading_it_never_fails()
    {
        var random = new Random(20260331);
        var whole = Encoding.UTF8.GetBytes(SmallSurvey.Text);
        for (var i = 0; i < 5_000; i++)
        {
            var bytes = whole.ToArray();
            for (var blow = 0; blow < 3; blow++) bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            Assert.That(() => Read(bytes), Throws.Nothing, Convert.ToBase64String(bytes));
        }
    }

    /// <summary>What the reader accepts can be frozen, read again and numbered.</summary>
    private static bool CanBeOpened(DefinitionResult result)
    {
        if (result.Definition is not { } definition) return false;
        var frozen = QuestionnaireJson.Write(definition.AllYears);
        Assert.That(QuestionnaireJson.Write(QuestionnaireJson.Read(frozen)), Is.EqualTo(frozen));
        return ItemList.Of(definition.AllYears).All.Count > 0;
    }

    private static string Mistyped(string text, Random random)
    {
        const string Slips = "{}[]:,-#&*!|>'\"%@`? \n\t~0x";
        var typed = new StringBuilder(text);
        for (var slip = random.Next(1, 5); slip > 0; slip--)
        {
            var at = random.Next(typed.Length);
            switch (random.Next(4))
            {
                case 0: typed.Insert(at, Slips[random.Next(Slips.Length)]); break;
                case 1: typed.Remove(at, Math.Min(random.Next(1, 20), typed.Length - at)); break;
                case 2: typed[at] = Slips[random.Next(Slips.Length)]; break;
                default: typed.Insert(at, typed.ToString(random.Next(typed.Length / 2), random.Next(1, 80))); break;
            }
        }
        return typed.ToString();
    }

    private static DefinitionResult Read(byte[] bytes) => DefinitionReader.Read(SmallSurvey.File, bytes);

    private static string Frozen(string text) => QuestionnaireJson.Write(SmallSurvey.Read(text).Definition!.AllYears);
}
