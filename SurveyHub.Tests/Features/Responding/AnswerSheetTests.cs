using SurveyHub.Features.Responding.Answers;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Tests.Features.Responding;

public sealed class AnswerSheetTests
{
    private static readonly IReadOnlyDictionary<string, string> Medicine = new Dictionary<string, string> { ["department"] = "medicine" };

    [Test]
    public void Ticked_and_unticked_services_are_both_said()
    {
        var sheet = Read(("used", "wifi"), ("overall", "4"));

        Assert.That(new[] { sheet["used.wifi"]?.Code, sheet["used.printing"]?.Code, sheet["used.desk"]?.Code }, Is.EqualTo([1, 0, 0]));
    }

    [Test]
    public void A_rating_keeps_its_code_and_its_role()
    {
        var sheet = Read(("used", "wifi,desk"), ("wifi.overall", "4"), ("desk.overall", "1"), ("wifi.reliable", "3"), ("desk.reliable", "-8"), ("overall", "5"));

        Assert.Multiple(() =>
        {
            Assert.That((sheet["wifi.overall"]?.Code, sheet["wifi.overall"]?.Role), Is.EqualTo((4, 1)));
            Assert.That((sheet["desk.overall"]?.Code, sheet["desk.overall"]?.Role), Is.EqualTo((1, -1)));
            Assert.That((sheet["wifi.reliable"]?.Code, sheet["wifi.reliable"]?.Role), Is.EqualTo((3, 0)));
            Assert.That((sheet["desk.reliable"]?.Code, sheet["desk.reliable"]?.Role), Is.EqualTo((Item.CannotJudge, (int?)null)));
        });
    }

    [Test]
    public void Shown_and_left_empty_is_skipped_and_not_shown_is_not_there()
    {
        var sheet = Read(("used", "wifi"), ("@seen", "services service/wifi groups last"), ("overall", "4"));

        Assert.Multiple(() =>
        {
            Assert.That(sheet["wifi.overall"]?.Code, Is.EqualTo(Item.Skipped));
            Assert.That(sheet["wifi.comment"]?.Code, Is.EqualTo(Item.Skipped));
            Assert.That(sheet["contact.mail"]?.Code, Is.EqualTo(Item.Skipped));
            Assert.That(sheet["group.role"]?.Code, Is.EqualTo(Item.Skipped));
            Assert.That(sheet["printing.overall"], Is.Null);
        });
    }

    [Test]
    public void A_page_nobody_opened_was_not_shown() =>
        Assert.That(Read(("used", "wifi"), ("@seen", "services"), ("overall", "4"))["wifi.overall"], Is.Null);

    [Test]
    public void Answers_about_a_service_that_was_unticked_again_are_not_sent() =>
        Assert.That(Read(("used", "wifi"), ("printing.overall", "1"), ("overall", "4"))["printing.overall"], Is.Null);

    [Test]
    public void A_follow_up_is_sent_only_while_its_reason_stands()
    {
        Assert.That(Read(("used", "wifi"), ("wifi.overall", "1"), ("wifi.why", "Slow"), ("overall", "4"))["wifi.why"]?.Text, Is.EqualTo("Slow"));
        Assert.That(Read(("used", "wifi"), ("wifi.overall", "4"), ("wifi.why", "Slow"), ("overall", "4"))["wifi.why"], Is.Null);
    }

    [Test]
    public void Cannot_judge_is_neither_poor_nor_good() =>
        Assert.That(Read(("used", "wifi"), ("wifi.overall", "-8"), ("wifi.why", "Slow"), ("overall", "4"))["wifi.why"], Is.Null);

    [Test]
    public void Numbers_choices_boxes_and_words_find_their_items()
    {
        var sheet = Read(("used", Field.None), ("overall", "4"), ("hours", "2,5"), ("contact", "mail"), ("again", "no"), ("words", "Fine"));

        Assert.Multiple(() =>
        {
            Assert.That(sheet["hours"]?.Number, Is.EqualTo(2.5));
            Assert.That((sheet["contact.mail"]?.Code, sheet["contact.intranet"]?.Code, sheet["contact.none"]?.Code), Is.EqualTo((1, 0, 0)));
            Assert.That(sheet["again"]?.Code, Is.EqualTo(2));
            Assert.That(sheet["words"]?.Text, Is.EqualTo("Fine"));
            Assert.That(sheet["used.wifi"]?.Code, Is.Zero);
        });
    }

    [Test]
    public void Groups_come_from_the_invitation_or_from_the_customer_never_from_both()
    {
        var personal = Read(("used", Field.None), ("overall", "4"), ("group.role", "nurse"), ("group.department", "surgery"));
        Assert.That((personal["group.department"]?.Code, personal["group.role"]?.Code), Is.EqualTo((1, 2)));

        var open = Read(openLink: true, ("used", Field.None), ("overall", "4"), ("group.role", "nurse"), ("group.department", "surgery"));
        Assert.That((open["group.department"]?.Code, open["group.role"]?.Code), Is.EqualTo((2, 2)));
    }

