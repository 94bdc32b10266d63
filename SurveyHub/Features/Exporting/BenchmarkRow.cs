using SurveyHub.Results.Benchmarks;

namespace SurveyHub.Features.Exporting;

/// <summary>One figure that other organisations may set beside theirs: a service, a question about it, all customers or one group.</summary>
internal sealed record BenchmarkRow
{
    public const int MostPoints = 7;

    public bool IsOfAll => Group == ComparableQuestion.AllCustomers;

    public required string Concept { get; init; }
    public required string Label { get; init; }
    public required string Dimension { get; init; }

    /// <summary>"all", or attribute and option.</summary>
    public string Group { get; init; } = ComparableQuestion.AllCustomers;
    public required string ItemHash { get; init; }
    public required int ScalePoints { get; init; }
    public required string ScaleHash { get; init; }
    public int? Valid { get; init; }
    public int? CannotJudge { get; init; }

    /// <summary>Answers per scale point, worst first; empty where they are not published.</summary>
    public IReadOnlyList<int> Counts { get; init; } = [];
    public double? Share { get; init; }
    public double? Lower { get; init; }
    public double? Upper { get; init; }
    public double? Mean { get; init; }

    /// <summary>What stands for a share that is not told; null where it is.</summary>
    public string? Blurred { get; init; }

    /// <summary>The row without a number, for a base or a count would tell the share.</summary>
    public BenchmarkRow Blur(int testBase) =>
        new()
        {
            Concept = Concept, Label = Label, Dimension = Dimension, Group = Group, ItemHash = ItemHash, ScalePoints = ScalePoints, ScaleHash = ScaleHash,
            Blurred = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(Share > 0.5 ? "over 95 %" : "under 5 %")}, fewer than {testBase} answers"),
        };
}
