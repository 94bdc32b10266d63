using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Statistics.Disclosure;

public sealed class FigureAuditTests
{
    private const int Minimum = 10;

    [Test]
    public void A_figure_of_a_few_is_found_alone() =>
        Assert.That(Of(2, ([0], 40), ([0, 1], 9)), Is.EqualTo([1]));

    [Test]
    public void A_group_inside_another_leaves_the_few_others() =>
        Assert.That(Of(3, ([0, 1, 2], 19), ([0, 1], 4), ([0], 60)), Is.EqualTo([1, 2]));

    [Test]
    public void Three_groups_of_three_attributes_leave_the_few_who_are_not_where_the_others_are() =>
        Assert.That(Of(4, ([0, 1, 3], 30), ([0, 2, 3], 30), ([0, 1], 4), ([0], 60)), Is.EqualTo([1, 2, 3]), "the first and the second without the third are four");

    [Test]
    public void Many_figures_that_follow_from_each_other_but_for_a_few_are_found()
    {
        // Four departments, and four buildings in which exactly they sit; three people of the last one sit nowhere.
        Assert.That(Of(9, ([0, 1, 5], 30), ([0, 2, 6], 30), ([0, 3, 7], 30), ([0, 4, 8], 30), ([0, 4], 3), ([0], 50)), Is.EqualTo([4, 8]));
        // Of one department more than of buildings: all buildings against all departments, which no three figures are.
        Assert.That(Of(8, ([0, 1, 5], 30), ([0, 2, 5], 30), ([0, 3, 6], 30), ([0, 4, 7], 30), ([0, 2, 6], 30), ([0, 3, 7], 30), ([0, 4], 3), ([0], 50)), Is.Not.Null);
    }

    [Test]
    public void Groups_that_are_the_same_people_or_share_enough_say_nothing_new()
    {
        Assert.That(Of(4, ([0, 1, 2], 40), ([0, 3], 60)), Is.Null);
        Assert.That(Of(3, ([0, 1], 40), ([0, 1, 2], 40), ([0, 2], 40), ([0], 40)), Is.Null);
    }

    [Test]
    public void Whatever_the_figures_nothing_that_three_of_them_say_in_any_multiple_is_missed()
    {
        var random = new Random(7);
        var (found, safe) = (0, 0);
        for (var i = 0; i < 3000; i++)
        {
            var figures = random.Next(2, 6);
            var crowds = Enumerable.Range(0, random.Next(2, 7))
                .Select(_ => (Figures: Enumerable.Range(0, figures).Where(_ => random.Next(2) == 0).ToArray(), People: random.Next(3) switch { 0 => random.Next(1, 10), _ => random.Next(10, 40) }))
                .ToArray();
            var isFound = Of(figures, crowds) is not null;
            if (Multiples(figures, crowds).Any(n => n is > 0 and < Minimum)) Assert.That(isFound, string.Join(' ', crowds.Select(c => $"{string.Join(',', c.Figures)}:{c.People}")));
            (found, safe) = isFound ? (found + 1, safe) : (found, safe + 1);
        }
        Assert.That(found, Is.GreaterThan(500));
        Assert.That(safe, Is.GreaterThan(500), "and what tells of nobody stays");
    }

    private static IReadOnlyList<int>? Of(int figures, params (int[] Figures, int People)[] crowds)
    {
        var audit = new FigureAudit(figures);
        foreach (var (of, people) in crowds) audit.Add(of, people);
        return audit.FirstExposure(Minimum);
    }

    private static IEnumerable<int> Multiples(int figures, (int[] Figures, int People)[] crowds) =>
        from a in Enumerable.Range(0, figures)
        from b in Enumerable.Range(0, figures)
        from c in Enumerable.Range(0, figures)
        from x in Enumerable.Range(-2, 5)
        from y in Enumerable.Range(-2, 5)
        from z in Enumerable.Range(-2, 5)
        select crowds.Where(crowd => (crowd.Figures.Contains(a) ? x : 0) + (crowd.Figures.Contains(b) ? y : 0) + (crowd.Figures.Contains(c) ? z : 0) != 0).Sum(crowd => crowd.People);
}
