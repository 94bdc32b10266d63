using SurveyHub.Features.Responding;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>The welcome page promises what the settings keep.</summary>
public sealed class PrivacyLinesTests
{
    [TestCase(Anonymity.Anonymous, "Your answers are anonymous")]
    [TestCase(Anonymity.Confidential, "Your answers are confidential")]
    [TestCase(Anonymity.Identified, "Your answers carry your name")]
    public void The_heading_is_the_mode(Anonymity mode, string heading) => Assert.That(Said(mode)[0], Is.EqualTo(heading));

    [Test]
    public void There_are_three_lines_with_the_numbers_of_this_edition()
    {
        var lines = Said(Anonymity.Anonymous);

        Assert.That(lines, Has.Length.EqualTo(4));
        Assert.That(lines[2], Does.Contain("at least 7 people"));
        Assert.That(lines[3], Does.Contain("from 12 answers"));
    }

    [Test]
    public void Nobody_is_promised_that_names_are_kept_apart_when_they_are_not()
    {
        Assert.That(Said(Anonymity.Identified)[1], Does.Contain("can see who answered what"));
        Assert.That(Said(Anonymity.Confidential)[1], Does.Contain("stored with your invitation"));
    }

    [Test]
    public void By_the_open_link_nobody_is_known_whatever_the_mode() =>
        Assert.That(Said(Anonymity.Identified, openLink: true)[1], Does.StartWith("This link does not know who you are"));

    [Test]
    public void Without_a_question_for_words_nothing_is_said_of_comments()
    {
        var lines = PrivacyLines.Of(A.Questionnaire("wifi") with { ServiceQuestions = [A.Rating("overall")], LastQuestions = [] }, openLink: false);

        Assert.That(lines.Lines[2].Key, Is.EqualTo("Privacy.NoComments"));
    }

    [Test]
    public void Every_sentence_is_there_in_every_language()
    {
        Assert.Multiple(() =>
        {
            foreach (var language in new[] { "en", "de", "fr", "ar" })
                foreach (var mode in Enum.GetValues<Anonymity>())
                    Assert.That(Said(mode, openLink: false, language), Has.All.Not.Empty);
        });
    }

    [Test]
    public void A_language_that_we_do_not_speak_gets_english_words() => Assert.That(Words.In("fi")["Next"], Is.EqualTo("Next"));

    [Test]
    public void A_tag_that_is_no_language_breaks_nothing() => Assert.That(Words.In("%%%")["Next"], Is.EqualTo("Next"));

    [TestCase("en", "31 March")]
    [TestCase("de", "31. März")]
    [TestCase("fr", "31 mars")]
    public void The_last_day_is_said_as_people_say_it(string language, string said) =>
        Assert.That(Words.In(language).Day(new(2026, 3, 31), new(2026, 3, 1)), Is.EqualTo(said));

    [TestCase("de", "Deutsch")]
    [TestCase("fr", "Français")]
    [TestCase("ar", "العربية")]
    public void A_language_is_called_by_its_own_name(string language, string name) => Assert.That(Words.NameOf(language), Is.EqualTo(name));

    private static string[] Said(Anonymity mode, bool openLink = false, string language = "en")
    {
        var words = Words.In(language);
        var lines = PrivacyLines.Of(A.Questionnaire("wifi") with { Anonymity = mode, MinimumAnswers = 7, MinimumForComments = 12 }, openLink);
        return [words.Format(lines.Heading.Key), .. lines.Lines.Select(l => words.Format(l.Key, [.. l.Arguments]))];
    }
}
