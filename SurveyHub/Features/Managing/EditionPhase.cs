using SurveyHub.Surveys;

namespace SurveyHub.Features.Managing;

/// <summary>Where an edition stands on a day: its status, and for an open one its first and last day.</summary>
public enum EditionPhase
{
    /// <summary>A draft: people may be added, nobody can answer.</summary>
    Prepared,

    /// <summary>Open, and its first day is still to come.</summary>
    Waiting,
    Answering,

    /// <summary>Its last day is over, so nobody can answer any more; its owner has not closed it yet.</summary>
    Ended,
    Closed,
}

public static class EditionPhases
{
    extension(Edition edition)
    {
        public EditionPhase PhaseOn(DateOnly today) => edition.Status switch
        {
            EditionStatus.Draft => EditionPhase.Prepared,
            EditionStatus.Closed => EditionPhase.Closed,
            _ when today < edition.OpensOn => EditionPhase.Waiting,
            _ when today > edition.ClosesOn => EditionPhase.Ended,
            _ => EditionPhase.Answering,
        };

        /// <summary>The phase in the words of the badge.</summary>
        public string PhaseWords(DateOnly today) => edition.PhaseOn(today) switch
        {
            EditionPhase.Prepared => "In preparation",
            EditionPhase.Waiting => $"Opens on {edition.OpensOn.Words}",
            EditionPhase.Answering => $"Open until {edition.ClosesOn.Words}",
            EditionPhase.Ended => $"Ended on {edition.ClosesOn.Words}, not closed",
            _ => "Closed",
        };
    }
}
