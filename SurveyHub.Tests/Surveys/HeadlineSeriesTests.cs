using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Surveys;

/// <summary>The owner is told what becomes of the headline, the line that everybody looks at first.</summary>
public sealed class HeadlineSeriesTests : QuestionnaireDiffTest
{
    [TestCase(HeadlineKind.OverallQuestion, "The headline's trend breaks with it: the headline is the overall question.")]
    [TestCase(HeadlineKind.MeanOfServices, "The headline's trend breaks with them: no service is left whose share can be compared.")]
    [TestCase(HeadlineKind.PooledRatings, "The headline's trend breaks with them: no service is left whose share can be compared.")]
    public void A_scale_that_measures_something_else_breaks_the_headline_too(HeadlineKind headline, string sentence) =>
        Assert.That(Between(headline, WithScale(s => s with { Version = 2 })).HeadlineAfter([]), Is.EqualTo(sentence));

    [Test]
    public void Only_what_the_headline_is_made_of_breaks_it()
    {
        var overall = OverallOn(A.Scale with { Key = "other", Version = 2 });

        Assert.That(Between(HeadlineKind.OverallQuestion, overall).HeadlineAfter([]), Does.StartWith("The headline's trend breaks"));
        Assert.That(Between(HeadlineKind.PooledRatings, overall).HeadlineAfter([]), Is.Null);
        Assert.That(Between(HeadlineKind.PooledRatings, Last).HeadlineAfter([]), Is.Null);
    }

    [Test]
    public void A_rewording_does_it_only_if_the_owner_declares_it()
    {
        var diff = Between(HeadlineKind.OverallQuestion, WithLast("overall", q => q with { Text = A.Text("Taken together?") }));

        Assert.That(diff.HeadlineAfter([]), Is.Null);
        Assert.That(diff.HeadlineAfter([diff.Questions.Single().Key]), Does.StartWith("The headline's trend breaks"));
    }

    [Test]
    public void One_service_that_both_years_asked_about_carries_it_on_and_none_breaks_it()
    {
        Assert.That(Between(HeadlineKind.MeanOfServices, WithWifi(w => w with { Key = "wlan" })).HeadlineAfter([]), Is.Null);
        Assert.That(Between(HeadlineKind.MeanOfServices, Last with { Services = [A.Service("canteen")] }).HeadlineAfter([]), Does.StartWith("The headline's trend breaks"));
    }

    [Test]
    public void Another_headline_says_so_itself() =>
        Assert.That(QuestionnaireDiff.Between(Last, WithScale(s => s with { Version = 2 }) with { Headline = HeadlineKind.OverallQuestion }).HeadlineAfter([]), Is.Null);

    private static QuestionnaireDiff Between(HeadlineKind headline, Questionnaire now) =>
        QuestionnaireDiff.Between(Last with { Headline = headline }, now with { Headline = headline });
}
