using SurveyHub.Features.Responding.Answers;

namespace SurveyHub.Tests.Features.Responding;

/// <summary>Two tabs, old forms, half a form: nothing that was said gets lost.</summary>
public sealed class PostedPageTests
{
    private static readonly Booklet Booklet = Booklet.Of(AQuestionnaire.Rich);
    private static readonly QuestionPage Wifi = Booklet.Page(Step.ForService("wifi"), openLink: false)!;
    private static readonly QuestionPage Last = Booklet.Last!;
    private static readonly QuestionPage Services = Booklet.Services!;

    [Test]
    public void What_is_sent_is_kept()
    {
        var draft = Merge(AQuestionnaire.Draft(), Wifi, ("wifi.overall", "4"), ("wifi.comment", " Drops\r\nin the lift. "));

        Assert.That((draft["wifi.overall"], draft["wifi.comment"]), Is.EqualTo(("4", "Drops\nin the lift.")));
    }

    [Test]
    public void A_radio_that_is_not_sent_stays_as_it_was() =>
        Assert.That(Merge(AQuestionnaire.Draft(("wifi.overall", "4")), Wifi, ("-rev", "1"), ("wifi.comment", ""))["wifi.overall"], Is.EqualTo("4"));

    [Test]
    public void Fields_the_page_does_not_have_are_ignored()
    {
        var draft = Merge(AQuestionnaire.Draft(), Wifi, ("printing.overall", "4"), ("@at", "review"), ("nonsense", "1"));

        Assert.That(draft.IsChanged, Is.False);
    }

    [Test]
    public void A_text_emptied_in_the_newest_form_is_gone() =>
        Assert.That(Merge(AQuestionnaire.Draft(("wifi.comment", "old")), Wifi, ("-rev", "1"), ("wifi.comment", ""))["wifi.comment"], Is.Null);

    [Test]
    public void An_empty_text_in_a_form_older_than_the_answer_takes_nothing_away() =>
        Assert.That(Merge(AQuestionnaire.Draft(("wifi.comment", "written in the other tab")), Wifi, ("-rev", "0"), ("wifi.comment", ""))["wifi.comment"],
            Is.EqualTo("written in the other tab"));

    [Test]
    public void A_form_without_a_version_takes_nothing_away() =>
        Assert.That(Merge(AQuestionnaire.Draft(("wifi.comment", "kept")), Wifi, ("wifi.comment", ""))["wifi.comment"], Is.EqualTo("kept"));

    [Test]
    public void What_an_old_form_still_shows_untouched_does_not_undo_a_newer_answer()
    {
        var draft = AQuestionnaire.Draft(("wifi.overall", "2"), ("wifi.comment", "first"));
        var (version, rendered) = (draft.Version, PostedPage.Rendered(Wifi, draft));
        draft.Set("wifi.overall", "5");
        draft.Set("wifi.comment", "second");
        draft = draft.Stored();

        Merge(draft, Wifi, ("-rev", $"{version}"), ("-was", rendered), ("wifi.overall", "2"), ("wifi.comment", "first"));

        Assert.That((draft["wifi.overall"], draft["wifi.comment"]), Is.EqualTo(("5", "second")));
    }

    [Test]
    public void What_was_changed_here_and_elsewhere_is_for_the_customer_to_decide()
    {
        var (draft, form) = ChangedElsewhere();

        var conflicts = Conflicts(draft, new(WishKind.Next), [.. form, ("wifi.overall", "3"), ("wifi.comment", "mine"), ("wifi.reliable", "4")]);

        Assert.That(conflicts, Is.EqualTo(["wifi.overall", "wifi.comment"]));
        Assert.That((draft["wifi.overall"], draft["wifi.comment"], draft["wifi.reliable"]), Is.EqualTo(("5", "theirs", "4")));
    }

    [Test]
    public void The_same_answer_in_both_windows_is_no_difference()
    {
        var (draft, form) = ChangedElsewhere();

        Assert.That(Conflicts(draft, new(WishKind.Next), [.. form, ("wifi.overall", "5"), ("wifi.comment", "theirs")]), Is.Empty);
    }

