using SurveyHub.Responses;

namespace SurveyHub.Results.Tables;

/// <summary>
/// Puts small groups together until nobody's answering can be read off: neither from a line nor by taking the lines from the total.
/// They are not left out, because those few count too.
/// </summary>
public static class SmallGroups
{
    /// <param name="rows">The groups of one attribute.</param>
    /// <returns>Which rows stand together, in the order given; those put together come last.</returns>
    public static IReadOnlyList<IReadOnlyList<ResponseRateRow>> Together(IReadOnlyList<ResponseRateRow> rows)
    {
        // Groups of nobody tell nothing about anybody, and need nobody's company.
        var bySize = rows.Where(r => Invited(r) > 0).OrderBy(Invited).ToList();
        var small = bySize.TakeWhile(r => FewPeople.Are(Invited(r))).ToHashSet();
        // Too few even together: the next smallest joins them.
        foreach (var next in bySize.Skip(small.Count))
            if (small.Count == 0 || !FewPeople.Are(small.Sum(Invited))) break;
            else small.Add(next);
        var alone = rows.Where(r => !small.Contains(r)).Select(r => (IReadOnlyList<ResponseRateRow>)[r]);
        return small.Count == 0 ? [.. alone] : [.. alone, [.. rows.Where(small.Contains)]];
    }

    private static int Invited(ResponseRateRow row) => row.Invited ?? 0;
}
