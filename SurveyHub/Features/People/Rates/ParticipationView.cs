using SurveyHub.Results.Tables;
using SurveyHub.Surveys;

namespace SurveyHub.Features.People.Rates;

/// <summary>People who answered on one day.</summary>
public sealed record DayCount
{
    public DateOnly Day { get; init; }
    public int People { get; init; }
}

/// <summary>What the page and the file of an edition's participation show.</summary>
public sealed record ParticipationView
{
    public required Edition Edition { get; init; }

    /// <summary>Null when nobody was invited by name: then there is a count of responses and no rate.</summary>
    public ParticipationLine? All { get; init; }

    /// <summary>The lines of each customer group that invitations tell; small ones together.</summary>
    public required IReadOnlyList<(CustomerGroup Group, IReadOnlyList<ParticipationLine> Lines)> Groups { get; init; }

    /// <summary>Stored responses, however they came; null where only counts of ratings are known.</summary>
    public int? Responses { get; init; }

    /// <summary>Began by a personal link and have not sent; null once nobody can any more.</summary>
    public int? Begun { get; init; }

    /// <summary>Every day from the first to the last that can be told, also those on which nobody answered. Empty when it is not told.</summary>
    public required IReadOnlyList<DayCount> Days { get; init; }

    /// <summary>Of an earlier year imported as counts: how many were invited and answered, and nothing of how.</summary>
    public bool IsCountsOnly => Edition.Origin == EditionOrigin.History;

    /// <summary>By the open link: a count, never a rate.</summary>
    public int? ByOpenLink => !IsCountsOnly && All is not { State.Length: > 0 } && Responses is { } all ? Math.Max(0, all - (All?.Answered ?? 0)) : null;

    public bool IsOver => Edition.Status == EditionStatus.Closed;
}
