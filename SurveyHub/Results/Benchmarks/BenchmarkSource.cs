namespace SurveyHub.Results.Benchmarks;

/// <summary>An organisation in one of its years, as its file tells of it.</summary>
public sealed record BenchmarkSource
{
    /// <summary>The organisation's code; in capitals or not it is the same one.</summary>
    public required string OrgId { get; init; }
    public required int Year { get; init; }

    /// <summary>As for the others null where the file does not tell.</summary>
    public string? OrgLabel { get; init; }
    public string? Sector { get; init; }
    public string? SizeBand { get; init; }
    public string? Country { get; init; }

    /// <summary>What to call it: by its name where that may be told.</summary>
    public string Name => OrgLabel ?? OrgId;
}

/// <summary>One of its figures.</summary>
public sealed record BenchmarkFigure
{
    public required string OrgId { get; init; }
    public required int Year { get; init; }
    public required string Concept { get; init; }
    public required string Dimension { get; init; }
    public string CustomerGroup { get; init; } = ComparableQuestion.AllCustomers;
    public required string ItemHash { get; init; }
    public required string ScaleHash { get; init; }

    /// <summary>Ratings behind it.</summary>
    public required int Valid { get; init; }

    /// <summary>Good or excellent, 0..1.</summary>
    public required double Share { get; init; }

    /// <summary>When its organisation's file of the year was added last; not there before it is stored.</summary>
    public DateTimeOffset AddedAt { get; init; }

    /// <summary>What a later file says anew, however it writes the organisation's code.</summary>
    public (string OrgId, int Year, string Concept, string Dimension, string CustomerGroup) Key => (OrganisationCodes.Key(OrgId), Year, Concept, Dimension, CustomerGroup);
}

/// <summary>A source that is stored.</summary>
/// <param name="Source">The organisation and the year.</param>
/// <param name="Figures">How many figures of it there are, those of customer groups among them.</param>
/// <param name="AddedBy">Sign-in name of whoever added it last.</param>
/// <param name="AddedAt">When that was.</param>
public sealed record StoredSource(BenchmarkSource Source, int Figures, string AddedBy, DateTimeOffset AddedAt);
