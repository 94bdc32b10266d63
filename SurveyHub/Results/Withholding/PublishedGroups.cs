using SurveyHub.Results.Counting;
using SurveyHub.Surveys;

namespace SurveyHub.Results.Withholding;

/// <summary>What the report says by customer groups, of every rating it shows.</summary>
internal sealed class PublishedGroups(EditionTallies tallies, IReadOnlyList<PublishedTotals> items)
{
    public IReadOnlyList<PublishedTotals> Items => items;

    public static PublishedGroups Of(EditionReport report, EditionTallies tallies, IEnumerable<Item> ratings) =>
        new(tallies, [.. ratings.Select(i => PublishedTotals.Of(report, i))]);

    /// <summary>Some figure of the group is hidden.</summary>
    public bool Hides(int group) => items.Any(i => i.Hidden.Any(v => v.Attribute == group));

    /// <summary>The report counted everybody under the value that their row has: nobody's row gave up this group.</summary>
    public bool CountsAreOf(RowCounts counts, int group)
    {
        var attribute = tallies.Edition.Questionnaire.Groups[group];
        var (found, none) = (counts.ByValueOf(group), new int[items.Count]);
        foreach (var option in attribute.Options)
        {
            var (rows, ratings) = found.GetValueOrDefault(option.Code, (0, none));
            if ((tallies.Count(CountNames.Responses, attribute.Key, option.Key) ?? 0) != rows) return false;
            if (items.Index().Any(i => tallies.Of(i.Item.Item, attribute.Key, option.Key).Valid != ratings[i.Index])) return false;
        }
        return true;
    }
}
