using SurveyHub.Surveys;

namespace SurveyHub.Tests.Definitions;

public sealed class ShippedSurveyTests
{
    [Test]
    public void The_demonstration_asks_about_twelve_services_of_three_departments()
    {
        var questionnaire = ShippedFiles.InternalServices();

        Assert.Multiple(() =>
        {
            Assert.That(questionnaire.Services.Select(s => s.Provider).Distinct(), Is.EquivalentTo(new[] { "it", "hr", "facilities" }));
            Assert.That(questionnaire.Services, Has.Count.EqualTo(12));
            Assert.That(questionnaire.Groups.Select(g => (g.Key, g.Options.Count)), Is.EqualTo(new[] { ("department", 14), ("role", 4) }));
            Assert.That(questionnaire.MainRating?.Key, Is.EqualTo("overall"));
            Assert.That(ItemList.Of(questionnaire).Overall, Is.Not.Null);
            Assert.That(questionnaire.Anonymity, Is.EqualTo(Anonymity.Anonymous));
        });
    }

    [Test]
    public void The_demonstration_stands_in_English_and_German_to_the_last_word() =>
        Assert.That(Texts(ShippedFiles.InternalServices()).Select(t => t.ByLanguage.Select(w => w.Key)), Is.All.EqualTo(new[] { "en", "de" }));

    [Test]
    public void The_joint_survey_shows_what_the_demonstration_does_not()
    {
        var definition = ShippedFiles.Read("joint-services.yaml");
        var questionnaire = definition.For(2026);

        Assert.Multiple(() =>
        {
            Assert.That(questionnaire.Anonymity, Is.EqualTo(Anonymity.Confidential));
            Assert.That(questionnaire.Headline, Is.EqualTo(HeadlineKind.OverallQuestion));
            Assert.That(questionnaire.Screener, Is.Null);
            Assert.That(questionnaire.Groups.Select(g => g.Source), Is.All.EqualTo(GroupSource.Asked));
            Assert.That(questionnaire.Services.Select(s => s.Key), Does.Contain("onboarding").And.Not.Contains("cash_desk"));
            Assert.That(definition.For(2023).Services.Select(s => s.Key), Does.Contain("cash_desk").And.Not.Contains("onboarding"));
            Assert.That(questionnaire.ServiceQuestions.Concat(questionnaire.LastQuestions).Count(q => q.ShowIf is not null), Is.EqualTo(2));
            Assert.That(Enum.GetValues<QuestionKind>().Except(questionnaire.ServiceQuestions.Concat(questionnaire.LastQuestions).Select(q => q.Kind)),
                Is.EqualTo(new[] { QuestionKind.MultipleChoice }), "the demonstration has that one");
        });
    }

    private static IEnumerable<LocalText> Texts(Questionnaire q) =>
        [q.Title, q.Organisation, q.Purpose!, q.SinceLastYear!, q.Screener!,
            .. q.Services.SelectMany(s => new[] { s.Name, s.Description! }),
            .. q.Scales.SelectMany(s => s.Options.Select(o => o.Label).Append(s.CannotJudge)),
            .. q.ServiceQuestions.Concat(q.LastQuestions).SelectMany(question => question.Options.Select(o => o.Label).Append(question.Text)),
            .. q.Groups.SelectMany(g => g.Options.Select(o => o.Label).Append(g.Text).Append(g.Name))];
}
