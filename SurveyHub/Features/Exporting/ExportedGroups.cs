using System.Globalization;
using SurveyHub.Responses;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Exporting;

/// <summary>
/// Which groups a row of the microdata may show. A combination that fewer answers share than a figure needs would be a figure about too few people,
/// so it loses attributes, the last first. Anonymous editions were treated so when they were closed; the others are here.
/// </summary>
public sealed class ExportedGroups
{
    private readonly int[] _groups;
    private readonly ByCombination<int> _kept = new();

    private ExportedGroups(int[] groups) => _groups = groups;

    /// <summary>Responses that show fewer groups than were known.</summary>
    public int ResponsesWithHiddenGroups { get; private set; }

    /// <summary>Numbers of the items that are customer groups, in the order in which a row shows them.</summary>
    public static int[] ItemsOf(Edition edition) => [.. edition.Items.All.Where(i => i.Kind == ItemKind.Group).Select(i => i.No)];

    public static ExportedGroups Of(Edition edition, IReadOnlyList<AnsweredCombination> answered)
    {
        var groups = new ExportedGroups(ItemsOf(edition));
        var counts = KeptGroups.Count(
            [.. answered.Select(a => ((IReadOnlyList<string?>)[.. a.Codes.Select(c => c?.ToString(CultureInfo.InvariantCulture))], a.People))],
            groups._groups.Length, edition.Questionnaire.MinimumAnswers);
        foreach (var (combination, kept) in answered.Zip(counts))
        {
            groups._kept[combination.Codes] = kept;
            if (combination.Codes.Skip(kept).Any(code => code is not null)) groups.ResponsesWithHiddenGroups += combination.People;
        }
        return groups;
    }

    /// <summary>Fills the codes of the groups to show, in the order of the group items; null is not shown or not known.</summary>
    public void Read(StreamedResponse response, int?[] shown)
    {
        for (var i = 0; i < _groups.Length; i++) shown[i] = response.Code(_groups[i]) is > 0 and var code ? code : null;
        Limit(shown);
    }

    /// <summary>Takes away what a row with these codes does not show.</summary>
    public void Limit(int?[] codes)
    {
        // A combination that was not there when they were counted shows nothing.
        _kept.TryGet(codes, out var kept);
        for (var i = kept; i < _groups.Length; i++) codes[i] = null;
    }
}
