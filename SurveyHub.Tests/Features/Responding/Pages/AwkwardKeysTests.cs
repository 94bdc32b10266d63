using System.Reflection;
using SurveyHub.Features.Responding.Answers;
using SurveyHub.Surveys;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Features.Responding.Pages;

/// <summary>A survey may call its questions what it likes: no key takes the place of what a page sends for itself.</summary>
[TestFixtureSource(typeof(OnEachDatabase))]
public sealed class AwkwardKeysTests(TestServer server) : SharedHostTest(server)
{
    /// <summary>The page's own words, then and now, and names that a form in a browser has for itself.</summary>
    internal static readonly string[] Keys =
        ["lang", "go", "clear", "take", "keep", "on", "rev", "was", "me", "receipt", "seen", "field", "value", "ticked", "problems", "dataset", "elements", "onchange", "length"];

    internal static Questionnaire Questionnaire => A.Questionnaire("rev", "wifi") with
    {
        Survey = $"s{Guid.NewGuid():N}",
        LastQuestions = [.. Keys.Select(key => A.Comment(key) with { Text = A.Text($"Say {key}") }), A.Rating(SurveyHub.Surveys.Questionnaire.OverallQuestion, "All in all?")],
    };

    [Test]
    public async Task Every_answer_arrives_whatever_the_questions_are_called()
    {
        var edition = await OpenEdition.InAsync(Host, Questionnaire);

        var thanks = await Customer.Of(Host).AnswerAndSendAsync(edition.Link,
            [("used", "rev"), ("rev.overall", "2"), ("overall", "4"), .. Keys.Select(key => (key, $"about {key}"))]);

        Assert.That(thanks.Heading, Is.EqualTo("Thank you"));
        Assert.That(await Task.WhenAll(Keys.Select(async key => (await edition.StoredAsync(key)).Single())), Is.EqualTo(Keys.Select(key => $"about {key}")));
        Assert.That((await edition.StoredAsync("rev.overall")).Single(), Is.EqualTo("2"));
    }

    [Test]
    public async Task Another_language_another_answer_and_no_answer_are_still_buttons()
    {
        var edition = await OpenEdition.InAsync(Host, Questionnaire with { Languages = ["en", "de"] });
        var customer = Customer.Of(Host);
        await customer.AnswerAsync(edition.Link, ("used", "-"), ("overall", "4"));
        var last = await customer.OpenAsync($"/s/{edition.Link}/last");

        var german = await customer.SendAndFollowAsync(last, ("lang", "Deutsch"), (OwnFields.Language, "de"));
        var cleared = await customer.SendAndFollowAsync(german, ("clear", "kept"), (OwnFields.Clear, "overall"));

        Assert.That(german.Html, Does.Contain("<html lang=\"de\""));
        Assert.That((cleared.Value("lang"), cleared.Value("clear"), cleared.Value("overall")), Is.EqualTo(("Deutsch", "kept", "")));
    }

    [TestCaseSource(nameof(OwnNames))]
    public void No_question_can_be_called_what_a_page_sends_for_itself(string name)
    {
        Assert.That(name, Does.StartWith($"{OwnFields.Mark}"));
        Assert.That(SmallSurvey.With("- key: lost", $"- key: \"{name}\"").Problems.Select(p => p.ToString()), Has.Some.Contains($"“{name}” cannot be a key"));
    }

    private static IEnumerable<string> OwnNames() => typeof(OwnFields).GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.FieldType == typeof(string)).Select(field => (string)field.GetRawConstantValue()!);
}
