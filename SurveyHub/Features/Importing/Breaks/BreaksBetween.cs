using SurveyHub.Surveys;

namespace SurveyHub.Features.Importing.Breaks;

/// <summary>Finds where the series of imported years and those of the editions beside them do not go on.</summary>
internal static class BreaksBetween
{
    /// <param name="stored">The survey's editions, drafts left out.</param>
    /// <param name="brought">What the imported years ask.</param>
    public static IReadOnlyList<BroughtBreak> Of(IEnumerable<Edition> stored, IEnumerable<(int Year, Questionnaire Questionnaire)> brought)
    {
        var years = stored.Select(e => (e.Year, e.Questionnaire, IsNew: false)).Concat(brought.Select(b => (b.Year, b.Questionnaire, IsNew: true))).OrderBy(y => y.Year).ToList();
        return
        [
            .. from pair in years.Zip(years.Skip(1))
               where pair.First.IsNew || pair.Second.IsNew
               from difference in QuestionnaireDiff.Between(pair.First.Questionnaire, pair.Second.Questionnaire).Breaks
               select new BroughtBreak(pair.First.Year, pair.Second.Year, difference),
        ];
    }
}
