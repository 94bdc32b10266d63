using SurveyHub.Features.Reporting.Commenting;
using SurveyHub.Results.Commenting;

namespace SurveyHub.Tests.Features.Reporting.Commenting;

/// <summary>Where searched words stand in a comment, and where a long one is folded.</summary>
public sealed class MarkedTextTests
{
    [TestCase("The Printer prints", "print", "The [Print]er [print]s")]
    [TestCase("DRÜCKER", "drücker", "[DRÜCKER]")]
    [TestCase("aaa", "aa", "[aaa]")]
    [TestCase("İstanbul printer", "print", "İstanbul [print]er")]
    [TestCase("nothing", "else", "nothing")]
    public void Words_are_marked_in_any_case(string text, string word, string marked) =>
        Assert.That(Marked(MarkedText.Of(text, [word]).Beginning), Is.EqualTo(marked));

    [Test]
    public void Folding_keeps_every_character_in_its_place([Values("ẞß", "İıIi", "ΑΣΑΣ", "\U00010400x", "ǅ")] string letters) =>
        Assert.That(Folding.Folded(letters), Has.Length.EqualTo(letters.Length));

    [Test]
    public void Nothing_is_lost_in_a_fold_and_no_character_is_cut([Values(600, 700, 801, 10_000)] int length, [Values("word ", "😀", "x")] string of)
    {
        var text = string.Concat(Enumerable.Repeat(of, length / of.Length));
        var folded = MarkedText.Of(text, []);

        Assert.That(string.Concat(folded.Beginning.Concat(folded.Rest).Select(p => p.Text)), Is.EqualTo(text));
        Assert.That(folded.Beginning.Concat(folded.Rest).Select(p => p.Text), Is.All.Matches<string?>(p => p is [var first, ..] && !char.IsLowSurrogate(first)));
        Assert.That(folded.IsFolded, Is.EqualTo(text.Length > 800));
    }

    private static string Marked(IEnumerable<MarkedText.Piece> pieces) => string.Concat(pieces.Select(p => p.IsHit ? $"[{p.Text}]" : p.Text));
}