    [Test]
    public void A_text_emptied_here_and_changed_elsewhere_is_asked_about()
    {
        var (draft, form) = ChangedElsewhere();

        Assert.That(Conflicts(draft, new(WishKind.Next), [.. form, ("wifi.comment", "")]), Is.EqualTo(["wifi.comment"]));
        Assert.That(draft["wifi.comment"], Is.EqualTo("theirs"));
    }

    [Test]
    public void An_answer_changed_elsewhere_is_not_taken_back_unseen()
    {
        var (draft, form) = ChangedElsewhere();

        Assert.That(Conflicts(draft, new(WishKind.Clear, "wifi.overall"), [.. form, ("wifi.overall", "2")]), Is.EqualTo(["wifi.overall"]));
        Assert.That(draft["wifi.overall"], Is.EqualTo("5"));
    }

    [TestCase(WishKind.Take, "theirs")]
    [TestCase(WishKind.Keep, "mine")]
    public void Who_chooses_gets_what_was_chosen(WishKind wish, string kept)
    {
        var (draft, form) = ChangedElsewhere();

        Assert.That(Conflicts(draft, new(wish, "wifi.comment"), [.. form, ("wifi.comment", "mine")]), Is.Empty);
        Assert.That(draft["wifi.comment"], Is.EqualTo(kept));
    }

    [Test]
    public void What_this_very_page_has_saved_is_no_other_window_s()
    {
        var (draft, form) = ChangedElsewhere("mypage");

        Assert.That(Conflicts(draft, new(WishKind.Next), [.. form, ("-me", "mypage"), ("wifi.comment", "said later")]), Is.Empty);
        Assert.That(draft["wifi.comment"], Is.EqualTo("said later"));
    }

    [Test]
    public void None_of_these_and_boxes_ticked_elsewhere_are_not_mixed()
    {
        var draft = AQuestionnaire.Draft(("used", "wifi"));

        Assert.That(Conflicts(draft, new(WishKind.Next), ("-rev", "0"), ("-on", "used"), ("used", "-")), Is.EqualTo(["used"]));
        Assert.That(draft["used"], Is.EqualTo("wifi"));
    }

    [Test]
    public void An_old_form_does_not_bring_back_what_was_taken_back()
    {
        var draft = AQuestionnaire.Draft(("wifi.overall", "2"));
        var (version, rendered) = (draft.Version, PostedPage.Rendered(Wifi, draft));
        draft.Set("wifi.overall", "");
        draft = draft.Stored();

        Merge(draft, Wifi, ("-rev", $"{version}"), ("-was", rendered), ("wifi.overall", "2"));

        Assert.That(draft["wifi.overall"], Is.Null);
    }

    [Test]
    public void Boxes_of_an_old_form_are_added_to_those_ticked_since() =>
        Assert.That(Merge(AQuestionnaire.Draft(("used", "wifi,printing")), Services, ("-rev", "0"), ("-on", "used"), ("used", "desk"))["used"], Is.EqualTo("wifi,printing,desk"));

    [Test]
    public void Boxes_of_the_newest_form_are_all_there_is() =>
        Assert.That(Merge(AQuestionnaire.Draft(("used", "wifi,printing")), Services, ("-rev", "1"), ("-on", "used"), ("used", "desk"))["used"], Is.EqualTo("desk"));

    [Test]
    public void Boxes_that_the_form_did_not_show_stay_ticked() =>
        Assert.That(Merge(AQuestionnaire.Draft(("contact", "mail")), Last, ("-rev", "1"), ("overall", "4"))["contact"], Is.EqualTo("mail"));

    [Test]
    public void Boxes_are_kept_in_the_questionnaire_s_order_and_once() =>
        Assert.That(Merge(AQuestionnaire.Draft(), Services, ("-on", "used"), ("used", "desk"), ("used", "wifi"), ("used", "desk"))["used"], Is.EqualTo("wifi,desk"));

    [Test]
    public void A_field_saved_by_the_script_has_a_version_of_its_own()
    {
        var draft = AQuestionnaire.Draft(("wifi.comment", "by script"), ("wifi.overall", "4"));

        Merge(draft, Wifi, ("-rev", "0"), ("-rev.wifi.comment", "1"), ("wifi.comment", ""));

        Assert.That(draft["wifi.comment"], Is.Null);
    }

