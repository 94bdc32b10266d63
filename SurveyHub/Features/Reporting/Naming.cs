using SurveyHub.Surveys;

namespace SurveyHub.Features.Reporting;

/// <summary>The names of a questionnaire's parts in the survey's first language, in which reports are written.</summary>
public static class Naming
{
    extension(Questionnaire questionnaire)
    {
        /// <summary>Everybody was asked which services they use, and about those only.</summary>
        public bool AsksUse => questionnaire.Screener is not null;

        public string TitleInFirstLanguage => questionnaire.In(questionnaire.Title);

        public string In(LocalText text) => text.In(questionnaire.Languages[0]);

        public string ServiceName(string key) => questionnaire.Service(key) is { } service ? questionnaire.In(service.Name) : key;

        public string GroupName(string attribute) =>
            questionnaire.Groups.FirstOrDefault(g => g.Key == attribute) is { } group ? questionnaire.In(group.Name) : attribute;

        /// <summary>The wording of a question of the rating template.</summary>
        public string ServiceQuestion(string key) =>
            questionnaire.ServiceQuestions.FirstOrDefault(q => q.Key == key) is { } question ? questionnaire.In(question.Text) : key;

        /// <summary>The favourable options as they are labelled: "good or excellent" of a scale that has them.</summary>
        public string FavourableWords(RatingScale? scale)
        {
            string[] labels = [.. (scale?.Options ?? []).Where(o => o.Role == OptionRole.Favourable).Select(o => $"“{questionnaire.In(o.Label)}”")];
            return labels.Length == 0 ? "favourable" : string.Join(" or ", labels);
        }
    }
}
