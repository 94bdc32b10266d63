using SurveyHub.Statistics.Disclosure;

namespace SurveyHub.Tests.Statistics.Disclosure;

public sealed class CrossTableTests
{
    private const int Minimum = 10;

    [Test]
    public void A_group_inside_another_leaves_the_few_others()
    {
        // Administration 19, all of them office staff; four office people work elsewhere.
        var found = Of(new[,] { { 19, 0 }, { 4, 60 } }).FirstDifference(Minimum);

        Assert.That(found, Is.Not.Null);
    }

    [Test]
    public void Two_groups_that_are_nearly_the_same_people_are_told_apart_as_well() =>
        Assert.That(Of(new[,] { { 40, 4 }, { 3, 60 } }).FirstDifference(Minimum), Is.Not.Null, "four minus three");

    [Test]
    public void Groups_that_are_the_same_people_say_nothing_new() =>
        Assert.That(Of(new[,] { { 40, 0 }, { 0, 60 } }).FirstDifference(Minimum), Is.Null);

    [Test]
    public void Whatever_the_table_it_finds_a_difference_exactly_where_trying_all_sums_does()
    {
        var random = new Random(5);
        var found = 0;
        for (var i = 0; i < 3000; i++)
        {
            var people = new int[random.Next(1, 5), random.Next(1, 5)];
            for (var row = 0; row < people.GetLength(0); row++)
                for (var column = 0; column < people.GetLength(1); column++)
                    people[row, column] = random.Next(3) switch { 0 => 0, 1 => random.Next(1, 9), _ => random.Next(6, 30) };
            var difference = Of(people).FirstDifference(Minimum);
            Assert.That(difference is not null, Is.EqualTo(Sums(people).Any(IsFew)), string.Join(',', people.Cast<int>()));
            if (difference is not { } lines) continue;
            found++;
            Assert.That(IsFew(SingledOut(people, lines.Rows, lines.Columns)));
        }
        Assert.That(found, Is.InRange(500, 2500));
    }

    private static IEnumerable<int> Sums(int[,] people)
    {
        var (rows, columns) = (people.GetLength(0), people.GetLength(1));
        for (var set = 0; set < 1 << rows + columns; set++)
            yield return SingledOut(people, [.. Enumerable.Range(0, rows).Where(r => (set >> r & 1) == 1)], [.. Enumerable.Range(0, columns).Where(c => (set >> rows + c & 1) == 1)]);
    }

    private static int SingledOut(int[,] people, IReadOnlyList<int> rows, IReadOnlyList<int> columns)
    {
        var sum = 0;
        for (var row = 0; row < people.GetLength(0); row++)
            for (var column = 0; column < people.GetLength(1); column++)
                if (rows.Contains(row) != columns.Contains(column)) sum += people[row, column];
        return sum;
    }

    private static bool IsFew(int people) => people is > 0 and < Minimum;

    private static CrossTable Of(int[,] people)
    {
        var table = new CrossTable(people.GetLength(0), people.GetLength(1));
        for (var row = 0; row < people.GetLength(0); row++)
            for (var column = 0; column < people.GetLength(1); column++)
                table.Add(row, column, people[row, column]);
        return table;
    }
}
