using SurveyHub.Shell.Forms;

namespace SurveyHub.Tests.Shell;

public sealed class TextGuardTests
{
    /// <summary>As numbers, because half a character does not get through the test runner either.</summary>
    [TestCase(true)]
    [TestCase(true, 0x47, 0xfc, 0x627)]
    [TestCase(true, 0xd83d, 0xde00, 0x61)]
    [TestCase(false, 0x61, 0)]
    [TestCase(false, 0x61, 0xd83d)]
    [TestCase(false, 0xde00, 0x61)]
    [TestCase(false, 0xd83d, 0xd83d, 0xde00)]
    public void Text_is_whole_characters_and_none_of_them_null(bool isText, params int[] characters) =>
        Assert.That(TextGuard.IsText(new([.. characters.Select(c => (char)c)])), Is.EqualTo(isText));
}
