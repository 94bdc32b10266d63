namespace SurveyHub.Results.Frozen;

/// <summary>One published cell that the software now computes otherwise.</summary>
/// <param name="Year">The edition.</param>
/// <param name="Table">The table.</param>
/// <param name="Row">What the row is about: its keys in the order of the table.</param>
/// <param name="Cell">The cell's name; empty where the whole row is new or gone.</param>
/// <param name="Published">As it is published; empty where nothing is.</param>
/// <param name="Now">As it is computed now.</param>
public sealed record CellDifference(int Year, string Table, string Row, string Cell, string Published, string Now);
