using static SurveyHub.Results.ColumnKind;

namespace SurveyHub.Results.Weights;

/// <summary>What came of weighting an edition, to be read. Editions of which nobody asked for it have none.</summary>
public sealed record WeightingRow
{
    public static readonly ReportTable<WeightingRow> Table = new("weighting",
        ("year", ColumnKind.Year, r => r.Year), ("state", Text, r => Word(r.Outcome.State)), ("by", Text, r => string.Join(' ', r.Outcome.By)),
        ("people", Count, r => r.Outcome.People), ("n_eff", Number, r => r.Outcome.EffectiveN), ("deff", Number, r => r.Outcome.DesignEffect),
        ("least_over_mean", Number, r => r.Outcome.Least), ("most_over_mean", Number, r => r.Outcome.Most), ("rounds", Count, r => r.Outcome.Rounds), ("cap_over_mean", Number, r => r.Outcome.Cap),
        ("merged", Text, r => string.Join("; ", r.Outcome.Margins.SelectMany(m => m.Categories.Where(c => c.IsMerged).Select(c => $"{m.Group}: {string.Join(' ', c.Values)}")))));

    public required int Year { get; init; }
    public required EditionWeighting Outcome { get; init; }

    private static string Word(WeightingState state) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(state.ToString()).Replace('_', ' ');
}
