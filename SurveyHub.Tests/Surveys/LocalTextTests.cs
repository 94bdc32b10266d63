using SurveyHub.Surveys;

namespace SurveyHub.Tests.Surveys;

public sealed class LocalTextTests
{
    private static readonly LocalText Printing = new([new("en", "Printing"), new("de", "Drucken")]);

    [TestCase("en", "Printing")]
    [TestCase("de", "Drucken")]
    [TestCase("fr", "Printing")]
    [TestCase("", "Printing")]
    public void A_missing_language_falls_back_to_the_first(string language, string words) =>
        Assert.That(Printing.In(language), Is.EqualTo(words));

    [Test]
    public void Asked_exactly_a_missing_language_has_no_words() =>
        Assert.That((Printing.Exactly("de"), Printing.Exactly("fr")), Is.EqualTo(("Drucken", (string?)null)));

    [Test]
    public void Texts_are_equal_by_their_words()
    {
        var same = new LocalText([new("en", "Printing"), new("de", "Drucken")]);

        Assert.Multiple(() =>
        {
            Assert.That(same, Is.EqualTo(Printing));
            Assert.That(same.GetHashCode(), Is.EqualTo(Printing.GetHashCode()));
            Assert.That(new LocalText("en", "Printing"), Is.Not.EqualTo(Printing));
        });
    }

    [Test]
    public void A_text_has_at_least_one_language() =>
        Assert.That(() => new LocalText([]), Throws.ArgumentException.With.Message.Contains("at least one language"));

    [Test]
    public void A_language_stands_once() =>
        Assert.That(() => new LocalText([new("en", "a"), new("en", "b")]), Throws.ArgumentException.With.Message.Contains("stands twice"));
}
