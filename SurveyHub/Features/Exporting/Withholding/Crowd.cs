namespace SurveyHub.Features.Exporting.Withholding;

/// <summary>Responses whose rows show the same customer groups, and how many of them rated one item.</summary>
/// <param name="Shown">The code of each group as the rows show it; null where they show none.</param>
/// <param name="Ratings">Valid ratings.</param>
public sealed record Crowd(IReadOnlyList<int?> Shown, int Ratings)
{
    public bool Has(GroupValue value) => Shown[value.Attribute] == value.Code;
}
