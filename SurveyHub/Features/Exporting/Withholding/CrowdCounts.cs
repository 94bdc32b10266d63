using SurveyHub.Responses;

namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>The ratings of some items by the customer groups that the rows of the file show.</summary>
internal sealed class CrowdCounts
{
    private readonly List<int?[]> _shown = [];
    private readonly List<int[]> _ratings = [];

    public IReadOnlyList<int?[]> Shown => _shown;

    /// <param name="answered">Who answered, by the groups they have.</param>
    /// <param name="groups">What of these a row shows.</param>
    /// <param name="items">Places of the items among the ratings that were counted.</param>
    public static CrowdCounts Of(IReadOnlyList<AnsweredCombination> answered, ExportedGroups groups, IReadOnlyList<int> items)
    {
        var counts = new CrowdCounts();
        var places = new ByCombination<int>();
        foreach (var combination in answered)
        {
            // Of people without a group and without a rating there is nothing to leave out.
            if (combination.Codes.All(code => code is null) && items.All(item => combination.Ratings[item] == 0)) continue;
            int?[] shown = [.. combination.Codes];
            groups.Limit(shown);
            if (!places.TryGet(shown, out var place))
            {
                places[shown] = place = counts._shown.Count;
                counts._shown.Add(shown);
                counts._ratings.Add(new int[items.Count]);
            }
            foreach (var (at, item) in items.Index()) counts._ratings[place][at] += combination.Ratings[item];
        }
        return counts;
    }

    public IReadOnlyList<Crowd> Of(int item) => [.. _shown.Zip(_ratings, (shown, ratings) => new Crowd(shown, ratings[item]))];
}
