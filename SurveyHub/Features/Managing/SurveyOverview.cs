using SurveyHub.Definitions;
using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing;

/// <summary>One edition as its owner follows it.</summary>
public sealed record EditionLine(Edition Edition, EditionNumbers Numbers, EditionPhase Phase, string PhaseWords)
{
    /// <summary>The opening can be undone: nobody has begun to answer; with a few invited, nobody can have, so that it tells nothing of them.</summary>
    public bool CanBeTakenBack => Edition.Status == EditionStatus.Open && (Numbers.TellAnswers ? Numbers is { Answered: 0, Unsubmitted: 0 } : Phase == EditionPhase.Waiting);
}

/// <summary>A survey as its owner sees it: its file, its editions, and what comes next.</summary>
public sealed record SurveyOverview
{
    public required string Survey { get; init; }
    public required string Title { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>What came of reading the survey's file; null when there is none.</summary>
    public DefinitionResult? File { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<EditionLine> Editions { get; init; }

    /// <summary>The year that would be prepared next.</summary>
    public required int NextYear { get; init; }

    /// <summary>The file says something else than the edition there is something to do about: open, it stays as it is; in preparation, it will take it over.</summary>
    public required bool FileHasChanged { get; init; }

    public EditionLine? Open => Editions.FirstOrDefault(e => e.Edition.Status == EditionStatus.Open);

    public EditionLine? Draft => Editions.FirstOrDefault(e => e.Edition.Status == EditionStatus.Draft);

    /// <summary>The edition that there is something to do about.</summary>
    public EditionLine? Current => Open ?? Draft;

    public EditionLine? LastClosed => Editions.FirstOrDefault(e => e.Edition.Status == EditionStatus.Closed);
}
