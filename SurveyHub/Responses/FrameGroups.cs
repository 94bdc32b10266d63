using SurveyHub.Data;
using SurveyHub.Surveys;

namespace SurveyHub.Responses;

/// <summary>Keeps the frame's customer groups in step with the questionnaire, which may change as long as the edition is prepared.</summary>
public static class FrameGroups
{
    /// <summary>
    /// Takes away attributes and options that the edition's questionnaire does not have (any more), and decides again which groups
    /// an anonymous response may keep.
    /// </summary>
    /// <returns>How many people lost one: they count as not known there.</returns>
    public static async Task<int> FitAsync(Work work, Edition edition)
    {
        var lost = 0;
        foreach (var stored in await work.QueryAsync<string>("select distinct groups from invitation where edition_id = @EditionId", new { edition.EditionId }))
        {
            var groups = FrameStore.Groups(stored);
            var fitting = FrameStore.Text(edition.Questionnaire, Known(edition.Questionnaire, groups));
            if (fitting == stored) continue;
            var people = await work.ExecuteAsync("update invitation set groups = @fitting where edition_id = @EditionId and groups = @stored",
                new { fitting, edition.EditionId, stored });
            // Another order of the same groups is no loss.
            if (FrameStore.Groups(fitting).Count < groups.Count) lost += people;
        }
        await FrameStore.RefreshKeptGroupsAsync(work, edition);
        return lost;
    }

    /// <summary>People whose groups the questionnaire does not have.</summary>
    public static int CountUnknown(Questionnaire questionnaire, IEnumerable<FrameCount> people) =>
        people.Where(p => Known(questionnaire, p.Groups).Count < p.Groups.Count).Sum(p => p.People);

    private static Dictionary<string, string> Known(Questionnaire questionnaire, IReadOnlyDictionary<string, string> groups) =>
        groups.Where(g => questionnaire.Groups.FirstOrDefault(q => q.Key == g.Key)?.Options.Any(o => o.Key == g.Value) == true)
            .ToDictionary(g => g.Key, g => g.Value, StringComparer.Ordinal);
}
