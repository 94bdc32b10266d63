using SurveyHub.Features.Responding.Answers;

namespace SurveyHub.Tests.Features.Responding;

public sealed class DraftAnswersTests
{
    [Test]
    public void A_draft_comes_back_as_it_was_written()
    {
        var draft = DraftAnswers.New(-5);
        draft.Language = "de";
        draft.Place = Step.ForService("wifi");
        draft.MarkSeen(Step.Services);
        draft.Set("wifi.comment", "Line one\nline “two”");

        var read = DraftAnswers.Read(draft.ToJson(), 1);

        Assert.Multiple(() =>
        {
            Assert.That(read["wifi.comment"], Is.EqualTo("Line one\nline “two”"));
            Assert.That(read.Seed, Is.EqualTo(-5));
            Assert.That(read.Language, Is.EqualTo("de"));
            Assert.That(read.Place, Is.EqualTo(Step.ForService("wifi")));
            Assert.That(read.HasSeen(Step.Services));
            Assert.That(read.HasSeen(Step.Groups), Is.False);
            Assert.That(read.IsChanged, Is.False);
        });
    }

    [Test]
    public void A_change_belongs_to_the_next_version_and_saying_the_same_again_is_no_change()
    {
        var draft = AQuestionnaire.Draft(("wifi.overall", "4"));

        draft.Set("wifi.overall", "4");
        Assert.That(draft.IsChanged, Is.False);

        draft.Set("wifi.overall", "5");
        Assert.That((draft.IsChanged, draft.VersionOf("wifi.overall")), Is.EqualTo((true, draft.Version + 1)));
    }

    [Test]
    public void An_answer_taken_back_is_remembered_as_taken_back()
    {
        var draft = AQuestionnaire.Draft(("wifi.overall", "4"));

        draft.Set("wifi.overall", "");

        Assert.That(draft["wifi.overall"], Is.Null);
        Assert.That(draft.VersionOf("wifi.overall"), Is.EqualTo(2));
    }

    [Test]
    public void The_fingerprint_follows_the_answers_and_not_the_way_through_them()
    {
        var draft = AQuestionnaire.Draft(("a", "1"), ("b", "2"));
        var before = draft.Fingerprint();

        draft.Place = Step.Review;
        draft.Set("c", "3");
        draft.Set("c", "");
        Assert.That(draft.Fingerprint(), Is.EqualTo(before));

        draft.Set("a", "2");
        Assert.That(draft.Fingerprint(), Is.Not.EqualTo(before));
        Assert.That(AQuestionnaire.Draft(("b", "2"), ("a", "1")).Fingerprint(), Is.EqualTo(before));
    }
}
