using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Surveys;

/// <summary>Questions that were reworded, moved or asked of others.</summary>
public sealed class QuestionDiffTests : QuestionnaireDiffTest
{
    [Test]
    public void A_reworded_question_counts_as_comparable_unless_the_owner_says_otherwise() =>
        Asks(Last with { ServiceQuestions = [A.Rating("overall", "How good is it?"), A.Comment()] }, "service_question.overall.text",
            "The question “overall” is worded differently: it was “Overall, how good is it?” and is now “How good is it?”. It counts as comparable unless you say otherwise.", BothRatings);

    [Test]
    public void A_new_version_of_a_question_breaks_its_trend() =>
        Breaks(Last with { ServiceQuestions = [A.Rating("overall", "How fast is it?") with { Version = 2 }, A.Comment()] }, "service_question.overall.version",
            "The question “overall” has version 2 instead of 1: it was “Overall, how good is it?” and is now “How fast is it?”. Its trend breaks here.", BothRatings);

    [Test]
    public void A_question_that_half_of_the_customers_are_asked_in_the_place_of_another_is_told_with_what_that_costs() =>
        Tells(Last with { ServiceQuestions = [A.Rating("overall"), A.Rating("fitting", "How fitting is it?") with { Bridge = "overall" }, A.Comment()] }, "service_question.fitting.added",
            "“How fitting is it?” is new: a random half is asked it in the place of “overall”, so the figures of “overall” rest on the other half.");

    [Test]
    public void A_reworded_comment_has_no_trend_to_break() =>
        Tells(Last with { ServiceQuestions = [A.Rating("overall"), A.Comment() with { Text = A.Text("Why?") }] }, "service_question.comment.text",
            "The question “comment” is worded differently: it was “What could we do better?” and is now “Why?”.");

    [Test]
    public void A_translation_that_changes_is_a_rewording_and_names_its_language()
    {
        var before = Translated("Wie gut?");
        var diff = QuestionnaireDiff.Between(before, Translated("Wie gut ist es?"));

        Assert.That(diff.All.Single().Sentence,
            Is.EqualTo("The question “overall” is worded differently: in “de” it was “Wie gut?” and is now “Wie gut ist es?”. It counts as comparable unless you say otherwise."));
        Assert.That(QuestionnaireDiff.Between(Last, before with { Languages = ["en", "de"] }).All.Select(d => d.Sentence), Is.EqualTo(new[] { "The survey is offered in “de” as well." }),
            "a language more is no rewording");
    }

    [Test]
    public void Another_line_break_is_no_rewording() =>
        Assert.That(QuestionnaireDiff.Between(Last, Last with { ServiceQuestions = [A.Rating("overall", "Overall,\nhow  good is it? "), A.Comment()] }).All, Is.Empty);

    [Test]
    public void A_question_added_or_left_out_is_told()
    {
        var more = Last with { ServiceQuestions = [.. Last.ServiceQuestions, A.Rating("support", "Help?")] };

        Tells(more, "service_question.support.added", "“Help?” is new.");
        Assert.That(QuestionnaireDiff.Between(more, Last).All.Single().Sentence, Is.EqualTo("“Help?” is no longer asked. Its earlier answers stay."));
    }

    [Test]
    public void A_question_whose_key_was_changed_would_lose_its_trend_by_accident() =>
        Breaks(Last with { LastQuestions = [.. Last.LastQuestions.Select(q => q.Key == "lost" ? q with { Key = "hours" } : q)] }, "last_question.hours.key",
            "“Hours lost?” has the key “hours” instead of “lost”, so its earlier answers are not continued. Take the old key if it is the same question. Its trend breaks here.", "hours");

    [Test]
    public void A_question_answered_in_another_way_breaks_its_trend() =>
        Breaks(WithLast("lost", q => q with { Kind = QuestionKind.LongText }), "last_question.lost.kind",
            "“Hours lost?” is answered in another way (a long text instead of a number). Its trend breaks here.", "lost");

