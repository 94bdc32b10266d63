using SurveyHub.Surveys;
using SurveyHub.Surveys.Lineage;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Surveys.Lineage;

/// <summary>What became of things is said to the owner in sentences, each with what it does to the trend.</summary>
public sealed class LineageDiffTests
{
    private static readonly Questionnaire Last = A.Questionnaire("fax", "telephony", "workplace", "films");

    [Test]
    public void Each_entry_is_a_sentence_to_be_confirmed_and_nothing_else_is_said_of_its_services()
    {
        var now = A.Questionnaire("telephony", "workstations", "printing", "imaging") with
        {
            Lineage =
            [
                new() { Kind = LineageKind.Merged, Service = "telephony", From = ["fax", "telephony"], Year = 2026 },
                new() { Kind = LineageKind.Split, Service = "workplace", Into = ["workstations", "printing"], Year = 2026 },
                new() { Kind = LineageKind.Renamed, Service = "imaging", From = ["films"], Year = 2026, Note = "The archive was closed." },
            ],
        };
        var diff = QuestionnaireDiff.Between(Last, now);

        Assert.Multiple(() =>
        {
            Assert.That(diff.All, Has.Count.EqualTo(3));
            Assert.That(diff.Followed.Select(d => d.Sentence), Is.EqualTo(new[]
            {
                "“fax” and “telephony” become “telephony” from 2026 on: the trend shows them together before, where each of them may be shown, and changes are computed against all of them.",
                "“workplace” becomes “workstations” and “printing” from 2026 on: each begins a trend of its own, with “workplace” dashed before it and no change across; only both together are compared with it.",
                "“films” goes on as “imaging” from 2026 on: one trend under the new name, which says until when it had the old one. (The archive was closed.)",
            }));
            Assert.That(diff.BrokenItems([]), Is.Empty);
            Assert.That(QuestionnaireDiff.Between(now, now).All, Is.Empty, "confirmed once");
        });
    }

    [Test]
    public void A_service_that_only_got_another_key_does_not_break_where_the_file_says_so()
    {
        var now = A.Questionnaire("telephony") with { Services = [A.Service("phones") with { Name = A.Text("telephony") }], Lineage = [new() { Kind = LineageKind.Renamed, Service = "phones", From = ["telephony"], Year = 2026 }] };

        Assert.That(QuestionnaireDiff.Between(A.Questionnaire("telephony"), now).Breaks, Is.Empty);
    }

    [Test]
    public void Customer_groups_are_followed_in_the_same_way()
    {
        var now = Last with
        {
            Groups = [A.Group("department", GroupSource.Invitation, "surgery", "clinic")],
            Lineage = [new() { Kind = LineageKind.Merged, Group = "department", Option = "clinic", From = ["medicine", "chapel"], Year = 2026 }],
        };

        Assert.That(QuestionnaireDiff.Between(Last, now).All.Select(d => d.Sentence).First(),
            Is.EqualTo("“department”: “medicine” and “chapel” become “clinic” from 2026 on: figures over the years show them together before."));
        Assert.That(QuestionnaireDiff.Between(Last, now).All.Select(d => d.Key), Has.None.Contains("options"));
    }

    [TestCase(RewordingEffect.Minor, SeriesEffect.Follow, "The question “overall” asks the same in other words from 2026 on: it was “Overall, how good is it?” and is now “How good?”. Its trend goes on, with a note.")]
    [TestCase(RewordingEffect.Major, SeriesEffect.Break, "The question “overall” asks something else from 2026 on: it was “Overall, how good is it?” and is now “How good?”. Its trend breaks here.")]
    public void A_rewording_says_what_it_does(RewordingEffect effect, SeriesEffect series, string sentence)
    {
        var diff = QuestionnaireDiff.Between(Last, Last with
        {
            ServiceQuestions = [A.Rating("overall", "How good?"), A.Comment()],
            Lineage = [new() { Kind = LineageKind.Reworded, Question = "overall", Effect = effect, Year = 2026 }],
        });

        Assert.That(diff.All.Select(d => (d.Effect, d.Sentence)), Is.EqualTo(new[] { (series, sentence) }));
        Assert.That(diff.BrokenItems([]).Contains("fax.overall"), Is.EqualTo(effect == RewordingEffect.Major));
    }

    [Test]
    public void A_new_version_has_the_last_word_over_an_entry_that_calls_the_words_the_same()
    {
        var diff = QuestionnaireDiff.Between(Last, Last with
        {
            ServiceQuestions = [A.Rating("overall", "How good?") with { Version = 2 }, A.Comment()],
            Lineage = [new() { Kind = LineageKind.Reworded, Question = "overall", Effect = RewordingEffect.Minor, Year = 2026 }],
        });

        Assert.That(diff.Breaks.Single().Key, Is.EqualTo("service_question.overall.version"));
    }

    [Test]
    public void A_rescaled_scale_breaks_even_where_its_options_are_the_same() => Assert.That(
        QuestionnaireDiff.Between(Last, Last with { Lineage = [new() { Kind = LineageKind.Rescaled, Scale = "quality", Year = 2026 }] }).Breaks.Single().Sentence,
        Is.EqualTo("The scale “quality” counts as another one from 2026 on. The trends of its questions break here."));

    [Test]
    public void An_entry_that_was_taken_back_is_to_be_confirmed_as_well() => Assert.That(
        QuestionnaireDiff.Between(Last with { Lineage = [new() { Kind = LineageKind.Renamed, Service = "films", From = ["tapes"], Year = 2024 }] }, Last).Followed.Single().Sentence,
        Is.EqualTo("The file says no longer that “tapes” became “films” in 2024. Trends of all years are drawn without it."));

    [Test]
    public void One_that_looks_like_another_that_is_gone_is_asked_about_with_the_lines_to_write() => Assert.Multiple(() =>
    {
        Assert.That(Proposal(Named("imaging", "Imaging archive"), Named("films", "Archive of films")), Is.EqualTo("lineage:\n  - { kind: renamed, service: imaging, from: films, year: … }"));
        Assert.That(Proposal(Named("print", "Printing and copying"), Named("copy", "Copying"), Named("printers", "Printing")),
            Is.EqualTo("lineage:\n  - { kind: merged, service: print, from: [copy, printers], year: … }"));
        Assert.That(Proposal(Named("lift", "Lifts") with { Group = "House" }, Named("stairs", "Stairs") with { Group = "House" }), Is.Not.Null, "in the same place");
        Assert.That(Proposal(Named("lift", "Lifts"), Named("payroll", "Payroll")), Is.Null);
    });

    private static string? Proposal(Service now, params Service[] gone) => QuestionnaireDiff.Between(
        A.Questionnaire("wifi") with { Services = [A.Service("wifi"), .. gone] }, A.Questionnaire("wifi") with { Services = [A.Service("wifi"), now] }).All.First(d => d.Key.EndsWith(".added", StringComparison.Ordinal)).Proposal;

    private static Service Named(string key, string name) => A.Service(key) with { Name = A.Text(name) };
}