    [Test]
    public void A_group_that_the_response_may_not_keep_is_not_there()
    {
        var draft = AQuestionnaire.Draft(("used", Field.None), ("overall", "4"));
        var booklet = Booklet.Of(AQuestionnaire.Rich);

        var sheet = AnswerSheet.Read(new(booklet, draft, openLink: false), booklet, draft, new Dictionary<string, string>());

        Assert.That(new Named(sheet, booklet)["group.department"], Is.Null);
    }

    [Test]
    public void Rather_not_say_is_stored_as_skipped() =>
        Assert.That(Read(("used", Field.None), ("overall", "4"), ("group.role", "-9"))["group.role"]?.Code, Is.EqualTo(Item.Skipped));

    [TestCase("overall", "", ProblemKind.Missing)]
    [TestCase("used", "", ProblemKind.NoServices)]
    [TestCase("used", "wifi,-", ProblemKind.Contradiction)]
    [TestCase("contact", "mail,none", ProblemKind.Contradiction)]
    [TestCase("hours", "many", ProblemKind.NotANumber)]
    [TestCase("hours", "1,000", ProblemKind.UnclearNumber)]
    [TestCase("hours", "1.000", ProblemKind.UnclearNumber)]
    [TestCase("hours", "12.345", ProblemKind.UnclearNumber)]
    [TestCase("hours", "\u0661\u066B\u0660\u0660\u0660", ProblemKind.UnclearNumber)]
    [TestCase("hours", "1,000,000", ProblemKind.NotANumber)]
    [TestCase("hours", "-1", ProblemKind.TooSmall)]
    [TestCase("hours", "60.5", ProblemKind.TooLarge)]
    public void Nothing_is_stored_while_something_must_be_put_right(string field, string value, ProblemKind problem)
    {
        var draft = AQuestionnaire.Draft(("used", "wifi"), ("overall", "4"));
        draft.Set(field, value);
        var booklet = Booklet.Of(AQuestionnaire.Rich);

        var sheet = AnswerSheet.Read(new(booklet, draft, openLink: false), booklet, draft, Medicine);

        Assert.That(sheet.Problems.Select(p => (p.Field, p.Kind)), Is.EqualTo([(field, problem)]));
        Assert.That(sheet.Answers, Is.Empty);
    }

    [TestCase("used", "canteen")]
    [TestCase("wifi.overall", "99")]
    [TestCase("again", "maybe")]
    public void A_draft_from_before_the_questionnaire_was_changed_does_not_break_sending(string field, string value)
    {
        var sheet = Read(("used", "wifi"), ("overall", "4"), (field, value));

        Assert.That(sheet.Problems, Is.Empty);
    }

    [Test]
    public void Complete_means_that_every_service_asked_about_was_rated_or_said_to_be_beyond_judging()
    {
        Assert.That(Read(("used", "wifi"), ("@seen", "services service/wifi groups last"), ("wifi.overall", "-8"), ("overall", "4")).IsComplete);
        Assert.That(Read(("used", "wifi"), ("@seen", "services service/wifi groups last"), ("wifi.reliable", "4"), ("overall", "4")).IsComplete, Is.False);
        Assert.That(Read(("used", "wifi"), ("@seen", "services groups last"), ("overall", "4")).IsComplete, Is.False);
    }

    [Test]
    public void A_page_answered_in_part_and_never_sent_was_seen()
    {
        var sheet = Read(("used", "wifi"), ("@seen", "services groups last"), ("wifi.comment", "Slow"), ("overall", "4"));

        Assert.That((sheet["wifi.overall"]?.Code, sheet.IsComplete), Is.EqualTo(((int?)Item.Skipped, false)));
    }

    [TestCase("0,125", 0.125)]
    [TestCase("1.50", 1.5)]
    [TestCase("2,5", 2.5)]
    [TestCase("1.2500", 1.25)]
    public void A_fraction_that_can_be_nothing_else_is_a_number(string typed, double number) =>
        Assert.That(Read(("used", Field.None), ("overall", "4"), ("hours", typed))["hours"]?.Number, Is.EqualTo(number));

    [Test]
    public void Every_item_is_stored_once_and_in_order()
    {
        var sheet = Read(("used", "wifi,printing,desk"), ("@seen", "services service/wifi service/printing service/desk groups last"), ("overall", "4"));

        Assert.That(sheet.Numbers, Is.Ordered.And.Unique);
    }

    private static Named Read(params (string, string)[] given) => Read(openLink: false, given);

    private static Named Read(bool openLink, params (string, string)[] given)
    {
        var draft = AQuestionnaire.Draft(given);
        var booklet = Booklet.Of(AQuestionnaire.Rich);
        return new(AnswerSheet.Read(new(booklet, draft, openLink), booklet, draft, openLink ? new Dictionary<string, string>() : Medicine), booklet);
    }

    private sealed class Named(AnswerSheet sheet, Booklet booklet)
    {
        public IReadOnlyList<AnswerProblem> Problems => sheet.Problems;

        public bool IsComplete => sheet.IsComplete;

        public IEnumerable<int> Numbers => sheet.Answers.Select(a => a.ItemNo);

        public StoredAnswer? this[string item] =>
            sheet.Answers.Where(a => a.ItemNo == booklet.Items.Find(item)!.No).Select(a => (StoredAnswer?)a).SingleOrDefault();
    }
}
