namespace SurveyHub.Statistics;

/// <summary>The name of this set of statistical methods.</summary>
public static class MethodVersion
{
    /// <summary>
    /// Written into every export. It changes when a formula, a threshold or a rule changes a published number:
    /// two figures under different versions are not comparable unless the older one was computed anew.
    /// </summary>
    public const string Current = "surveyhub-5";
}
