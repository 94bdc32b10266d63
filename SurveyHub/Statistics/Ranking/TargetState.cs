namespace SurveyHub.Statistics.Ranking;

/// <summary>Where a share stands against an absolute target, whatever the other services do (methodology M7): somebody is always lowest, even at 95 % good.</summary>
public enum TargetState
{
    /// <summary>The whole interval lies below the target.</summary>
    BelowTarget,

    /// <summary>The interval contains the target.</summary>
    AroundTarget,

    /// <summary>The whole interval lies at or above the target.</summary>
    AboveTarget,
}

/// <summary>Decides the <see cref="TargetState"/>.</summary>
public static class TargetStates
{
    /// <summary>Holds a share's interval against a target.</summary>
    /// <param name="interval">The Wilson interval of the share.</param>
    /// <param name="target">The target share, 0..1.</param>
    public static TargetState Of(Interval interval, double target)
    {
        if (interval.Upper < target)
            return TargetState.BelowTarget;
        return interval.Lower >= target ? TargetState.AboveTarget : TargetState.AroundTarget;
    }
}
