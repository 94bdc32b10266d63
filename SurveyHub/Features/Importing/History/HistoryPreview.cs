using SurveyHub.Features.Importing.Breaks;

namespace SurveyHub.Features.Importing.History;

/// <summary>What an import of counts would store, or has stored.</summary>
public sealed record HistoryPreview
{
    public required string Survey { get; init; }
    public required string Title { get; init; }

    /// <summary>Earliest first.</summary>
    public required IReadOnlyList<HistoryYearPreview> Years { get; init; }

    /// <summary>Breaks in the series that it brings; each has to be confirmed.</summary>
    public required IReadOnlyList<BroughtBreak> Breaks { get; init; }

    /// <summary>What its owner should know before confirming, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}

/// <summary>One year as it would be stored.</summary>
public sealed record HistoryYearPreview
{
    public required int Year { get; init; }
    public required DateOnly OpensOn { get; init; }
    public required DateOnly ClosesOn { get; init; }
    public int? Invited { get; init; }
    public int? Responses { get; init; }

    /// <summary>Rows of the file.</summary>
    public required int Rows { get; init; }

    /// <summary>Ratings of all customers.</summary>
    public required long Ratings { get; init; }
    public required IReadOnlyList<HistoryItemPreview> Items { get; init; }

    /// <summary>Customer groups that have counts.</summary>
    public required IReadOnlyList<string> Groups { get; init; }
}

/// <summary>One item of one year.</summary>
public sealed record HistoryItemPreview
{
    public required string Key { get; init; }
    public required string Name { get; init; }
    public required int Ratings { get; init; }

    /// <summary>Good or excellent ones.</summary>
    public required int Favourable { get; init; }

    /// <summary>False: the series begins anew in this year.</summary>
    public required bool IsComparable { get; init; }

    /// <summary>False: only the good ones are known, not the points of the scale.</summary>
    public required bool HasPoints { get; init; }
}
