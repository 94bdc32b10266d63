namespace SurveyHub.Statistics.Disclosure;

/// <summary>What of a two-way table is hidden for another reason than the table itself: another table, or an earlier report.</summary>
/// <param name="Cell">Whether the cell in a row and a column is.</param>
/// <param name="Row">Whether the total of a row is.</param>
public sealed record HiddenElsewhere(Func<int, int, bool> Cell, Func<int, bool> Row)
{
    internal static readonly HiddenElsewhere Nothing = new((_, _) => false, _ => false);
}