    [Test]
    public void Who_is_asked_matters_for_the_comparison()
    {
        ShowRule rule = new() { All = true, Conditions = [new("overall", ShowOperator.AtMost, "2")] };
        var shown = WithLast("lost", q => q with { ShowIf = rule });

        Asks(shown, "last_question.lost.show_if",
            "“Hours lost?” is asked only of some customers now, depending on earlier answers. It counts as comparable unless you say otherwise.", "lost");
        Assert.That(QuestionnaireDiff.Between(shown, WithLast("lost", q => q with { ShowIf = rule with { Conditions = [.. rule.Conditions] } })).All, Is.Empty, "the same rule");
        Assert.That(QuestionnaireDiff.Between(shown, WithLast("lost", q => q with { ShowIf = rule with { All = false } })).All.Single().Sentence,
            Does.StartWith("“Hours lost?” is asked of other customers than before: its show-if rule is different."));
    }

    [Test]
    public void Another_order_of_questions_may_matter() =>
        Asks(Last with { LastQuestions = [.. Last.LastQuestions.Reverse()] }, "last_questions.order",
            "The last questions come in another order: last, lost, news, overall.", "lost", "news.mail", "news.poster", "overall");

    [Test]
    public void Another_main_rating_breaks_every_services_trend_and_the_headline()
    {
        var two = Last with { ServiceQuestions = [A.Rating("overall"), A.Rating("reliable", "Reliable?")] };
        var swapped = two with { ServiceQuestions = [.. two.ServiceQuestions.Reverse()] };

        var main = QuestionnaireDiff.Between(two, swapped).Breaks.Single();

        Assert.Multiple(() =>
        {
            Assert.That(main.Sentence, Is.EqualTo("A service's share was taken from the question “overall” and is taken from “reliable” now, the first rating. The services' trends break here."));
            Assert.That(main.Items, Is.EqualTo(new[] { "wifi.reliable", "printing.reliable", "headline" }));
        });
    }

    [Test]
    public void What_else_changes_about_a_question_is_told() => Assert.Multiple(() =>
    {
        Tells(WithLast("lost", q => q with { Required = true }), "last_question.lost.required", "“Hours lost?” must be answered now.");
        Tells(WithLast("lost", q => q with { Help = A.Text("Roughly.") }), "last_question.lost.help", "“Hours lost?” has another hint.");
        Tells(WithLast("lost", q => q with { Maximum = 40 }), "last_question.lost.range", "“Hours lost?” accepts numbers from 0 to 40 now.");
        Tells(WithLast("last", q => q with { MaximumLength = 500 }), "last_question.last.maximum_length", "“What could we do better?” accepts 500 characters instead of 2000.");
    });

    [Test]
    public void Other_options_of_a_choice_may_matter_for_those_that_stay() => Assert.Multiple(() =>
    {
        Asks(WithLast("news", q => q with { Options = [.. q.Options, Option("intranet", 3)] }), "last_question.news.options_added",
            "“Heard by?” has one option more: “intranet”. It counts as comparable unless you say otherwise.", "news.mail", "news.poster");
        Asks(WithLast("news", q => q with { Options = [Option("mail", 1)] }), "last_question.news.options_removed",
            "“Heard by?” has one option less: “poster”. It counts as comparable unless you say otherwise.", "news.mail");
        Asks(WithLast("news", q => q with { Options = [.. q.Options.Reverse()] }), "last_question.news.options_order",
            "“Heard by?” has its options in another order: “poster”, “mail”. It counts as comparable unless you say otherwise.", "news.poster", "news.mail");
        Asks(WithLast("news", q => q with { Options = [Option("mail", 1) with { Label = A.Text("E-mail") }, Option("poster", 2)] }), "last_question.news.labels",
            "“Heard by?” has options with other words; “mail”: it was “mail” and is now “E-mail”. It counts as comparable unless you say otherwise.", "news.mail", "news.poster");
        Tells(WithLast("news", q => q with { Options = [Option("mail", 7), Option("poster", 2)] }), "last_question.news.codes",
            "“Heard by?” has options with other codes in exported files: “mail” 7 instead of 1.");
    });

    [Test]
    public void Another_headline_breaks_the_headlines_trend() =>
        Breaks(Last with { Headline = HeadlineKind.OverallQuestion }, "survey.headline",
            "The headline was the share of all ratings and is the overall question now. Its trend breaks here.", "headline");

    private static Questionnaire Translated(string german) =>
        Last with { ServiceQuestions = [A.Rating("overall") with { Text = new([new("en", "Overall, how good is it?"), new("de", german)]) }, A.Comment()] };
}
