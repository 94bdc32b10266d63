using SurveyHub.Features.Importing.Breaks;

namespace SurveyHub.Features.Importing.Microdata;

/// <summary>What an import of microdata would store, or has stored.</summary>
public sealed record MicrodataPreview
{
    public required string Survey { get; init; }
    public required string Title { get; init; }

    /// <summary>Earliest first.</summary>
    public required IReadOnlyList<EditionPreview> Editions { get; init; }
    public required IReadOnlyList<IgnoredColumn> IgnoredColumns { get; init; }

    /// <summary>Breaks in the series that it brings; each has to be confirmed.</summary>
    public required IReadOnlyList<BroughtBreak> Breaks { get; init; }

    /// <summary>What its owner should know before confirming, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    public int Rows => Editions.Sum(e => e.Rows);
}

/// <summary>A column that nobody said the meaning of, and the item whose name is nearest, if one is near: a slip of the finger, perhaps.</summary>
public sealed record IgnoredColumn(string File, string Column, string? Nearest);

/// <summary>One edition as it would be stored.</summary>
public sealed record EditionPreview
{
    public required int Year { get; init; }
    public required string File { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly ClosesOn { get; init; }

    /// <summary>Responses: rows that count.</summary>
    public required int Rows { get; init; }
    public required int Complete { get; init; }

    /// <summary>Ratings with a point of the scale, of services and overall.</summary>
    public required int Ratings { get; init; }
    public required int CannotJudge { get; init; }
    public required int Skipped { get; init; }
    public required int NotShown { get; init; }
    public required int Comments { get; init; }

    /// <summary>Services with the number of their ratings, in the questionnaire's order.</summary>
    public required IReadOnlyList<ServicePreview> Services { get; init; }

    /// <summary>Customer groups with the number of options that occur.</summary>
    public required IReadOnlyList<GroupPreview> Groups { get; init; }

    /// <summary>People on the frame; null where there is no frame.</summary>
    public int? Invited { get; init; }
    public int? FrameAnswered { get; init; }
}

/// <summary>A service. Where nobody answered anything about it, it was not asked about in that year.</summary>
public sealed record ServicePreview(string Key, string Name, int Ratings, bool WasAsked);

/// <summary>A customer group: of how many responses it is known, and how many options it has.</summary>
public sealed record GroupPreview(string Key, string Name, int Known, int Options);
