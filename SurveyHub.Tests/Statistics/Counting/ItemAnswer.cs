namespace SurveyHub.Tests.Statistics.Counting;

/// <summary>What one person did with one item, as a vector or a test has it.</summary>
internal readonly record struct ItemAnswer
{
    private readonly Kind _kind;

    private ItemAnswer(Kind kind, int code = 0) => (_kind, Code) = (kind, code);

    private enum Kind : byte
    {
        NotAsked,
        Skipped,
        NotApplicable,
        Rated,
    }

    /// <summary>The item was not shown to this person.</summary>
    public static ItemAnswer NotAsked => default;

    /// <summary>Shown and left blank.</summary>
    public static ItemAnswer Skipped => new(Kind.Skipped);

    /// <summary>Answered "not applicable", "never used" or "cannot judge".</summary>
    public static ItemAnswer NotApplicable => new(Kind.NotApplicable);

    /// <summary>Whether the item was not shown.</summary>
    public bool IsNotAsked => _kind == Kind.NotAsked;

    /// <summary>Whether it was shown and left blank.</summary>
    public bool IsSkipped => _kind == Kind.Skipped;

    /// <summary>Whether the answer was "not applicable".</summary>
    public bool IsNotApplicable => _kind == Kind.NotApplicable;

    /// <summary>Whether the answer is a valid rating.</summary>
    public bool IsRated => _kind == Kind.Rated;

    /// <summary>The code of a valid rating; 0 otherwise.</summary>
    public int Code { get; }

    /// <summary>A valid rating.</summary>
    /// <param name="code">Its code on the item's scale.</param>
    public static ItemAnswer Rated(int code) => new(Kind.Rated, code);
}
