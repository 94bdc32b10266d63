namespace SurveyHub.Statistics.Precision;

/// <summary>How exactly a share is known, by the half-width of its interval (methodology M20).</summary>
public enum PrecisionLabel
{
    /// <summary>Up to 5 points to either side.</summary>
    Precise,

    /// <summary>Up to 10 points.</summary>
    Fair,

    /// <summary>Up to 15 points.</summary>
    Rough,

    /// <summary>Wider: the interval is shown, and no single figure.</summary>
    IntervalOnly,
}

/// <summary>Labels of intervals.</summary>
public static class PrecisionLabels
{
    /// <summary>The label of an interval of a share, limits in 0..1. A half-width on a limit has the better label.</summary>
    public static PrecisionLabel Of(Interval interval) => (interval.Width / 2) switch
    {
        <= 0.05 => PrecisionLabel.Precise,
        <= 0.10 => PrecisionLabel.Fair,
        <= 0.15 => PrecisionLabel.Rough,
        _ => PrecisionLabel.IntervalOnly,
    };
}
