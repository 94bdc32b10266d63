namespace SurveyHub.Results.Joint;

/// <summary>
/// How many people gave one pattern of ratings to a service: a row of <c>joint_tally</c>. Who they are, what else they answered and which
/// groups they are in is not in it.
/// </summary>
public sealed record JointRow
{
    /// <summary>
    /// Numbers of the items, joined by commas: the service's main rating, its further ratings, the overall rating if it is asked. Or what is expected of it at least, what is
    /// wished for, and the rating that is set against them.
    /// </summary>
    public required string Items { get; init; }

    /// <summary>Their codes in the same order, joined by commas; nothing where there is no rating. The first is always there, and of expectations all three.</summary>
    public required string Codes { get; init; }
    public required int N { get; init; }
}
