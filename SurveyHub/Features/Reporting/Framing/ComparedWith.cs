namespace SurveyHub.Features.Reporting.Framing;

/// <summary>What figures of a page are called better or worse than.</summary>
public enum ComparedWith
{
    OtherYears,
    OtherOrganisations,

    /// <summary>What people have, with what would just do for them.</summary>
    OwnMinimum,

    /// <summary>A random half asked in other words.</summary>
    OtherWords,
    Nothing,
}
