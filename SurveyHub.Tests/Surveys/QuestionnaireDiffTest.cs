using SurveyHub.Surveys;
using SurveyHub.Tests.Support;

namespace SurveyHub.Tests.Surveys;

/// <summary>The last edition, against which the next one is compared.</summary>
public abstract class QuestionnaireDiffTest
{
    protected static readonly Questionnaire Last = A.Questionnaire("wifi", "printing") with
    {
        LastQuestions =
        [
            A.Rating("overall", "All in all?"),
            new() { Key = "news", Kind = QuestionKind.MultipleChoice, Text = A.Text("Heard by?"), Options = [Option("mail", 1), Option("poster", 2)] },
            new() { Key = "lost", Kind = QuestionKind.Number, Text = A.Text("Hours lost?"), Minimum = 0, Maximum = 60 },
            A.Comment("last"),
        ],
    };

    protected static readonly string[] BothRatings = ["wifi.overall", "printing.overall"], AllRatings = ["wifi.overall", "printing.overall", "overall"];

    protected static void Tells(Questionnaire now, string key, string sentence) => Has(now, key, sentence, SeriesEffect.None, []);

    protected static void Asks(Questionnaire now, string key, string sentence, params string[] items) => Has(now, key, sentence, SeriesEffect.Ask, items);

    protected static void Breaks(Questionnaire now, string key, string sentence, params string[] items) => Has(now, key, sentence, SeriesEffect.Break, items);

    private static void Has(Questionnaire now, string key, string sentence, SeriesEffect effect, string[] items)
    {
        var all = QuestionnaireDiff.Between(Last, now).All;
        Assert.That(all.Select(d => d.Key), Is.EqualTo(new[] { key }));
        Assert.That((all[0].Sentence, all[0].Effect), Is.EqualTo((sentence, effect)));
        Assert.That(all[0].Items, Is.EqualTo(items));
    }

    protected static ChoiceOption Option(string key, int code) => new() { Key = key, Code = code, Label = A.Text(key) };

    protected static Questionnaire WithWifi(Func<Service, Service> change) => Last with { Services = [change(Last.Services[0]), .. Last.Services.Skip(1)] };

    protected static Questionnaire WithLast(string key, Func<Question, Question> change) =>
        Last with { LastQuestions = [.. Last.LastQuestions.Select(q => q.Key == key ? change(q) : q)] };

    protected static Questionnaire WithScale(Func<RatingScale, RatingScale> change) => Last with { Scales = [change(A.Scale)] };

    protected static Questionnaire OverallOn(RatingScale scale) => WithLast("overall", q => q with { Scale = scale.Key }) with { Scales = [A.Scale, scale] };
}
