namespace SurveyHub.Shell.Components;

public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Hint,

    /// <summary>What was asked for has happened.</summary>
    Done,

    /// <summary>It has not happened, and this is why.</summary>
    Fault,
}
