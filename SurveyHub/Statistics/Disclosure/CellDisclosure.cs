namespace SurveyHub.Statistics.Disclosure;

/// <summary>What a reader sees of one cell of a table.</summary>
public enum CellVisibility
{
    /// <summary>Nobody answered: shown as empty, there is nothing to protect.</summary>
    Empty,

    /// <summary>Share and base are shown.</summary>
    Shown,

    /// <summary>Hidden because it holds too few answers itself.</summary>
    HiddenPrimary,

    /// <summary>Hidden although large enough, because others could be worked out from it.</summary>
    HiddenComplementary,
}

/// <summary>Why a cell is hidden.</summary>
public enum HidingReason
{
    /// <summary>It is not.</summary>
    None,

    /// <summary>Fewer answers than the minimum.</summary>
    TooFewAnswers,

    /// <summary>The whole table has fewer answers than the minimum.</summary>
    TooFewInTable,

    /// <summary>Its line is hidden as a whole.</summary>
    LineIsHidden,

    /// <summary>The line's total minus its shown cells would give away a single cell or fewer answers than the minimum.</summary>
    WouldGiveAwayTheLine,

    /// <summary>Several lines set against each other would give away a single cell or fewer answers than the minimum: the audit asked for it.</summary>
    WouldGiveAwayAcrossLines,

    /// <summary>Something beside the table would give it away: another table, or an earlier report.</summary>
    HiddenElsewhere,
}

/// <summary>What may be shown of one cell or one total, and why not more. Hidden means: neither share nor base.</summary>
/// <param name="Visibility">What a reader sees.</param>
/// <param name="Reason">Why it is hidden; <see cref="HidingReason.None"/> when it is not.</param>
public readonly record struct CellDisclosure(CellVisibility Visibility, HidingReason Reason)
{
    /// <summary>A cell without answers.</summary>
    public static readonly CellDisclosure Empty = new(CellVisibility.Empty, HidingReason.None);

    /// <summary>A cell that may be shown.</summary>
    public static readonly CellDisclosure Shown = new(CellVisibility.Shown, HidingReason.None);

    /// <summary>Whether share and base must not be printed.</summary>
    public bool IsHidden => Visibility is CellVisibility.HiddenPrimary or CellVisibility.HiddenComplementary;

    internal static CellDisclosure Complementary(HidingReason reason) => new(CellVisibility.HiddenComplementary, reason);

    /// <summary>The cell by its own base alone, and by whether something beside the table wants it hidden.</summary>
    internal static CellDisclosure ByItself(int count, int minimum, bool hiddenElsewhere = false) => count switch
    {
        0 => Empty,
        _ when count < minimum => new CellDisclosure(CellVisibility.HiddenPrimary, HidingReason.TooFewAnswers),
        _ when hiddenElsewhere => Complementary(HidingReason.HiddenElsewhere),
        _ => Shown,
    };
}
