namespace SurveyHub.Shell.Components;

public enum VerdictKind
{
    /// <summary>No clear change, or nothing to compare with.</summary>
    Same,
    Better,
    Worse,

    /// <summary>Not a change: a flag such as "lowest rated".</summary>
    Flagged,
}
