using SurveyHub.Surveys;

namespace SurveyHub.Results.Weights;

/// <summary>
/// Makes the categories of one customer group that answers can be weighted to (methodology M11): fewer than ten answers or two in a hundred
/// people are too few to stand for others, so such values are put together, with the next smallest until they are enough. Those
/// whose value is not known are a category of their own, as large among all people as among those who answered.
/// </summary>
internal static class MarginMerging
{
    public const int FewestRespondents = 10;
    public const double SmallestShare = 0.02;

    /// <param name="group">The customer group.</param>
    /// <param name="people">Everybody on the list.</param>
    /// <param name="headcount">People with a value on the list.</param>
    /// <param name="respondents">Answers by value; "" is not known.</param>
    /// <param name="anonymity">An anonymous edition forgets values that too few have, and those who answered are among the unknown: such values are left out on both sides.</param>
    public static WeightedMargin Merge(CustomerGroup group, double people, Func<string, int> headcount, IReadOnlyDictionary<string, int> respondents, Anonymity anonymity)
    {
        var forgets = anonymity == Anonymity.Anonymous && respondents.GetValueOrDefault("") > 0;
        var values = group.Options.Where(o => !forgets || respondents.GetValueOrDefault(o.Key) > 0).Select(o => new WeightedCategory([o.Key], headcount(o.Key), respondents.GetValueOrDefault(o.Key))).Where(c => c.Population > 0 || c.Respondents > 0).ToList();
        var few = values.Where(c => IsSmall(c, people)).ToList();
        var rest = values.Except(few).OrderBy(c => c.Respondents).ToList();
        while (few.Count > 0 && rest.Count > 0 && IsSmall(Sum(group, few), people))
        {
            few.Add(rest[0]);
            rest.RemoveAt(0);
        }
        var known = rest.Concat(few.Count > 0 ? [Sum(group, few)] : Array.Empty<WeightedCategory>()).OrderBy(c => Place(group, c)).ToList();
        return new(group.Key, respondents.GetValueOrDefault("") is > 0 and var unknown ? [.. known, NotKnown(people, unknown, respondents.Values.Sum())] : known);
    }

    /// <summary>The headcounts to weight to: all categories together are everybody, also where the list does not know everybody's value.</summary>
    public static IReadOnlyList<double> Targets(WeightedMargin margin, double people)
    {
        var unknown = margin.Categories.Where(c => c.Values.Count == 0).Sum(c => c.Population);
        var listed = margin.Categories.Where(c => c.Values.Count > 0).Sum(c => c.Population);
        return [.. margin.Categories.Select(c => c.Values.Count == 0 ? c.Population : c.Population * (people - unknown) / listed)];
    }

    private static bool IsSmall(WeightedCategory category, double people) => category.Respondents < FewestRespondents || category.Population < SmallestShare * people;

    private static WeightedCategory NotKnown(double people, int unknown, int all) => new([], people * unknown / all, unknown);

    private static WeightedCategory Sum(CustomerGroup group, IReadOnlyList<WeightedCategory> categories) => new(
        [.. categories.SelectMany(c => c.Values).OrderBy(v => PlaceOf(group, v))], categories.Sum(c => c.Population), categories.Sum(c => c.Respondents));

    private static int Place(CustomerGroup group, WeightedCategory category) => category.Values.Min(v => PlaceOf(group, v));

    private static int PlaceOf(CustomerGroup group, string value) => group.Options.Index().First(o => o.Item.Key == value).Index;
}
