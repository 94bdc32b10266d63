using SurveyHub.Results.Trends;
using SurveyHub.Surveys;
using SurveyHub.Tests.Definitions;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Surveys;

/// <summary>What the survey's owner is told, and asked, before the next edition opens.</summary>
public sealed class QuestionnaireDiffTests : QuestionnaireDiffTest
{
    [Test]
    public void The_same_questionnaire_has_no_differences() =>
        Assert.That(QuestionnaireDiff.Between(ShippedFiles.InternalServices(), ShippedFiles.InternalServices()).All, Is.Empty);

    [Test]
    public void A_new_service_is_told() =>
        Tells(Last with { Services = [.. Last.Services, A.Service("telephony")] }, "service.telephony.added", "“telephony” is new.");

    [Test]
    public void A_service_that_has_gone_is_told() =>
        Tells(Last with { Services = [A.Service("wifi")] }, "service.printing.removed", "“printing” is no longer asked about. Its earlier figures stay in the reports.");

    [Test]
    public void A_renamed_service_keeps_its_trend() =>
        Tells(WithWifi(w => w with { Name = A.Text("Clinical Wi-Fi") }), "service.wifi.name", "The service “wifi” has another name: it was “wifi” and is now “Clinical Wi-Fi”. Its trend goes on.");

    [Test]
    public void A_service_whose_key_was_changed_would_lose_its_trend_by_accident() =>
        Breaks(Last with { Services = [A.Service("wlan") with { Name = A.Text("wifi") }, A.Service("printing")] }, "service.wlan.key",
            "“wifi” has the key “wlan” instead of “wifi”, so its earlier figures are not continued. Take the old key if it is the same service.", "used.wlan", "wlan.overall");

    [Test]
    public void Another_target_of_the_headline_is_told_and_breaks_nothing() =>
        Tells(Last with { Target = 0.9 }, "survey.target", "The headline has a target of 90 % now.");

    [Test]
    public void That_the_unanimous_are_protected_or_no_longer_is_told_and_breaks_nothing()
    {
        Tells(Last with { ProtectUnanimous = true }, "survey.protect_unanimous", "Small groups that are hidden together have at least 30 answers now, so that they are hardly ever all of one opinion: more is hidden.");
        Assert.That(QuestionnaireDiff.Between(Last with { ProtectUnanimous = true }, Last).All.Single().Sentence, Does.StartWith("Small groups that are hidden together may all be of one opinion"));
    }

    [Test]
    public void What_else_changes_about_a_service_is_told() => Assert.Multiple(() =>
    {
        Tells(WithWifi(w => w with { Description = A.Text("Wireless") }), "service.wifi.description", "“wifi” is described differently.");
        Tells(WithWifi(w => w with { Owner = "Jonas" }), "service.wifi.owner", "Jonas answers for “wifi” now.");
        Tells(WithWifi(w => w with { Group = "Network" }), "service.wifi.group", "“wifi” stands under “Network” now.");
        Tells(WithWifi(w => w with { Target = 0.8 }), "service.wifi.target", "“wifi” has a target of 80 % now.");
        Tells(WithWifi(w => w with { Provider = "hr" }) with { Providers = [.. Last.Providers, new() { Key = "hr", Name = A.Text("HR") }] },
            "service.wifi.provider", "“wifi” belongs to HR now instead of IT.");
        Tells(Last with { Providers = [new() { Key = "it", Name = A.Text("Informatics") }] },
            "provider.it.name", "The department “it” has another name: it was “IT” and is now “Informatics”.");
    });

    [TestCase(0.8, 0.825, "The target of “wifi” rises from 80 % to 82.5 %.")]
    [TestCase(0.8, 0.75, "The target of “wifi” falls from 80 % to 75 %.")]
    [TestCase(0.8, null, "“wifi” has no target any more.")]
    public void A_target_that_moves_is_told(double before, double? now, string sentence) =>
        Assert.That(QuestionnaireDiff.Between(WithWifi(w => w with { Target = before }), WithWifi(w => w with { Target = now })).All.Single().Sentence, Is.EqualTo(sentence));

    [Test]
    public void Another_option_on_a_scale_breaks_the_trend_of_every_question_that_uses_it() =>
        Breaks(WithScale(s => s with { Options = [.. s.Options.Skip(1)], Version = 2 }), "scale.quality.options",
            "The scale “quality” measures something else: “Very poor” (1) is gone. Its version is 2 instead of 1. The trends of its questions break here.", AllRatings);

