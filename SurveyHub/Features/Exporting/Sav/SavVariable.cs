namespace SurveyHub.Features.Exporting.Sav;

public enum SavMeasure
{
    Nominal = 1,
    Ordinal = 2,
    Scale = 3,
}

/// <summary>A column of a system file. Widths come from here and never from the data, so that two years of a survey fit together.</summary>
public sealed record SavVariable
{
    /// <summary>The name wanted; <see cref="SavNames"/> makes it one that SPSS takes.</summary>
    public required string Name { get; init; }
    public string Label { get; init; } = "";
    public required SavFormat Format { get; init; }
    public required SavMeasure Measure { get; init; }

    /// <summary>What single values say. Numbers only.</summary>
    public IReadOnlyList<KeyValuePair<double, string>> ValueLabels { get; init; } = [];

    /// <summary>Values that count as missing; at most three.</summary>
    public IReadOnlyList<double> Missing { get; init; } = [];

    /// <summary>Of how many pieces of eight bytes a value is.</summary>
    internal int Slots => Format.IsText ? (Format.Width + 7) / 8 : 1;
}
