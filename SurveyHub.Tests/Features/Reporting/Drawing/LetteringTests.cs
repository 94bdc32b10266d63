using SurveyHub.Features.Reporting.Drawing;

namespace SurveyHub.Tests.Features.Reporting.Drawing;

public sealed class LetteringTests
{
    [TestCase("Printing", 200, ExpectedResult = "Printing")]
    [TestCase("A service with rather a long name", 108, ExpectedResult = "A service with…")]
    [TestCase("👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️👩‍⚕️", 100, ExpectedResult = "👩‍⚕️👩‍⚕️…", Description = "nobody is cut in two")]
    [TestCase("", 10, ExpectedResult = "")]
    public string A_name_is_cut_where_the_room_ends(string name, double width) => Lettering.Cut(name, width, 12);

    [Test]
    public void What_is_cut_fits()
    {
        foreach (var width in new[] { 20.0, 50, 90, 200 })
            Assert.That(Lettering.Width(Lettering.Cut("Ward Mmmm العربية 網路服務 and everything else there is to be said", width, 13, bold: true), 13, bold: true), Is.LessThanOrEqualTo(width));
    }

    [Test]
    public void A_sentence_breaks_between_words_and_a_word_without_end_is_cut()
    {
        Assert.That(Lettering.Lines("one two three four", 75, 12), Is.EqualTo(new[] { "one two", "three four" }));
        Assert.That(Lettering.Lines("one two three four", 75, 12, most: 1).Single(), Does.StartWith("one two").And.EndsWith("…"));
        Assert.That(Lettering.Lines(new string('x', 50), 60, 12).Single(), Does.EndWith("…"));
    }

    [TestCase("Wi-Fi", ExpectedResult = false)]
    [TestCase("شبكة", ExpectedResult = true)]
    [TestCase("3 שירות IT", ExpectedResult = true, Description = "a number has no direction")]
    [TestCase("IT שירות", ExpectedResult = false)]
    [TestCase("2025", ExpectedResult = false)]
    public bool The_first_letter_says_which_way_a_name_is_read(string name) => Lettering.IsRightToLeft(name);

    [Test]
    public void What_no_XML_can_hold_is_left_out() => Assert.That(Lettering.Clean("a\u0001b\ud800c\nd 😀\uffff"), Is.EqualTo("abc d 😀"));
}
