using SurveyHub.Surveys;

namespace SurveyHub.Features.Responding.Answers;

/// <summary>One sentence of ours: the key of its words and what stands in its gaps.</summary>
public sealed record Sentence(string Key, params object[] Arguments);

/// <summary>What the welcome page promises about privacy, taken from the edition's real settings: a heading and three lines.</summary>
public sealed record PrivacyLines(Sentence Heading, IReadOnlyList<Sentence> Lines)
{
    public static PrivacyLines Of(Questionnaire questionnaire, bool openLink)
    {
        // Whoever comes by the open link is not known to us, whatever the mode.
        var mode = openLink ? Anonymity.Anonymous : questionnaire.Anonymity;
        return new(new($"Privacy.{mode}"),
        [
            new(openLink ? "Privacy.Open.Who" : $"Privacy.{mode}.Who"),
            new("Privacy.Groups", questionnaire.MinimumAnswers),
            Comments(questionnaire, mode),
        ]);
    }

    private static Sentence Comments(Questionnaire questionnaire, Anonymity mode)
    {
        if (!AsksForWords(questionnaire)) return new("Privacy.NoComments");
        return new(mode == Anonymity.Identified ? "Privacy.Identified.Comments" : "Privacy.Comments", questionnaire.MinimumForComments);
    }

    public static bool AsksForWords(Questionnaire questionnaire) =>
        questionnaire.ServiceQuestions.Concat(questionnaire.LastQuestions).Any(q => q.Kind is QuestionKind.ShortText or QuestionKind.LongText);
}
