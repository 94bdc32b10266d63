namespace SurveyHub.Results.Disclosure;

/// <summary>What a reader gets of one figure.</summary>
public enum Decision
{
    /// <summary>Share and base.</summary>
    Shown,

    /// <summary>Nothing of its own, but it is part of a sum of small groups that is shown.</summary>
    Pooled,

    /// <summary>Nothing: neither share nor base.</summary>
    Suppressed,

    /// <summary>There is nothing to show: nobody was asked, or nobody rated it.</summary>
    Empty,

    /// <summary>Only that it is over 95 % or under 5 %.</summary>
    Blurred,
}

/// <summary>Why, in a fixed vocabulary. None of them tells a number of the figure.</summary>
public enum Reason
{
    /// <summary>It is shown.</summary>
    None,

    /// <summary>Fewer answers than the minimum.</summary>
    TooFewAnswers,

    /// <summary>Enough answers for a share, too few to say how they spread over the scale.</summary>
    TooFewForSpread,

    /// <summary>A smaller figure of the same table could be worked out from it.</summary>
    ProtectsSameTable,

    /// <summary>Set against a group of another attribute it would tell of a few.</summary>
    ProtectsOtherGroup,

    /// <summary>Set against the report of before a reopening it would tell of a few.</summary>
    ProtectsTwoReports,

    /// <summary>One of the three above; an earlier version of the program did not note which.</summary>
    ProtectsOthers,

    /// <summary>So few whose group is not known that they may be a few small groups whose names are.</summary>
    FewNotKnown,

    /// <summary>It is part of a figure that is hidden.</summary>
    WholeIsHidden,

    /// <summary>Other organisations cannot judge how few are too few here: their minimum is ten.</summary>
    TooFewForOthers,

    /// <summary>The survey shows groups of fewer than ten, which the groups of ten and their total would tell.</summary>
    MinimumBelowTen,

    /// <summary>Nearly all of so few answered alike that others would know of each (methodology M9, rule 6).</summary>
    NearlyAllAlike,

    /// <summary>Enough answers for a share, too few for a correlation.</summary>
    TooFewForCorrelation,

    /// <summary>Enough answers for a share, too few to weight it: one answer in another group would show.</summary>
    TooFewToWeight,

    /// <summary>Further questions that nobody answered differently, or that follow from the others.</summary>
    NothingVaries,

    /// <summary>More further questions than drivers are computed of.</summary>
    TooManyQuestions,

    NobodyRated,
    NotAsked,
    NobodyAnswered,
}

/// <summary>The vocabulary as the file words it.</summary>
public static class Reasons
{
    public static string WordsOf(Decision decision) => decision switch
    {
        Decision.Shown => "shown",
        Decision.Pooled => "pooled",
        Decision.Suppressed => "suppressed",
        Decision.Empty => "empty",
        Decision.Blurred => "blurred",
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    public static string WordsOf(Reason reason) => reason switch
    {
        Reason.None => "",
        Reason.TooFewAnswers => "too few answers",
        Reason.TooFewForSpread => "too few answers for a spread",
        Reason.ProtectsSameTable => "protects a smaller one in the same table",
        Reason.ProtectsOtherGroup => "protects another attribute's group",
        Reason.ProtectsTwoReports => "protects between two reports",
        Reason.ProtectsOthers => "protects a smaller one",
        Reason.FewNotKnown => "few of an unknown group",
        Reason.WholeIsHidden => "part of a hidden figure",
        Reason.TooFewForOthers => "fewer than ten answers",
        Reason.MinimumBelowTen => "the survey's own minimum is below ten",
        Reason.NearlyAllAlike => "nearly all of a few alike",
        Reason.TooFewForCorrelation => "too few answers for a correlation",
        Reason.TooFewToWeight => "too few answers to weight",
        Reason.NothingVaries => "nothing varies",
        Reason.TooManyQuestions => "too many questions",
        Reason.NobodyRated => "no ratings",
        Reason.NotAsked => "not asked",
        Reason.NobodyAnswered => "nobody answered",
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