    [Test]
    public void The_answer_that_is_being_taken_back_is_not_read()
    {
        var draft = AQuestionnaire.Draft();

        PostedPage.Read(Wifi, AQuestionnaire.Form(("wifi.overall", "4"), ("wifi.reliable", "3"))).MergeInto(draft, new(WishKind.Clear, "wifi.overall"));

        Assert.That((draft["wifi.overall"], draft["wifi.reliable"]), Is.EqualTo(((string?)null, "3")));
    }

    [TestCase("wifi.overall", "99", ProblemKind.UnknownOption)]
    [TestCase("wifi.overall", "4'; drop table answer", ProblemKind.UnknownOption)]
    [TestCase("wifi.comment", "bad \uFFFD bytes", ProblemKind.Unreadable)]
    public void What_cannot_be_kept_is_refused_with_its_reason_and_the_rest_is_kept(string field, string value, ProblemKind kind)
    {
        var draft = AQuestionnaire.Draft();
        var posted = PostedPage.Read(Wifi, AQuestionnaire.Form((field, value), ("wifi.reliable", "3")));
        posted.MergeInto(draft, new(WishKind.Next));

        Assert.That(posted.Refusals.Select(p => (p.Field, p.Kind)), Is.EqualTo([(field, kind)]));
        Assert.That((draft[field], draft["wifi.reliable"]), Is.EqualTo(((string?)null, "3")));
    }

    [Test]
    public void An_unknown_service_is_refused_and_the_known_ones_are_still_ticked()
    {
        var posted = PostedPage.Read(Services, AQuestionnaire.Form(("-on", "used"), ("used", "wifi"), ("used", "canteen")));

        Assert.That(posted.Refusals.Single().Kind, Is.EqualTo(ProblemKind.UnknownService));
        Assert.That(posted.Readings[0]!.Value.Value, Is.EqualTo("wifi"));
    }

    [Test]
    public void A_text_may_be_as_long_as_it_may_counted_as_people_count()
    {
        var exactly = string.Concat(Enumerable.Repeat("👩\r\n", 4_999)) + "👩x";

        Assert.That(PostedPage.Read(Last, AQuestionnaire.Form(("last", exactly))).Refusals, Is.Empty);
        var refused = PostedPage.Read(Last, AQuestionnaire.Form(("last", exactly + "y"))).Refusals.Single();
        Assert.That((refused.Kind, refused.Limit, refused.Given), Is.EqualTo((ProblemKind.TooLong, 10_000m, 10_001)));
    }

    [Test]
    public void Control_characters_become_spaces_because_nobody_typed_them() =>
        Assert.That(Merge(AQuestionnaire.Draft(), Wifi, ("wifi.comment", "a\0b\u000bc\td"))["wifi.comment"], Is.EqualTo("a b c\td"));

    /// <summary>A form that shows "2" and "first", while another page has stored "5" and "theirs".</summary>
    private static (DraftAnswers Draft, (string, string)[] Form) ChangedElsewhere(string writer = "other")
    {
        var draft = AQuestionnaire.Draft(("wifi.overall", "2"), ("wifi.comment", "first"));
        (string, string)[] form = [("-rev", $"{draft.Version}"), ("-was", PostedPage.Rendered(Wifi, draft))];
        draft.Writer = writer;
        draft.Set("wifi.overall", "5");
        draft.Set("wifi.comment", "theirs");
        return (draft.Stored(), form);
    }

    private static string[] Conflicts(DraftAnswers draft, PageWish wish, params (string, string)[] sent)
    {
        var page = sent.Any(f => f.Item1 == "used") ? Services : Wifi;
        return [.. PostedPage.Read(page, AQuestionnaire.Form(sent)).MergeInto(draft, wish).Select(p => p.Field)];
    }

    private static DraftAnswers Merge(DraftAnswers draft, QuestionPage page, params (string, string)[] sent)
    {
        PostedPage.Read(page, AQuestionnaire.Form(sent)).MergeInto(draft, new(WishKind.Next));
        return draft;
    }
}
