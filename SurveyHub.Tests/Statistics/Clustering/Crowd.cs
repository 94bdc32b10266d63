using FsCheck;
using FsCheck.Fluent;
using SurveyHub.Statistics;
using SurveyHub.Statistics.Clustering;
using SurveyHub.Tests.Statistics.Counting;

namespace SurveyHub.Tests.Statistics.Clustering;

/// <summary>Made-up people who each rate some of the items on a scale of 1 to 5, or answer "not applicable", or skip.</summary>
internal static class Crowd
{
    public static readonly ScaleCodes OneToFive = new([1, 2, 3, 4, 5]);

    public static Gen<ItemAnswer[][]> Any =>
        from items in Gen.Choose(1, 5)
        from people in Gen.Choose(1, 40)
        from answers in Gen.ArrayOf(Gen.ArrayOf(Answer, items), people)
        select answers;

    /// <summary>Several people who answer alike: digits are codes, x is "not applicable", a blank is skipped, a dash was not asked.</summary>
    public static IEnumerable<ItemAnswer[]> Of(int people, string answers) => Enumerable.Range(0, people)
        .Select(_ => answers.Select(answer => answer switch
        {
            'x' => ItemAnswer.NotApplicable,
            ' ' => ItemAnswer.Skipped,
            '-' => ItemAnswer.NotAsked,
            _ => ItemAnswer.Rated(answer - '0'),
        }).ToArray());

    public static RatingTable Count(IEnumerable<ItemAnswer[]> people)
    {
        var everyone = people.ToArray();
        var counter = new RatingCounter([.. everyone[0].Select(_ => OneToFive)]);
        foreach (var person in everyone)
            counter.Add(person);
        return counter.ToTable();
    }

    public static WeightedRating?[][] Rows(IEnumerable<ItemAnswer[]> people, Func<int, double>? weight = null) =>
        [.. people.Select((person, i) => person
            .Select(answer => answer.IsRated ? new WeightedRating(OneToFive.IsGood(answer.Code), weight?.Invoke(i) ?? 1) : (WeightedRating?)null)
            .ToArray())];

    private static Gen<ItemAnswer> Answer => Gen.Frequency(
        (5, Gen.Choose(1, 5).Select(ItemAnswer.Rated)), (2, Gen.Constant(ItemAnswer.NotApplicable)), (1, Gen.Constant(ItemAnswer.Skipped)));
}
