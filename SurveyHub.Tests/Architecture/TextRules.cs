using System.Text.RegularExpressions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Architecture;

/// <summary>A customer who reads German reads German to the last button.</summary>
public sealed partial class TextRules
{
    private static readonly Texts Product = new(SourceTree.Root);

    private string _planted = "";

    [SetUp]
    public void PlantATree() =>
        _planted = Directory.CreateDirectory(Path.Combine(TestFolder.Path, Guid.NewGuid().ToString("N"), "SurveyHub")).FullName;

    [TearDown]
    public void RemoveTheTree() => Directory.Delete(Path.GetDirectoryName(_planted)!, recursive: true);

    [Test]
    public void No_language_lacks_a_word() => Assert.That(Product.MissingKeys(), Is.Empty);

    [Test]
    public void A_sentence_has_the_same_placeholders_in_every_language() => Assert.That(Product.OtherPlaceholders(), Is.Empty);

    [Test]
    public void No_word_is_empty() => Assert.That(Product.EmptyWords(), Is.Empty);

    [Test]
    public void No_word_is_left_over() => Assert.That(Product.UnusedKeys(), Is.Empty);

    [Test]
    public void No_word_is_asked_for_that_is_not_there() => Assert.That(Product.UnknownKeys(), Is.Empty);

    /// <summary>One kind on a page: “Canteen” beside 'quality5' looks like two kinds of thing.</summary>
    [Test]
    public void What_is_named_in_a_sentence_stands_between_typographic_quotation_marks()
    {
        var straight = from file in SourceTree.Files(SourceTree.Root, ".cs", ".razor")
                       where file.StartsWith(Path.Combine(SourceTree.Root, "SurveyHub") + Path.DirectorySeparatorChar, StringComparison.Ordinal)
                       from line in File.ReadLines(file)
                       where StraightlyQuoted().IsMatch(line)
                       select $"{Path.GetFileName(file)}: {line.Trim()}";

        Assert.That(straight, Is.Empty);
        Assert.That(StraightlyQuoted().IsMatch("$\"There is no scale '{scale}'.\""), "what it looks for");
    }

    [GeneratedRegex(@"(?<!\w)'\{[\w(]")]
    private static partial Regex StraightlyQuoted();

    [Test]
    public void Every_breach_is_seen()
    {
        Plant("Texts.resx", ("Answer.Send", "Send {0} answers"), ("Answer.Back", "Back"), ("Answer.Left", "Left over"), ("Role.Owner", "Owner"));
        Plant("Texts.de.resx", ("Answer.Send", "Antworten senden"), ("Answer.Left", " "), ("Role.Owner", "Verantwortliche"));
        File.WriteAllText(Path.Combine(_planted, "Page.razor"), """@Text["Answer.Send", n] @Text["Answer.Back"] @Text["Answer.Stop"] @Text[$"Role.{role}"]""");
        var planted = new Texts(Path.GetDirectoryName(_planted)!);

        Assert.Multiple(() =>
        {
            Assert.That(planted.MissingKeys(), Is.EqualTo(["Texts.de.resx lacks Answer.Back"]));
            Assert.That(planted.OtherPlaceholders(), Is.EqualTo(["Texts.de.resx: Answer.Send has other placeholders than Texts.resx"]));
            Assert.That(planted.EmptyWords(), Is.EqualTo(["Texts.de.resx: Answer.Left is empty"]));
            Assert.That(planted.UnusedKeys(), Is.EqualTo(["Answer.Left"]));
            Assert.That(planted.UnknownKeys(), Is.EqualTo(["Answer.Stop"]));
        });
    }

    private void Plant(string file, params (string Key, string Value)[] words) =>
        File.WriteAllText(Path.Combine(_planted, file),
            $"<root>{string.Concat(words.Select(word => $"<data name=\"{word.Key}\"><value>{word.Value}</value></data>"))}</root>");
}
