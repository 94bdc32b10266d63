using SurveyHub.Surveys;

namespace SurveyHub.Tests.Support;

/// <summary>Builders that hide what does not matter and show what does.</summary>
internal static class A
{
    public static LocalText Text(string english) => new("en", english);

    public static RatingScale Scale => new()
    {
        Key = "quality",
        Options =
        [
            Point(1, "Very poor", OptionRole.Unfavourable),
            Point(2, "Poor", OptionRole.Unfavourable),
            Point(3, "Fair", OptionRole.Neutral),
            Point(4, "Good", OptionRole.Favourable),
            Point(5, "Excellent", OptionRole.Favourable),
        ],
        CannotJudge = Text("I cannot judge this"),
    };

    private static ScaleOption Point(int code, string label, OptionRole role) => new() { Code = code, Label = Text(label), Role = role };

    public static Question Rating(string key, string text = "Overall, how good is it?") =>
        new() { Key = key, Kind = QuestionKind.Rating, Text = Text(text), Scale = "quality" };

    public static Question Comment(string key = "comment") =>
        new() { Key = key, Kind = QuestionKind.LongText, Text = Text("What could we do better?") };

    public static Service Service(string key) => new() { Key = key, Name = Text(key), Provider = "it" };

    public static CustomerGroup Group(string key, GroupSource source, params string[] options) => new()
    {
        Key = key,
        Name = Text(key),
        Text = Text($"Your {key}?"),
        Source = source,
        Options = [.. options.Select((o, i) => new ChoiceOption { Key = o, Code = i + 1, Label = Text(o) })],
    };

    /// <summary>Services with one rating and one comment each, a screener, a department known from the invitation, an overall rating.</summary>
    public static Questionnaire Questionnaire(params string[] services) => new()
    {
        Survey = "internal",
        Title = Text("How good are our services?"),
        Organisation = Text("St. Anna Hospital"),
        Languages = ["en"],
        Minutes = 4,
        Anonymity = Anonymity.Anonymous,
        MinimumAnswers = 10,
        MinimumForComments = 10,
        Headline = HeadlineKind.PooledRatings,
        RandomServiceOrder = false,
        Providers = [new() { Key = "it", Name = Text("IT") }],
        Services = [.. services.Select(Service)],
        Scales = [Scale],
        Screener = Text("Which of these have you used?"),
        ServiceQuestions = [Rating("overall"), Comment()],
        Groups = [Group("department", GroupSource.Invitation, "medicine", "surgery", "chapel")],
        LastQuestions = [Rating(SurveyHub.Surveys.Questionnaire.OverallQuestion, "All in all?"), Comment("last")],
    };
}
