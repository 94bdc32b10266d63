namespace SurveyHub.Tests.Features.Responding.Attacks;

/// <summary>A table in an attacker's hands: rows of columns, in the order in which the database gives them.</summary>
internal sealed record Loot(IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string?>> Rows)
{
    public int Place(string column) => Columns.ToList().IndexOf(column);
}

/// <summary>What an attack found: how many people it put a right answer to.</summary>
internal sealed record Finding(string How, int Right);

/// <summary>Tries everything that two tables can be joined by, and counts how often it is right.</summary>
internal static class Attacker
{
    /// <param name="people">One row for each person who answered.</param>
    /// <param name="answers">One row for each response.</param>
    /// <param name="isRight">Whether the person in one row gave the response in the other: what the test knows and the attacker does not.</param>
    public static IReadOnlyList<Finding> Attack(Loot people, Loot answers, Func<IReadOnlyList<string?>, IReadOnlyList<string?>, bool> isRight) =>
        [.. ByValue(people, answers, isRight), .. ByOrder(people, answers, isRight)];

    /// <summary>A value that stands once on each side names a pair.</summary>
    private static IEnumerable<Finding> ByValue(Loot people, Loot answers, Func<IReadOnlyList<string?>, IReadOnlyList<string?>, bool> isRight)
    {
        foreach (var theirs in people.Columns)
            foreach (var said in answers.Columns)
            {
                var left = Once(people, theirs);
                var right = Once(answers, said);
                yield return new($"{theirs} = {said}", left.Count(l => right.TryGetValue(l.Key, out var row) && isRight(l.Value, row)));
            }
    }

    /// <summary>Sorted by anything, forwards or backwards: the first person gave the first response, the second the second.</summary>
    private static IEnumerable<Finding> ByOrder(Loot people, Loot answers, Func<IReadOnlyList<string?>, IReadOnlyList<string?>, bool> isRight)
    {
        var ways = answers.Columns.SelectMany(column => new[] { (column, Sorted(answers, column)), ($"{column} descending", Sorted(answers, column).Reverse().ToArray()) })
            .Append(("the rows' order", [.. answers.Rows])).Append(("the rows' order backwards", [.. answers.Rows.Reverse()])).ToArray();
        foreach (var (how, rows) in people.Columns.Select(column => (column, Sorted(people, column))).Append(("the rows' order", [.. people.Rows])))
            foreach (var (other, responses) in ways)
                yield return new($"{how} beside {other}", rows.Zip(responses).Count(pair => isRight(pair.First, pair.Second)));
    }

    /// <summary>
    /// How far things that lie on the same page lie in the order in which they happened: 1 exactly, −1 exactly backwards, 0 not at all
    /// (Kendall's tau over the pairs within pages).
    /// </summary>
    public static double Order(IEnumerable<(int Page, int Offset, int Happened)> laid)
    {
        var (concordant, pairs) = (0, 0);
        foreach (var page in laid.GroupBy(l => l.Page).Select(g => g.ToArray()))
            for (var i = 0; i < page.Length; i++)
                for (var j = i + 1; j < page.Length; j++, pairs++)
                    concordant += (page[i].Offset < page[j].Offset) == (page[i].Happened < page[j].Happened) ? 1 : -1;
        return pairs == 0 ? 0 : (double)concordant / pairs;
    }

    private static Dictionary<string, IReadOnlyList<string?>> Once(Loot loot, string column)
    {
        var at = loot.Place(column);
        return loot.Rows.Where(r => r[at] is not null).GroupBy(r => r[at]!).Where(g => g.Count() == 1).ToDictionary(g => g.Key, g => g.Single());
    }

    private static IReadOnlyList<string?>[] Sorted(Loot loot, string column)
    {
        var at = loot.Place(column);
        return [.. loot.Rows.OrderBy(r => long.TryParse(r[at], out var number) ? number : long.MaxValue).ThenBy(r => r[at], StringComparer.Ordinal)];
    }
}
