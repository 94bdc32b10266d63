namespace SurveyHub.Statistics;

/// <summary>What may be said about one figure. Exactly one of these is true, decided in this order.</summary>
public enum CellState
{
    /// <summary>Nobody was shown the question.</summary>
    NotAsked,

    /// <summary>It was shown, and nobody gave a valid rating: "nobody has used it", never 0 %.</summary>
    NoRatings,

    /// <summary>Too few ratings or, without any, too few people asked; or deducible from what is shown: neither share nor base may be printed.</summary>
    Hidden,

    /// <summary>Shown with its interval, marked, and not tested.</summary>
    SmallBase,

    /// <summary>Shown and tested.</summary>
    Shown,
}

/// <summary>Decides the <see cref="CellState"/> of a figure (methodology, section 3).</summary>
public static class CellStates
{
    /// <summary>The state of a figure.</summary>
    /// <param name="asked">People who were shown the question.</param>
    /// <param name="valid">Valid ratings among them.</param>
    /// <param name="thresholds">The smallest bases; null for the defaults.</param>
    /// <param name="hiddenToProtectOthers">True when disclosure control hides it although its own base is large enough.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or more rated than were asked.</exception>
    public static CellState Of(int asked, int valid, Thresholds? thresholds = null, bool hiddenToProtectOthers = false)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(valid);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(valid, asked);
        thresholds ??= Thresholds.Default;
        if (asked == 0)
            return CellState.NotAsked;
        // That nobody could judge is an answer too, and of fewer than the minimum it is told no more than a rating is.
        if (valid == 0)
            return asked < thresholds.MinimumBase ? CellState.Hidden : CellState.NoRatings;
        if (valid < thresholds.MinimumBase || hiddenToProtectOthers)
            return CellState.Hidden;
        return valid < thresholds.MinimumTestBase ? CellState.SmallBase : CellState.Shown;
    }

    /// <summary>The state of a figure.</summary>
    /// <param name="tally">The counts of the figure.</param>
    /// <param name="thresholds">The smallest bases; null for the defaults.</param>
    /// <param name="hiddenToProtectOthers">True when disclosure control hides it although its own base is large enough.</param>
    public static CellState Of(ItemTally tally, Thresholds? thresholds = null, bool hiddenToProtectOthers = false) =>
        Of(tally.Asked, tally.Valid, thresholds, hiddenToProtectOthers);
}
