using SurveyHub.Responses;
using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>
/// Whether the report counts people in a customer group whose rows in the file do not show it: what protects small combinations also
/// makes a difference between the two.
/// </summary>
internal static class LostGroups
{
    public static bool Any(Edition edition, EditionTallies tallies, ExportedGroups groups, IReadOnlyList<AnsweredCombination> answered)
    {
        if (groups.ResponsesWithHiddenGroups > 0) return true;
        var stored = new Dictionary<(int ItemNo, int Code), int>();
        int[] items = ExportedGroups.ItemsOf(edition);
        foreach (var combination in answered)
            for (var i = 0; i < items.Length; i++)
                if (combination.Codes[i] is { } code) stored[(items[i], code)] = stored.GetValueOrDefault((items[i], code)) + combination.People;
        return edition.Items.All.Where(i => i.Kind == ItemKind.Group)
            .Any(item => tallies.Codes(item).Any(c => c.Key > 0 && c.Value != stored.GetValueOrDefault((item.No, c.Key))));
    }
}
