using SurveyHub.Responses;

namespace SurveyHub.Tests.Responses;

public sealed class KeptGroupsTests
{
    [Test]
    public void A_combination_that_enough_people_share_is_kept_whole() =>
        Assert.That(Kept((["medicine", "nurse"], 12)), Is.EqualTo(new[] { 2 }));

    [Test]
    public void A_rare_role_in_a_department_loses_the_role_only() =>
        Assert.That(Kept((["medicine", "nurse"], 30), (["medicine", "doctor"], 4), (["medicine", "office"], 7)),
            Is.EqualTo(new[] { 2, 1, 1 }));

    [Test]
    public void A_lonely_rare_role_takes_its_smallest_neighbour_along_so_that_nobody_is_missing_from_the_department() =>
        Assert.That(Kept((["medicine", "nurse"], 30), (["medicine", "porter"], 20), (["medicine", "doctor"], 4)), Is.EqualTo(new[] { 2, 1, 1 }));

    [Test]
    public void Neighbours_come_along_until_they_are_enough() =>
        Assert.That(Kept((["radiology", "nurse"], 13), (["radiology", "doctor"], 7), (["surgery", "nurse"], 2), (["surgery", "doctor"], 3), (["surgery", "office"], 10)),
            Is.EqualTo(new[] { 1, 1, 1, 1, 1 }));

    [Test]
    public void A_small_department_keeps_nothing() =>
        Assert.That(Kept((["chapel", "office"], 3), (["medicine", "nurse"], 30)), Is.EqualTo(new[] { 0, 2 }));

    [Test]
    public void What_is_kept_is_always_shared_by_enough_people()
    {
        var random = new Random(20261121);
        for (var round = 0; round < 200; round++)
        {
            var people = Enumerable.Range(0, random.Next(1, 12))
                .Select(i => (Values: (IReadOnlyList<string?>)[$"d{random.Next(4)}", $"r{random.Next(3)}", $"s{i}"], People: random.Next(1, 15)))
                .ToArray();
            var kept = KeptGroups.Count(people, 3, 10);
            var crowds = people.Select((p, i) => (Key: string.Join('/', p.Values.Take(kept[i])), p.People, Kept: kept[i]))
                .Where(p => p.Kept > 0)
                .GroupBy(p => (p.Key, p.Kept))
                .Select(g => g.Sum(p => p.People));
            Assert.That(crowds, Has.All.GreaterThanOrEqualTo(10));
            foreach (var department in people.Index().GroupBy(p => p.Item.Values[0]).Where(d => d.Sum(p => p.Item.People) >= 10))
                Assert.That(department.Select(p => kept[p.Index]), Has.All.GreaterThan(0), "of a department of a crowd everybody counts in it");
        }
    }

    private static IReadOnlyList<int> Kept(params (string?[] Values, int People)[] combinations) =>
        KeptGroups.Count([.. combinations.Select(c => ((IReadOnlyList<string?>)c.Values, c.People))], 2, 10);
}