    [Test]
    public void Another_direction_breaks_the_trend_even_if_the_version_was_forgotten() =>
        Breaks(WithScale(s => s with { Options = [.. s.Options.Select(o => o.Code == 3 ? o with { Role = OptionRole.Favourable } : o)] }), "scale.quality.options",
            "The scale “quality” measures something else: “Fair” was neutral and is favourable. Its version is still 1: raise it in the file. The trends of its questions break here.", AllRatings);

    [Test]
    public void A_new_version_of_a_scale_breaks_the_trend_without_any_other_difference() =>
        Breaks(WithScale(s => s with { Version = 2 }), "scale.quality.options",
            "The scale “quality” measures something else. Its version is 2 instead of 1. The trends of its questions break here.", AllRatings);

    [Test]
    public void Other_words_on_a_scale_of_another_version_are_shown_with_the_break() =>
        Breaks(WithScale(s => s with { Version = 2, Options = [.. s.Options.Select(o => o.Code == 3 ? o with { Label = A.Text("Acceptable") } : o)] }), "scale.quality.options",
            "The scale “quality” measures something else. Its version is 2 instead of 1. It is worded differently, too; option 3: it was “Fair” and is now “Acceptable”. The trends of its questions break here.", AllRatings);

    [Test]
    public void Other_words_on_a_scale_count_as_comparable_unless_the_owner_says_otherwise() => Assert.Multiple(() =>
    {
        Asks(WithScale(s => s with { Options = [.. s.Options.Select(o => o.Code == 3 ? o with { Label = A.Text("Acceptable") } : o)] }), "scale.quality.labels",
            "The scale “quality” is worded differently; option 3: it was “Fair” and is now “Acceptable”.", AllRatings);
        Asks(WithScale(s => s with { CannotJudge = A.Text("Not used") }), "scale.quality.cannot_judge",
            "“Cannot judge” is worded differently on the scale “quality”: it was “I cannot judge this” and is now “Not used”.", AllRatings);
    });

    [Test]
    public void A_question_moved_to_another_scale_breaks_only_if_that_one_measures_something_else()
    {
        var copy = A.Scale with { Key = "copy" };
        var shorter = copy with { Options = [.. copy.Options.Skip(1)] };

        Assert.Multiple(() =>
        {
            Asks(OverallOn(copy), "last_question.overall.scale",
                "“All in all?” is answered on the scale “copy” instead of “quality”; both have the same options. It counts as comparable unless you say otherwise.", "overall");
            Asks(OverallOn(copy with { Options = [.. copy.Options.Select(o => o.Code == 3 ? o with { Label = A.Text("So so") } : o)] }), "last_question.overall.scale",
                "“All in all?” is answered on the scale “copy” instead of “quality”; its options are worded differently, option 3: it was “Fair” and is now “So so”. It counts as comparable unless you say otherwise.", "overall");
            Breaks(OverallOn(shorter), "last_question.overall.scale", "“All in all?” is answered on the scale “copy” instead of “quality”. Its trend breaks here.", "overall");
            Breaks(OverallOn(copy with { Version = 2 }), "last_question.overall.scale",
                "“All in all?” is answered on the scale “copy” instead of “quality”, whose version is 2 instead of 1. Its trend breaks here.", "overall");
        });
    }

    [TestCase(1)]
    [TestCase(2)]
    public void The_owner_is_told_of_a_scale_what_the_report_does_with_it(int version)
    {
        var now = OverallOn(A.Scale with { Key = "copy", Version = version });

        var breaks = SeriesBreaks.WhyNot([], An(2025, Last), An(2026, now), "overall") is not null;

        Assert.That(QuestionnaireDiff.Between(Last, now).Breaks.Any(), Is.EqualTo(breaks));
    }

    [Test]
    public void A_scale_that_no_continued_question_uses_breaks_nothing_and_asks_nothing() => Assert.Multiple(() =>
    {
        Questionnaire Unused(Func<RatingScale, RatingScale> change) => Last with { Scales = [A.Scale, change(A.Scale with { Key = "unused" })] };
        Difference Only(Func<RatingScale, RatingScale> change) => QuestionnaireDiff.Between(Unused(s => s), Unused(change)).All.Single();
        Assert.That((Only(s => s with { Version = 2 }).Effect, Only(s => s with { Version = 2 }).Sentence),
            Is.EqualTo((SeriesEffect.None, "The scale “unused” measures something else. Its version is 2 instead of 1.")));
        Assert.That(Only(s => s with { CannotJudge = A.Text("Not used") }).Effect, Is.EqualTo(SeriesEffect.None));
    });

    [Test]
    public void Another_order_of_the_services_is_told_where_everybody_has_the_same()
    {
        var turned = Last with { Services = [.. Last.Services.Reverse()] };

        Tells(turned, "services.order", "The services come in another order: printing, wifi.");
        Assert.That(QuestionnaireDiff.Between(Last with { RandomServiceOrder = true }, turned with { RandomServiceOrder = true }).All, Is.Empty);
    }

    [Test]
    public void Customer_groups_are_told_and_break_nothing()
    {
        var group = Last.Groups[0];
        Assert.Multiple(() =>
        {
            Tells(Last with { Groups = [group, A.Group("role", GroupSource.Asked, "nurse", "doctor")] }, "group.role.added", "Results are split by “role” as well.");
            Tells(Last with { Groups = [] }, "group.department.removed", "Results are no longer split by “department”.");
            Tells(Last with { Groups = [group with { Name = A.Text("Unit") }] }, "group.department.name", "The customer group “department” has another name: it was “department” and is now “Unit”.");
            Tells(Last with { Groups = [group with { Text = A.Text("Where?") }] }, "group.department.text", "The question for “department” is worded differently: it was “Your department?” and is now “Where?”.");
            Tells(Last with { Groups = [group with { Source = GroupSource.Asked }] }, "group.department.source", "“department” is asked of everybody now; it was known from the list of people.");
            Tells(Last with { Groups = [A.Group("department", group.Source, "medicine", "surgery", "chapel", "pharmacy", "kitchen")] }, "group.department.options_added",
                "“department” has 2 options more: “pharmacy” and “kitchen”.");
            Tells(Last with { Groups = [A.Group("department", group.Source, "medicine", "surgery")] }, "group.department.options_removed", "“department” has one option less: “chapel”.");
        });
    }

    [Test]
    public void A_screener_decides_who_rates_and_may_matter() => Assert.Multiple(() =>
    {
        Asks(Last with { Screener = null }, "survey.screener", "Customers are no longer asked which services they use, so others than before rate a service.", BothRatings);
        Asks(Last with { Screener = A.Text("Which did you use this month?") }, "survey.screener",
            "The question which services are used is worded differently: it was “Which of these have you used?” and is now “Which did you use this month?”.", "used.wifi", "used.printing");
    });

    [Test]
    public void What_the_survey_promises_is_told() => Assert.Multiple(() =>
    {
        Tells(Last with { Title = A.Text("Services") }, "survey.title", "The survey has another title: it was “How good are our services?” and is now “Services”.");
        Tells(Last with { Anonymity = Anonymity.Confidential }, "survey.anonymity", "Answers were anonymous and are confidential now; customers are told so.");
        Tells(Last with { MinimumAnswers = 20 }, "survey.minimum_answers", "Figures are shown from 20 answers on instead of 10.");
        Tells(Last with { MinimumForComments = 30 }, "survey.minimum_for_comments", "Comments are shown from 30 answers on instead of 10.");
        Tells(Last with { RandomServiceOrder = true }, "survey.random_service_order", "Each customer is asked about the services in another order now.");
    });

    [Test]
    public void Confirmed_breaks_and_declared_ones_make_the_broken_items()
    {
        var now = WithScale(s => s with { Version = 2 }) with { Services = [A.Service("wifi")], Screener = A.Text("Used today?") };
        var diff = QuestionnaireDiff.Between(Last, now);

        Assert.Multiple(() =>
        {
            Assert.That(diff.BrokenItems([]), Is.EqualTo(new[] { "wifi.overall", "overall" }));
            Assert.That(diff.BrokenItems(["survey.screener", "unheard.of"]), Is.EqualTo(new[] { "used.wifi", "wifi.overall", "overall" }));
            Assert.That(diff.Unconfirmed([]).Select(d => d.Key), Is.EqualTo(new[] { "scale.quality.options" }));
            Assert.That(diff.Unconfirmed(["scale.quality.options"]), Is.Empty);
        });
    }

    [Test]
    public void Every_difference_has_a_key_of_its_own()
    {
        var joint = ShippedFiles.Read("joint-services.yaml").For(2026);
        var keys = QuestionnaireDiff.Between(ShippedFiles.InternalServices(), joint).All.Select(d => d.Key).ToList();

        Assert.That(keys, Is.Unique.And.Count.GreaterThan(40));
    }

    private static Edition An(int year, Questionnaire questionnaire) => new()
    {
        EditionId = year, Survey = "internal", Year = year, Status = EditionStatus.Closed, Origin = EditionOrigin.Collected, OpensOn = new(year, 3, 1), ClosesOn = new(year, 3, 31),
        Questionnaire = questionnaire, QuestionnaireSha256 = "", ConfirmedBreaks = [], Items = ItemList.Of(questionnaire),
    };
}
